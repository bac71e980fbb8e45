import { scoreNames } from '../formats/row-names.ts';
import type { Pair } from '../samples/pair.ts';
import { filterOf, hasLabels } from './measure.ts';
import { isBookkeeping, judgedByDefault } from './recognised.ts';
import { plainMetric, type MetricSpec } from './spec.ts';

/** Most metrics that are judged where none is named. */
export const mostMetrics = 16;

/**
 * What to judge when nobody says: the scores that carry a known name, and all of a task that has none of them; without known names F1
 * of labels (of free answers their `marks`, without these accuracy), else every score that both sides carry. A score under several
 * filters is one for each. `marks`: what the rows list among their `scores`.
 */
export function defaultMetrics(pairs: readonly Pair[], marks: ReadonlySet<string> = noMarks): MetricSpec[] {
  const scores = sharedScores(pairs);
  const named = knownScores(pairs);
  if (named.length === 0 && hasLabels(pairs)) return labelledMetrics(pairs, marks, scores).map(plainMetric);
  const names =
    named.length > 0 ? [...named, ...scoresOfOtherTasks(pairs)] : judgedByDefault(scores, (name) => name);
  return names.flatMap((name) => byFilter(name, pairs)).map(plainMetric);
}

const noMarks: ReadonlySet<string> = new Set();

/** Free answers are seldom equal to their targets: a judge's marks say more of them than accuracy does. */
function labelledMetrics(
  pairs: readonly Pair[],
  marks: ReadonlySet<string>,
  scores: readonly string[],
): string[] {
  const metric = labelMetric(pairs);
  const given = metric === 'f1' ? [] : scores.filter((name) => marks.has(name) && !isBookkeeping(name));
  return given.length > 0 ? judgedByDefault(given, (name) => name) : [metric];
}

function isKnown(name: string): boolean {
  return scoreNames.includes(name.split(',')[0]?.replace(/\/score$/, '') ?? '');
}

/** Those of the baseline: one that the candidate does not carry any more is not passed over. */
function knownScores(pairs: readonly Pair[]): string[] {
  return [...new Set(pairs.flatMap(({ baseline }) => [...baseline.scores.keys()].filter(isKnown)))];
}

function sharedScores(pairs: readonly Pair[]): string[] {
  const names = new Set<string>();
  for (const { baseline, candidate } of pairs)
    for (const name of candidate.scores.keys()) if (baseline.scores.has(name)) names.add(name);
  return [...names];
}

/** Of several tasks in one evaluation one may have scores of its own names only: it is judged too. */
function scoresOfOtherTasks(pairs: readonly Pair[]): string[] {
  const others = pairs.filter(
    ({ baseline }) =>
      baseline.slices.some((slice) => slice.startsWith('task=')) &&
      ![...baseline.scores.keys()].some(isKnown),
  );
  return sharedScores(others).filter((name) => !isKnown(name));
}

function byFilter(name: string, pairs: readonly Pair[]): string[] {
  const filters = new Set<string>();
  for (const { baseline } of pairs) if (baseline.scores.has(name)) filters.add(filterOf(baseline.slices));
  return filters.size > 1 ? [...filters].map((filter) => `${name},${filter}`) : [name];
}

/** Many distinct targets are answers, not classes. */
function labelMetric(pairs: readonly Pair[]): string {
  const targets = new Set(pairs.map(({ baseline }) => String(baseline.target)));
  return targets.size <= Math.max(2, Math.min(100, pairs.length / 5)) ? 'f1' : 'accuracy';
}
