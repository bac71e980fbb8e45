import { regressionRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';
import type { MetricSpec } from '../metrics/spec.ts';
import type { MetricResult } from '../decision/measurement.ts';
import { fell } from '../decision/other-form.ts';
import type { TotalPair } from '../decision/totals.ts';
import { sameLabels, type Pair } from '../samples/pair.ts';
import { shown, shownList } from '../shown.ts';
import type { ResultSet } from '../samples/sample.ts';
import { plainNumber } from './wording.ts';

/** An entry of `metrics` that says nothing. */
export function unknownMetric(reason: string): Finding {
  return regressionRules['metric-missing'].finding({
    message: `${reason}.`,
    help: 'Write name or name:option, such as f1_macro, f1:positive=yes, latency:lower.',
  });
}

export function noPairs(baseline: ResultSet, candidate: ResultSet): Finding {
  const side = (set: ResultSet): string =>
    set.samples.size > 0
      ? `${set.samples.size} samples`
      : set.aggregates.size > 0
        ? `${set.aggregates.size} totals and no samples`
        : 'nothing';
  return regressionRules['no-pairs'].finding({
    message: `No sample is on both sides: the baseline contains ${side(baseline)}, the candidate ${side(candidate)}.`,
    ...place(candidate),
    help: 'Let both evaluations write the same sample ids, in one of the known forms.',
  });
}

/** `asked`: metrics are named, and not on both sides; else none of the numbers is a metric that is known by its name. */
export function nothingToMeasure(candidate: ResultSet, asked: boolean): Finding {
  const names = new Set([
    ...candidate.aggregates.keys(),
    ...[...candidate.samples.values()].slice(0, 20).flatMap(({ scores }) => [...scores.keys()]),
  ]);
  return regressionRules['metric-missing'].finding({
    message:
      names.size === 0
        ? 'The results carry no metric.'
        : asked
          ? `Both sides must carry the metric that is asked for. The candidate carries ${shownList([...names])}.`
          : `No metric is named, and none of the numbers of both sides is known to be one: ${shownList([...names])}.`,
    ...place(candidate),
    help: `Name metrics in the policy (regression.metrics) or with --metric, with their direction where the name does not say it: ${shown([...names][0] ?? 'score')}:higher, or :lower.`,
  });
}

/** More scores than are judged where none is named: those left out are named. */
export function unjudged(specs: readonly MetricSpec[], candidate: ResultSet): Finding[] {
  if (specs.length === 0) return [];
  return [
    regressionRules['unjudged-scores'].finding({
      message: `The results carry more scores than are judged without being named. Not judged: ${shownList(
        specs.slice(0, 5).map(({ name }) => name),
        specs.length,
      )}.`,
      ...place(candidate),
      help: 'Name the metrics that count in the policy (regression.metrics) or with --metric.',
    }),
  ];
}

/** Scores beside those that are judged; a warning where one of them fell by more than is tolerated. */
export function unjudgedBeside(beside: readonly MetricResult[], candidate: ResultSet): Finding[] {
  const fallen = beside.filter(fell);
  const [first, ...rest] = fallen.length > 0 ? fallen : beside;
  if (first === undefined) return [];
  const listed = [first, ...rest].map(
    ({ name, baseline, candidate: now }) =>
      `${shown(name)} (${plainNumber(baseline)} before, ${plainNumber(now)} now)`,
  );
  return [
    regressionRules['unjudged-scores'].finding({
      severity: fallen.length > 0 ? 'warning' : 'notice',
      message: `No metric is named, and the rows carry scores beside those that are judged then; ${fallen.length > 0 ? 'these got worse and are not judged' : 'not judged'}: ${shownList(listed.slice(0, 5), listed.length)}.`,
      ...place(candidate),
      help: `Name all metrics that count in the policy (regression.metrics) or with --metric, such as ${shown(first.name)}:${first.higherIsBetter ? 'higher' : 'lower'}; or let the evaluation list them under \`scores\` of each row.`,
    }),
  ];
}

/** A total that says NaN, or a word. */
export function noNumber({ spec, baseline, candidate }: TotalPair): Finding {
  const side = Number.isFinite(candidate.value) ? baseline : candidate;
  return regressionRules['not-a-number'].finding({
    message: `${spec.title} of the ${side === candidate ? 'candidate' : 'baseline'} is not a finite number.`,
    file: side.file,
    ...(side.line !== undefined && { line: side.line }),
    help: 'Find out why the evaluation gave no number there.',
  });
}

/** What is lost without the samples. */
export function totalsOnly(candidate: ResultSet): Finding {
  return regressionRules['totals-only'].finding({
    message:
      'Only totals are known, no results of single samples. The test cannot pair: where both models agree on 95 % of the samples and are right on 85 %, it needs about five times as many for the same drop; it cannot list what flipped, and nothing shows that both sides saw the same samples.',
    ...place(candidate),
    help: 'Let the evaluation write one row for each sample (lm-eval: --log_samples).',
  });
}

function place({ files }: ResultSet): { file?: string } {
  return files[0] === undefined ? {} : { file: files[0] };
}

/** Nothing at all differs: right for a change that does not touch the model, and a sign of old results for one that does. */
export function sameResults(pairs: readonly Pair[], candidate: ResultSet): Finding[] {
  if (pairs.length === 0 || !pairs.every(sameOutcome)) return [];
  return [
    regressionRules['same-results'].finding({
      message: `${pairs.length === 1 ? 'The 1 result is' : `All ${pairs.length} results are`} exactly ${pairs.length === 1 ? 'that' : 'those'} of the baseline.`,
      ...place(candidate),
      help: 'If this change touches the model, see that the evaluation ran on it and its results are the ones compared.',
    }),
  ];
}

function sameOutcome({ baseline, candidate }: Pair): boolean {
  if (
    !sameLabels(baseline.prediction, candidate.prediction) ||
    baseline.scores.size !== candidate.scores.size
  )
    return false;
  return [...candidate.scores].every(([name, score]) => Object.is(baseline.scores.get(name), score));
}
