/** Beta function and its incomplete ratio, from which Student's t, binomial tails and Clopper–Pearson limits follow. */

import { logGamma, stirlingRest } from '../../kernel/gamma.ts';

/** ln B(a, b) for a, b > 0; for large arguments without the cancellation of three ln Γ (Didonato & Morris 1992). */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (small < 10) return logGamma(small) + logGammaRatio(large, small);
  const rest = stirlingRest(small) + stirlingRest(large) - stirlingRest(small + large);
  const share = small / (small + large);
  return (
    -0.5 * Math.log(large) +
    0.5 * Math.log(2 * Math.PI) +
    rest +
    (small - 0.5) * Math.log(share) +
    large * Math.log1p(-share)
  );
}

/** ln Γ(large) − ln Γ(large + small). */
function logGammaRatio(large: number, small: number): number {
  if (large < 10) return logGamma(large) - logGamma(large + small);
  const sum = large + small;
  return (
    -(large - 0.5) * Math.log1p(small / large) -
    small * Math.log(sum) +
    small +
    stirlingRest(large) -
    stirlingRest(sum)
  );
}

/** Regularised incomplete beta I_x(a, b): Lentz's continued fraction (Numerical Recipes 6.4). */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (!(x > 0)) return x === 0 ? 0 : NaN;
  if (x >= 1) return 1;
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b));
  if (x < (a + 1) / (a + b + 2)) return (front * continuedFraction(x, a, b)) / a;
  return 1 - (front * continuedFraction(1 - x, b, a)) / b;
}

function continuedFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < 20_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return value;
}

function nonZero(x: number): number {
  return Math.abs(x) < 1e-300 ? 1e-300 : x;
}

/** The place between `low` and `high` where `below` turns from true to false, to the last bit that doubles can tell. */
export function bisect(below: (x: number) => boolean, low: number, high: number): number {
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (below(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
