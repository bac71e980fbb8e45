import { scoreNames } from '../formats/row-names.ts';
import type { Pair } from '../samples/pair.ts';
import { filterOf, hasLabels } from './measure.ts';
import { isBookkeeping, isKnownDirection, judgedByDefault } from './recognised.ts';
import { plainMetric, type MetricSpec } from './spec.ts';

/** Most metrics that are judged where none is named. */
export const mostMetrics = 16;

/**
 * What to judge when nobody says: the scores that carry a known name, what the rows list among their `scores` (`marks`), and all of a task
 * that has none of them; without known names F1 of labels beside the marks (of free answers the marks or scores of a known direction,
 * without these accuracy), else every score that both sides carry. A score under several filters is one for each.
 */
export function defaultMetrics(pairs: readonly Pair[], marks: ReadonlySet<string> = noMarks): MetricSpec[] {
  const scores = sharedScores(pairs);
  const named = knownScores(pairs);
  const listed = [...marks].filter((name) => !isBookkeeping(name) && carries(pairs, name));
  if (named.length === 0 && hasLabels(pairs))
    return labelledMetrics(pairs, { listed, scores, areChoices: marks.has(labelsMark) }).map(plainMetric);
  const names =
    named.length > 0
      ? [...new Set([...named, ...scoresOfOtherTasks(pairs), ...judgedByDefault(listed, itself)])]
      : judgedByDefault(scores, itself);
  return names.flatMap((name) => byFilter(name, pairs)).map(plainMetric);
}

const noMarks: ReadonlySet<string> = new Set();

const itself = (name: string): string => name;

function carries(pairs: readonly Pair[], name: string): boolean {
  return pairs.some(({ baseline }) => baseline.scores.has(name));
}

/** Among the marks of rows that have no such score: their labels are choices, of which accuracy is judged. */
export const labelsMark = 'accuracy';

interface LabelledScores {
  readonly listed: readonly string[];
  readonly scores: readonly string[];
  readonly areChoices: boolean;
}

/** Free answers are seldom equal to their targets: marks, and scores that have a name, say more of them than accuracy does. */
function labelledMetrics(pairs: readonly Pair[], { listed, scores, areChoices }: LabelledScores): string[] {
  const metric = areChoices ? labelsMark : labelMetric(pairs);
  const judged = judgedByDefault(listed, itself);
  if (areChoices || metric === 'f1') return [metric, ...judged];
  const scored = judged.length > 0 ? judged : scores.filter((name) => isMetricByName(name));
  return scored.length > 0 ? scored : [metric];
}

function isMetricByName(name: string): boolean {
  return isKnownDirection(name) && judgedByDefault([name, noMetric], itself).includes(name);
}

/** Scores that both sides carry and nobody judges, as far as they differ on any sample: what never does belongs to the questions. */
export function scoresBeside(pairs: readonly Pair[], judged: readonly string[]): string[] {
  const others = sharedScores(pairs).filter((name) => !judged.includes(name) && !isBookkeeping(name));
  return judgedByDefault([...others, noMetric], itself).filter(
    (name) =>
      name !== noMetric &&
      pairs.some(
        ({ baseline, candidate }) => !Object.is(baseline.scores.get(name), candidate.scores.get(name)),
      ),
  );
}

/** Beside it a latency is not judged. */
const noMetric = 'score';

function isKnown(name: string): boolean {
  return scoreNames.includes(name.split(',')[0]?.replace(/\/score$/, '') ?? '');
}

/** Those of the baseline: one that the candidate does not carry any more is not passed over. */
function knownScores(pairs: readonly Pair[]): string[] {
  const names = new Set<string>();
  for (const { baseline } of pairs)
    if (baseline.scores.size > 0)
      for (const name of baseline.scores.keys()) if (isKnown(name)) names.add(name);
  if (names.size > 1 && isConstant('success', 1, pairs)) names.delete('success');
  return [...names];
}

/** `success: true` on every sample that was answered says that the call succeeded. */
function isConstant(name: string, value: number, pairs: readonly Pair[]): boolean {
  return pairs.every(({ baseline, candidate }) =>
    [baseline, candidate].every(({ scores }) => (scores.get(name) ?? value) === value),
  );
}

function sharedScores(pairs: readonly Pair[]): string[] {
  const names = new Set<string>();
  for (const { baseline, candidate } of pairs)
    if (candidate.scores.size > 0)
      for (const name of candidate.scores.keys()) if (baseline.scores.has(name)) names.add(name);
  if (names.size > 1 && isFlag('error', pairs)) names.delete('error');
  return [...names];
}

/** 0 or 1: whether there was an error, and not how large it is. */
function isFlag(name: string, pairs: readonly Pair[]): boolean {
  return pairs.every(({ baseline, candidate }) =>
    [baseline, candidate].every(({ scores }) => [0, 1].includes(scores.get(name) ?? 0)),
  );
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
