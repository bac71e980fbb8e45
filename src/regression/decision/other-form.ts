/** Falls that the form of the answers explains: labels in another spelling, or one filter of them that no longer finds the answer. */
import type { Finding } from '../../report/model.ts';
import { columnOf, filterOf, hasLabels } from '../metrics/measure.ts';
import { labelMetrics, plainMetric } from '../metrics/spec.ts';
import { respelled, type Respelled } from '../metrics/spelling.ts';
import { classesFinding, filterFinding, spellingFinding } from '../presentation/explanations.ts';
import type { Pair } from '../samples/pair.ts';
import type { ResultSet } from '../samples/sample.ts';
import type { RegressionSettings } from '../settings.ts';
import { assess, type AssessInput } from './assess.ts';
import type { Decision } from './decide.ts';
import { judgeFamily } from './family.ts';
import type { MetricResult } from './measurement.ts';

export interface FormInput {
  readonly pairs: readonly Pair[];
  readonly inputs: readonly AssessInput[];
  readonly results: readonly MetricResult[];
  readonly candidate: ResultSet;
  readonly settings: RegressionSettings;
  readonly decided: (result: MetricResult) => Decision;
}

export interface OtherForm {
  readonly findings: readonly Finding[];
  /** Everything that fell is explained: then the findings are errors, by which nobody can tell what the change does. */
  readonly explains: boolean;
}

/** What of the answers' form differs, and whether that is all there is. */
export function otherForm(input: FormInput): OtherForm {
  const { pairs, results, decided, candidate } = input;
  const fallen = results.filter((result) => decided(result) === 'fail');
  const spelled = hasLabels(pairs) ? respelled(pairs) : undefined;
  const still = spelled === undefined ? fallen : fallenPlainly(input, spelled, fallen);
  const asked = still.map((result) => steadyOverTargets(input, result));
  const steady = still.map((result) => steadyFilter(input, result));
  const explains = fallen.length > 0 && steady.every((one, at) => (one ?? asked[at]) !== undefined);
  return {
    explains,
    findings: [
      ...asked.flatMap((one) => (one === undefined ? [] : classesFinding(one, explains))),
      ...(spelled === undefined ? [] : spellingFinding(spelled, pairs.length, candidate, explains)),
      ...still.flatMap((result, at) => filterFinding(result, steady[at], explains)),
    ],
  };
}

/** Of what fell that which falls also where every label is read plainly. */
function fallenPlainly(
  { inputs, settings, decided }: FormInput,
  { pairs }: Respelled,
  fallen: readonly MetricResult[],
): readonly MetricResult[] {
  if (fallen.length === 0) return [];
  const assessed = inputs.map((input) => assess({ ...input, pairs, earlier: [], pool: [] }));
  const plain = judgeFamily(
    assessed.flatMap((one) => (one.ok ? [one.result] : [])),
    settings,
  );
  return fallen.filter(({ name }) => {
    const again = plain.find((result) => result.name === name);
    return again === undefined || decided(again) === 'fail';
  });
}

/** A macro average that counts what no target is as a class more: over the classes of the targets, where it did not fall so. */
function steadyOverTargets({ inputs, decided }: FormInput, fallen: MetricResult): MetricResult | undefined {
  const input = inputs.find(({ spec }) => spec.name === fallen.name);
  if (input === undefined || labelMetrics.get(input.spec.key)?.average !== 'macro') return undefined;
  const one = assess({ ...input, spec: { ...input.spec, overTargets: true }, earlier: [], pool: [] });
  return one.ok && decided(one.result) !== 'fail' ? one.result : undefined;
}

/** The same score under another filter of the same answers, where it did not fall. */
function steadyFilter({ pairs, inputs }: FormInput, fallen: MetricResult): MetricResult | undefined {
  const input = inputs.find(({ spec }) => spec.name === fallen.name);
  const column = input === undefined ? undefined : columnOf(input.spec, pairs);
  if (input === undefined || column === undefined) return undefined;
  const filters = new Set(
    pairs
      .filter(({ baseline }) => baseline.scores.has(column))
      .map(({ baseline }) => filterOf(baseline.slices)),
  );
  if (filters.size < 2) return undefined;
  const under = [...filters].flatMap((filter) => {
    const one = assess({ ...input, spec: plainMetric(`${column},${filter}`), earlier: [], pool: [] });
    return one.ok ? [one.result] : [];
  });
  return under.find((result) => !fell(result));
}

/** Shown or not, by more than is tolerated. */
export function fell({ delta, higherIsBetter, tolerance, verdict }: MetricResult): boolean {
  return verdict === 'fail' || (higherIsBetter ? delta : -delta) < -tolerance;
}

/** Totals under several filters, as lm-eval writes them: `gsm8k.exact_match,strict-match`. `all`: those of both sides, judged or not. */
export function otherFormOfTotals(
  results: readonly MetricResult[],
  all: readonly MetricResult[],
  decided: (result: MetricResult) => Decision,
): OtherForm {
  const fallen = results.filter((result) => decided(result) === 'fail');
  const steady = fallen.map((result) =>
    all.find(
      (other) =>
        result.name.includes(',') &&
        other.name !== result.name &&
        beforeFilter(other.name) === beforeFilter(result.name) &&
        !fell(other),
    ),
  );
  const explains = fallen.length > 0 && steady.every((one) => one !== undefined);
  return { explains, findings: fallen.flatMap((result, at) => filterFinding(result, steady[at], explains)) };
}

function beforeFilter(name: string): string | undefined {
  return name.split(',', 1)[0];
}
