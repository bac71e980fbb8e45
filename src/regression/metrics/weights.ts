import type { Pair } from '../samples/pair.ts';

/** What each pair counts, on average 1; `undefined` where all count alike. */
export function weightsOf(pairs: readonly Pair[]): Float64Array | undefined {
  if (!pairs.some(({ weight }) => weight !== undefined)) return undefined;
  const mean = pairs.reduce((sum, { weight = 1 }) => sum + weight, 0) / pairs.length;
  return Float64Array.from(pairs, ({ weight = 1 }) => weight / mean);
}

/** What the heaviest counts. */
export function heaviest(weights: Float64Array | undefined): number {
  return weights === undefined ? 1 : weights.reduce((most, weight) => Math.max(most, weight), 0);
}
