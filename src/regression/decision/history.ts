/** Earlier evaluations of the very trunk that is the baseline: their mean takes the noise of one side away. */
import { count, plural } from '../../kernel/text.ts';
import type { Finding } from '../../report/model.ts';
import { measure } from '../metrics/measure.ts';
import type { MetricSpec } from '../metrics/spec.ts';
import type { PairedStatistic } from '../metrics/statistic.ts';
import { unusedList } from '../presentation/unused.ts';
import { amount } from '../presentation/wording.ts';
import { regressionRules } from '../rules.ts';
import { aligned } from '../samples/align.ts';
import { pairSamples, type Pair, type PairSide } from '../samples/pair.ts';
import type { ResultSet, Sample } from '../samples/sample.ts';
import { setupFindings } from '../samples/setup.ts';
import type { RegressionSettings } from '../settings.ts';
import { shown } from '../shown.ts';
import { plainError, stabilisedError } from '../statistics/standard-error.ts';
import type { HistoryUse, MetricResult, Unused } from './measurement.ts';

/** What was evaluated before, newest first. */
export interface History {
  readonly evaluations: readonly EarlierEvaluation[];
  /** Why no older ones are asked for, such as the merge that changed trunk. */
  readonly ended?: string;
}

export interface EarlierEvaluation {
  /** For messages: `commit 1a2b3c4d`. */
  readonly name: string;
  readonly results: ResultSet;
}

/** An evaluation whose samples are those that are judged. */
export interface Earlier {
  readonly name: string;
  /** By the id of the pair. */
  readonly samples: ReadonlyMap<string, Sample>;
}

/** Those that answered the same samples in the same set-up as the baseline, and why others did not. */
export function comparableHistory(
  { evaluations }: History,
  baseline: ResultSet,
  candidate: ResultSet,
  pairs: readonly Pair[],
  { changed }: Pick<RegressionSettings, 'changed'>,
): { readonly earlier: readonly Earlier[]; readonly unused: readonly Unused[] } {
  if (evaluations.length === 0) return { earlier: [], unused: [] };
  const judged = new Map(pairs.map((pair) => [pair.baseline.id, pair.baseline]));
  const earlier: Earlier[] = [];
  const unused: Unused[] = [];
  for (const { name, results } of evaluations) {
    const { samples } = aligned(results, candidate).baseline;
    const pairing = pairSamples(samples, judged, changed.includes('prompt'));
    const reason =
      pairing.pairs.length < judged.size
        ? 'it has not all of these samples as they are now'
        : whyIncomparable(results, baseline, pairing.pairs);
    if (reason === undefined) earlier.push({ name, samples });
    else unused.push({ name, reason });
  }
  return { earlier, unused };
}

function whyIncomparable(
  results: ResultSet,
  baseline: ResultSet,
  pairs: readonly Pair[],
): string | undefined {
  return pairs.some((pair) => (pair.baseline.status ?? 'answered') !== 'answered')
    ? 'some of its samples were not answered'
    : whyUnusable(results, baseline, pairs);
}

/** Why an evaluation says nothing of the baseline's samples, whatever became of them; `undefined` where it does. */
export function whyUnusable(
  results: ResultSet,
  baseline: ResultSet,
  pairs: readonly Pair[],
): string | undefined {
  if (results.findings.some(({ severity }) => severity === 'error')) return 'its results cannot be read';
  return setupFindings(results, baseline, pairs, { changed: [] }).length > 0
    ? 'it was evaluated with another set-up'
    : undefined;
}

export interface Averaged {
  readonly statistic: PairedStatistic;
  /** Evaluations that the baseline is the mean of, its own included. */
  readonly evaluations: number;
  readonly unused: readonly Unused[];
}

/** Two-sided, per mille: beyond it two evaluations of one model do not differ by chance. */
const driftZ = 3.29;

/**
 * The difference to the mean of all evaluations of the baseline. To first order each sample adds the mean of what it adds against
 * each of them. One that differs from the baseline beyond chance is of another model, whatever its commit says.
 */
export function averagedOver(
  spec: MetricSpec,
  pairs: readonly Pair[],
  statistic: PairedStatistic,
  earlier: readonly Earlier[],
): Averaged {
  const unused: Unused[] = [];
  const all = [statistic];
  for (const { name, samples } of earlier) {
    const before = pairs.flatMap(({ baseline }) => samples.get(baseline.id) ?? []);
    const measured = measure(spec, against(before, pairs, 'candidate'));
    const moved = measure(spec, against(before, pairs, 'baseline'));
    if (!measured.ok || !moved.ok || !measured.statistic.defined)
      unused.push({ name, reason: 'it does not carry the metric' });
    else if (isBeyondChance(moved.statistic))
      unused.push({
        name,
        reason: 'it differs from the baseline beyond chance: trunk or its evaluation has moved',
      });
    else all.push(measured.statistic);
  }
  return { statistic: all.length === 1 ? statistic : mean(statistic, all), evaluations: all.length, unused };
}

function against(before: readonly Sample[], pairs: readonly Pair[], side: PairSide): Pair[] {
  return pairs.flatMap((pair, i) =>
    before.slice(i, i + 1).map((baseline) => ({ ...pair, baseline, candidate: pair[side] })),
  );
}

function isBeyondChance({ influence, flip, baseline, candidate }: PairedStatistic): boolean {
  return Math.abs(candidate - baseline) > driftZ * stabilisedError(influence, flip);
}

function mean(own: PairedStatistic, all: readonly PairedStatistic[]): PairedStatistic {
  const influence = own.influence.map(
    (_, i) => all.reduce((sum, one) => sum + (one.influence[i] ?? 0), 0) / all.length,
  );
  // Where the same answers come again nothing is averaged away, and a flip weighs what it did.
  const left = Math.min(1, plainError(influence) / (plainError(own.influence) || 1));
  return {
    ...own,
    baseline: all.reduce((sum, { baseline }) => sum + baseline, 0) / all.length,
    influence,
    flip: left > 0 ? own.flip * left : own.flip,
  };
}

/** Of the first metric; empty where no earlier evaluation was at hand. */
export function historyFacts(
  [first]: readonly MetricResult[],
  { evaluations }: History,
  unused: readonly Unused[],
): { readonly history?: HistoryUse } {
  if (evaluations.length === 0 || first === undefined) return {};
  const used = first.history ?? { evaluations: 1, errorWithout: first.error, unused: [] };
  const left = [...unused, ...used.unused].map(({ name, reason }) => ({ name: shown(name), reason }));
  return { history: { ...used, unused: left } };
}

/** What history was used and what it bought, and what was not used and why. */
export function historyFindings(
  results: readonly MetricResult[],
  { evaluations, ended }: History,
  unused: readonly Unused[],
): Finding[] {
  if (evaluations.length === 0) return [];
  const [first] = results;
  const used = first?.history;
  const left = [...unused, ...(used?.unused ?? [])];
  const parts = [
    first === undefined || used === undefined || used.evaluations < 2
      ? `None of ${count(evaluations.length, 'earlier evaluation')} of trunk is used.`
      : bought(first, used),
    ...unusedList(left),
    ...(ended === undefined ? [] : [`${ended}.`]),
  ];
  return [regressionRules.history.finding({ message: parts.join(' '), help: 'Nothing to do.' })];
}

function bought(
  result: MetricResult,
  { evaluations, errorWithout }: NonNullable<MetricResult['history']>,
): string {
  const worth = Math.round(result.n * (errorWithout / result.error) ** 2);
  const gain =
    worth > 1.05 * result.n
      ? `as ${count(worth, 'sample')} would without`
      : 'no less than without: the same answers come again, so there is no noise to average';
  return `The baseline is the mean of ${evaluations} evaluations of trunk, on which no ${plural(evaluations - 1, 'merge', 'merge')} in between has an influence: the standard error of ${result.title} is ${amount(result, result.error)} in place of ${amount(result, errorWithout)}, ${gain}.`;
}
