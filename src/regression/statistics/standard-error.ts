/** Standard errors of a mean of influences. */

/** sd / √n with n − 1 in the variance. */
export function plainError(values: Float64Array): number {
  const n = values.length;
  return Math.sqrt(squaresAround(values, meanOf(values)) / (n - 1) / n);
}

/**
 * With two pseudo-samples ±r added: √((SS + 2r²) / (n + 1) / (n + 2)). Without them a handful of discordant pairs
 * looks far too certain. The idea is Bonett & Price (2012), "Adjusted Wald confidence interval for a difference of
 * binomial proportions based on paired data".
 */
export function stabilisedError(values: Float64Array, r: number): number {
  const n = values.length;
  return Math.sqrt((squaresAround(values, meanOf(values)) + 2 * r * r) / (n + 1) / (n + 2));
}

export interface ClusteredError {
  readonly error: number;
  readonly clusters: number;
}

/**
 * Cluster-robust CR0, √Σ_g (Σ_{i∈g} dev_i)² / n: Miller (2024), "Adding error bars to evals", eq. 4 with n in place of n − 1 on the diagonal;
 * what statsmodels gives as `cov_type="cluster", use_correction=False`.
 */
export function clusteredError(values: ArrayLike<number>, clusters: readonly string[]): ClusteredError {
  const sums = clusterSums(values, clusters);
  let squares = 0;
  for (const sum of sums.values()) squares += sum * sum;
  return { error: Math.sqrt(squares) / values.length, clusters: sums.size };
}

/** CR0 with the correction G / (G − 1) for few clusters and two pseudo-samples ±r, each a cluster of its own. */
export function stabilisedClusteredError(
  values: Float64Array,
  clusters: readonly string[],
  r: number,
): ClusteredError {
  const { error, clusters: count } = clusteredError(values, clusters);
  const n = values.length;
  const squares = ((error * n) ** 2 * count) / Math.max(1, count - 1) + 2 * r * r;
  return { error: Math.sqrt(squares / (n + 1) / (n + 2)), clusters: count };
}

function clusterSums(values: ArrayLike<number>, clusters: readonly string[]): Map<string, number> {
  const mean = meanOf(values);
  const sums = new Map<string, number>();
  for (let i = 0; i < values.length; i++) {
    const cluster = clusters[i] ?? '';
    sums.set(cluster, (sums.get(cluster) ?? 0) + (values[i] ?? 0) - mean);
  }
  return sums;
}

export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
  return sum / values.length;
}

function squaresAround(values: ArrayLike<number>, mean: number): number {
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += ((values[i] ?? 0) - mean) ** 2;
  return squares;
}
