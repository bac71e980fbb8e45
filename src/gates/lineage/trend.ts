/** What the ledger knows of trunk's last merges: the values against which slow erosion shows. */
import type { LineageRecord } from '../../lineage/index.ts';
import type { LedgerSnapshot } from '../ledger.ts';
import type { MergedValue } from '../ports.ts';
import { openReader } from './reader.ts';

/**
 * Metrics of the evaluations that are recorded of commits (`from: commit …`, `to: evaluation …`), in the order of the commits.
 * A commit that nobody evaluated gives none; of several evaluations the last counts.
 */
export async function mergedValues(
  commits: readonly string[],
  snapshot: LedgerSnapshot,
): Promise<readonly MergedValue[]> {
  const reader = await openReader(snapshot);
  const mentions = await reader.mentioning(commits.map((sha) => ({ kind: 'commit', id: sha })));
  return commits.flatMap((sha, at) => {
    const values = new Map((mentions[at] ?? []).filter(isEvaluation).toSorted(byTime).flatMap(metricsOf));
    return [...values].map(([metric, value]) => ({ sha, metric, value }));
  });
}

function isEvaluation({ outputs }: LineageRecord): boolean {
  return outputs.some(({ kind }) => kind === 'evaluation');
}

function byTime(a: LineageRecord, b: LineageRecord): number {
  return a.at < b.at ? -1 : Number(a.at > b.at);
}

function metricsOf({ metrics = {} }: LineageRecord): [string, number][] {
  return Object.entries(metrics);
}
