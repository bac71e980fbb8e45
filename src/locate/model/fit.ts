/** What is usual on this trunk, learned from its own histories: which samples there are, and how many answers a merge stirs. */
import type { Classes } from './classes.ts';
import { Walker, type Chain, type Reset } from './chain.ts';
import type { Leveled, Pattern } from './outcomes.ts';
import { bySpan, stepsOf } from './steps.ts';

/** Each is two steps of expectation and maximisation, and a leap along them; so many, and from a fit of the same histories so few. */
const leaps = 8;
const fewerLeaps = 3;

/** Fits classes and churn by expectation and maximisation, one churn for each step. `merges`: by step, how many lie there. */
export function fit(leveled: Leveled, classes: Classes, merges: readonly number[]): Chain {
  const start: Chain = {
    weights: new Float64Array(classes.size).fill(1 / classes.size),
    churn: firstGuess(leveled, merges),
    resets: [],
  };
  return fittedFrom(start, leaps, leveled, classes);
}

/** The same, once changes are taken as given: `chain` was fitted without them. */
export function fitAgain(chain: Chain, resets: readonly Reset[], leveled: Leveled, classes: Classes): Chain {
  return fittedFrom({ ...chain, resets }, fewerLeaps, leveled, classes);
}

function fittedFrom(start: Chain, many: number, leveled: Leveled, classes: Classes): Chain {
  const { patterns: all, evaluations } = leveled;
  const patterns = someOf(all);
  const better = (from: Chain): Chain => improved(from, { patterns, evaluations }, classes);
  let chain = start;
  for (let leap = 0; leap < many; leap++) chain = better(leapt(chain, better));
  return { ...chain, weights: weightsOf(chain, all, classes) };
}

/**
 * Where the steps lead, for by themselves they are slow: churn and rates can stand in for each other. SQUAREM (Varadhan and Roland 2008,
 * scheme S3), on the logarithms of the odds, which keeps all of them probabilities.
 */
function leapt(start: Chain, better: (from: Chain) => Chain): Chain {
  const first = better(start);
  const second = better(first);
  const [zero, one, two] = [start, first, second].map(oddsOf);
  if (zero === undefined || one === undefined || two === undefined) return second;
  const r = one.map((value, at) => value - (zero[at] ?? 0));
  const v = two.map((value, at) => value - (one[at] ?? 0) - (r[at] ?? 0));
  const length = Math.min(longest, Math.max(1, norm(r) / (norm(v) || 1)));
  const odds = zero.map((value, at) => value + 2 * length * (r[at] ?? 0) + length ** 2 * (v[at] ?? 0));
  return fromOdds(second, odds);
}

/** Steps that one leap is worth at most, squared. */
const longest = 8;

function oddsOf({ weights, churn }: Chain): Float64Array {
  return Float64Array.of(...Array.from(weights, Math.log), ...Array.from(churn.slice(1), logit));
}

function fromOdds(chain: Chain, odds: Float64Array): Chain {
  const size = chain.weights.length;
  const weights = odds.slice(0, size).map((one) => Math.exp(Math.max(-20, one)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    ...chain,
    weights: weights.map((weight) => weight / total),
    churn: chain.churn.map((_, step) => (step === 0 ? 0 : 1 / (1 + Math.exp(-(odds[size + step - 1] ?? 0))))),
  };
}

function logit(p: number): number {
  const inside = Math.min(1 - 1e-6, Math.max(1e-6, p));
  return Math.log(inside / (1 - inside));
}

function norm(vector: Float64Array): number {
  return Math.sqrt(vector.reduce((sum, value) => sum + value ** 2, 0));
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

/** Histories that are enough to learn what is usual from. */
const most = 1000;

/** Every so-manieth sample, so that a history that many have counts for as much as before. */
function someOf(patterns: readonly Pattern[]): readonly Pattern[] {
  const samples = patterns.reduce((sum, { count }) => sum + count, 0);
  if (patterns.length <= most) return patterns;
  let [before, taken] = [0, 0];
  const some: Pattern[] = [];
  for (const { levels, seen, count } of patterns) {
    before += count;
    const many = Math.floor((before * most) / samples) - taken;
    taken += many;
    if (many > 0) some.push({ levels, seen, count: many });
  }
  return some;
}

/**
 * Answers that turned, over those that would if each were new. The rounds are too few to find by themselves that over one merge fewer
 * answer anew than over eight: most samples say nothing of it.
 */
function firstGuess(leveled: Leveled, merges: readonly number[]): Float64Array {
  const { turned, compared, before } = stepsOf(leveled);
  const would = wouldTurn(leveled.patterns);
  const steps = [...turned.keys()].filter((step) => (compared[step] ?? 0) > 0);
  const all = (of: Float64Array): number => of.reduce((sum, one) => sum + one, 0);
  const overall = (1 + all(turned)) / (1 + would * all(compared));
  if (steps.length === 0) return new Float64Array(leveled.evaluations).fill(0.5);
  const usually = bySpan(
    steps.map((step) => {
      const share = (overall + (turned[step] ?? 0)) / (1 + (compared[step] ?? 0) * would);
      const span = merges.slice((before[step] ?? 0) + 1, step + 1).reduce((sum, one) => sum + one, 0);
      return { step, span, hazard: -Math.log1p(-Math.min(share, 0.98)) };
    }),
  );
  return Float64Array.from({ length: leveled.evaluations }, (_, step) =>
    Math.min(0.98, Math.max(0.005, -Math.expm1(-usually(merges[step] ?? 1)))),
  );
}

/** Share of answers that would turn if each were new, and drawn from the sample's own. */
function wouldTurn(patterns: readonly Pattern[]): number {
  let [would, all] = [0.01, 1];
  for (const { levels, seen, count } of patterns) {
    const shares = new Map<number, number>();
    for (const at of seen) shares.set(levels[at] ?? 0, (shares.get(levels[at] ?? 0) ?? 0) + 1);
    const pairs = seen.length - 1;
    if (pairs < 1) continue;
    const alike =
      [...shares.values()].reduce((sum, many) => sum + many * (many - 1), 0) / (seen.length * pairs);
    would += count * pairs * (1 - alike);
    all += count * pairs;
  }
  return would / all;
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
