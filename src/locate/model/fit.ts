/** What is usual on this trunk, learned from its own histories: which samples there are, and how many answers a merge stirs. */
import type { Classes } from './classes.ts';
import { Walker, type Chain, type Reset } from './chain.ts';
import type { Leveled, Pattern } from './outcomes.ts';

const rounds = 8;

/** Fits classes and churn by expectation and maximisation, one churn for each step. */
export function fit(
  { patterns: all, evaluations }: Leveled,
  classes: Classes,
  resets: readonly Reset[] = [],
): Chain {
  const patterns = someOf(all);
  let chain: Chain = {
    weights: new Float64Array(classes.size).fill(1 / classes.size),
    churn: new Float64Array(evaluations).fill(firstGuess(patterns)),
    resets,
  };
  for (let round = 0; round < rounds; round++) chain = improved(chain, { patterns, evaluations }, classes);
  return { ...chain, weights: weightsOf(chain, all, classes) };
}

const weightRounds = 60;

/** Shares of the classes among all samples, to the end: where they do not fit, a change near the beginning would seem to be one. */
function weightsOf(chain: Chain, patterns: readonly Pattern[], classes: Classes): Float64Array {
  const walker = new Walker(classes, chain);
  const likelihoods = patterns.map((pattern) => ({ count: pattern.count, of: walker.likelihood(pattern) }));
  let weights = chain.weights;
  for (let round = 0; round < weightRounds; round++) {
    const next = new Float64Array(classes.size).fill(0.1);
    for (const { count, of } of likelihoods) {
      let sum = 0;
      for (let at = 0; at < of.length; at++) sum += (of[at] ?? 0) * (weights[at] ?? 0);
      for (let at = 0; at < of.length; at++)
        next[at] = (next[at] ?? 0) + (count * (of[at] ?? 0) * (weights[at] ?? 0)) / sum;
    }
    const total = next.reduce((sum, weight) => sum + weight, 0);
    weights = next.map((weight) => weight / total);
  }
  return weights;
}

/** Enough to learn what is usual from. */
const most = 1000;

function someOf(patterns: readonly Pattern[]): readonly Pattern[] {
  const every = Math.ceil(patterns.length / most);
  return every < 2 ? patterns : patterns.filter((_, at) => at % every === 0);
}

/** Answers that differ from the one before, over those that would if each were new. */
function firstGuess(patterns: readonly Pattern[]): number {
  let [differ, would] = [1, 1];
  for (const { levels, seen, count } of patterns) {
    const own = Array.from(seen, (at) => levels[at] ?? 0);
    const shares = new Map<number, number>();
    for (const level of own) shares.set(level, (shares.get(level) ?? 0) + 1);
    const pairs = own.length - 1;
    const alike =
      [...shares.values()].reduce((sum, many) => sum + many * (many - 1), 0) / (own.length * pairs || 1);
    would += count * pairs * (1 - alike);
    differ += count * own.filter((level, at) => at > 0 && level !== own[at - 1]).length;
  }
  return Math.min(0.98, Math.max(0.005, differ / would));
}

type Histories = Pick<Leveled, 'patterns' | 'evaluations'>;

function improved(chain: Chain, { patterns, evaluations }: Histories, classes: Classes): Chain {
  const walker = new Walker(classes, chain);
  const weights = new Float64Array(classes.size).fill(0.5);
  const anew = new Float64Array(evaluations).fill(0.01);
  const all = new Float64Array(evaluations).fill(0.02);
  for (const pattern of patterns) {
    const last = walker.walk(pattern, (segment) => {
      const share = segment.isSame ? redrawn(segment) : 1;
      const span = segment.after - segment.before;
      // Over several steps nobody knows which of them it was.
      for (let step = segment.before + 1; step <= segment.after; step++) {
        const part = span === 1 ? share : perStep(share, span, chain.churn[step] ?? 0, segment.keep);
        anew[step] = (anew[step] ?? 0) + pattern.count * part;
        all[step] = (all[step] ?? 0) + pattern.count;
      }
    });
    const sum = last.reduce((total, weight) => total + weight, 0);
    for (let at = 0; at < weights.length; at++)
      weights[at] = (weights[at] ?? 0) + (pattern.count * (last[at] ?? 0)) / sum;
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    ...chain,
    weights: weights.map((weight) => weight / total),
    churn: anew.map((count, step) => (step === 0 ? 0 : count / (all[step] ?? 1))),
  };
}

/** Probability that the same answer is a new one. */
function redrawn({ keep, past, level, future, whole }: Parameters<Parameters<Walker['walk']>[1]>[0]): number {
  let sum = 0;
  for (let at = 0; at < past.length; at++) sum += (past[at] ?? 0) * (level[at] ?? 0) * (future[at] ?? 0);
  return Math.min(1, ((1 - keep) * sum) / whole);
}

/** Of a step among several: given that there was a new answer, and given that there was none. */
function perStep(share: number, span: number, churn: number, keep: number): number {
  return span === 0 || keep >= 1 ? 0 : (share * churn) / (1 - keep);
}
