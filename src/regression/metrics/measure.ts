import { regressionRules } from '../rules.ts';
import type { Pair } from '../samples/pair.ts';
import { isDigest } from '../samples/long-text.ts';
import { shown } from '../shown.ts';
import { taskOf, type Sample } from '../samples/sample.ts';
import { isFailed } from '../samples/status.ts';
import { fromLabels } from './from-labels.ts';
import { notNumbers, type Measured } from './measured.ts';
import { labelMetrics, scoreAliases, type MetricSpec } from './spec.ts';
import { fromAnswers, kOf } from './pass-at-k.ts';
import { meanStatistic, ratioStatistic, type Ratio } from './statistic.ts';
import { weightsOf } from './weights.ts';
import { bestOf, keptScore, textMetrics } from './squad.ts';

/** A score column of the metric's name comes first: it is the evaluation's own definition. */
export function measure(spec: MetricSpec, pairs: readonly Pair[]): Measured {
  const column = scoreColumn(spec, pairs);
  if (column !== undefined)
    return spec.byTask === true ? overTasks(column, pairs) : fromScores(column, pairs);
  const k = kOf(spec.key);
  const passed = k === undefined ? undefined : passedColumn(pairs);
  if (k !== undefined && passed !== undefined) return fromAnswers(k, passed, pairs);
  const filtered = filteredColumn(spec, pairs);
  if (filtered !== undefined)
    return fromScores(filtered.column, pairs, `${filtered.column} under the filter ${filtered.filter}`);
  const text = textMetrics.get(spec.key);
  if (text !== undefined && hasLabels(pairs)) return fromText(text, spec, pairs);
  const label = labelMetrics.get(spec.key);
  if (label !== undefined && hasLabels(pairs)) return fromLabels(label, spec, pairs);
  return {
    ok: false,
    rule: regressionRules['metric-missing'],
    reason: `${whoLacks(spec, pairs)} ${spec.title}: ${available(pairs)}`,
    help: 'Name a metric that both sides carry, or let the evaluation write it for each sample.',
  };
}

export function hasLabels(pairs: readonly Pair[]): boolean {
  return pairs.some(
    ({ baseline, candidate }) => baseline.target !== undefined && candidate.target !== undefined,
  );
}

/** The column that says whether an answer passed. */
function passedColumn(pairs: readonly Pair[]): string | undefined {
  return ['passed', 'pass', 'correct', 'is_correct', 'resolved', 'success', 'score', 'reward'].find((name) =>
    pairs.some(({ baseline }) => baseline.scores.has(name)),
  );
}

/** The pairs that carry the metric on at least one side: of several tasks each has its own. Carried on one side only is an error later. */
export function applicablePairs(spec: MetricSpec, pairs: readonly Pair[]): readonly Pair[] {
  const column = scoreColumn(spec, pairs);
  const filtered = column === undefined ? filteredColumn(spec, pairs) : undefined;
  if (filtered !== undefined)
    return pairs.filter(
      ({ baseline: { scores, slices } }) =>
        scores.has(filtered.column) && filterOf(slices) === filtered.filter,
    );
  const carries = ({ scores, target }: Sample): boolean =>
    column === undefined ? target !== undefined : scores.has(column);
  const found = pairs.filter(({ baseline, candidate }) => carries(baseline) || carries(candidate));
  if (found.length === 0 || found.length === pairs.length) return pairs;
  const lost = pairs.filter(
    ({ baseline, candidate }) => isLost(baseline) && isLost(candidate) && !carries(baseline),
  );
  return lost.length === 0 ? found : [...found, ...ofSameTasks(lost, found)];
}

/** A call that failed, and left nothing by which to see what it was to be scored by. */
function isLost({ status, scores }: Sample): boolean {
  return isFailed(status) && scores.size === 0;
}

/** Those whose task carries the metric, as far as tasks are known. */
function ofSameTasks(lost: readonly Pair[], found: readonly Pair[]): Pair[] {
  const tasks = new Set(found.map(({ baseline }) => taskOf(baseline)));
  return lost.filter(({ baseline }) => tasks.has(taskOf(baseline)));
}

/** The score column that carries the metric; `undefined` where it comes from labels. */
export function columnOf(spec: MetricSpec, pairs: readonly Pair[]): string | undefined {
  return scoreColumn(spec, pairs) ?? filteredColumn(spec, pairs)?.column;
}

/** Exact name first, then aliases, then the name before a filter: `acc` for `acc,none`. */
function scoreColumn(spec: MetricSpec, pairs: readonly Pair[]): string | undefined {
  const names = new Set<string>();
  for (const { baseline, candidate } of pairs) {
    if (candidate.scores.size === 0) continue;
    for (const name of candidate.scores.keys()) if (baseline.scores.has(name)) names.add(name);
  }
  const wanted = [spec.name, spec.key, ...(scoreAliases.get(spec.key) ?? [])];
  return (
    wanted.find((name) => names.has(name)) ??
    [...names].find((name) => wanted.some((one) => name.toLowerCase() === one || name.startsWith(`${one},`)))
  );
}

/** `exact_match,strict-match`, as lm-eval names the totals: a score on the rows of one filter. */
function filteredColumn(
  { name }: MetricSpec,
  pairs: readonly Pair[],
): { column: string; filter: string } | undefined {
  const [column = '', filter] = name.split(',', 2);
  if (filter === undefined) return undefined;
  const known = pairs.some(
    ({ baseline, candidate }) =>
      baseline.scores.has(column) && candidate.scores.has(column) && filterOf(baseline.slices) === filter,
  );
  return known ? { column, filter } : undefined;
}

const filterSlice = 'filter=';

/** The filter under which a sample was scored; `none` for most. */
export function filterOf(slices: readonly string[]): string {
  return slices.find((slice) => slice.startsWith(filterSlice))?.slice(filterSlice.length) ?? 'none';
}

function whoLacks({ name, key }: MetricSpec, pairs: readonly Pair[]): string {
  const carried = pairs.some(({ baseline: { scores } }) => scores.has(name) || scores.has(key));
  return carried
    ? 'The rows of the candidate do not carry what those of the baseline do,'
    : 'The results do not carry';
}

function available(pairs: readonly Pair[]): string {
  const names = [...new Set(pairs.slice(0, 100).flatMap(({ candidate }) => [...candidate.scores.keys()]))];
  const scores = names.length === 0 ? 'no scores' : `the scores ${names.slice(0, 8).map(shown).join(', ')}`;
  return `they contain ${scores} and ${hasLabels(pairs) ? 'labels' : 'no labels (target and prediction)'}`;
}

function fromScores(name: string, pairs: readonly Pair[], told = name): Measured {
  const read = (side: 'baseline' | 'candidate'): Float64Array =>
    Float64Array.from(pairs, (pair) => pair[side].scores.get(name) ?? NaN);
  const outcomes = { baseline: read('baseline'), candidate: read('candidate') };
  const bad = pairs.flatMap((pair, i) =>
    Number.isFinite(outcomes.baseline[i])
      ? Number.isFinite(outcomes.candidate[i])
        ? []
        : [pair.candidate]
      : [pair.baseline],
  );
  if (bad.length > 0) return notNumbers(name, bad);
  return {
    ok: true,
    statistic: meanStatistic(outcomes.baseline, outcomes.candidate, weightsOf(pairs)),
    definition: `mean of ${told}`,
    outcomes,
  };
}

/** The mean of the means of all tasks: a sample weighs what its task weighs, divided among the samples of the task. */
function overTasks(column: string, pairs: readonly Pair[]): Measured {
  const plain = fromScores(column, pairs);
  if (!plain.ok || plain.outcomes === undefined) return plain;
  const drawn = weightsOf(pairs);
  const sizes = new Map<string, number>();
  for (const [i, { baseline }] of pairs.entries())
    sizes.set(taskOf(baseline) ?? '', (sizes.get(taskOf(baseline) ?? '') ?? 0) + (drawn?.[i] ?? 1));
  const shares = pairs.map(
    ({ baseline }) => pairs.length / sizes.size / (sizes.get(taskOf(baseline) ?? '') ?? 1),
  );
  const weighted = (values: Float64Array): Ratio => ({
    num: values.map((value, i) => value * (shares[i] ?? 0)),
    den: new Float64Array(values.length).fill(1),
  });
  const heaviest = shares.reduce((most, share) => Math.max(most, share), 0);
  return {
    ...plain,
    statistic: ratioStatistic(
      weighted(plain.outcomes.baseline),
      weighted(plain.outcomes.candidate),
      () => heaviest * plain.statistic.flip,
      drawn,
    ),
    definition: `macro average over ${sizes.size} tasks of the mean of ${column}`,
  };
}

function fromText(
  score: (prediction: string, gold: string) => number,
  spec: MetricSpec,
  pairs: readonly Pair[],
): Measured {
  const cut = pairs.flatMap((pair) =>
    [pair.baseline, pair.candidate].filter(
      (sample) => keptScore(spec.key, sample) === undefined && wasCut(sample),
    ),
  );
  if (cut.length > 0) return notNumbers(spec.title, cut);
  const read = (side: 'baseline' | 'candidate'): Float64Array =>
    Float64Array.from(pairs, (pair) => keptScore(spec.key, pair[side]) ?? bestOf(pair[side], score));
  const outcomes = { baseline: read('baseline'), candidate: read('candidate') };
  return {
    ok: true,
    statistic: meanStatistic(outcomes.baseline, outcomes.candidate, weightsOf(pairs)),
    definition: `mean of ${spec.title}`,
    outcomes,
  };
}

/** An answer of which only the digest was kept has no tokens to compare. */
function wasCut({ target, prediction }: Sample): boolean {
  return [target, prediction].flat().some((text) => typeof text === 'string' && isDigest(text));
}
