import { scalesOfTotals } from './scale.ts';
import { decide } from './decide.ts';
import { around } from '../statistics/interval.ts';
import { limitsOf } from './limits.ts';
import type { Look } from './looks.ts';
import type { MetricResult } from './measurement.ts';
import { higherByName, isKnownDirection, judgedByDefault } from '../metrics/recognised.ts';
import type { MetricSpec } from '../metrics/spec.ts';
import { shown } from '../shown.ts';
import { oneSidedP, withinShares } from './result.ts';
import type { Aggregate, ResultSet } from '../samples/sample.ts';
import type { RegressionSettings } from '../settings.ts';
import { normalCdf, normalQuantile } from '../statistics/normal.ts';
import { statedPower } from '../statistics/power.ts';

export interface TotalPair {
  readonly spec: MetricSpec;
  readonly baseline: Aggregate;
  readonly candidate: Aggregate;
}

/** Totals that both sides carry under the metric's name, whole or as the last part of a path; all but secondary ones when no metric is named. */
export function pairTotals(
  baseline: ResultSet,
  candidate: ResultSet,
  specs: readonly MetricSpec[],
): TotalPair[] {
  const shared = [...candidate.aggregates.values()].filter(({ name }) => baseline.aggregates.has(name));
  const isWhole = ({ name }: Aggregate): boolean => baseline.aggregates.get(name)?.secondary !== true;
  const preferred = (totals: readonly Aggregate[]): readonly Aggregate[] =>
    totals.some(isWhole) ? totals.filter(isWhole) : totals;
  if (specs.length === 0)
    return judgedByDefault(preferred(shared), ({ name }) => name).flatMap((total) =>
      pairOf({ name: total.name, key: total.name, title: total.name }, total, baseline),
    );
  return specs.flatMap((spec) => {
    const exact = shared.filter(({ name }) => name === spec.name);
    const found = preferred(shared.filter(({ name }) => answersTo(name, spec)));
    return (exact.length > 0 ? exact : shallowest(found)).flatMap((total) => pairOf(spec, total, baseline));
  });
}

function pairOf(spec: MetricSpec, candidate: Aggregate, baseline: ResultSet): TotalPair[] {
  const before = baseline.aggregates.get(candidate.name);
  return before === undefined
    ? []
    : [{ spec: { ...spec, title: shown(candidate.name) }, baseline: before, candidate }];
}

/** Of `average.accuracy` and `task.mmlu.accuracy`, the totals nearest to the root: parts of them are not further evidence. */
function shallowest(totals: readonly Aggregate[]): Aggregate[] {
  const depth = ({ name }: Aggregate): number => name.split('.').length;
  const least = Math.min(...totals.map(depth));
  return totals.filter((total) => depth(total) === least);
}

function answersTo(name: string, { name: asked, key }: MetricSpec): boolean {
  const last = name.split(/[./]/).at(-1)?.split(',')[0]?.toLowerCase();
  return name === asked || last === key || name.endsWith(`.${asked}`);
}

/**
 * Two totals without their samples: the unpaired z of the difference, √(SE₁² + SE₂²). It cannot use that both models agree on
 * most samples, so it needs many times more of them; without a standard error it cannot decide at all.
 */
export function assessTotals(
  { spec, baseline, candidate }: TotalPair,
  settings: RegressionSettings,
  look: Look,
): MetricResult {
  const delta = candidate.value - baseline.value;
  const share = [baseline.value, candidate.value].every((value) => value >= 0 && value <= 1);
  const error = Math.hypot(errorOf(baseline, share), errorOf(candidate, share));
  const limits = limitsOf(spec, settings, baseline.value, share);
  const higherIsBetter = spec.higherIsBetter ?? candidate.higherIsBetter ?? higherByName(candidate.name);
  const effect = higherIsBetter ? delta : -delta;
  const { ci } = around(delta, error * normalQuantile(0.975), 'unpaired');
  const p = oneSidedP(effect, error);
  return {
    name: candidate.name,
    title: spec.title,
    definition: 'total of the whole evaluation',
    higherIsBetter,
    ...(spec.higherIsBetter === undefined &&
      candidate.higherIsBetter === undefined &&
      !isKnownDirection(candidate.name) && { isGuessed: true }),
    n: Math.min(baseline.n ?? 0, candidate.n ?? 0),
    baseline: baseline.value,
    candidate: candidate.value,
    delta,
    ci: share ? withinShares(ci) : ci,
    twoSided: share ? withinShares(ci) : ci,
    bounds: [delta - look.z * error, delta + look.z * error],
    interval: Number.isFinite(error) ? 'unpaired' : 'none',
    error,
    z: look.z,
    level: normalCdf(-look.z),
    p,
    holm: p,
    bh: p,
    discordant: NaN,
    minimalDetectableDrop: (look.z + normalQuantile(statedPower)) * error,
    samplesForTolerance: NaN,
    samplesForMargin: NaN,
    ...limits,
    ...scalesOfTotals(baseline.value, candidate.value, higherIsBetter),
    verdict: decide(settings.mode, { effect, error, z: look.z, ...limits }),
    place: { file: candidate.file, ...(candidate.line !== undefined && { line: candidate.line }) },
    flipped: { worse: 0, better: 0, samples: [] },
  };
}

/** As stated, or of a share of n; NaN where neither is known. */
function errorOf({ value, standardError, n }: Aggregate, share: boolean): number {
  if (standardError !== undefined && standardError > 0) return standardError;
  return share && n !== undefined && n > 1 ? Math.sqrt((value * (1 - value)) / n) : NaN;
}
