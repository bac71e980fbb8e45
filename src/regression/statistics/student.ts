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
