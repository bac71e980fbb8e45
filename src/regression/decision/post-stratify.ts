/** What the baseline got on the samples that were not evaluated yet says how far the evaluated ones are from all of them. */
import { measure } from '../metrics/measure.ts';
import type { Measured } from '../metrics/measured.ts';
import type { MetricSpec } from '../metrics/spec.ts';
import type { PairedStatistic } from '../metrics/statistic.ts';
import type { Sample } from '../samples/sample.ts';
import { meanOf } from '../statistics/standard-error.ts';

type Measurement = Extract<Measured, { ok: true }>;

/**
 * The difference, estimated for the whole pool by regression on the baseline's outcome of each sample: of outcomes right and wrong that is
 * post-stratification (Holt & Smith 1979). Right samples can only be lost, wrong ones only gained, so a round that has more of the one than
 * the pool shows a drop, or a rise, by that alone. `undefined` where the pool says no more than the samples.
 */
export function postStratified(
  spec: MetricSpec,
  pool: readonly Sample[],
  statistic: PairedStatistic,
  { outcomes }: Measurement,
): PairedStatistic | undefined {
  const { n, influence } = statistic;
  if (outcomes === undefined || outcomes.baseline.length !== n || pool.length <= n) return undefined;
  if (pool.some(({ status = 'answered' }) => status !== 'answered')) return undefined;
  const all = measure(
    spec,
    pool.map((sample) => ({ baseline: sample, candidate: sample })),
  );
  if (!all.ok || all.outcomes === undefined || all.outcomes.baseline.length !== pool.length) return undefined;
  const own = outcomes.baseline;
  const [mean, whole] = [meanOf(own), meanOf(all.outcomes.baseline)];
  const slope = slopeOf(influence, own, mean);
  // The pool itself is a sample: that part of the noise stays.
  const left = Math.sqrt(n / pool.length);
  const delta = statistic.candidate - statistic.baseline - slope * (mean - whole);
  return {
    ...statistic,
    baseline: all.statistic.baseline,
    candidate: all.statistic.baseline + delta,
    influence: influence.map((value, i) => value - slope * ((own[i] ?? 0) - mean) * (1 - left)),
  };
}

function slopeOf(values: Float64Array, by: Float64Array, mean: number): number {
  let [products, squares] = [0, 0];
  for (let i = 0; i < by.length; i++) {
    const off = (by[i] ?? 0) - mean;
    products += (values[i] ?? 0) * off;
    squares += off * off;
  }
  return squares > 0 ? products / squares : 0;
}
