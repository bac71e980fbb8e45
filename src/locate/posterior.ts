/** From the evidence for each step to a probability for each merge. */
import { logSum } from './model/log-sum.ts';

/** A merge that may have done it: by its place in the range, and the step of the evaluations in which it lies. */
export interface Candidate {
  readonly at: number;
  readonly step: number;
  /** How likely it is before the evidence; only ratios count. */
  readonly weight: number;
}

export interface Posterior {
  /** In the order of the candidates, given that one of them did it. */
  readonly given: readonly number[];
  /** The same, given that the fall is one that can be seen: what a search narrows down. */
  readonly ifSeen: readonly number[];
  /** Evidence for a change at one of them over that for none. */
  readonly bayesFactor: number;
  /** Probability of none, as likely before the evidence as any. */
  readonly none: number;
}

/**
 * Part of the falls, before the evidence, that are not seen: these may lie anywhere, however little speaks for it. Where the likeliest
 * merges were evaluated, each by itself, hardly any; else what the merges between stir hides them.
 */
const unseen = { least: 0.02, amongOthers: 0.8 };

/** Part by which evidence counts less where none of those merges was evaluated: of few evaluations it is not known which samples turn together. */
const uncertain = 0.2;

export function posteriorOf(candidates: readonly Candidate[], log: Float64Array): Posterior {
  const all = candidates.reduce((sum, { weight }) => sum + weight, 0);
  const weighed = (counts: number): Weighed =>
    normalised(
      candidates.map(({ step, weight }) => Math.log(weight / all) + counts * (log[step] ?? -Infinity)),
    );
  const { shares: ifSeen, bayesFactor } = weighed(1);
  const others = amongOthers(candidates, ifSeen);
  const part = Math.max(unseen.least, unseen.amongOthers * others);
  const wide = weighed(1 - uncertain * others);
  const anywhere = part / (part + (1 - part) * wide.bayesFactor);
  const given = candidates.map(
    ({ weight }, at) => (1 - anywhere) * (wide.shares[at] ?? 0) + (anywhere * weight) / all,
  );
  return { given, ifSeen, bayesFactor, none: 1 / (1 + bayesFactor) };
}

interface Weighed {
  /** They sum to 1. */
  readonly shares: readonly number[];
  readonly bayesFactor: number;
}

function normalised(logs: readonly number[]): Weighed {
  const whole = logSum(logs);
  return { shares: logs.map((one) => Math.exp(one - whole)), bayesFactor: Math.exp(Math.min(whole, 500)) };
}

/** Share of the merges that were not evaluated, in the steps in which the fall may lie. */
function amongOthers(candidates: readonly Candidate[], ifSeen: readonly number[]): number {
  const sizes = new Map<number, number>();
  for (const { step } of candidates) sizes.set(step, (sizes.get(step) ?? 0) + 1);
  return candidates.reduce(
    (sum, { step }, at) => sum + (ifSeen[at] ?? 0) * (1 - 1 / (sizes.get(step) ?? 1)),
    0,
  );
}

/** One candidate alone holds 90 % of the probability, falls that are not seen among them. */
export function isOne({ given }: Pick<Posterior, 'given'>): boolean {
  return smallestSet(given).length === 1;
}

/** The fewest candidates, by index, that hold so much of the probability; the likeliest first. */
export function smallestSet(given: readonly number[], share = 0.9): number[] {
  const order = [...given.keys()].toSorted((a, b) => (given[b] ?? 0) - (given[a] ?? 0));
  let sum = 0;
  const last = order.findIndex((at) => (sum += given[at] ?? 0) >= share - 1e-9);
  return last < 0 ? order : order.slice(0, last + 1);
}
