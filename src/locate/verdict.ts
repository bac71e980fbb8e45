/** What may be said: that there is a fall, that there is none, or neither. */
import type { LocateVerdict } from './facts.ts';
import { leastBayesFactor } from './model/evidence.ts';
import type { Outcomes } from './model/outcomes.ts';
import { smallestSet } from './posterior.ts';
import type { Search } from './search.ts';

/** What is asked of the evidence before it is called none: fewer samples or evaluations show nothing by their silence. */
const fewestSamples = 100;
const fewestEvaluations = 3;

/** Of totals alone. */
const fewestTotals = 8;

/** One merge this much likelier than noise is a hint, however little the others say. */
const hint = 10;

/** Standard errors by which the last evaluation is below the first, from which it is a hint too. */
const clearlyBelow = 1.64;

export function verdictOf(
  { posterior, pool, evidence, isTotals }: Search,
  evaluations: number,
): LocateVerdict {
  if (posterior.bayesFactor > leastBayesFactor)
    return smallestSet(posterior.given).length === 1 ? 'located' : 'set';
  const isEnough = isTotals
    ? evaluations >= fewestTotals
    : pool.ids.length >= fewestSamples && evaluations >= fewestEvaluations;
  const peak = evidence.down.reduce((most, log) => Math.max(most, log), -Infinity);
  const isHinted = peak > Math.log(hint) || below(pool) > clearlyBelow * Math.sqrt(evidence.together);
  return posterior.bayesFactor < 1 && isEnough && !isHinted ? 'none' : 'cannot-tell';
}

/** Standard errors by which the last evaluation is below the first, sample by sample. */
function below({ values }: Outcomes): number {
  const [first, last] = [values[0], values.at(-1)];
  let [net, spread] = [0, 0];
  for (const [at, value] of (first ?? []).entries()) {
    const fell = value - (last?.[at] ?? NaN);
    if (Number.isNaN(fell)) continue;
    net += fell;
    spread += fell ** 2;
  }
  return spread === 0 ? 0 : net / Math.sqrt(spread);
}
