import type { Finding } from '../../report/model.ts';
import { assess, type AssessInput } from './assess.ts';
import type { Decision } from './decide.ts';
import { judgeFamily, judgeOpen } from './family.ts';
import type { OpenPair } from '../metrics/answered.ts';
import { regressionRules } from '../rules.ts';
import { finding } from '../samples/integrity.ts';
import { isFailed } from '../samples/status.ts';
import type { Look } from './looks.ts';
import type { MetricResult } from './measurement.ts';
import { defaultMetrics, mostMetrics } from '../metrics/defaults.ts';
import { otherForm, otherFormOfTotals } from './other-form.ts';
import { parseMetric, type MetricSpec } from '../metrics/spec.ts';
import { consequence, outcomeFindings, powerFindings, sliceFindings } from '../presentation/outcome.ts';
import { guessedDirections } from '../presentation/explanations.ts';
import { noneAnsweredText, unansweredFindings } from '../presentation/unanswered.ts';
import { testStatuses, type StatusTest } from './statuses.ts';
import type { Pair, Pairing } from '../samples/pair.ts';
import {
  noNumber,
  noPairs,
  nothingToMeasure,
  sameResults,
  totalsOnly,
  unjudged,
  unjudgedBeside,
  unknownMetric,
} from '../presentation/problem-findings.ts';
import { shownList } from '../shown.ts';
import type { ResultSet } from '../samples/sample.ts';
import { saturated } from './saturated.ts';
import type { RegressionSettings } from '../settings.ts';
import { assessBeside } from './scores-beside.ts';
import { assessSlices } from './slices.ts';
import { assessTotals, pairTotals } from './totals.ts';

/** What was measured, and what is wrong. */
export interface Judgement {
  /** The metrics that were asked for, or chosen. */
  readonly specs: readonly MetricSpec[];
  readonly results: readonly MetricResult[];
  readonly slices: readonly MetricResult[];
  readonly findings: readonly Finding[];
  /** Set where not every sample was simply answered. */
  readonly statuses?: StatusTest;
  /** Scores of the same samples that nobody named and nobody judges. */
  readonly beside?: readonly MetricResult[];
  /** Samples without an outcome, of metrics that none has on both sides. */
  readonly unmeasured?: readonly OpenPair[];
}

/** What is known beside the pairs. */
type JudgedPast = Pick<AssessInput, 'earlier' | 'pool' | 'design'>;

/** Measures what was asked for, on pairs of samples where there are some, else on totals. */
export function judge(
  baseline: ResultSet,
  candidate: ResultSet,
  pairing: Pairing,
  settings: RegressionSettings,
  look: Look,
  past: JudgedPast = {},
): Judgement {
  const parsed = settings.metrics.map(parseMetric);
  const specs = parsed.filter((spec) => typeof spec !== 'string');
  const wrong = parsed.filter((spec) => typeof spec === 'string').map(unknownMetric);
  if (wrong.length > 0) return { specs, results: [], slices: [], findings: wrong };
  if (baseline.samples.size === 0 && candidate.samples.size === 0)
    return judgeTotals(baseline, candidate, specs, settings, look);
  if (pairing.pairs.length === 0)
    return {
      specs,
      results: [],
      slices: [],
      findings: pairing.asked.length > 0 ? [] : [noPairs(baseline, candidate)],
    };
  return judgePairs({ marks: baseline.marks, candidate }, pairing, specs, settings, look, past);
}

function judgePairs(
  { marks, candidate }: { readonly marks: ReadonlySet<string>; readonly candidate: ResultSet },
  { pairs }: Pairing,
  specs: readonly MetricSpec[],
  settings: RegressionSettings,
  look: Look,
  past: JudgedPast,
): Judgement {
  const statuses = testStatuses(pairs, settings, look);
  if (pairs.every(isFailedPair)) return nothingAnswered(specs, pairs, statuses);
  const chosen = specs.length > 0 ? specs : defaultMetrics(pairs, marks);
  const wanted = specs.length > 0 ? specs : chosen.slice(0, mostMetrics);
  const inputs = wanted.map((spec): AssessInput => ({
    spec,
    pairs,
    settings,
    look,
    directions: candidate.directions,
    ...past,
    ...(statuses !== undefined && { moved: statuses.moved }),
  }));
  const assessed = inputs.map(assess);
  const failures = assessed.flatMap((one) =>
    one.ok ? [] : [finding(one.rule, `${one.reason}${samplesText(one)}`, one.samples?.[0], one.help)],
  );
  const decided = (result: MetricResult): Decision => consequence(result, settings, look);
  const results = judgeOpen(
    assessed.flatMap((one) => (one.ok ? [one.result] : [])),
    settings,
    decided,
  );
  const beside = specs.length > 0 ? [] : assessBeside(inputs[0], wanted, results);
  const form = otherForm({ pairs, inputs, results, candidate, settings, decided });
  const slices = assessSlices(inputs.filter((_, i) => assessed[i]?.ok === true));
  const findings = [
    ...(wanted.length === 0 ? [nothingToMeasure(candidate, specs.length > 0)] : []),
    ...unjudged(chosen.slice(wanted.length), candidate),
    ...unjudgedBeside(beside, candidate),
    ...failures,
    ...(form.explains ? [] : results.flatMap((result) => saturated(result, candidate))),
    ...unansweredFindings(results, statuses),
    ...outcomeFindings(results, settings, look),
    ...sliceFindings(slices.results),
    ...slices.findings,
    ...powerFindings(results),
    ...sameResults(pairs, candidate),
    ...form.findings,
    ...guessedDirections(results, candidate),
  ];
  return {
    specs: wanted,
    results,
    slices: slices.results,
    findings,
    beside,
    unmeasured: assessed.flatMap((one) => (one.ok ? [] : (one.open ?? []))),
    ...(statuses !== undefined && { statuses }),
  };
}

function isFailedPair({ baseline, candidate }: Pair): boolean {
  return isFailed(baseline.status) || isFailed(candidate.status);
}

/** Every call failed, on the one side or the other: not even what would be measured is known. */
function nothingAnswered(
  specs: readonly MetricSpec[],
  pairs: readonly Pair[],
  statuses: StatusTest | undefined,
): Judgement {
  const unmeasured = pairs.map((pair): OpenPair => ({
    pair,
    baseline: isFailed(pair.baseline.status),
    candidate: isFailed(pair.candidate.status),
  }));
  const { reason, help } = noneAnsweredText(unmeasured, specs[0]?.title);
  const first = unmeasured.find(({ candidate }) => candidate)?.pair.candidate ?? unmeasured[0]?.pair.baseline;
  return {
    specs,
    results: [],
    slices: [],
    findings: [finding(regressionRules.unanswered, `${reason}.`, first, help)],
    unmeasured,
    ...(statuses !== undefined && { statuses }),
  };
}

function judgeTotals(
  baseline: ResultSet,
  candidate: ResultSet,
  specs: readonly MetricSpec[],
  settings: RegressionSettings,
  look: Look,
): Judgement {
  const pairs = pairTotals(baseline, candidate, specs);
  const results = judgeFamily(
    pairs.map((pair) => assessTotals(pair, settings, look)),
    settings,
  );
  const all = pairTotals(baseline, candidate, []).map((pair) => assessTotals(pair, settings, look));
  const isRead = ![baseline, candidate].some(({ findings }) => findings.length > 0);
  const missing = pairs.length === 0 && isRead ? [nothingToMeasure(candidate, specs.length > 0)] : [];
  const broken = pairs.filter(
    (pair) => ![pair.baseline, pair.candidate].every(({ value }) => Number.isFinite(value)),
  );
  return {
    specs,
    results,
    slices: [],
    findings: [
      ...missing,
      ...broken.map(noNumber),
      ...outcomeFindings(results, settings, look),
      ...(pairs.length > 0 ? [totalsOnly(candidate)] : []),
      ...otherFormOfTotals(results, all, (result) => consequence(result, settings, look)).findings,
      ...guessedDirections(results, candidate),
    ],
  };
}

function samplesText({
  samples = [],
  count = 0,
}: {
  samples?: readonly { id: string }[];
  count?: number;
}): string {
  return samples.length === 0
    ? '.'
    : `: ${shownList(
        samples.map(({ id }) => id),
        count,
      )}.`;
}
