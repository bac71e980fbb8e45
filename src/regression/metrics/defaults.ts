import { scoreNames } from '../formats/rows.ts';
import type { Pair } from '../pair.ts';
import { hasLabels } from './measure.ts';
import { parseMetric, type MetricSpec } from './spec.ts';

const mostMetrics = 8;

/** What to judge when nobody says: F1 of labels (accuracy of free answers), else every score that both sides carry. */
export function defaultMetrics(pairs: readonly Pair[]): MetricSpec[] {
  const scores = sharedScores(pairs);
  const named = scores.filter((name) => scoreNames.includes(name.split(',')[0] ?? ''));
  const names =
    named.length === 0 && hasLabels(pairs) ? [labelMetric(pairs)] : named.length > 0 ? named : scores;
  return names
    .slice(0, mostMetrics)
    .map(parseMetric)
    .filter((spec) => typeof spec !== 'string');
}

function sharedScores(pairs: readonly Pair[]): string[] {
  const [first] = pairs;
  return first === undefined
    ? []
    : [...first.candidate.scores.keys()].filter((name) => first.baseline.scores.has(name));
}

/** Many distinct targets are answers, not classes. */
function labelMetric(pairs: readonly Pair[]): string {
  const targets = new Set(pairs.map(({ baseline }) => String(baseline.target)));
  return targets.size <= Math.max(2, Math.min(100, pairs.length / 5)) ? 'f1' : 'accuracy';
}
