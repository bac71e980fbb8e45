import {
  acceleration,
  bcaInterval,
  biasCorrection,
  bootstrapDifferences,
  jackknife,
  percentile,
  type Cells,
} from '../../support/statistics/bootstrap.ts';
import { normalCdf, normalQuantile } from '../../../src/regression/statistics/normal.ts';
import { seededRandom } from '../../../src/regression/statistics/random.ts';
import { meanOf } from '../../../src/regression/statistics/standard-error.ts';
import { quotient } from '../../../src/regression/metrics/statistic.ts';
import { cellCounts } from './metric-checks.ts';
import type { OracleInput } from './oracles.ts';

/** Binary F1 over counts indexed 4y + 2a + b. */
export function cellsOf(counts: readonly number[]): Cells {
  const f1 = (of: Float64Array, bit: 1 | 2): number => {
    let [hits, said, gold] = [0, 0, 0];
    of.forEach((count, cell) => {
      const [positive, predicted] = [(cell & 4) > 0, (cell & bit) > 0];
      if (positive && predicted) hits += count;
      if (predicted) said += count;
      if (positive) gold += count;
    });
    return quotient(2 * hits, said + gold);
  };
  return { counts: Float64Array.from(counts), difference: (of) => f1(of, 1) - f1(of, 2) };
}

/** The difference on a list of sample indices: F1 of labels, or the mean of plain differences. */
function statisticOf(input: OracleInput): { n: number; on: (indices: readonly number[]) => number } {
  if (input.diffs !== undefined)
    return { n: input.diffs.length, on: (indices) => meanOf(indices.map((i) => input.diffs[i] ?? NaN)) };
  const on = (indices: readonly number[]): number => {
    const pick = <T>(values: readonly T[]): T[] => indices.flatMap((i) => values.slice(i, i + 1));
    const cells = cellsOf(
      cellCounts({ ...input, y: pick(input.y), base: pick(input.base), cand: pick(input.cand) }),
    );
    return cells.difference(cells.counts);
  };
  return { n: input.y.length, on };
}

function distribution(input: OracleInput): { observed: number; sorted: Float64Array; jackknifed: number[] } {
  const { n, on } = statisticOf(input);
  const all = Array.from({ length: n }, (_, i) => i);
  return {
    observed: on(all),
    sorted: Float64Array.from(input.indices, on).toSorted(),
    jackknifed: all.map((left) => on(all.filter((i) => i !== left))),
  };
}

export function fixedBootstrap(input: OracleInput): Record<string, unknown> {
  const { observed, sorted } = distribution(input);
  const mean = meanOf(sorted);
  const spread = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (sorted.length - 1);
  const shares = ['2.5', '5', '50', '95', '97.5'];
  return {
    theta: observed,
    percentiles: Object.fromEntries(shares.map((share) => [share, percentile(sorted, Number(share) / 100)])),
    mean,
    sd_ddof1: Math.sqrt(spread),
  };
}

export function fixedBca({ confidence }: OracleInput, data: OracleInput): Record<string, unknown> {
  const { observed, sorted, jackknifed } = distribution(data);
  const a = acceleration(jackknifed);
  const [low, high] = bcaInterval({ sorted, observed, acceleration: a, confidence });
  const strict = normalQuantile(sorted.filter((value) => value < observed - 1e-12).length / sorted.length);
  const strictLimit = (tail: number): number => {
    const shifted = strict + normalQuantile(tail);
    return percentile(sorted, normalCdf(strict + shifted / (1 - a * shifted)));
  };
  return {
    midrank_lo: low,
    midrank_hi: high,
    midrank_z0: biasCorrection(sorted, observed),
    strict_less_lo: strictLimit((1 - confidence) / 2),
    strict_less_hi: strictLimit((1 + confidence) / 2),
    strict_less_z0: strict,
    acceleration: a,
  };
}

/** Our own resampling, with our own seed: agrees within the Monte Carlo error of both. */
export function stochastic(input: OracleInput, data: OracleInput): Record<string, unknown> {
  const cells = cellsOf(input.cells_y_a_b ?? cellCounts(data));
  const sorted = bootstrapDifferences(cells, 100_000, seededRandom(7));
  if (input.method === 'BCa') {
    const [lo, hi] = bcaInterval({
      sorted,
      observed: cells.difference(cells.counts),
      acceleration: acceleration(jackknife(cells), cells.counts),
      confidence: input.confidence,
    });
    return { lo, hi };
  }
  const mean = meanOf(sorted);
  const se = Math.sqrt(sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (sorted.length - 1));
  const tail = (1 - input.confidence) / 2;
  const inner =
    input.cells_y_a_b === undefined ? {} : { lo90: percentile(sorted, 0.05), hi90: percentile(sorted, 0.95) };
  return { lo: percentile(sorted, tail), hi: percentile(sorted, 1 - tail), se, ...inner };
}
