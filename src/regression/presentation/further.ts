/** What decides where the samples so far do not. */
import type { Look } from '../decision/looks.ts';
import type { MetricResult } from '../decision/measurement.ts';
import type { RegressionSettings } from '../settings.ts';
import { amount, plainNumber } from './wording.ts';

/** Which samples to evaluate, and what brings them about. */
export function more(result: MetricResult, look: Look, { looks }: RegressionSettings): string {
  if (look.next > 0)
    return `Evaluate ${look.next} samples in all on both sides; look ${look.number + 1} of ${look.of} decides then.`;
  if (!Number.isFinite(result.samplesForMargin))
    return 'Keep the results of single samples for both sides: totals alone cannot decide.';
  const margin = amount(result, result.margin);
  const further = roundedUp(result.samplesForMargin - result.n);
  const advice =
    further > 0
      ? `Evaluate ${further} more samples on both sides: about ${plainNumber(result.samplesForMargin)} would see a drop of ${margin}.`
      : `Evaluate as many samples again on both sides: so many would see a drop of ${margin} four times of five, and did not here.`;
  return `${advice} ${byLooks(look, looks)} Or let a person judge the change.`;
}

/** How more samples come to be evaluated. After the last look nothing does so by itself. */
function byLooks({ pool = 0 }: Look, looks: readonly number[] | undefined): string {
  if (looks === undefined) return 'regression.looks does so by itself, only while undecided.';
  const last = Math.max(...looks);
  return pool > last
    ? `This was the last look, on ${last} of the ${pool} samples that trunk has: give regression.looks in the policy larger numbers.`
    : 'This was the last look, on all samples that trunk has: measure more on trunk, and give regression.looks in the policy their number.';
}

/** To one digit below 100, else to two: what nobody knows exactly. */
function roundedUp(count: number): number {
  const step = count > 100 ? 10 ** Math.floor(Math.log10(count) - 1) : 10;
  return Math.ceil(count / step) * step;
}

/** The same, where the gate stops the merge. */
export function orLift(advice: string): string {
  return advice.replace(
    'Or let a person judge the change.',
    'Or let a person judge the change, and lift the gate by an exemption of the policy.',
  );
}
