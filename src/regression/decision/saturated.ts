import { regressionRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';
import type { MetricResult } from './measurement.ts';
import type { Outcomes } from '../metrics/measured.ts';
import { tops } from './scale.ts';
import { amount, findsNone } from '../presentation/wording.ts';
import type { ResultSet } from '../samples/sample.ts';

/** Below this many samples, equal scores can be chance. */
const fewest = 10;

/** A side this near to the other's constant value may well have reached it. */
const nearly = 0.9;

/** The same outcome on every sample. */
export function allEqual(values: Float64Array): boolean {
  return values.length >= fewest && values.every((value) => value === values[0]);
}

/** Whether the candidate is right on every sample, as the baseline is on nearly all: nothing is left to lose. */
export function isSaturated(outcomes: Outcomes | undefined, higherIsBetter: boolean): boolean {
  const value = outcomes?.candidate[0];
  if (outcomes === undefined || value === undefined || !allEqual(outcomes.candidate)) return false;
  return isBest(value, outcomes.baseline, higherIsBetter) && shareOf(value, outcomes.baseline) >= nearly;
}

/** Where less is better nothing is below 0; else all of a share, or the end of a scale that marks have: that 9 is the best nobody knows. */
function isBest(value: number, others: Float64Array, higherIsBetter: boolean): boolean {
  if (!higherIsBetter) return value === 0 && others.every((other) => other >= 0);
  const share = others.every((other) => other >= 0 && other <= 1);
  return share ? value === 1 : tops.has(value) && others.every((other) => other <= value);
}

function shareOf(value: number, values: Float64Array): number {
  return values.filter((one) => one === value).length / values.length;
}

/**
 * A side on which every sample came out the same, and that is neither perfect nor where the other side nearly is: a broken metric. Where
 * both sides are at one such value (`floor`), nothing can be seen to fall.
 */
export function constantSide(
  outcomes: Outcomes | undefined,
  higherIsBetter: boolean,
): Pick<MetricResult, 'constant' | 'floor'> {
  if (outcomes === undefined || isSaturated(outcomes, higherIsBetter)) return {};
  const side = (['candidate', 'baseline'] as const).find((name) => allEqual(outcomes[name]));
  const value = side === undefined ? undefined : outcomes[side][0];
  if (side === undefined || value === undefined) return {};
  const both = allEqual(outcomes.baseline) && allEqual(outcomes.candidate);
  if (both && outcomes.baseline[0] === outcomes.candidate[0]) return { floor: value };
  const wasRight = side === 'baseline' && isBest(value, outcomes.candidate, higherIsBetter);
  return wasRight ? {} : { constant: { side, value } };
}

/** A suite that is passed as a whole is said to be so, with what it can still find; a constant metric that was none is an error. */
export function saturated(result: MetricResult, candidate: ResultSet): Finding[] {
  const place = candidate.files[0] === undefined ? {} : { file: candidate.files[0] };
  if (result.saturated === true) return [regressionRules.saturated.finding({ ...perfect(result), ...place })];
  if (result.floor !== undefined)
    return [regressionRules['nothing-to-lose'].finding({ ...atFloor(result), ...place })];
  if (result.constant === undefined) return [];
  const { side, value } = result.constant;
  return [
    regressionRules['all-equal'].finding({
      message: `Every one of the ${result.n} samples of the ${side} has the same ${result.title}: ${value}. Such a metric cannot show a regression.`,
      ...place,
      help: 'Look whether the answers are parsed and scored at all; if the metric really is saturated, use a harder evaluation.',
    }),
  ];
}

function atFloor({ n, title, floor = 0 }: MetricResult): { message: string; help: string } {
  return {
    message: `Every one of the ${n} samples of both sides has the same ${title}: ${floor}. Nothing can be seen to fall, so this says nothing about the change.`,
    help: `Look whether the answers are parsed and scored at all; if they are, use an evaluation of which the model solves a part, or leave ${title} out of regression.metrics.${floor > 1 ? ` Where ${floor} is the best there is, write the mark as a share of it, between 0 and 1.` : ''}`,
  };
}

function perfect(result: MetricResult): { message: string; help: string } {
  const smallest =
    findsNone(result) || !Number.isFinite(result.minimalDetectableDrop)
      ? 'So few samples find no drop reliably.'
      : `A later drop is found reliably from ${amount(result, result.minimalDetectableDrop)} on (power 80 %).`;
  return {
    message: `${result.title} is as good as it can be on all ${result.n} samples. ${smallest}`,
    help: 'Nothing to do. A harder evaluation would show more of what changes.',
  };
}
