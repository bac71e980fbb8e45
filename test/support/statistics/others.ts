/** Tests and errors that the product does not use, beside which its own are checked. */
import { benjaminiHochberg } from '../../../src/regression/statistics/multiplicity.ts';
import { normalQuantile } from '../../../src/regression/statistics/normal.ts';
import { statedPower } from '../../../src/regression/statistics/power.ts';
import { clusteredError, plainError } from '../../../src/regression/statistics/standard-error.ts';
import { studentCdf } from '../../../src/regression/statistics/student.ts';

export interface PairedT {
  readonly t: number;
  readonly df: number;
  /** P(T ≤ t): small when the candidate is lower. */
  readonly pLess: number;
  readonly pTwoSided: number;
}

/** Student's paired t of the differences candidate − baseline. */
export function pairedT(differences: readonly number[]): PairedT {
  const n = differences.length;
  const mean = differences.reduce((sum, d) => sum + d, 0) / n;
  const squares = differences.reduce((sum, d) => sum + (d - mean) ** 2, 0);
  const t = mean / Math.sqrt(squares / (n - 1) / n);
  return { t, df: n - 1, pLess: studentCdf(t, n - 1), pTwoSided: 2 * studentCdf(-Math.abs(t), n - 1) };
}

/** Benjamini & Yekutieli (2001): Benjamini & Hochberg under any dependence. */
export function benjaminiYekutieli(p: readonly number[]): number[] {
  const factor = p.reduce((sum, _, i) => sum + 1 / (i + 1), 0);
  return benjaminiHochberg(p).map((value) => Math.min(1, factor * value));
}

export function bonferroni(p: readonly number[]): number[] {
  return p.map((value) => Math.min(1, value * p.length));
}

/** (z₁₋α + z₁₋β)·√(d / n), d = share of discordant pairs: the smallest drop of a share that n pairs find with that power. */
export function detectableDrop(discordance: number, n: number, alpha: number, power = statedPower): number {
  return (normalQuantile(1 - alpha) + normalQuantile(power)) * Math.sqrt(discordance / n);
}

/** Miller 2024 eq. 4 to the letter: the variance of the mean with n − 1, plus the covariances inside clusters. */
export function millerClusteredError(values: readonly number[], clusters: readonly string[]): number {
  const n = values.length;
  const plain = plainError(Float64Array.from(values)) ** 2;
  const crossTerms = clusteredError(values, clusters).error ** 2 - (plain * (n - 1)) / n;
  return Math.sqrt(plain + crossTerms);
}
