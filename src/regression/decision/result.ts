import { decide } from './decide.ts';
import { around, intervalOf, type Interval, type Spread } from '../statistics/interval.ts';
import { flippedOf, mostFlipped } from '../presentation/flipped.ts';
import type { Look } from './looks.ts';
import type { MetricResult } from './measurement.ts';
import type { Measured } from '../metrics/measured.ts';
import { higherByName, isKnownDirection } from '../metrics/recognised.ts';
import type { MetricSpec } from '../metrics/spec.ts';
import type { PairedStatistic } from '../metrics/statistic.ts';
import type { Pair } from '../samples/pair.ts';
import { scalesOf } from './scale.ts';
import { constantSide, isSaturated } from './saturated.ts';
import type { Status } from '../samples/status.ts';
import type { RegressionSettings } from '../settings.ts';
import { normalCdf, normalQuantile } from '../statistics/normal.ts';
import { statedPower } from '../statistics/power.ts';
import { plainError, stabilisedClusteredError, stabilisedError } from '../statistics/standard-error.ts';
import { studentCdf, studentQuantile } from '../statistics/student.ts';
import { limitsOf } from './limits.ts';

export interface AssessInput {
  readonly spec: MetricSpec;
  readonly pairs: readonly Pair[];
  readonly settings: RegressionSettings;
  readonly look: Look;
  readonly directions: ReadonlyMap<string, boolean>;
  /** Set for a part of the samples: no bootstrap, no list of flipped samples. */
  readonly slice?: string;
  /** Only what decides, as of a part. */
  readonly bare?: boolean;
  /** Set where some samples say that they were not simply answered: which statuses are more or less frequent than chance explains. */
  readonly moved?: ReadonlySet<Status>;
}

type Measurement = Extract<Measured, { ok: true }>;

/** All that a metric's decision rests on; the verdict still counts it as the only one. */
export function resultOf(input: AssessInput, measured: Measurement): MetricResult {
  const { spec, settings, slice } = input;
  const { statistic } = measured;
  const isPart = slice !== undefined || input.bare === true;
  const delta = statistic.candidate - statistic.baseline;
  const higherIsBetter = directionOf(input);
  const spread = spreadOf(input, statistic);
  const { ci, method } = isPart ? sliceInterval(delta, spread) : intervalOf(statistic, spread, settings.seed);
  const share = isShare(measured);
  const limits = limitsOf(spec, settings, statistic.baseline, share);
  const effect = higherIsBetter ? delta : -delta;
  const p = pairedP(effect, spread, statistic.discordant);
  const level = normalCdf(-input.look.z);
  const saturated = isSaturated(measured.outcomes, higherIsBetter);
  return {
    name: spec.name,
    title: spec.title,
    definition: measured.definition,
    ...(slice !== undefined && { slice }),
    higherIsBetter,
    ...(isGuessed(input) && { isGuessed: true }),
    n: statistic.n,
    ...(spread.clusters !== undefined && { clusters: spread.clusters }),
    baseline: statistic.baseline,
    candidate: statistic.candidate,
    delta,
    ci: share ? withinShares(ci) : ci,
    interval: method,
    error: spread.error,
    z: spread.z,
    level,
    p,
    holm: p,
    bh: p,
    discordant: statistic.discordant,
    ...detectable(input, statistic, spread, limits),
    ...limits,
    verdict: decide(settings.mode, {
      effect,
      error: spread.error,
      z: spread.z,
      ...limits,
      significant: p < level,
      saturated,
    }),
    ...placeOf(input.pairs),
    ...(saturated && { saturated }),
    ...(!isPart && measured.outcomes !== undefined && scalesOf(measured.outcomes, higherIsBetter)),
    ...constantSide(isPart ? undefined : measured.outcomes, higherIsBetter),
    flipped: flippedOf(measured.outcomes, input.pairs, higherIsBetter, isPart ? 1 : mostFlipped),
  };
}

function placeOf(pairs: readonly Pair[]): Pick<MetricResult, 'place'> {
  const [first] = pairs;
  return first === undefined ? {} : { place: { file: first.candidate.file } };
}

/** Below this part of the stabilised error, what is left is the last bits of subtractions. */
const negligible = 1e-9;

function spreadOf({ pairs, look }: AssessInput, statistic: PairedStatistic): Spread {
  const clusters = clustersOf(pairs);
  if (clusters === undefined) {
    const error = stabilisedError(statistic.influence, statistic.flip);
    const plain = plainError(statistic.influence);
    const flat = !(plain > negligible * error);
    return { error, intervalError: flat ? error : plain, z: look.z, flat };
  }
  const { error, clusters: count } = stabilisedClusteredError(statistic.influence, clusters, statistic.flip);
  // Few clusters: Student's t in place of the normal, at the same level.
  const z = quantileOf(normalCdf(look.z), count);
  return { error, intervalError: error, z, clusters: count, flat: false };
}

/** Cluster of each pair, which the baseline names: a change could weaken a shown drop. `undefined` where every sample stands alone. */
function clustersOf(pairs: readonly Pair[]): string[] | undefined {
  if (!pairs.some(({ baseline }) => baseline.cluster !== undefined)) return undefined;
  // A sample without a cluster is the first of those that name it, or stands alone.
  const clusters = pairs.map(({ baseline: { cluster, id } }) => cluster ?? id);
  return new Set(clusters).size < pairs.length ? clusters : undefined;
}

function sliceInterval(delta: number, { error, z, clusters }: Spread): Interval {
  const wide =
    clusters === undefined
      ? normalQuantile(0.975)
      : Math.max(z, studentQuantile(0.975, Math.max(1, clusters - 1)));
  return around(delta, error * wide, clusters === undefined ? 'normal' : 'clustered');
}

export function directionOf({ spec, directions }: Pick<AssessInput, 'spec' | 'directions'>): boolean {
  return (
    spec.higherIsBetter ?? directions.get(spec.name) ?? directions.get(spec.key) ?? higherByName(spec.key)
  );
}

function isGuessed({ spec, directions }: AssessInput): boolean {
  const isSaid = spec.higherIsBetter !== undefined || directions.has(spec.name) || directions.has(spec.key);
  return !isSaid && !isKnownDirection(spec.key);
}

/** By the baseline alone: a change does not choose the unit in which it is judged. */
function isShare({ statistic, outcomes }: Measurement): boolean {
  const within = (value: number): boolean => value >= 0 && value <= 1;
  return within(statistic.baseline) && (outcomes === undefined || outcomes.baseline.every(within));
}

/** No share differs from another by more than 1, whatever few samples allow. */
export function withinShares([low, high]: readonly [number, number]): [number, number] {
  return [Math.max(-1, low), Math.min(1, high)];
}

/**
 * P(so low or lower | no change), by Student's t with clusters; 1 where nothing is known. Never below 2^−d with d discordant pairs:
 * what no exact paired test falls below, for each of them could as well have come out the other way round.
 */
function pairedP(effect: number, { error, clusters }: Spread, discordant: number): number {
  if (clusters === undefined) return Math.max(oneSidedP(effect, error), 0.5 ** discordant);
  return error > 0 ? studentCdf(effect / error, Math.max(1, clusters - 1)) : oneSidedP(effect, error);
}

/** P(so low or lower | no change); 1 where nothing is known. */
export function oneSidedP(effect: number, error: number): number {
  if (!(error > 0)) return error === 0 && effect < 0 ? 0 : 1;
  return normalCdf(effect / error);
}

/**
 * MDE = (z₁₋α + z₁₋β)·SE; at d discordant pairs of a share that is (z + z)·√(d / n), with d at least 3 (rule of three). What these
 * samples find counts with the boundary of their look, what more of them would find with the level itself.
 */
function detectable(
  { settings }: AssessInput,
  statistic: PairedStatistic,
  { intervalError, clusters, z: boundary }: Spread,
  limits: { tolerance: number; margin: number },
) {
  const power = quantileOf(statedPower, clusters);
  const z = quantileOf(1 - settings.alpha, clusters) + power;
  const { n, discordant, flip } = statistic;
  const byDiscordance = flip === 1 && clusters === undefined;
  const spread = byDiscordance ? Math.sqrt(Math.max(discordant, 3) / n) : intervalError * Math.sqrt(n);
  const needed = (drop: number): number => (drop > 0 ? Math.ceil(((z * spread) / drop) ** 2) : Infinity);
  return {
    minimalDetectableDrop: ((boundary + power) * spread) / Math.sqrt(n),
    samplesForTolerance: needed(limits.tolerance),
    samplesForMargin: needed(limits.margin),
  };
}

/** Of the normal distribution; of Student's t where the errors come from a number of clusters. */
export function quantileOf(p: number, clusters: number | undefined): number {
  return clusters === undefined ? normalQuantile(p) : studentQuantile(p, Math.max(1, clusters - 1));
}
