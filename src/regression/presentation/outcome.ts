import { count } from '../../kernel/text.ts';
import type { Rule } from '../../report/rule.ts';
import { regressionRules } from '../rules.ts';
import type { Finding, Verdict } from '../../report/model.ts';
import { autoBlockRate, falseBlockRate } from '../decision/decide.ts';
import type { Look } from '../decision/looks.ts';
import type { MetricResult } from '../decision/measurement.ts';
import { finding } from '../samples/integrity.ts';
import { more, orLift } from './further.ts';
import type { RegressionSettings } from '../settings.ts';
import {
  amount,
  capital,
  change,
  findsNone,
  oneIn,
  plainNumber,
  probability,
  tolerated,
  unseen,
} from './wording.ts';

/** What a metric's decision means for the change: one finding for each that did not simply pass. */
export function outcomeFindings(
  results: readonly MetricResult[],
  settings: RegressionSettings,
  look: Look,
): Finding[] {
  return results.flatMap((result) => {
    if (result.open?.turns === true || result.floor !== undefined) return [];
    if (result.verdict === 'fail') return [dropped(result, settings)];
    if (result.verdict === 'inconclusive') return [undecided(result, settings, look, results.length)];
    return [];
  });
}

/** A slice that dropped fails the gate; a slice that cannot be distinguished is only shown. */
export function sliceFindings(slices: readonly MetricResult[]): Finding[] {
  return slices
    .filter(({ verdict }) => verdict === 'fail')
    .map((result) => ({
      ...errorAt(regressionRules['slice-drop'], result),
      message: `${change(result)}; ${tolerated(result)}. Counted over all ${slices.length} slices (Holm), p ${plainP(result.holm)}.`,
      help: 'Look at the samples of this slice that flipped, and fix the change.',
    }));
}

function dropped(result: MetricResult, settings: RegressionSettings): Finding {
  const place = errorAt(regressionRules.drop, result);
  const sentence = `${change(result)}; ${tolerated(result)}`;
  if (settings.mode === 'strict') {
    const rate = Math.round(100 * falseBlockRate(result.error, result.tolerance));
    return {
      ...place,
      message: `${sentence}. With this many samples the bare threshold also blocks ${Number.isFinite(rate) ? `${rate} %` : 'an unknown share'} of the changes that do no harm.`,
      help: 'Look at the samples that flipped. mode: paired decides by statistics instead.',
    };
  }
  if (settings.mode === 'non-inferiority') {
    return {
      ...place,
      message: `${change(result)}: a drop of ${amount(result, result.margin)} is not excluded.`,
      help: `Fix the change, or evaluate more samples: about ${plainNumber(result.samplesForMargin)} would see a drop of the margin.`,
    };
  }
  return {
    ...place,
    message: `${sentence}.${oneSided(result)}`,
    help:
      result.flipped.samples.length > 0
        ? 'Look at the samples that flipped, and fix the change.'
        : 'Fix the change.',
  };
}

/** The test is one-sided: where the two-sided interval reaches no change, what the test shows is said. */
function oneSided(result: MetricResult): string {
  const { ci, bounds, holm, higherIsBetter } = result;
  const [low, high] = ci;
  if (low > 0 || high < 0) return '';
  const least = Math.abs(higherIsBetter ? bounds[1] : bounds[0]);
  return ` The test of a drop is one-sided: p ${plainP(holm)}, at least ${amount(result, least)}.`;
}

function undecided(result: MetricResult, settings: RegressionSettings, look: Look, family: number): Finding {
  const decision = onInconclusive(result, settings, look);
  const severity = ({ fail: 'error', inconclusive: 'warning', pass: 'notice' } as const)[decision];
  const beyond =
    decision === 'fail'
      ? ` The observed drop is more than the ${amount(result, result.tolerance)} that are tolerated, so the gate does not let it through.${price(result, settings)}`
      : '';
  return {
    ...errorAt(regressionRules.undecided, result),
    severity,
    message: `${change(result)}: neither a drop nor its absence is shown.${amongAll(result, family)}${found(result)}${beyond}`,
    help: decision === 'fail' ? orLift(more(result, look, settings)) : more(result, look, settings),
  };
}

/** What the caution costs, from the spread that was measured, so of changes as large: reported with each block that is not a shown drop. */
function price(result: MetricResult, { onInconclusive: rule }: RegressionSettings): string {
  const rate = rule === 'auto' ? autoBlockRate(result) : NaN;
  return rate > 0 ? ` Of harmless changes that move as many samples, ${oneIn(rate)} looks like this.` : '';
}

/** Alone it would count as a drop; that there are other metrics is why it does not. */
function amongAll({ p, holm, level }: MetricResult, family: number): string {
  return p < level && holm >= level
    ? ` By itself it would be one (p ${plainP(p)}), counted over all ${family} metrics (Holm) it is not (p ${plainP(holm)}).`
    : '';
}

/** `= 0.03`, `< 0.0001`. */
function plainP(value: number): string {
  return `${value < 0.0001 ? '' : '= '}${probability(value)}`;
}

/** What these samples find, where that is known. */
function found(result: MetricResult): string {
  const sentence = unseen(result);
  return sentence === undefined ? '' : ` ${capital(sentence)}.`;
}

/** What an undecided metric does to the verdict. */
export function onInconclusive(
  result: MetricResult,
  settings: RegressionSettings,
  look: Look,
): 'fail' | 'inconclusive' | 'pass' {
  if (look.next > 0 || result.open?.turns === true) return 'inconclusive';
  const fixed = { fail: 'fail', warn: 'inconclusive', pass: 'pass' } as const;
  if (settings.onInconclusive !== 'auto') return fixed[settings.onInconclusive];
  const effect = result.higherIsBetter ? result.delta : -result.delta;
  return effect < -result.tolerance ? 'fail' : 'inconclusive';
}

/** A margin below what n can see makes a pass rare and an inconclusive likely. */
export function powerFindings(results: readonly MetricResult[]): Finding[] {
  return results
    .filter(({ n, samplesForMargin, floor }) => samplesForMargin > n && floor === undefined)
    .map((result) => ({
      ...errorAt(regressionRules.underpowered, result),
      severity: result.verdict === 'inconclusive' ? 'warning' : 'notice',
      message: `The margin for ${result.title} is ${amount(result, result.margin)}, but ${findsNone(result) ? `${count(result.n, 'sample')} cannot show any drop reliably` : `on ${count(result.n, 'sample')} only drops of ${amount(result, result.minimalDetectableDrop)} or more are found reliably`} (power 80 %).`,
      help: Number.isFinite(result.samplesForMargin)
        ? `Evaluate about ${plainNumber(result.samplesForMargin)} samples, or widen the margin.`
        : 'Widen the margin.',
    }));
}

/** The place of the first sample that got worse, else of the results. */
export function errorAt(rule: Rule, result: MetricResult): Finding {
  const first = result.flipped.samples.find(({ change }) => change === 'worse') ?? result.flipped.samples[0];
  const place = first?.sample ?? result.place;
  return finding(rule, '', place, '');
}

/** What a metric does to the verdict, undecided or not. */
export function consequence(
  result: MetricResult,
  settings: RegressionSettings,
  look: Look,
): 'fail' | 'inconclusive' | 'pass' {
  return result.verdict === 'inconclusive' ? onInconclusive(result, settings, look) : result.verdict;
}

/** Errors by which nobody can tell what the change does: they stop the merge, and blame nobody. */
const unknowable: ReadonlySet<string> = new Set(
  (
    [
      'unanswered',
      'different-setup',
      'different-scale',
      'other-questions',
      'stale-results',
      'nothing-to-lose',
      'other-form',
    ] as const
  ).map((name) => regressionRules[name].id),
);

/** The two sides were not evaluated alike, or only the form of the answers changed: nothing that differs can be laid at the change's door. */
export function isIncomparable({ rule, severity }: Finding): boolean {
  return severity === 'error' && incomparable.has(rule);
}

const incomparable: ReadonlySet<string> = new Set([
  regressionRules['different-setup'].id,
  regressionRules['different-scale'].id,
  regressionRules['other-form'].id,
]);

const outcomes: ReadonlySet<string> = new Set(
  (['drop', 'slice-drop', 'undecided', 'erosion'] as const).map((name) => regressionRules[name].id),
);

/** A drop between two evaluations that are set up differently: shown, and no verdict on the change. */
export function unattributed(found: Finding): Finding {
  return found.severity === 'error' && outcomes.has(found.rule) ? { ...found, severity: 'warning' } : found;
}

/** The gravest of the metrics' and the findings' consequences. */
export function verdictFor(
  findings: readonly Finding[],
  results: readonly MetricResult[],
  settings: RegressionSettings,
  look: Look,
): Verdict {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.some(({ rule }) => !unknowable.has(rule))) return 'fail';
  if (errors.length > 0) return 'inconclusive';
  const open = results
    .filter(({ verdict }) => verdict === 'inconclusive')
    .map((result) => onInconclusive(result, settings, look));
  if (open.includes('fail')) return 'fail';
  return open.includes('inconclusive') || results.length === 0 ? 'inconclusive' : 'pass';
}
