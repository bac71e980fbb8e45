import type { Random } from '../../../src/regression/statistics/random.ts';

/**
 * Draws `total` items over cells with the given weights into `out`: a chain of conditional binomials (Davis 1993),
 * whose cost is the number of cells and not of items.
 */
export function drawMultinomial(
  out: Float64Array,
  weights: Float64Array,
  total: number,
  random: Random,
): void {
  let left = total;
  let weightLeft = 0;
  for (const weight of weights) weightLeft += weight;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] ?? 0;
    const share = weightLeft > 0 ? Math.min(1, weight / weightLeft) : 0;
    const drawn = i === weights.length - 1 ? left : drawBinomial(left, share, random);
    out[i] = drawn;
    left -= drawn;
    weightLeft -= weight;
  }
}

/** One draw of Binomial(n, p). */
export function drawBinomial(n: number, p: number, random: Random): number {
  if (n === 0 || p <= 0) return 0;
  if (p >= 1) return n;
  if (p > 0.5) return n - drawBinomial(n, 1 - p, random);
  return n * p < 10 ? byInversion(n, p, random) : byRejection(n, p, random);
}

/** BINV of Kachitvichyanukul & Schmeiser (1988): walks up the probabilities. */
function byInversion(n: number, p: number, random: Random): number {
  const odds = p / (1 - p);
  let u = random.uniform();
  let probability = Math.exp(n * Math.log1p(-p));
  let x = 0;
  while (u > probability && x < n) {
    u -= probability;
    x++;
    probability *= (odds * (n - x + 1)) / x;
  }
  return x;
}

/** BTRS of Hörmann (1993), "The generation of binomial random variates": transformed rejection, for n·p ≥ 10. */
function byRejection(n: number, p: number, random: Random): number {
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const centre = n * p + 0.5;
  const squeeze = 0.92 - 4.2 / b;
  for (;;) {
    const u = random.uniform() - 0.5;
    let v = random.uniform();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + centre);
    if (us >= 0.07 && v <= squeeze) return k;
    if (k < 0 || k > n) continue;
    const alpha = (2.83 + 5.1 / b) * spread;
    v = Math.log((v * alpha) / (a / (us * us) + b));
    if (v <= logRatioToMode(k, n, p)) return k;
  }
}

/** ln P(k) − ln P(mode). */
function logRatioToMode(k: number, n: number, p: number): number {
  const mode = Math.floor((n + 1) * p);
  const rest = stirlingTail(mode) + stirlingTail(n - mode) - stirlingTail(k) - stirlingTail(n - k);
  return (
    (mode + 0.5) * Math.log((mode + 1) / ((p / (1 - p)) * (n - mode + 1))) +
    (n + 1) * Math.log((n - mode + 1) / (n - k + 1)) +
    (k + 0.5) * Math.log(((p / (1 - p)) * (n - k + 1)) / (k + 1)) +
    rest
  );
}

const smallTails = [
  0.0810614667953272, 0.0413406959554092, 0.0276779256849983, 0.020790672103765, 0.0166446911898211,
  0.0138761288230707, 0.0118967099458917, 0.010411265261972, 0.00925546218271273, 0.00833056343336287,
];

/** ln k! − (Stirling's formula in k + 1). */
function stirlingTail(k: number): number {
  const known = smallTails[k];
  if (known !== undefined) return known;
  const next = k + 1;
  const square = next * next;
  return (1 / 12 - (1 / 360 - 1 / 1260 / square) / square) / next;
}
