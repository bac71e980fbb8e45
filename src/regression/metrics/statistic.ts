import type { Cells } from '../statistics/bootstrap.ts';
import { CellIndex } from './cells.ts';

/** A metric on paired samples: its value on both sides and all that a decision needs. */
export interface PairedStatistic {
  readonly n: number;
  readonly baseline: number;
  readonly candidate: number;
  /** What each sample adds to candidate − baseline, to first order; sums to 0. */
  readonly influence: Float64Array;
  /** The largest |influence| that one flipped sample can have: r of the stabilised standard error. */
  readonly flip: number;
  /** Samples that count differently for the metric on the two sides. */
  readonly discordant: number;
  /** False when a side has nothing to divide by, such as F1 without a positive label. */
  readonly defined: boolean;
  /** Joint cells for the bootstrap; absent where they are too many. */
  readonly cells?: Cells;
}

/** One side of Σ num / Σ den, a pair of numbers a sample. */
export interface Ratio {
  readonly num: Float64Array;
  readonly den: Float64Array;
}

/** Mean of one score on both sides. A score of 0 and 1 can flip by 1; any other by the largest step seen. */
export function meanStatistic(baseline: Float64Array, candidate: Float64Array): PairedStatistic {
  const den = new Float64Array(baseline.length).fill(1);
  const flip = isBinary(baseline) && isBinary(candidate) ? 1 : largestStep(baseline, candidate);
  return ratioStatistic({ num: baseline, den }, { num: candidate, den }, () => flip);
}

/**
 * A ratio of sums on both sides: mean, binary and micro F1, precision, recall. Influence of a sample:
 * (num − F·den) / mean(den) of the candidate minus the same of the baseline.
 */
export function ratioStatistic(
  baseline: Ratio,
  candidate: Ratio,
  flip: (value: number, meanDen: number) => number,
): PairedStatistic {
  const n = baseline.num.length;
  const b = sums(baseline);
  const c = sums(candidate);
  const influence = new Float64Array(n);
  for (let i = 0; i < n; i++) influence[i] = part(candidate, c, i) - part(baseline, b, i);
  return {
    n,
    baseline: b.value,
    candidate: c.value,
    influence,
    flip: flip((b.value + c.value) / 2, (b.meanDen + c.meanDen) / 2),
    discordant: discordantPairs(baseline, candidate),
    defined: b.meanDen > 0 && c.meanDen > 0,
    ...ratioCells(baseline, candidate),
  };
}

interface Sums {
  readonly value: number;
  readonly meanDen: number;
}

function sums({ num, den }: Ratio): Sums {
  let top = 0;
  let bottom = 0;
  for (let i = 0; i < num.length; i++) {
    top += num[i] ?? 0;
    bottom += den[i] ?? 0;
  }
  return { value: quotient(top, bottom), meanDen: quotient(bottom, num.length) };
}

/** 0 where there is nothing to divide by, as scikit-learn's zero_division=0; or another value. */
export function quotient(top: number, bottom: number, undefinedAs = 0): number {
  return bottom === 0 ? undefinedAs : top / bottom;
}

function part({ num, den }: Ratio, { value, meanDen }: Sums, i: number): number {
  return quotient((num[i] ?? 0) - value * (den[i] ?? 0), meanDen);
}

function discordantPairs(a: Ratio, b: Ratio): number {
  let count = 0;
  for (let i = 0; i < a.num.length; i++) if (a.num[i] !== b.num[i] || a.den[i] !== b.den[i]) count++;
  return count;
}

function ratioCells(a: Ratio, b: Ratio): { cells?: Cells } {
  const index = new CellIndex();
  const key = [0, 0, 0, 0];
  for (let i = 0; i < a.num.length && !index.full; i++) {
    key[0] = a.num[i] ?? 0;
    key[1] = a.den[i] ?? 0;
    key[2] = b.num[i] ?? 0;
    key[3] = b.den[i] ?? 0;
    index.add(i, key);
  }
  if (index.full) return {};
  const order = canonicalOrder(index, (i) => [a.num[i], a.den[i], b.num[i], b.den[i]].map(Number));
  const pick = (values: Float64Array): Float64Array =>
    Float64Array.from(order, (cell) => values[index.samples[cell] ?? 0] ?? 0);
  const columns: Columns = [pick(a.num), pick(a.den), pick(b.num), pick(b.den)];
  return {
    cells: {
      counts: Float64Array.from(order, (cell) => index.counts[cell] ?? 0),
      difference: (counts) => ratioDifference(counts, columns),
    },
  };
}

type Columns = readonly [numA: Float64Array, denA: Float64Array, numB: Float64Array, denB: Float64Array];

/** Cells in the order of their keys, so that the order of the samples changes nothing. */
export function canonicalOrder(index: CellIndex, keyOf: (sample: number) => readonly number[]): number[] {
  const keys = index.samples.map(keyOf);
  return keys.map((_, cell) => cell).toSorted((x, y) => compareKeys(keys[x] ?? [], keys[y] ?? []));
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

function ratioDifference(counts: Float64Array, [numA, denA, numB, denB]: Columns): number {
  let topA = 0;
  let bottomA = 0;
  let topB = 0;
  let bottomB = 0;
  for (let cell = 0; cell < counts.length; cell++) {
    const count = counts[cell] ?? 0;
    topA += count * (numA[cell] ?? 0);
    bottomA += count * (denA[cell] ?? 0);
    topB += count * (numB[cell] ?? 0);
    bottomB += count * (denB[cell] ?? 0);
  }
  return quotient(topB, bottomB) - quotient(topA, bottomA);
}

function isBinary(values: Float64Array): boolean {
  return values.every((value) => value === 0 || value === 1);
}

function largestStep(a: Float64Array, b: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs((a[i] ?? 0) - (b[i] ?? 0)));
  return largest;
}
