import { heaviest } from './weights.ts';

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
}

/** One side of Σ num / Σ den, a pair of numbers a sample. */
export interface Ratio {
  readonly num: Float64Array | Int32Array;
  readonly den: Float64Array | Int32Array;
}

/** Mean of one score on both sides. A score of 0 and 1 can flip by 1; any other by the largest step seen, a share where there is none by its range. */
export function meanStatistic(
  baseline: Float64Array,
  candidate: Float64Array,
  weights?: Float64Array,
): PairedStatistic {
  const den = new Float64Array(baseline.length).fill(1);
  const flip =
    isBinary(baseline) && isBinary(candidate) ? 1 : largestStep(baseline, candidate) || rangeOf(baseline);
  return ratioStatistic({ num: baseline, den }, { num: candidate, den }, () => flip, weights);
}

/**
 * A ratio of sums on both sides: mean, binary and micro F1, precision, recall. Influence of a sample:
 * (num − F·den) / mean(den) of the candidate minus the same of the baseline, times its weight (on average 1).
 */
export function ratioStatistic(
  baseline: Ratio,
  candidate: Ratio,
  flip: (value: number, meanDen: number) => number,
  weights?: Float64Array,
): PairedStatistic {
  const n = baseline.num.length;
  const b = sums(baseline, weights);
  const c = sums(candidate, weights);
  const influence = new Float64Array(n);
  for (let i = 0; i < n; i++)
    influence[i] = (weights?.[i] ?? 1) * (part(candidate, c, i) - part(baseline, b, i));
  return {
    n,
    baseline: b.value,
    candidate: c.value,
    influence,
    flip: heaviest(weights) * flip((b.value + c.value) / 2, (b.meanDen + c.meanDen) / 2),
    discordant: discordantPairs(baseline, candidate),
    defined: b.meanDen > 0 && c.meanDen > 0,
  };
}

interface Sums {
  readonly value: number;
  readonly meanDen: number;
}

function sums({ num, den }: Ratio, weights?: Float64Array): Sums {
  let top = 0;
  let bottom = 0;
  for (let i = 0; i < num.length; i++) {
    const weight = weights?.[i] ?? 1;
    top += weight * (num[i] ?? 0);
    bottom += weight * (den[i] ?? 0);
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

function isBinary(values: Float64Array): boolean {
  return values.every((value) => value === 0 || value === 1);
}

function largestStep(a: Float64Array, b: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs((a[i] ?? 0) - (b[i] ?? 0)));
  return largest;
}

/** How far shares are apart; 0 where the scores are not shares. */
function rangeOf(values: Float64Array): number {
  const isShare = values.every((value) => value >= 0 && value <= 1);
  if (!isShare) return 0;
  return (
    values.reduce((most, value) => Math.max(most, value), 0) -
    values.reduce((least, value) => Math.min(least, value), 1)
  );
}
