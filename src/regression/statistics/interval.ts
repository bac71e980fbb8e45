import type { PairedStatistic } from '../metrics/statistic.ts';
import type { IntervalMethod } from '../decision/measurement.ts';
import { acceleration, bcaInterval, bootstrapDifferences, jackknife, type Cells } from './bootstrap.ts';
import { normalQuantile } from './normal.ts';
import { seededRandom } from './random.ts';
import { studentQuantile } from './student.ts';

export interface Interval {
  readonly ci: readonly [number, number];
  readonly method: IntervalMethod;
}

export interface Spread {
  readonly error: number;
  /** For the interval: without pseudo-samples where the data speak for themselves. */
  readonly intervalError: number;
  readonly z: number;
  readonly clusters?: number;
  /** The samples differ by nothing, or all by the same: resampling them would show no spread at all. */
  readonly flat: boolean;
}

export const confidence = 0.95;
const resamples = 10_000;
const fewestResamples = 2000;
/** Elementary steps that one interval may cost: about half a second. */
const budget = 5e7;

/** The 95 % interval of candidate − baseline: BCa where the joint cells are few enough to resample, else from the standard error. */
export function intervalOf(
  statistic: PairedStatistic,
  { intervalError: error, clusters, flat }: Spread,
  seed: number,
): Interval {
  const delta = statistic.candidate - statistic.baseline;
  if (clusters !== undefined)
    return around(
      delta,
      error * studentQuantile((1 + confidence) / 2, Math.max(1, clusters - 1)),
      'clustered',
    );
  const count = statistic.cells === undefined ? 0 : resamplesFor(statistic.cells, statistic.n);
  // Where no two samples differ by another amount every resample is the same, which says nothing of the next 500 samples.
  if (statistic.cells === undefined || count === 0 || flat)
    return around(delta, error * normalQuantile((1 + confidence) / 2), 'normal');
  return { ci: bca(statistic.cells, delta, count, seed), method: 'bca' };
}

function resamplesFor(cells: Cells, n: number): number {
  const cost = cells.counts.length + Math.min(n, 12 * cells.counts.length);
  if (cost * resamples <= budget) return resamples;
  return cost * fewestResamples <= budget ? fewestResamples : 0;
}

function bca(cells: Cells, observed: number, count: number, seed: number): [number, number] {
  const sorted = bootstrapDifferences(cells, count, seededRandom(seed));
  return bcaInterval({
    sorted,
    observed,
    acceleration: acceleration(jackknife(cells), cells.counts),
    confidence,
  });
}

export function around(delta: number, half: number, method: IntervalMethod): Interval {
  return { ci: [delta - half, delta + half], method };
}
