/** Metrics over the last merges to trunk, held against the last release before the newest of them. */
import { compareText } from '../kernel/compare.ts';
import { isTrunk } from './commits.ts';
import type { Merge, Service, Trend, TrendState, TrendValue, VersionRow } from './model.ts';
import type { BoardSettings } from './settings.ts';
import { trendTest } from './trend-test.ts';

/** Merges in one trend, as the report of regression-gate shows them. */
export const trendLength = 30;

export interface Released extends Pick<VersionRow, 'tag' | 'sha'> {
  /** When its commit was first recorded: ISO 8601. */
  readonly recordedAt: string;
}

/** Longest first, then by name. `released`: newest version first, and the metrics that are known of its commit. */
export function trendsOf(
  merges: readonly Merge[],
  released: readonly Released[],
  metricsAt: (sha: string) => ReadonlyMap<string, number>,
  services: readonly Service[],
  settings: BoardSettings,
): Trend[] {
  const trunk = merges.filter(({ branch }) => isTrunk(branch, settings)).toReversed();
  const names = new Set(trunk.flatMap(({ metrics }) => [...metrics.keys()]));
  return [...names]
    .flatMap((metric) => trendOf(metric, trunk, released, metricsAt, settings) ?? [])
    .map((trend) => ({ ...trend, ...againstServing(trend, services) }))
    .toSorted((a, b) => b.values.length - a.values.length || compareText(a.metric, b.metric));
}

function trendOf(
  metric: string,
  trunk: readonly Merge[],
  released: readonly Released[],
  metricsAt: (sha: string) => ReadonlyMap<string, number>,
  settings: BoardSettings,
): Trend | undefined {
  const values = trunk.flatMap((merge) => valueOf(merge, metric)).slice(-trendLength);
  const [oldest, last] = [values[0], values.at(-1)];
  if (oldest === undefined || last === undefined) return undefined;
  // The newest merge may be a release itself: held against itself it would never be worse.
  const release = released.find(
    ({ sha, recordedAt }) => sha !== last.sha && recordedAt <= last.at && metricsAt(sha).has(metric),
  );
  const value = release === undefined ? undefined : metricsAt(release.sha).get(metric);
  const anchor =
    release === undefined || value === undefined
      ? { name: oldest.sha.slice(0, 8), value: oldest.value, release: false }
      : { name: release.tag, value, release: true };
  const points = values.every((one) => isShare(metric, one.value));
  const tolerance =
    (points && settings.unit === 'points'
      ? settings.tolerance
      : Math.abs(anchor.value) * settings.tolerance) / 100;
  const drift = last.value - anchor.value;
  const lowerIsBetter = isCost(metric);
  // Held against itself a value is always within tolerance.
  const isAlone = !anchor.release && values.length === 1;
  const state = isAlone ? 'alone' : stateOf(drift, tolerance, lowerIsBetter);
  const test = trendTest(values.map((one) => one.value));
  return { metric, values, lowerIsBetter, points, anchor, tolerance, drift, state, ...(test && { test }) };
}

/** The first service by name that has the metric. */
function againstServing(
  { metric, values, tolerance, lowerIsBetter }: Trend,
  services: readonly Service[],
): Pick<Trend, 'serving'> {
  const last = values.at(-1);
  for (const { current, chain, metrics } of services) {
    const value = metrics.find(({ name }) => name === metric)?.value;
    if (value === undefined || last === undefined || chain.some(({ id }) => id === last.sha)) continue;
    const drift = last.value - value;
    return { serving: { id: current.id, value, drift, state: stateOf(drift, tolerance, lowerIsBetter) } };
  }
  return {};
}

/** Than the release before it, or than what serves. */
export function isWorse({ state, serving }: Pick<Trend, 'state' | 'serving'>): boolean {
  return state === 'worse' || serving?.state === 'worse';
}

function valueOf({ sha, at, metrics, pullRequest }: Merge, metric: string): TrendValue[] {
  const value = metrics.get(metric);
  return value === undefined ? [] : [{ sha, at, value, pullRequest }];
}

/** Equal in the last digits is inside: 0.870 − 0.005 is not exactly 0.865. */
function stateOf(drift: number, tolerance: number, lowerIsBetter: boolean): TrendState {
  if (Math.abs(drift) <= tolerance * (1 + 1e-9)) return 'inside';
  return drift > 0 === lowerIsBetter ? 'worse' : 'better';
}

/** A value that is shown in points. */
export function isShare(metric: string, value: number): boolean {
  return value >= 0 && value <= 1 && !isCost(metric);
}

/** Names of metrics of which less is better; of all others more is. */
function isCost(metric: string): boolean {
  return /(?:^|[^a-z])(?:loss|ppl|perplexity|latency|ttft|cost|error|wer|cer|mae|mse|rmse|ece|memory|duration|seconds|ms|hallucination\w*)(?:$|[^a-z])/i.test(
    metric,
  );
}
