import { bisect, incompleteBeta } from './beta.ts';

/** P(T ≤ t) of Student's t with `df` degrees of freedom (Abramowitz & Stegun 26.5.27). */
export function studentCdf(t: number, df: number): number {
  const half = incompleteBeta(df / (df + t * t), df / 2, 0.5) / 2;
  return t < 0 ? half : 1 - half;
}

/** The t with P(T ≤ t) = p. */
export function studentQuantile(p: number, df: number): number {
  if (p === 0.5) return 0;
  if (p < 0.5) return -studentQuantile(1 - p, df);
  let high = 2;
  while (studentCdf(high, df) < p && high < 1e300) high *= 2;
  return bisect((t) => studentCdf(t, df) < p, 0, high);
}

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
