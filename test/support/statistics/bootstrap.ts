import { normalCdf, normalQuantile } from '../../../src/regression/statistics/normal.ts';
import { drawMultinomial } from './multinomial.ts';
import type { Random } from '../../../src/regression/statistics/random.ts';

/** Samples that count alike for a metric, with how many there are, and the metric's difference as a function of such counts. */
export interface Cells {
  readonly counts: Float64Array;
  difference(counts: Float64Array): number;
}

/**
 * Bootstrap of candidate − baseline: pairs are resampled jointly. A multinomial over the joint cells has the same law as
 * resampling samples and costs the number of cells; with few samples a cell, samples are drawn one by one.
 * Returns the differences, sorted.
 */
export function bootstrapDifferences(cells: Cells, resamples: number, random: Random): Float64Array {
  const total = cells.counts.reduce((sum, count) => sum + count, 0);
  const drawn = new Float64Array(cells.counts.length);
  const draw = cells.counts.length * 12 > total ? oneByOne(cells.counts, total) : drawMultinomial;
  const result = new Float64Array(resamples);
  for (let b = 0; b < resamples; b++) {
    draw(drawn, cells.counts, total, random);
    result[b] = cells.difference(drawn);
  }
  return result.toSorted();
}

function oneByOne(counts: Float64Array, total: number): typeof drawMultinomial {
  const cellOf = new Int32Array(total);
  let next = 0;
  counts.forEach((count, cell) => cellOf.fill(cell, next, (next += count)));
  return (out, _weights, draws, random) => {
    out.fill(0);
    for (let i = 0; i < draws; i++) {
      const cell = cellOf[random.below(total)] ?? 0;
      out[cell] = (out[cell] ?? 0) + 1;
    }
  };
}

/** Linear interpolation between order statistics, as numpy's default; `share` in [0, 1]. */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  const position = Math.min(1, Math.max(0, share)) * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below] ?? NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? NaN;
  const weight = position - below;
  // The nearer end carries the multiplication, so that equal neighbours give themselves back.
  return weight < 0.5 ? low + (high - low) * weight : high - (high - low) * (1 - weight);
}

export interface BcaInput {
  /** Bootstrap values, sorted. */
  readonly sorted: Float64Array;
  /** The observed value. */
  readonly observed: number;
  readonly acceleration: number;
  /** Two-sided, such as 0.95. */
  readonly confidence: number;
}

/**
 * Bias-corrected and accelerated interval (Efron 1987). The bias correction counts ties with the observed value half:
 * with few discordant pairs many resamples tie with it.
 */
export function bcaInterval({ sorted, observed, acceleration, confidence }: BcaInput): [number, number] {
  const bias = biasCorrection(sorted, observed);
  const limit = (tail: number): number => {
    const shifted = bias + normalQuantile(tail);
    return percentile(sorted, normalCdf(bias + shifted / (1 - acceleration * shifted)));
  };
  if (!Number.isFinite(bias))
    return [percentile(sorted, (1 - confidence) / 2), percentile(sorted, (1 + confidence) / 2)];
  return [limit((1 - confidence) / 2), limit((1 + confidence) / 2)];
}

/** z₀ = Φ⁻¹((#< θ + #≤ θ) / 2B). */
export function biasCorrection(sorted: Float64Array, observed: number): number {
  const slack = 1e-12 * Math.max(1, Math.abs(observed));
  const below = countWhere(sorted, observed - slack);
  const upTo = countWhere(sorted, observed + slack);
  return normalQuantile((below + upTo) / (2 * sorted.length));
}

/** How many of the sorted values are below the limit. */
function countWhere(sorted: Float64Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** a = Σd³ / (6 (Σd²)^1.5), d = mean of the jackknife − jackknifeᵢ; `weights` says how often each value occurs. */
export function acceleration(jackknife: ArrayLike<number>, weights?: ArrayLike<number>): number {
  const weight = (i: number): number => weights?.[i] ?? 1;
  let total = 0;
  let sum = 0;
  for (let i = 0; i < jackknife.length; i++) {
    total += weight(i);
    sum += weight(i) * (jackknife[i] ?? 0);
  }
  let squares = 0;
  let cubes = 0;
  for (let i = 0; i < jackknife.length; i++) {
    const d = sum / total - (jackknife[i] ?? 0);
    squares += weight(i) * d * d;
    cubes += weight(i) * d * d * d;
  }
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
}

/** The difference with one sample of each cell left out. */
export function jackknife(cells: Cells): Float64Array {
  const counts = Float64Array.from(cells.counts);
  return counts.map((count, cell) => {
    if (count === 0) return NaN;
    counts[cell] = count - 1;
    const value = cells.difference(counts);
    counts[cell] = count;
    return value;
  });
}
