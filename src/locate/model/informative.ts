/** Which samples would say where it fell, if they were evaluated at a merge between two that were. */
import { Walker, type Chain, type Segment } from './chain.ts';
import type { Classes } from './classes.ts';
import type { Leveled } from './outcomes.ts';
import type { Hit } from './scan.ts';

/** The model of a trunk, as its outcomes have it. */
export interface Fitted {
  readonly histories: Leveled;
  readonly classes: Classes;
  readonly chain: Chain;
  /** By step. */
  readonly hits: readonly Hit[];
}

/**
 * Nats by which one evaluation of each sample is expected to part "it fell before this merge or at it" from "it fell after it", for a
 * merge within this step; the mean of both divergences. 0 where the sample was not evaluated on both sides.
 */
function informationAt(step: number, { histories, classes, chain, hits }: Fitted): Float64Array {
  const { patterns, of } = histories;
  const hit = hits[step];
  const byPattern = new Float64Array(patterns.length);
  if (hit !== undefined) {
    const walker = new Walker(classes, chain);
    for (const [at, pattern] of patterns.entries())
      walker.walk(pattern, (segment) => {
        if (segment.before >= step || segment.after < step) return;
        const [from, to] = [pattern.levels[segment.before] ?? 0, pattern.levels[segment.after] ?? 0];
        byPattern[at] = divergence(new Between(segment, { from, to }, classes, hit));
      });
  }
  return Float64Array.from(of, (pattern) => byPattern[pattern] ?? 0);
}

/** What is seen halfway between two evaluations, where the change is before it or after it. */
class Between {
  readonly levels: number;
  readonly #segment: Segment;
  readonly #ends: { readonly from: number; readonly to: number };
  readonly #classes: Classes;
  readonly #hit: Hit;
  /** Probability to keep an answer over half of the way. */
  readonly #half: number;

  constructor(segment: Segment, ends: { from: number; to: number }, classes: Classes, hit: Hit) {
    this.levels = classes.levels;
    this.#segment = segment;
    this.#ends = ends;
    this.#classes = classes;
    this.#hit = hit;
    this.#half = Math.sqrt(segment.keep);
  }

  /** Probabilities of the level there together with the end, for both: up to one factor each. */
  at(level: number): { before: number; after: number } {
    const { past, future } = this.#segment;
    const { from, to } = this.#ends;
    const { kernel, share } = this.#hit;
    let unmoved = 0;
    for (let at = 0; at < past.length; at++)
      unmoved +=
        (past[at] ?? 0) * this.#next(at, from, level) * this.#next(at, level, to) * (future[at] ?? 0);
    let [before, after] = [0, 0];
    for (let at = 0; at < kernel.from.length; at++) {
      const [old, young] = [kernel.from[at] ?? 0, kernel.to[at] ?? 0];
      const moves = (kernel.weight[at] ?? 0) * (past[old] ?? 0) * (future[young] ?? 0);
      before += moves * this.#emits(young, level) * this.#next(young, level, to);
      after += moves * this.#next(old, from, level) * this.#emits(young, to);
    }
    const stays = (1 - share) * unmoved;
    return { before: stays + share * before, after: stays + share * after };
  }

  #next(at: number, from: number, to: number): number {
    return (from === to ? this.#half : 0) + (1 - this.#half) * this.#emits(at, to);
  }

  #emits(at: number, level: number): number {
    return this.#classes.emission[at * this.levels + level] ?? 0;
  }
}

function divergence(between: Between): number {
  const pairs = Array.from({ length: between.levels }, (_, level) => between.at(level));
  const sum = (of: 'before' | 'after'): number => pairs.reduce((total, pair) => total + pair[of], 0);
  const [before, after] = [sum('before'), sum('after')];
  if (before <= 0 || after <= 0) return 0;
  return pairs.reduce((total, pair) => {
    const [p, q] = [pair.before / before, pair.after / after];
    return p > 0 && q > 0 ? total + ((p - q) * Math.log(p / q)) / 2 : total;
  }, 0);
}

/** Part of the samples that is asked for: those that say most, and so many others that the model need not be right about which these are. */
const part = 0.4;

/** Parts of the answers drawn anew at one merge, and from one evaluation to the next, up to which it is known which samples say most. */
const mostAnew = { atMerge: 0.05, between: 0.4 };

/**
 * The samples, by index, whose evaluation at a merge within this step is worth its cost, the most telling first. Where answers stay what
 * they are, most agree on both sides and say next to nothing; else all are asked for, for the churn is learned from whole evaluations alone.
 * `churn`: share of answers that an ordinary merge draws anew.
 */
export function telling(step: number, fitted: Fitted, churn: number): number[] {
  const information = informationAt(step, fitted);
  const order = [...information.keys()].toSorted((a, b) => (information[b] ?? 0) - (information[a] ?? 0));
  // Not that of this step, where the fall counts for churn.
  const usual = fitted.chain.churn.slice(1).toSorted();
  return churn < mostAnew.atMerge && (usual[Math.floor(usual.length / 2)] ?? 1) < mostAnew.between
    ? order.slice(0, Math.ceil(part * order.length))
    : order;
}
