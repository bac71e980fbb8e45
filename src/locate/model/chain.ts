/**
 * Each sample as a hidden Markov chain: it has a class, keeps its answer from one evaluation to the next with 1 − churn, and else
 * answers anew as its class does. At a change some samples move to another class and answer anew.
 */
import { absent, type Pattern } from './outcomes.ts';
import type { Classes, Kernel } from './classes.ts';

/** A change that is taken as given: at this step a part of the samples moved. */
export interface Reset {
  /** Between evaluation `step` − 1 and `step`. */
  readonly step: number;
  readonly kernel: Kernel;
  readonly share: number;
}

export interface Chain {
  /** Share of each class. */
  readonly weights: Float64Array;
  /** Probability by step that a sample answers anew; step 0 is none. */
  readonly churn: Float64Array;
  readonly resets: readonly Reset[];
}

/** What one sample's history says between two evaluations that have it. All vectors are by class, up to one common factor. */
export interface Segment {
  /** Evaluations at its ends: `after` is the next one that has the sample. */
  readonly before: number;
  readonly after: number;
  readonly isSame: boolean;
  /** Probability that it did not answer anew in between. */
  readonly keep: number;
  /** Of all that was seen up to `before`. */
  readonly past: Float64Array;
  /** Probability of the level at `after`. */
  readonly level: Float64Array;
  /** Of all that was seen after `after`. */
  readonly future: Float64Array;
  /** Probability of the whole history. */
  readonly whole: number;
}

type Open = { -readonly [K in keyof Segment]: Segment[K] };

/** Goes through histories, one after the other; what it hands out is valid until the next. */
export class Walker {
  readonly #classes: Classes;
  readonly #chain: Chain;
  readonly #futures: Float64Array[] = [];
  /** By what each future was divided. */
  readonly #scales: number[] = [];
  readonly #moved: Float64Array;
  readonly #next: Float64Array;
  readonly #emissions: Float64Array[];
  readonly #stays: Float64Array;
  readonly #keeps: Float64Array;

  constructor(classes: Classes, chain: Chain) {
    this.#classes = classes;
    this.#chain = chain;
    this.#moved = new Float64Array(classes.size);
    this.#next = new Float64Array(classes.size);
    this.#emissions = Array.from({ length: classes.levels }, (_, level) =>
      Float64Array.from(
        { length: classes.size },
        (_unused, at) => classes.emission[at * classes.levels + level] ?? 0,
      ),
    );
    this.#stays = kept(chain.churn);
    this.#keeps = chain.churn.map((_, step) => keepOver(this.#stays, step - 1, step));
  }

  /** Calls `visit` for each segment, oldest first. Returns the weight of each class at the end, up to a factor. */
  walk({ levels, seen }: Pattern, visit: (segment: Segment) => void): Float64Array {
    this.#backward(levels, seen);
    const past = this.#start(levels[seen[0] ?? 0] ?? absent);
    const segment = this.#segment(past);
    for (let at = 1; at < seen.length; at++) {
      this.#place(segment, levels, seen[at - 1] ?? 0, seen[at] ?? 0);
      segment.future = this.#futures[at] ?? past;
      segment.whole = dot(past, this.#futures[at - 1] ?? past) * (this.#scales[at - 1] ?? 1);
      visit(segment);
      this.#forward(segment, past);
      if (at % rarely === 0) scale(past);
    }
    return past;
  }

  /** Likelihood of the history by the class it begins in, up to a factor. */
  likelihood({ levels, seen }: Pattern): Float64Array {
    this.#backward(levels, seen);
    const emission = this.#emissions[levels[seen[0] ?? 0] ?? absent];
    return Float64Array.from(this.#futures[0] ?? [], (future, at) => future * (emission?.[at] ?? 1));
  }

  #segment(past: Float64Array): Open {
    return { before: 0, after: 0, isSame: true, keep: 1, past, level: past, future: past, whole: 1 };
  }

  #place(segment: Open, levels: Uint8Array, before: number, after: number): void {
    const level = levels[after] ?? 0;
    segment.before = before;
    segment.after = after;
    segment.isSame = levels[before] === level;
    segment.keep = after === before + 1 ? (this.#keeps[after] ?? 1) : keepOver(this.#stays, before, after);
    segment.level = this.#emissions[level] ?? segment.level;
  }

  #start(level: number): Float64Array {
    const emission = this.#emissions[level];
    return this.#chain.weights.map((weight, at) => weight * (emission?.[at] ?? 1));
  }

  #backward(levels: Uint8Array, seen: Uint16Array): void {
    const { size } = this.#classes;
    while (this.#futures.length < seen.length) this.#futures.push(new Float64Array(size));
    const last = this.#futures[seen.length - 1];
    if (last === undefined) return;
    last.fill(1);
    const segment = this.#segment(last);
    for (let at = seen.length - 1; at > 0; at--) {
      this.#place(segment, levels, seen[at - 1] ?? 0, seen[at] ?? 0);
      const target = this.#futures[at - 1] ?? last;
      this.#back(segment, this.#futures[at] ?? last, target);
      this.#scales[at - 1] = at % rarely === 0 ? scale(target) : 1;
    }
  }

  /** From what was seen after a segment to what was seen after its beginning. */
  #back(segment: Segment, future: Float64Array, target: Float64Array): void {
    const inside = this.#inside(segment);
    pass(segment, future, target);
    if (inside.length === 0) return;
    const { level } = segment;
    const moved = this.#moved;
    for (let at = 0; at < moved.length; at++) moved[at] = (level[at] ?? 0) * (future[at] ?? 0);
    for (const reset of inside.toReversed()) this.#unmove(reset, target, moved);
  }

  #unmove({ kernel, share }: Reset, kept: Float64Array, moved: Float64Array): void {
    const through = this.#next.fill(0);
    const { from, to, weight } = kernel;
    for (let at = 0; at < from.length; at++)
      through[from[at] ?? 0] = (through[from[at] ?? 0] ?? 0) + (weight[at] ?? 0) * (moved[to[at] ?? 0] ?? 0);
    for (let at = 0; at < kept.length; at++) {
      kept[at] = (1 - share) * (kept[at] ?? 0) + share * (through[at] ?? 0);
      moved[at] = (1 - share) * (moved[at] ?? 0) + share * (through[at] ?? 0);
    }
  }

  #forward(segment: Segment, past: Float64Array): void {
    const inside = this.#inside(segment);
    const { level } = segment;
    const moved = this.#moved;
    if (inside.length > 0) moved.fill(0);
    for (const reset of inside) this.#move(reset, past, moved);
    pass(segment, past, past);
    if (inside.length > 0)
      for (let at = 0; at < past.length; at++)
        past[at] = (past[at] ?? 0) + (moved[at] ?? 0) * (level[at] ?? 0);
  }

  #move({ kernel, share }: Reset, kept: Float64Array, moved: Float64Array): void {
    const through = this.#next.fill(0);
    const { from, to, weight } = kernel;
    for (let at = 0; at < from.length; at++) {
      const before = (kept[from[at] ?? 0] ?? 0) + (moved[from[at] ?? 0] ?? 0);
      through[to[at] ?? 0] = (through[to[at] ?? 0] ?? 0) + (weight[at] ?? 0) * before;
    }
    for (let at = 0; at < kept.length; at++) {
      kept[at] = (1 - share) * (kept[at] ?? 0);
      moved[at] = (1 - share) * (moved[at] ?? 0) + share * (through[at] ?? 0);
    }
  }

  #inside({ before, after }: Segment): readonly Reset[] {
    const { resets } = this.#chain;
    for (const { step } of resets)
      if (step > before && step <= after)
        return resets.filter((reset) => reset.step > before && reset.step <= after);
    return nothing;
  }
}

const nothing: readonly Reset[] = [];

/** By class, whatever the direction: the answer was kept, or drawn anew. */
function pass({ keep, isSame, level }: Segment, from: Float64Array, to: Float64Array): void {
  const same = isSame ? keep : 0;
  const anew = 1 - keep;
  for (let at = 0; at < to.length; at++) to[at] = (same + anew * (level[at] ?? 0)) * (from[at] ?? 0);
}

/** log of the probability to keep an answer from the beginning up to each evaluation. */
function kept(churn: Float64Array): Float64Array {
  const sums = new Float64Array(churn.length);
  for (let step = 1; step < churn.length; step++)
    sums[step] = (sums[step - 1] ?? 0) + Math.log1p(-Math.min(churn[step] ?? 0, 1 - 1e-9));
  return sums;
}

function keepOver(stays: Float64Array, before: number, after: number): number {
  return Math.exp((stays[after] ?? 0) - (stays[before] ?? 0));
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

/** Segments after which vectors are made larger again: until then they are far from the smallest numbers there are. */
const rarely = 8;

/** So that the largest is 1: only their ratios count. Returns what all were divided by. */
function scale(vector: Float64Array): number {
  let most = 0;
  for (let at = 0; at < vector.length; at++) if ((vector[at] ?? 0) > most) most = vector[at] ?? 0;
  if (most <= 0) return 1;
  for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] ?? 0) / most;
  return most;
}
