/** Where it fell by totals alone: one value for each evaluation, and nothing of single samples. */
import { logSum } from './log-sum.ts';

/** Variances of a fall over that of the noise: from falls as large as the noise to far larger ones, each as likely. */
const sizes = [1, 4, 16, 64];

/**
 * log of the ratio of likelihoods, by step: the mean is lower from there on, against one mean for all; step 0 is none. The noise is not
 * known: Zellner's g-prior with σ integrated out (Liang et al. 2008), and a stated standard error bounds the evidence.
 * `values`: more is better. `error`: standard error of one value, where files state it.
 */
export function totalsEvidence(values: readonly number[], error?: number): Float64Array {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const all = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  let before = 0;
  return Float64Array.from(values, (_, step) => {
    if (step === 0) return -Infinity;
    before += values[step - 1] ?? 0;
    const weight = (step * (n - step)) / n;
    const drop = before / step - (mean * n - before) / (n - step);
    if (all <= 0) return 0;
    const explained = Math.min((weight * drop ** 2) / all, 1 - 1e-9);
    const unknown = sizes.map((g) => {
      const shrunk = (g * weight) / (1 + g * weight);
      return -Math.log1p(g * weight) / 2 - ((n - 1) / 2) * Math.log1p(-explained * shrunk);
    });
    const free = logSum(unknown) - Math.log(sizes.length);
    const bound = error === undefined ? Infinity : knownNoise(drop, weight, error);
    return drop > 0 ? Math.min(free, bound) + Math.LN2 : -Math.max(free, 0);
  });
}

function knownNoise(drop: number, weight: number, error: number): number {
  const square = (weight * drop ** 2) / error ** 2;
  const logs = sizes.map((g) => {
    const shrunk = (g * weight) / (1 + g * weight);
    return -Math.log1p(g * weight) / 2 + (square * shrunk) / 2;
  });
  return logSum(logs) - Math.log(sizes.length);
}
