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

export function posteriorOf(candidates: readonly Candidate[], log: Float64Array): Posterior {
  const all = candidates.reduce((sum, { weight }) => sum + weight, 0);
  const logs = candidates.map(({ step, weight }) => Math.log(weight / all) + (log[step] ?? -Infinity));
  const whole = logSum(logs);
  const bayesFactor = Math.exp(Math.min(whole, 500));
  const ifSeen = logs.map((one) => Math.exp(one - whole));
  const part = Math.max(unseen.least, unseen.amongOthers * amongOthers(candidates, ifSeen));
  const anywhere = part / (part + (1 - part) * bayesFactor);
  const given = candidates.map(
    ({ weight }, at) => (1 - anywhere) * (ifSeen[at] ?? 0) + (anywhere * weight) / all,
  );
  return { given, ifSeen, bayesFactor, none: 1 / (1 + bayesFactor) };
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

/** The fewest candidates, by index, that hold so much of the probability; the likeliest first. */
export function smallestSet(given: readonly number[], share = 0.9): number[] {
  const order = [...given.keys()].toSorted((a, b) => (given[b] ?? 0) - (given[a] ?? 0));
  let sum = 0;
  const last = order.findIndex((at) => (sum += given[at] ?? 0) >= share - 1e-9);
  return last < 0 ? order : order.slice(0, last + 1);
}
