import { decide } from './decision.ts';
import type { MetricResult } from './measurement.ts';
import type { RegressionSettings } from './settings.ts';
import { benjaminiHochberg, holm } from './statistics/multiplicity.ts';
import { normalCdf } from './statistics/normal.ts';

/** Results that are judged together: a drop counts as significant only after Holm over all of them. */
export function judgeFamily(results: readonly MetricResult[], settings: RegressionSettings): MetricResult[] {
  const p = results.map((result) => result.p);
  const byHolm = holm(p);
  const byBh = benjaminiHochberg(p);
  return results.map((result, i) => {
    const level = 1 - normalCdf(result.z);
    const adjusted = { ...result, holm: byHolm[i] ?? 1, bh: byBh[i] ?? 1 };
    if (results.length === 1) return adjusted;
    const effect = result.higherIsBetter ? result.delta : -result.delta;
    return {
      ...adjusted,
      verdict: decide(settings.mode, { ...result, effect, significant: adjusted.holm < level }),
    };
  });
}
