import { scoreNames } from '../formats/rows.ts';
import type { Pair } from '../pair.ts';
import { hasLabels } from './measure.ts';
import { plainMetric, type MetricSpec } from './spec.ts';

const mostMetrics = 8;

/** What to judge when nobody says: F1 of labels (accuracy of free answers), else every score that both sides carry. */
export function defaultMetrics(pairs: readonly Pair[]): MetricSpec[] {
  const scores = sharedScores(pairs);
  const named = scores.filter((name) => scoreNames.includes(name.split(',')[0] ?? ''));
  const names =
    named.length === 0 && hasLabels(pairs) ? [labelMetric(pairs)] : named.length > 0 ? named : scores;
  return names.slice(0, mostMetrics).map(plainMetric);
}

function sharedScores(pairs: readonly Pair[]): string[] {
  const names = new Set<string>();
  for (const { baseline, candidate } of pairs)
    for (const name of candidate.scores.keys()) if (baseline.scores.has(name)) names.add(name);
  return [...names];
}

/** Many distinct targets are answers, not classes. */
function labelMetric(pairs: readonly Pair[]): string {
  const targets = new Set(pairs.map(({ baseline }) => String(baseline.target)));
  return targets.size <= Math.max(2, Math.min(100, pairs.length / 5)) ? 'f1' : 'accuracy';
}
