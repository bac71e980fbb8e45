/** What the baseline got on the samples that were not evaluated yet says how far the evaluated ones are from all of them. */
import { measure } from '../metrics/measure.ts';
import type { Measured } from '../metrics/measured.ts';
import type { MetricSpec } from '../metrics/spec.ts';
import type { PairedStatistic } from '../metrics/statistic.ts';
import { weightsOf } from '../metrics/weights.ts';
import type { Pair } from '../samples/pair.ts';
import { questionOf } from '../samples/question.ts';
import type { Sample } from '../samples/sample.ts';
import { meanOf } from '../statistics/standard-error.ts';
import type { Design } from './sampling.ts';

type Measurement = Extract<Measured, { ok: true }>;

export interface Round {
  readonly pairs: readonly Pair[];
  /** All samples of the baseline. */
  readonly pool: readonly Sample[];
  /** How the round was drawn; absent: evenly. */
  readonly design?: Design;
}

/** The pairs with what each of them stands for: the samples of its stratum over those that were drawn of it. */
export function weighed(pairs: readonly Pair[], pool: readonly Sample[], design: Design): readonly Pair[] {
  const [drawn, all] = [pairs.map(({ baseline }) => baseline), pool].map((samples) => {
    const counts = design.strata.map(() => 0);
    for (const { id } of samples) {
      const h = stratumOf(id, design);
      counts[h] = (counts[h] ?? 0) + 1;
    }
    return counts;
  });
  return pairs.map((pair) => {
    const h = stratumOf(pair.baseline.id, design);
    return { ...pair, weight: (all?.[h] ?? 1) / (drawn?.[h] ?? 1) };
  });
}

function stratumOf(id: string, design: Design | undefined): number {
  return design?.stratumOf.get(questionOf(id)) ?? 0;
}

/**
 * The difference, estimated for the whole pool by regression on the baseline's outcome of each sample, within each stratum of the design:
 * of outcomes right and wrong that is post-stratification (Holt & Smith 1979). Right samples can only be lost, wrong ones only gained, so a
 * round that has more of the one than the pool shows a drop, or a rise, by that alone. Its variance is that of a stratified sample
 * (Cochran 1977, ch. 5A), without the correction for a finite pool: the pool is a sample itself, and an answer one of many that the model
 * could have given. `undefined` where the pool says no more than the samples.
 */
export function estimatedForPool(
  spec: MetricSpec,
  round: Round,
  statistic: PairedStatistic,
  { outcomes }: Measurement,
): PairedStatistic | undefined {
  const { pairs, pool, design } = round;
  if (pool.length <= statistic.n || pairs.length !== statistic.n) return undefined;
  const whole = poolOf(spec, pool);
  const own = whole === undefined ? undefined : outcomes?.baseline;
  const known =
    own?.length === statistic.n && whole !== undefined ? { own, whole: whole.outcomes } : undefined;
  if (known === undefined && design === undefined) return undefined;
  const strata = strataOf(round, statistic, known);
  if (strata.some(({ rows }) => rows.length < 2)) return undefined;
  const delta =
    statistic.candidate -
    statistic.baseline -
    strata.reduce((sum, { share, slope, mean, whole: all }) => sum + share * slope * (mean - all), 0);
  const baseline = whole?.value ?? statistic.baseline;
  const influence = new Float64Array(statistic.n);
  const between = spreadBetween(strata, statistic.n, pool.length);
  for (const [h, stratum] of strata.entries())
    spreadWithin(stratum, between[h] ?? 0, { into: influence, pool: pool.length, own: known?.own });
  return { ...statistic, baseline, candidate: baseline + delta, influence };
}

/** The baseline's outcomes of the whole pool; `undefined` where not every sample has one. */
function poolOf(
  spec: MetricSpec,
  pool: readonly Sample[],
): { readonly outcomes: Float64Array; readonly value: number } | undefined {
  if (pool.some(({ status = 'answered' }) => status !== 'answered')) return undefined;
  const all = measure(
    spec,
    pool.map((sample) => ({ baseline: sample, candidate: sample })),
  );
  if (!all.ok || all.outcomes === undefined || all.outcomes.baseline.length !== pool.length) return undefined;
  return { outcomes: all.outcomes.baseline, value: all.statistic.baseline };
}

interface StratumOfRound {
  /** Indices of its pairs. */
  readonly rows: readonly number[];
  /** What each of its pairs adds, for itself alone. */
  readonly influence: Float64Array;
  /** Of the pool. */
  readonly share: number;
  readonly weight: number;
  /** Regression on the baseline's outcome: its slope, and the mean outcome of the pairs and of the pool. */
  readonly slope: number;
  readonly mean: number;
  readonly whole: number;
}

function strataOf(
  { pairs, pool, design }: Round,
  { influence }: PairedStatistic,
  known: { readonly own: Float64Array; readonly whole: Float64Array } | undefined,
): StratumOfRound[] {
  const weights = weightsOf(pairs);
  return (design?.strata ?? [undefined]).map((_, h) => {
    const rows = pairs.flatMap(({ baseline }, i) => (stratumOf(baseline.id, design) === h ? [i] : []));
    const weight = weights?.[rows[0] ?? 0] ?? 1;
    const alone = Float64Array.from(rows, (i) => (influence[i] ?? 0) / weight);
    const share = (weight * rows.length) / pairs.length;
    const own = Float64Array.from(rows, (i) => known?.own[i] ?? 0);
    const all = known?.whole.filter((__, i) => stratumOf(pool[i]?.id ?? '', design) === h) ?? own;
    return {
      rows,
      influence: alone,
      share,
      weight,
      slope: slopeOf(alone, own),
      mean: meanOf(own),
      whole: meanOf(all),
    };
  });
}

/**
 * What each pair adds, so that the plain variance of their mean is that of the estimate: Σ W²s²/n within the strata, of which regression
 * explains a part that only the pool's own size leaves, and Σ W·d̄²/N between them.
 */
function spreadWithin(
  { rows, influence, weight, slope, mean, share }: StratumOfRound,
  between: number,
  { into, pool, own }: { into: Float64Array; pool: number; own: Float64Array | undefined },
): void {
  const n = into.length;
  const left = Math.sqrt(rows.length / (share * pool));
  // n − 1 within each stratum, where the plain error has it for all together.
  const bessel = Math.sqrt((rows.length * (n - 1)) / ((rows.length - 1) * n));
  const centre = meanOf(influence);
  for (const [at, i] of rows.entries()) {
    const explained = slope * ((own?.[i] ?? 0) - mean);
    into[i] = weight * bessel * ((influence[at] ?? 0) - centre - explained * (1 - left)) + between;
  }
}

/** What each pair of a stratum adds for the strata's own means: their squares around their mean are Σ W·d̄²/N · n(n − 1). */
function spreadBetween(strata: readonly StratumOfRound[], n: number, pool: number): number[] {
  const means = strata.map(
    ({ influence, weight }) => Math.sqrt(((n - 1) * weight) / pool) * meanOf(influence),
  );
  const over = (of: (value: number) => number): number =>
    strata.reduce((sum, { rows }, h) => sum + rows.length * of(means[h] ?? 0), 0);
  const [squares, sum] = [over((value) => value ** 2), over((value) => value)];
  const centred = squares - sum ** 2 / n;
  return centred > 0 ? means.map((value) => value * Math.sqrt(squares / centred)) : means;
}

function slopeOf(values: Float64Array, by: Float64Array): number {
  const [mean, centre] = [meanOf(by), meanOf(values)];
  let [products, squares] = [0, 0];
  for (let i = 0; i < by.length; i++) {
    const off = (by[i] ?? 0) - mean;
    products += ((values[i] ?? 0) - centre) * off;
    squares += off * off;
  }
  return squares > 0 ? products / squares : 0;
}
