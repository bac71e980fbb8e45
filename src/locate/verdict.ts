/** What may be said: that there is a fall, that there is none, or neither. */
import type { LocateVerdict } from './facts.ts';
import { leastBayesFactor } from './model/evidence.ts';
import type { Outcomes } from './model/outcomes.ts';
import { isOne, type Posterior } from './posterior.ts';
import type { Search } from './search.ts';

/** What is asked of the evidence before it is called none: fewer samples or evaluations show nothing by their silence. */
const fewestSamples = 100;
const fewestEvaluations = 3;

/** Of totals alone. */
const fewestTotals = 8;

/** A fall must be this much less likely than noise before it is called none. */
const unlikely = 1 / 3;

/** One merge this much likelier than noise is a hint, however little the others say; less is one where the metric is known to have risen later. */
const hint = 10;
const hintBeforeRise = 2;

/** Standard errors by which the last evaluations are below the first, from which it is a hint too. */
const clearlyBelow = 1.64;

export function verdictOf(found: Search, evaluations: number): LocateVerdict {
  const { posterior, pool, isTotals } = found;
  if (posterior.bayesFactor > leastBayesFactor) return isOne(posterior) ? 'located' : 'set';
  const isEnough = isTotals
    ? evaluations >= fewestTotals
    : pool.ids.length >= fewestSamples && evaluations >= fewestEvaluations;
  const isSeen = found.blind.length === 0;
  return posterior.bayesFactor < unlikely && isEnough && isSeen && !isHinted(found) ? 'none' : 'cannot-tell';
}

/** Whether a further fall is not so unlikely that it need not be spoken of. */
export function isOpen({ bayesFactor }: Pick<Posterior, 'bayesFactor'>): boolean {
  return bayesFactor >= unlikely;
}

function isHinted({ evidence: { down, changes, together }, pool }: Search): boolean {
  const peak = [...down.keys()].reduce((a, b) => ((down[b] ?? 0) > (down[a] ?? 0) ? b : a), 0);
  const rose = changes.some(({ direction, step }) => direction === 'up' && step > peak);
  if ((down[peak] ?? 0) > Math.log(rose ? hintBeforeRise : hint)) return true;
  return below(pool) > clearlyBelow * Math.sqrt(together);
}

/** Standard errors by which they are, from which that is reported where no merge explains it. */
const surelyBelow = 2.6;

/** The metric fell, and no merge is likelier than noise. */
export function isGradual({ evidence: { down, together }, pool }: Search): boolean {
  const peak = down.reduce((most, log) => Math.max(most, log), -Infinity);
  return peak <= Math.log(hint) && below(pool) > surelyBelow * Math.sqrt(together);
}

/** Standard errors by which the last evaluations are below the first, sample by sample: one of each, or a third of all, for a fall bit by bit. */
function below({ values }: Outcomes): number {
  const third = Math.max(1, Math.floor(values.length / 3));
  return Math.max(...[1, third].map((many) => fallOf(values.slice(0, many), values.slice(-many))));
}

/** Where there is no trend, the difference of a sample has either sign alike. */
function fallOf(first: Outcomes['values'], last: Outcomes['values']): number {
  let [net, spread] = [0, 0];
  for (let sample = 0; sample < (first[0]?.length ?? 0); sample++) {
    const fell = meanOf(first, sample) - meanOf(last, sample);
    if (Number.isNaN(fell)) continue;
    net += fell;
    spread += fell ** 2;
  }
  return spread === 0 ? 0 : net / Math.sqrt(spread);
}

function meanOf(rows: readonly Float64Array[], sample: number): number {
  const known = rows.map((row) => row[sample] ?? NaN).filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
