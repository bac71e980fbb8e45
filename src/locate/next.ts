/** The evaluation that would say most of where it fell: of which merge, and of which samples. */
import { nextPlaces, placeBeyond } from './choose.ts';
import type { Evaluated, Measured } from './merges.ts';
import { leastBayesFactor } from './model/evidence.ts';
import { telling } from './model/informative.ts';
import { isOne } from './posterior.ts';
import type { Search } from './search.ts';

export interface Wanted {
  /** Place in the range. */
  readonly at: number;
  /** Ids of samples, the most telling first. */
  readonly ids: readonly string[];
}

type Evaluations = readonly Evaluated<Measured>[];

/** Places of which nothing is to be had: their evaluation failed. */
export type Skipped = ReadonlySet<number>;

/** Probability of one merge, given that there is a fall, at which a search ends. */
const sureEnough = 0.95;

/** So much evidence against any fall, and a search ends too. */
const surelyNone = 1 / leastBayesFactor;

/** Nothing further needs to be evaluated: the verdict is `located`, or noise is far likelier than a fall. */
export function isSettled({ posterior }: Pick<Search, 'posterior'>): boolean {
  const { ifSeen, bayesFactor } = posterior;
  if (bayesFactor < surelyNone) return true;
  return bayesFactor > leastBayesFactor && Math.max(...ifSeen) >= sureEnough && isOne(posterior);
}

/** At most three, the best first; none where no evaluation of a merge that lacks one would say anything. */
export function wantedNext(found: Search, evaluations: Evaluations, skipped: Skipped = new Set()): Wanted[] {
  const places = new Set(evaluations.map(({ at }) => at));
  const { candidates, posterior, evidence } = found;
  const { chain } = evidence.fitted ?? {};
  const chances = {
    candidates,
    given: posterior.ifSeen,
    keepAt: (step: number) => 1 - (chain?.churn[step] ?? 1),
  };
  const isOpen = (at: number): boolean => !places.has(at) && !skipped.has(at);
  const next = nextPlaces(chances, isOpen);
  const beyond = next.length > 0 || posterior.bayesFactor < 1 ? undefined : placeBeyond(chances, isOpen);
  return [...next, ...(beyond === undefined ? [] : [beyond])].map((at) => wantedAt(found, at));
}

/** The samples of one merge whose evaluation is worth its cost; all of them where it was evaluated. */
export function wantedAt({ candidates, evidence, pool }: Search, at: number): Wanted {
  const step = candidates.find((candidate) => candidate.at === at)?.step ?? 0;
  const samples = evidence.fitted === undefined ? [] : telling(step, evidence.fitted, evidence.churn);
  return { at, ids: samples.flatMap((sample) => pool.ids[sample] ?? []) };
}

/** Of one merge more evaluations say little. */
const mostOfOne = 4;

/**
 * The likeliest merge or the one before it once more, where all between were evaluated: first the samples that it lacks, then all of them
 * again, unless a repeated evaluation is known to say the same.
 */
export function wantedAgain({ candidates, posterior, pool }: Search, evaluations: Evaluations): Wanted[] {
  const best = candidates[posterior.given.indexOf(Math.max(...posterior.given))]?.at ?? 0;
  const both = [best, best - 1].map((at) => ({ at, own: evaluations.filter((one) => one.at === at) }));
  const lacking = both.map(({ at, own }) => ({ at, ids: own.length === 0 ? [] : lackingIn(own, pool.ids) }));
  const part = lacking.find(({ ids }) => ids.length > 0);
  if (part !== undefined) return [part];
  if (repeatsSaySame(evaluations)) return [];
  const [fewest] = both
    .filter(({ own }) => own.length > 0 && own.length < mostOfOne)
    .toSorted((a, b) => a.own.length - b.own.length);
  return fewest === undefined ? [] : [{ at: fewest.at, ids: pool.ids }];
}

function lackingIn(evaluations: Evaluations, ids: readonly string[]): string[] {
  const has = new Set(evaluations.flatMap(({ results }) => results.samples.map(({ sample }) => sample.id)));
  return ids.filter((id) => !has.has(id));
}

/** Fewer samples in common do not show that an evaluation repeats itself. */
const fewestRepeated = 20;

function repeatsSaySame(evaluations: Evaluations): boolean {
  return evaluations.some(({ at, results }, index) => {
    const before = evaluations[index - 1];
    if (before?.at !== at) return false;
    const values = new Map(before.results.samples.map(({ sample, value }) => [sample.id, value]));
    const repeated = results.samples.filter(({ sample }) => values.has(sample.id));
    return (
      repeated.length >= fewestRepeated &&
      repeated.every(({ sample, value }) => values.get(sample.id) === value)
    );
  });
}

/** The first and the last place of the range of which something is to be had, where they were not evaluated. */
export function wantedEnds(places: number, evaluations: Evaluations, skipped: Skipped): number[] {
  const open = Array.from({ length: places }, (_, at) => at).filter((at) => !skipped.has(at));
  const ends = new Set([open[0], open.at(-1)].filter((at) => at !== undefined));
  return [...ends].filter((end) => !evaluations.some(({ at }) => at === end));
}
