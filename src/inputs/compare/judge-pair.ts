/** Whether what one sample is fed as is the same. */
import type { DensePrint, ExactValue, Statistics } from '../model.ts';
import { foldedSketch } from '../print/statistics.ts';
import { sizeOf } from '../read/stored-array.ts';
import { isCounts, judgeCounts } from './distribution.ts';
import { distanceOf, hasOutliers } from './fit.ts';
import { isDense, isExactPair, sameShape, type DensePair, type Pair } from './pairs.ts';
import { defaultTolerance, kindOf, type Tolerance } from './tolerance.ts';
import type { PairVerdict } from './verdict.ts';

const same: PairVerdict = { verdict: 'same', distance: 0 };

/** `exact`: masks and the like, of which every value counts. */
export function judgePair(pair: Pair, exact: boolean, learned: Tolerance | undefined): PairVerdict {
  if (isExactPair(pair)) return judgeExact(pair);
  if (!isDense(pair)) return { verdict: 'changed', distance: 1 };
  return judgeDense(pair, exact, learned ?? defaultTolerance(pair.before.dtype, pair.after.dtype));
}

function judgeExact(pair: Pair<ExactValue>): PairVerdict {
  if (isCounts(pair)) return judgeCounts(pair);
  const { before, after } = pair;
  if (!sameShape({ id: '', before, after })) return { verdict: 'changed', distance: 1 };
  const differing = before.values.filter((value, at) => !sameValue(value, after.values[at])).length;
  if (differing > 0) return { verdict: 'changed', distance: differing / Math.max(1, before.values.length) };
  return stored(before.dtype, after.dtype);
}

export function sameValue(a: unknown, b: unknown): boolean {
  return a === b || (Number.isNaN(a) && Number.isNaN(b));
}

/** The values are the same: another width of the type is how they are stored, another kind is something else to a model. */
function stored(before: string, after: string): PairVerdict {
  if (before === after) return same;
  return kindOf(before) === kindOf(after)
    ? { verdict: 'numeric noise', distance: 0, storage: after }
    : { verdict: 'changed', distance: 0 };
}

function judgeDense(pair: DensePair, exact: boolean, tolerance: Tolerance): PairVerdict {
  const { before, after } = pair;
  if (!sameShape(pair)) return { verdict: 'changed', distance: blockDistance(pair) };
  if (before.hashes.exact === after.hashes.exact) return stored(before.dtype, after.dtype);
  const distance = distanceOf(pair);
  const { nan, infinite } = before.statistics;
  if (exact || nan !== after.statistics.nan || infinite !== after.statistics.infinite)
    return { verdict: 'changed', distance };
  if (kindOf(before.dtype) !== kindOf(after.dtype)) return { verdict: 'changed', distance };
  const storage = storageOf(before, after);
  if (storage !== undefined) return { verdict: 'numeric noise', distance, storage };
  const rounded = roundedTo(before, after);
  if (rounded !== undefined) return { verdict: 'numeric noise', distance, ...rounded };
  const isNoise = distance <= tolerance.distance && (tolerance.learned || isUnstructured(pair, distance));
  if (isNoise) return { verdict: 'numeric noise', distance };

  return { verdict: 'changed', distance };
}

const smaller = ['float32', 'float16', 'bfloat16', 'bfloat16Cut', 'float8_e4m3', 'float8_e5m2'] as const;

/** Rounded to the smaller type, the one is exactly the other: nothing but storage does that. */
function storageOf(before: DensePrint, after: DensePrint): string | undefined {
  const found = smaller.find(
    (type) =>
      (after.hashes.exact === before.hashes[type] && after.hashes.exact === after.hashes[type]) ||
      (before.hashes.exact === after.hashes[type] && before.hashes.exact === before.hashes[type]),
  );
  return found?.replace('Cut', ' (cut off, not rounded)');
}

/**
 * The type in which every value of one side fits, and not of the other, where the difference is what rounding makes: its projections
 * say so. Noise before it makes some values round to the other side, and no more.
 */
function roundedTo(
  before: DensePrint,
  after: DensePrint,
): Required<Pick<PairVerdict, 'storage' | 'rounding'>> | undefined {
  for (const [at, storage] of (['bfloat16', 'float16'] as const).entries()) {
    if (fits(after, storage) === fits(before, storage)) continue;
    const [exact, rounded] = fits(after, storage) ? [before, after] : [after, before];
    const rounding = roundingOf(exact.statistics, rounded.statistics, at);
    if (rounding.left <= rounding.all) return { storage, rounding };
  }
  return undefined;
}

function roundingOf(exact: Statistics, rounded: Statistics, at: number): { left: number; all: number } {
  const [from, to] = [foldedSketch(exact), foldedSketch(rounded)];
  const expected = exact.rounding[at] ?? new Float32Array();
  let [left, all] = [0, 0];
  for (let j = 0; j < from.length; j++) {
    left += ((to[j] ?? 0) - (from[j] ?? 0) - (expected[j] ?? 0)) ** 2;
    all += (expected[j] ?? 0) ** 2;
  }
  return { left, all };
}

/**
 * Noise moves some values to the next step, which is a small part of what rounding does in all samples together. In one of them it may
 * be much: a background of one value, half way between two steps.
 */
export function isAllRounding(verdicts: readonly PairVerdict[]): boolean {
  const found = verdicts.flatMap(({ rounding }) => (rounding === undefined ? [] : [rounding]));
  const [left, all] = [sumOf(found.map((one) => one.left)), sumOf(found.map((one) => one.all))];
  return left <= 0.2 * all;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

function fits({ hashes }: DensePrint, type: 'float16' | 'bfloat16'): boolean {
  return hashes.exact === hashes[type];
}

/** Noise leaves means of blocks and the sharpness of a picture alone. Too small a difference has no structure that could be seen. */
function isUnstructured(pair: DensePair, distance: number): boolean {
  if (distance < 1e-5 || sizeOf(pair.before.shape) < 1024) return true;
  if (hasOutliers(pair)) return false;
  const { before, after } = pair;
  const sharpness = before.statistics.detail.every((value, i) => {
    const other = after.statistics.detail[i] ?? 0;
    return Math.abs(other - value) <= 0.02 * Math.max(value, other) + 1e-7;
  });
  return sharpness && blockDistance(pair) <= Math.max(distance / 3, 2e-5);
}

/** Relative distance of the block means. */
export function blockDistance({ before, after }: DensePair): number {
  const [a, b] = [before.statistics.blocks, after.statistics.blocks];
  let [difference, norm] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    difference += ((b[i] ?? 0) - (a[i] ?? 0)) ** 2;
    norm += (a[i] ?? 0) ** 2;
  }
  return norm === 0 ? (difference === 0 ? 0 : 1) : Math.sqrt(difference / norm);
}
