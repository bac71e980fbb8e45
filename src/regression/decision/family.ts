import { quantileOf } from './result.ts';
import { decide, type Decision } from './decide.ts';
import type { MetricResult } from './measurement.ts';
import type { RegressionSettings } from '../settings.ts';
import { benjaminiHochberg, holm } from '../statistics/multiplicity.ts';
import { statedPower } from '../statistics/power.ts';

/** Results that are judged together: a drop counts as significant only after Holm over all of them. */
export function judgeFamily(results: readonly MetricResult[], settings: RegressionSettings): MetricResult[] {
  const p = results.map((result) => result.p);
  const byHolm = holm(p);
  const byBh = benjaminiHochberg(p);
  return results.map((result, i) => {
    const together = byHolm[i] ?? 1;
    const effect = result.higherIsBetter ? result.delta : -result.delta;
    const adjusted = {
      ...result,
      ...powerAmong(results.length, result),
      ...agreeing(result, together < result.level),
      holm: together,
      bh: byBh[i] ?? 1,
    };
    if (results.length === 1) return adjusted;
    return {
      ...adjusted,
      verdict: decide(settings.mode, { ...result, effect, significant: adjusted.holm < result.level }),
    };
  });
}

/**
 * What the tests do not refute, counted over all looks and metrics, belongs to the interval: no change where no drop is shown, and a drop of
 * the margin where none is excluded. So an interval below 0 is a drop that is shown, and one above the margin is a pass.
 */
function agreeing(result: MetricResult, isDropShown: boolean): Pick<MetricResult, 'ci' | 'bounds'> {
  const { ci, bounds, higherIsBetter, margin } = result;
  const [worst, best] = asEffect(bounds, higherIsBetter);
  const [low, high] = asEffect(ci, higherIsBetter);
  const upTo = (bound: number): number => (isDropShown ? bound : Math.max(0, bound));
  return {
    ci: asEffect([worst > -margin ? low : Math.min(low, -margin), upTo(high)], higherIsBetter),
    bounds: asEffect([worst, upTo(best)], higherIsBetter),
  };
}

/** Positive is better; and back, for it is its own inverse. */
function asEffect([low, high]: readonly [number, number], higherIsBetter: boolean): [number, number] {
  return higherIsBetter ? [low, high] : [-high, -low];
}

/**
 * Three families, as the samples without an outcome would be: as left out, at best and at worst for the candidate. Where these
 * decide alike the verdict stands; else nobody can tell until those samples are evaluated again.
 */
export function judgeOpen(
  results: readonly MetricResult[],
  settings: RegressionSettings,
  decided: (result: MetricResult) => Decision,
): MetricResult[] {
  const judged = judgeFamily(results, settings);
  if (!results.some(({ open }) => open !== undefined)) return judged;
  const best = judgeFamily(
    results.map((result) => result.open?.best ?? result),
    settings,
  );
  const worst = judgeFamily(
    results.map((result) => result.open?.worst ?? result),
    settings,
  );
  return judged.map((result, i) => {
    const [atBest, atWorst] = [best[i], worst[i]];
    if (result.open === undefined || atBest === undefined || atWorst === undefined) return result;
    const turns = new Set([result, atBest, atWorst].map(decided)).size > 1;
    return {
      ...result,
      open: { ...result.open, best: atBest, worst: atWorst, turns },
      ...(turns && { verdict: 'inconclusive' }),
    };
  });
}

/** What is found where one of `count` metrics drops alone: Holm then asks for the level divided by all of them. */
function powerAmong(
  count: number,
  { level, clusters, minimalDetectableDrop, samplesForTolerance }: MetricResult,
): Pick<MetricResult, 'minimalDetectableDrop' | 'samplesForTolerance'> {
  const critical = (share: number): number =>
    quantileOf(1 - level / share, clusters) + quantileOf(statedPower, clusters);
  const factor = count === 1 ? 1 : critical(count) / critical(1);
  return {
    minimalDetectableDrop: factor * minimalDetectableDrop,
    samplesForTolerance: Math.ceil(factor ** 2 * samplesForTolerance),
  };
}
