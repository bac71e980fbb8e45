import { binomialPmf } from './binomial.ts';

export interface PermutationResult {
  /** P(a difference so low or lower | the sides are exchangeable). */
  readonly pLess: number;
  readonly pTwoSided: number;
}

/** Counts of the eight cells of target y, baseline a, candidate b, each 0 or 1: index 4y + 2a + b. */
export type BinaryCells = readonly number[];

/**
 * Exact paired permutation test of binary F1. Swapping the sides matters only for discordant samples, and only how many of
 * them (among positives and among negatives) favour the candidate: two independent Binomial(·, ½).
 */
export function exactF1Permutation(cells: BinaryCells): PermutationResult {
  const cell = (y: number, a: number, b: number): number => cells[4 * y + 2 * a + b] ?? 0;
  const positives = cell(1, 0, 1) + cell(1, 1, 0);
  const negatives = cell(0, 0, 1) + cell(0, 1, 0);
  const difference = (saidOnPositives: number, saidOnNegatives: number): number => {
    const f1 = (onPositives: number, onNegatives: number): number => {
      const hits = cell(1, 1, 1) + onPositives;
      const misses = cell(1, 0, 0) + positives - onPositives;
      const alarms = cell(0, 1, 1) + onNegatives;
      return 2 * hits + misses + alarms === 0 ? 0 : (2 * hits) / (2 * hits + misses + alarms);
    };
    return (
      f1(saidOnPositives, saidOnNegatives) - f1(positives - saidOnPositives, negatives - saidOnNegatives)
    );
  };
  const observed = difference(cell(1, 0, 1), cell(0, 0, 1));
  return tails(observed, function* () {
    for (let i = 0; i <= positives; i++) {
      const weight = binomialPmf(i, positives, 0.5);
      for (let j = 0; j <= negatives; j++) yield [difference(i, j), weight * binomialPmf(j, negatives, 0.5)];
    }
  });
}

const mostSigns = 22;

/** Exact sign-flip test of a mean difference over all 2^k signs of the k differences that are not 0; k ≤ 22. */
export function exactSignFlip(differences: readonly number[]): PermutationResult {
  const moved = differences.filter((d) => d !== 0);
  if (moved.length > mostSigns)
    throw new RangeError(`Expected at most ${mostSigns} differences other than 0, got ${moved.length}.`);
  const total = 2 ** moved.length;
  return tails(
    moved.reduce((sum, d) => sum + d, 0),
    function* () {
      for (let signs = 0; signs < total; signs++) {
        yield [moved.reduce((sum, d, i) => sum + ((signs >> i) & 1 ? -d : d), 0), 1 / total];
      }
    },
  );
}

/** Twice the smaller tail, as scipy's permutation_test. */
function tails(
  observed: number,
  outcomes: () => Iterable<readonly [value: number, probability: number]>,
): PermutationResult {
  const slack = 1e-12 * Math.max(1, Math.abs(observed));
  let less = 0;
  let greater = 0;
  for (const [value, probability] of outcomes()) {
    if (value <= observed + slack) less += probability;
    if (value >= observed - slack) greater += probability;
  }
  return { pLess: Math.min(1, less), pTwoSided: Math.min(1, 2 * Math.min(less, greater)) };
}

/** Wilcoxon's signed-rank test, exact over all signs: the smaller rank sum and its two-sided p. Zeros are left out; ties share ranks. */
export function wilcoxon(differences: readonly number[]): { readonly w: number; readonly pTwoSided: number } {
  const moved = differences.filter((d) => d !== 0);
  const sizes = moved.map(Math.abs).toSorted((a, b) => a - b);
  const ranks = moved.map((d) => (sizes.indexOf(Math.abs(d)) + sizes.lastIndexOf(Math.abs(d))) / 2 + 1);
  const positive = ranks.reduce((sum, rank, i) => sum + ((moved[i] ?? 0) > 0 ? rank : 0), 0);
  const all = ranks.reduce((sum, rank) => sum + rank, 0);
  const signed = ranks.map((rank, i) => ((moved[i] ?? 0) > 0 ? rank : -rank));
  return { w: Math.min(positive, all - positive), pTwoSided: exactSignFlip(signed).pTwoSided };
}
