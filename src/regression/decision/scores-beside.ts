/** Scores that rows carry beside the ones that are judged: nobody named them, and a fall of one is not passed over. */
import { mostMetrics, scoresBeside } from '../metrics/defaults.ts';
import { columnOf } from '../metrics/measure.ts';
import { plainMetric, type MetricSpec } from '../metrics/spec.ts';
import { assess, type AssessInput } from './assess.ts';
import type { MetricResult } from './measurement.ts';

/** What became of them, on the samples that carry them. `like`: how what is judged was measured. */
export function assessBeside(
  like: AssessInput | undefined,
  judged: readonly MetricSpec[],
  results: readonly MetricResult[],
): MetricResult[] {
  if (like === undefined || results.length === 0) return [];
  const names = judged.flatMap((spec) => [spec.name, columnOf(spec, like.pairs) ?? spec.name]);
  return scoresBeside(like.pairs, names)
    .slice(0, mostMetrics)
    .flatMap((name) => {
      const one = assess({ ...like, spec: plainMetric(name), bare: true, earlier: [], pool: [] });
      return one.ok ? [one.result] : [];
    });
}
