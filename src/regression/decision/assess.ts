import { regressionRules } from '../rules.ts';
import {
  answersOf,
  filled,
  rangeOf,
  sentinelOf,
  type Answers,
  type OpenPair,
  type Openness,
} from '../metrics/answered.ts';
import { applicablePairs, columnOf, measure } from '../metrics/measure.ts';
import type { Measured } from '../metrics/measured.ts';
import type { MetricSpec } from '../metrics/spec.ts';
import type { PairedStatistic } from '../metrics/statistic.ts';
import { heaviest, weightsOf } from '../metrics/weights.ts';
import { averagedOver } from './history.ts';
import type { Pair } from '../samples/pair.ts';
import type { MetricResult, OpenOutcome } from './measurement.ts';
import { noneAnsweredText } from '../presentation/unanswered.ts';
import { estimatedForPool } from './pool.ts';
import { directionOf, resultOf, type AssessInput } from './result.ts';
import { stabilisedError } from '../statistics/standard-error.ts';

export type { AssessInput } from './result.ts';

export type Assessed =
  | { readonly ok: true; readonly result: MetricResult }
  | (Extract<Measured, { ok: false }> & {
      /** Where no sample was answered on both sides. */
      readonly open?: readonly OpenPair[];
    });

type Measurement = Extract<Measured, { ok: true }>;

/** Measures one metric on the samples that both sides answered, and what those that were not answered could make of it. */
export function assess(input: AssessInput): Assessed {
  return assessWith(input, applicablePairs(input.spec, input.pairs));
}

function assessWith(input: AssessInput, pairs: readonly Pair[], sentinel?: number): Assessed {
  const openness = opennessOf(input, pairs, sentinel);
  const answers = openness === undefined ? { answered: pairs, open: [] } : answersOf(pairs, openness);
  if (answers.answered.length === 0 && pairs.length > 0)
    return noneAnswered(input.spec, answers.open, sentinel);
  const measured = measure(input.spec, answers.answered);
  if (!measured.ok) return measured;
  const found = sentinel === undefined ? sentinelIn(measured) : undefined;
  if (found !== undefined) return assessWith(input, pairs, found);
  if (!measured.statistic.defined) return undefinedMetric(input.spec);
  const of = { ...input, pairs: measured.units ?? answers.answered };
  const told = { ...measured, definition: measured.definition + partText(input, pairs, answers) };
  const result = openness === undefined ? withHistory(of, told, pairs) : resultOf(of, told);
  const open = openness === undefined ? undefined : openOutcome(input, answers, measured, openness);
  return { ok: true, result: open === undefined ? result : { ...result, open } };
}

/** Where earlier evaluations of the same trunk are at hand, against the mean of all of them. */
function withHistory(input: AssessInput, measured: Measurement, pairs: readonly Pair[]): MetricResult {
  const { earlier = [], slice } = input;
  const own = estimated(input, measured, pairs);
  // pass@k counts tasks, each of which is the mean of its answers already.
  if (earlier.length === 0 || slice !== undefined || measured.units !== undefined) return own;
  const { statistic, ...use } = averagedOver(input.spec, pairs, measured.statistic, earlier);
  const result = use.evaluations === 1 ? own : estimated(input, { ...measured, statistic }, pairs);
  return { ...result, history: { ...use, errorWithout: own.error } };
}

/** For the whole pool, where the baseline is known of more samples than were evaluated. */
function estimated(input: AssessInput, measured: Measurement, pairs: readonly Pair[]): MetricResult {
  const { pool = [], slice, spec, design } = input;
  const isPart = slice !== undefined || measured.units !== undefined || pairs.length < input.pairs.length;
  const round = { pairs, pool, ...(design !== undefined && { design }) };
  const statistic = isPart ? undefined : estimatedForPool(spec, round, measured.statistic, measured);
  if (statistic === undefined) return resultOf(input, measured);
  const definition = `${measured.definition}, estimated for the ${pool.length} samples whose baseline is known`;
  const result = resultOf(input, { ...measured, statistic, definition });
  return design === undefined
    ? result
    : { ...result, errorAtRandom: errorAtRandom(measured.statistic, pairs) };
}

/** The standard error that as many samples would have, drawn evenly from the pool. */
function errorAtRandom({ influence, flip }: PairedStatistic, pairs: readonly Pair[]): number {
  const weights = weightsOf(pairs);
  // Σ w·x² of a sample that is drawn unevenly is Σ x² of one that is not.
  const even = influence.map((value, i) => value / Math.sqrt(weights?.[i] ?? 1));
  return stabilisedError(even, flip / heaviest(weights));
}

/** `undefined` where every sample was answered. */
function opennessOf(
  { spec, moved }: AssessInput,
  pairs: readonly Pair[],
  sentinel: number | undefined,
): Openness | undefined {
  if (moved === undefined && sentinel === undefined) return undefined;
  const column = columnOf(spec, pairs);
  return {
    moved: moved ?? new Set(),
    ...(column !== undefined && { column }),
    ...(sentinel !== undefined && { sentinel }),
  };
}

function sentinelIn({ outcomes }: Measurement): number | undefined {
  return outcomes === undefined ? undefined : sentinelOf(outcomes.baseline, outcomes.candidate);
}

function partText(input: AssessInput, carrying: readonly Pair[], { answered }: Answers): string {
  const carried =
    carrying.length < input.pairs.length
      ? `, on the ${carrying.length} of ${input.pairs.length} samples that carry it`
      : '';
  return answered.length < carrying.length
    ? `${carried}, on the ${answered.length} of ${carrying.length} that both sides answered`
    : carried;
}

/** The metric on all samples, those without an outcome at their best and at their worst. */
function openOutcome(
  input: AssessInput,
  { answered, open }: Answers,
  { outcomes }: Measurement,
  { column, sentinel }: Openness,
): OpenOutcome | undefined {
  if (open.length === 0 || input.slice !== undefined) return undefined;
  const filling = {
    ...(column !== undefined && { column }),
    higherIsBetter: directionOf(input),
    range: rangeOf(outcomes?.baseline ?? new Float64Array()),
  };
  const at = (favour: 'best' | 'worst'): MetricResult | undefined => {
    const pairs = [...answered, ...filled(open, favour, filling)];
    const measured = measure(input.spec, pairs);
    return measured.ok
      ? resultOf({ ...input, pairs: measured.units ?? pairs, bare: true }, measured)
      : undefined;
  };
  const [best, worst] = [at('best'), at('worst')];
  if (best === undefined || worst === undefined) return undefined;
  return { pairs: open, best, worst, turns: false, ...(sentinel !== undefined && { sentinel }) };
}

/** Nothing at all to compare: the samples are to be evaluated again. */
function noneAnswered(spec: MetricSpec, open: readonly OpenPair[], sentinel: number | undefined): Assessed {
  return {
    ok: false,
    rule: regressionRules.unanswered,
    ...noneAnsweredText(open, spec.title, sentinel),
    open,
  };
}

function undefinedMetric(spec: MetricSpec): Assessed {
  return {
    ok: false,
    rule: regressionRules['undefined-metric'],
    reason: `${spec.title} is undefined: on one side there is nothing to divide by, such as no sample of the positive label`,
    help: 'Name another positive label or another metric, or evaluate samples that have the label.',
  };
}
