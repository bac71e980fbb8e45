import { decide } from './decide.ts';
import { intervalOf } from '../statistics/interval.ts';
import type { Design } from './sampling.ts';
import type { Earlier } from './history.ts';
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
import type { Sample } from '../samples/sample.ts';
import type { Status } from '../samples/status.ts';
import type { RegressionSettings } from '../settings.ts';
import { normalCdf, normalQuantile } from '../statistics/normal.ts';
import { statedPower } from '../statistics/power.ts';
import { studentCdf, studentQuantile } from '../statistics/student.ts';
import { limitsOf } from './limits.ts';
import { spreadOf, type Spread } from './spread.ts';

export interface AssessInput {
  readonly spec: MetricSpec;
  readonly pairs: readonly Pair[];
  readonly settings: RegressionSettings;
  readonly look: Look;
  readonly directions: ReadonlyMap<string, boolean>;
  /** Set for a part of the samples: no list of flipped samples. */
  readonly slice?: string;
  /** Earlier evaluations of the baseline's own trunk, on the same samples. */
  readonly earlier?: readonly Earlier[];
  /** All samples of the baseline, where the pairs are some of them. */
  readonly pool?: readonly Sample[];
  /** How these were drawn; absent: evenly. */
  readonly design?: Design;
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
  const spread = spreadOf(input.pairs, input.look.z, statistic);
  const freedom = spread.clusters === undefined ? Infinity : Math.max(1, spread.clusters - 1);
  const { ci, method } = intervalOf(delta, spread.error, spread.changes, freedom);
  const share = isShare(measured);
  const limits = limitsOf(spec, settings, statistic.baseline, share);
  const effect = higherIsBetter ? delta : -delta;
  const p = pairedP(effect, spread);
  const level = normalCdf(-input.look.z);
  const saturated = isSaturated(measured.outcomes, higherIsBetter);
  const constant = constantSide(isPart ? undefined : measured.outcomes, higherIsBetter);
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
    twoSided: share ? withinShares(ci) : ci,
    bounds: [delta - spread.z * spread.error, delta + spread.z * spread.error],
    interval: spread.clusters === undefined ? method : 'clustered',
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
      ...constant,
    }),
    ...placeOf(input.pairs),
    ...(saturated && { saturated }),
    ...(!isPart && measured.outcomes !== undefined && scalesOf(measured.outcomes, higherIsBetter)),
    ...constant,
    flipped: flippedOf(measured.outcomes, input.pairs, higherIsBetter, isPart ? 1 : mostFlipped),
  };
}

function placeOf(pairs: readonly Pair[]): Pick<MetricResult, 'place'> {
  const [first] = pairs;
  return first === undefined ? {} : { place: { file: first.candidate.file } };
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
 * P(so low or lower | no change), by Student's t with clusters; 1 where nothing is known. Never below 2^−d where d samples or clusters
 * changed: what no exact paired test falls below, for each of them could as well have come out the other way round.
 */
function pairedP(effect: number, { error, clusters, changes: { changed } }: Spread): number {
  const p =
    clusters !== undefined && error > 0
      ? studentCdf(effect / error, Math.max(1, clusters - 1))
      : oneSidedP(effect, error);
  return Math.max(p, 0.5 ** changed);
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
  { plain, clusters, z: boundary }: Spread,
  limits: { tolerance: number; margin: number },
) {
  const power = quantileOf(statedPower, clusters);
  const z = quantileOf(1 - settings.alpha, clusters) + power;
  const { n, discordant, flip } = statistic;
  const byDiscordance = flip === 1 && clusters === undefined;
  const spread = byDiscordance ? Math.sqrt(Math.max(discordant, 3) / n) : plain * Math.sqrt(n);
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
