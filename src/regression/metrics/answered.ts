/** Which samples have an outcome to compare, and what those without one could have been. */
import { whole } from '../samples/like.ts';
import type { Pair } from '../samples/pair.ts';
import type { Sample } from '../samples/sample.ts';
import { isFailed, type Status } from '../samples/status.ts';

/** A pair of which at least one side has no outcome. */
export interface OpenPair {
  readonly pair: Pair;
  readonly baseline: boolean;
  readonly candidate: boolean;
}

export interface Answers {
  /** Answered on both sides. */
  readonly answered: readonly Pair[];
  readonly open: readonly OpenPair[];
}

/** What makes a sample one without an outcome. */
export interface Openness {
  /** The column of the score; absent where the metric comes from labels. */
  readonly column?: string;
  /** Statuses that are no more or less frequent by chance: their scores are not the model's alone. */
  readonly moved: ReadonlySet<Status>;
  /** The value by which a judge says that it gave none. */
  readonly sentinel?: number;
}

/** Divides the pairs by whether both sides have an outcome. */
export function answersOf(pairs: readonly Pair[], openness: Openness): Answers {
  const answered: Pair[] = [];
  const open: OpenPair[] = [];
  for (const pair of pairs) {
    const [baseline, candidate] = [isOpen(pair.baseline, openness), isOpen(pair.candidate, openness)];
    if (baseline || candidate) open.push({ pair, baseline, candidate });
    else answered.push(pair);
  }
  return { answered, open };
}

function isOpen(sample: Sample, { column, moved, sentinel }: Openness): boolean {
  const { status } = sample;
  if (column !== undefined && sentinel !== undefined && sample.scores.get(column) === sentinel) return true;
  if (status === undefined || status === 'answered') return false;
  return isFailed(status) || moved.has(status) || !hasOutcome(sample, column);
}

function hasOutcome({ scores, target, prediction }: Sample, column: string | undefined): boolean {
  return column === undefined ? target !== undefined && prediction !== undefined : scores.has(column);
}

export interface Filling {
  readonly column?: string;
  readonly higherIsBetter: boolean;
  /** Smallest and largest score of the baseline. */
  readonly range: readonly [number, number];
}

/** The open pairs as they would be at best, or at worst, for the candidate. */
export function filled(open: readonly OpenPair[], favour: 'best' | 'worst', filling: Filling): Pair[] {
  const good = favour === 'best';
  return open.flatMap(({ pair, ...isSideOpen }) => {
    const target = pair.baseline.target ?? pair.candidate.target;
    if (filling.column === undefined && target === undefined) return [];
    const fill = (sample: Sample, isGood: boolean): Sample =>
      filledSample({ ...whole(sample), target }, isGood, filling);
    return {
      ...pair,
      baseline: isSideOpen.baseline ? fill(pair.baseline, !good) : pair.baseline,
      candidate: isSideOpen.candidate ? fill(pair.candidate, good) : pair.candidate,
    };
  });
}

type Fillable = Omit<Sample, 'target'> & { readonly target: Sample['target'] | undefined };

function filledSample(sample: Fillable, isGood: boolean, { column, higherIsBetter, range }: Filling): Sample {
  const { target, ...rest } = sample;
  const labelled = target === undefined ? rest : { ...rest, target };
  const [low, high] = range;
  if (column !== undefined)
    return {
      ...labelled,
      scores: new Map(sample.scores).set(column, isGood === higherIsBetter ? high : low),
    };
  return { ...labelled, prediction: isGood && target !== undefined ? target : null, scores: new Map() };
}

/** Smallest and largest of the baseline's scores; those of a share are 0 and 1. */
export function rangeOf(values: Float64Array): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low >= 0 && high <= 1 ? [0, 1] : [low, high];
}

/**
 * The one negative whole number beside scores that never are negative: how judges say that they gave none. On the baseline it must
 * not be a step of the scale itself, as −1 of −1, 0 and 1 is.
 */
export function sentinelOf(baseline: Float64Array, candidate: Float64Array): number | undefined {
  const negatives = new Set<number>();
  for (const side of [baseline, candidate])
    for (const value of side) if (value < 0 && negatives.size < 2) negatives.add(value);
  const [value] = negatives;
  if (value === undefined || negatives.size > 1 || !Number.isInteger(value)) return undefined;
  return baseline.includes(value) && !standsApart(value, baseline, candidate) ? undefined : value;
}

/** Most of what a sentinel may be, on a scale of which it could be a step. */
const rare = 0.1;

function standsApart(value: number, baseline: Float64Array, candidate: Float64Array): boolean {
  const others = baseline.filter((one) => one !== value);
  if (others.length === 0) return false;
  const isStep = others.every((one) => one === 0 || one === 1);
  if (!isStep) return true;
  return !candidate.includes(value) && baseline.length - others.length <= rare * baseline.length;
}
