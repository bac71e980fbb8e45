import { bisect, incompleteBeta, logBeta } from '../../../src/regression/statistics/beta.ts';
import { normalCdf, normalQuantile } from '../../../src/regression/statistics/normal.ts';

/** P(Bin(n, p) = k). */
export function binomialPmf(k: number, n: number, p: number): number {
  if (k < 0 || k > n) return 0;
  if (p <= 0 || p >= 1) return Number(k === (p <= 0 ? 0 : n));
  return Math.exp(k * Math.log(p) + (n - k) * Math.log1p(-p) - logBeta(k + 1, n - k + 1) - Math.log(n + 1));
}

/** P(Bin(n, p) ≥ k) (Abramowitz & Stegun 26.5.24). */
export function binomialTail(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  return k > n ? 0 : incompleteBeta(p, k, n - k + 1);
}

export interface McNemar {
  readonly exactTwoSided: number;
  /** P(so many lost samples or more | gains and losses are equally likely). */
  readonly exactDrop: number;
  readonly midPDrop: number;
  /** χ² with Edwards' continuity correction, to the letter as statsmodels computes it. */
  readonly correctedTwoSided: number;
}

/** McNemar's test of the discordant pairs: `lost` were right and are wrong, `gained` the other way (Fagerland, Lydersen & Laake 2013). */
export function mcNemar(lost: number, gained: number): McNemar {
  const n = lost + gained;
  const exactDrop = binomialTail(lost, n, 0.5);
  const statistic = n === 0 ? 0 : Math.abs(Math.abs(lost - gained) - 1) / Math.sqrt(n);
  return {
    exactTwoSided: Math.min(1, 2 * binomialTail(Math.max(lost, gained), n, 0.5)),
    exactDrop,
    midPDrop: exactDrop - binomialPmf(lost, n, 0.5) / 2,
    correctedTwoSided: 2 * normalCdf(-statistic),
  };
}

type Limits = readonly [number, number];

/** Clopper & Pearson (1934): exact, never below the nominal coverage. */
export function clopperPearson(successes: number, n: number, confidence: number): Limits {
  const tail = (1 - confidence) / 2;
  return [
    successes === 0 ? 0 : inverseIncompleteBeta(tail, successes, n - successes + 1),
    successes === n ? 1 : inverseIncompleteBeta(1 - tail, successes + 1, n - successes),
  ];
}

/** Wilson (1927). */
export function wilson(successes: number, n: number, confidence: number): Limits {
  const z = normalQuantile((1 + confidence) / 2);
  const share = successes / n;
  const centre = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return clipped(successes === 0 ? 0 : centre - half, successes === n ? 1 : centre + half);
}

/** Wilson's interval with continuity correction (Newcombe 1998, method 4). */
export function wilsonCorrected(successes: number, n: number, confidence: number): Limits {
  const z = normalQuantile((1 + confidence) / 2);
  const share = successes / n;
  const bottom = 2 * (n + z * z);
  const root = (sign: 1 | -1): number =>
    z * Math.sqrt(z * z - sign * 2 - 1 / n + 4 * share * (n * (1 - share) + sign));
  const low = (2 * n * share + z * z - 1 - root(1)) / bottom;
  const high = (2 * n * share + z * z + 1 + root(-1)) / bottom;
  return clipped(successes === 0 ? 0 : low, successes === n ? 1 : high);
}

/** Agresti & Coull (1998), clipped to [0, 1]. */
export function agrestiCoull(successes: number, n: number, confidence: number): Limits {
  const z = normalQuantile((1 + confidence) / 2);
  const total = n + z * z;
  const share = (successes + (z * z) / 2) / total;
  const half = z * Math.sqrt((share * (1 - share)) / total);
  return clipped(share - half, share + half);
}

function clipped(low: number, high: number): Limits {
  return [Math.max(0, low), Math.min(1, high)];
}

/** The x in [0, 1] with I_x(a, b) = p. */
export function inverseIncompleteBeta(p: number, a: number, b: number): number {
  return bisect((x) => incompleteBeta(x, a, b) < p, 0, 1);
}
