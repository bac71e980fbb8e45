import type { PairedStatistic } from '../metrics/statistic.ts';
import type { Pair } from '../samples/pair.ts';
import type { Changes } from '../statistics/interval.ts';
import { normalCdf } from '../statistics/normal.ts';
import { plainError, stabilisedClusteredError, stabilisedError } from '../statistics/standard-error.ts';
import { studentQuantile } from '../statistics/student.ts';

/** How far candidate − baseline may lie from what it is, by chance. */
export interface Spread {
  /** Stabilised standard error. */
  readonly error: number;
  /** Without pseudo-samples where the data speak for themselves: for what more samples would show. */
  readonly plain: number;
  /** Critical value of the one-sided test. */
  readonly z: number;
  readonly clusters?: number;
  readonly changes: Changes;
}

/** Below this part of the stabilised error, what is left is the last bits of subtractions. */
const negligible = 1e-9;

/** Of samples, or of clusters where samples belong together. `z`: the critical value of the normal distribution. */
export function spreadOf(pairs: readonly Pair[], z: number, statistic: PairedStatistic): Spread {
  const clusters = clustersOf(pairs);
  const { influence, flip, discordant } = statistic;
  const delta = statistic.candidate - statistic.baseline;
  if (clusters === undefined) {
    const error = stabilisedError(influence, flip);
    const plain = plainError(influence);
    const values = influence.map((value) => value + delta);
    return {
      error,
      plain: plain > negligible * error ? plain : error,
      z,
      changes: { values, flip, changed: discordant },
    };
  }
  const { error, clusters: count } = stabilisedClusteredError(influence, clusters, flip);
  return {
    error,
    plain: error,
    // Few clusters: Student's t in place of the normal, at the same level.
    z: studentQuantile(normalCdf(z), Math.max(1, count - 1)),
    clusters: count,
    changes: clusterChanges(statistic, clusters, count),
  };
}

/** Cluster of each pair, which the baseline names: a change could weaken a shown drop. `undefined` where every sample stands alone. */
function clustersOf(pairs: readonly Pair[]): string[] | undefined {
  if (!pairs.some(({ baseline }) => baseline.cluster !== undefined)) return undefined;
  // A sample without a cluster is the first of those that name it, or stands alone.
  const clusters = pairs.map(({ baseline: { cluster, id } }) => cluster ?? id);
  return new Set(clusters).size < pairs.length ? clusters : undefined;
}

/** A cluster changed where it moved by more than a tenth of a flip: in a ratio those that did not flip move a little too. */
const moved = 0.1;

function clusterChanges(
  { n, influence, flip, candidate, baseline }: PairedStatistic,
  clusters: readonly string[],
  count: number,
): Changes {
  const sums = new Map<string, number>();
  for (let i = 0; i < n; i++) {
    const cluster = clusters[i] ?? '';
    sums.set(cluster, (sums.get(cluster) ?? 0) + (influence[i] ?? 0) + candidate - baseline);
  }
  const values = Float64Array.from(sums.values(), (sum) => (sum * count) / n);
  const one = (flip * count) / n;
  const changed = values.reduce((total, value) => total + Number(Math.abs(value) > moved * one), 0);
  // All samples of a cluster may flip together.
  return { values, flip, changed };
}
