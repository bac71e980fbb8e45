import { count, plural } from '../../kernel/text.ts';
import type { MetricResult } from '../decision/measurement.ts';
import { shown } from '../shown.ts';

/** `−1.8`: one decimal, two below 0.1, a true minus sign. */
export function signed(value: number): string {
  const size = Math.abs(value);
  const text = Number.isFinite(size) ? size.toFixed(size !== 0 && size < 0.095 ? 2 : 1) : 'unknown';
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** A number without needless zeros: `0.5`, `2`. */
export function plainNumber(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(3))) : 'unknown';
}

/** A p-value: three digits, and no more zeros than tell something. */
export function probability(value: number): string {
  return value < 0.0001 ? '< 0.0001' : plainNumber(value);
}

const words = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** `about one in four` of a share; `about 4 in 100` of less than a tenth. */
export function oneIn(share: number): string {
  if (share >= 0.405) return 'about every second one';
  const word = words[Math.round(1 / share) - 2];
  if (word !== undefined) return `about one in ${word}`;
  return share < 0.005 ? 'fewer than 1 in 100' : `about ${Math.round(100 * share)} in 100`;
}

/** A difference in the unit in which the metric is given: points, or percent of the baseline. */
export function inUnit({ unit, baseline }: Pick<MetricResult, 'unit' | 'baseline'>, value: number): number {
  if (unit === 'points') return value * 100;
  return baseline === 0 ? NaN : (value / Math.abs(baseline)) * 100;
}

export function unitName({ unit }: Pick<MetricResult, 'unit'>, value: number): string {
  if (unit === 'percent') return '%';
  return plural(Math.abs(value), 'point');
}

/** `F1 fell 1.8 points, 95 % interval −2.9 to −0.7, on 500 paired samples`. */
export function change(result: MetricResult): string {
  const delta = inUnit(result, result.delta);
  const name = capital(
    result.slice === undefined ? result.title : `${result.title} of ${shown(result.slice)}`,
  );
  const moved =
    Number(signed(Math.abs(delta))) === 0
      ? `${name} did not move`
      : `${name} ${delta < 0 ? 'fell' : 'rose'} ${signed(Math.abs(delta))} ${unitName(result, delta)}`;
  const [low, high] = result.ci.map((limit) => signed(inUnit(result, limit)));
  const interval = result.interval === 'none' ? 'no interval is known' : `95 % interval ${low} to ${high}`;
  const samples =
    result.interval === 'unpaired' || result.interval === 'none'
      ? 'from totals alone'
      : `on ${count(result.n, 'paired sample')}${result.clusters === undefined ? '' : ` in ${count(result.clusters, 'cluster')}`}`;
  return `${moved}, ${interval}, ${samples}`;
}

/** `drops below 2.5 points are found here less than 80 % of the time`; `undefined` where nothing is known of the spread. */
export function unseen(result: MetricResult): string | undefined {
  const { minimalDetectableDrop: drop } = result;
  if (!Number.isFinite(drop)) return undefined;
  return findsNone(result)
    ? 'so few samples find no drop reliably'
    : `drops below ${amount(result, drop)} are found here less than 80 % of the time`;
}

/** A share cannot drop by more than all of it. */
export function findsNone({ unit, minimalDetectableDrop }: MetricResult): boolean {
  return unit === 'points' && minimalDetectableDrop >= 1;
}

/** `0.5 is tolerated`. */
export function tolerated(result: MetricResult): string {
  return `${plainNumber(inUnit(result, result.tolerance))}${result.unit === 'percent' ? ' %' : ''} is tolerated`;
}

/** `2.5 points`. */
export function amount(result: MetricResult, value: number): string {
  const told = inUnit(result, value);
  return `${signed(told)} ${unitName(result, told)}`;
}

/** The metric's value: `85.1 %` of a share given in points, else three digits. */
export function valueText(result: MetricResult, value: number): string {
  return result.unit === 'points' ? (value * 100).toFixed(1) : plainNumber(value);
}

/** With a capital where the first word is a plain one; `avg_prec` and paths stay as they are. */
export function capital(text: string): string {
  if (!/^[a-z]+(?:[ -]|$)/.test(text)) return text;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `accuracy fell`, within a sentence; `F1 fell` stays. */
export function withoutCapital(sentence: string): string {
  return sentence.replace(/^[A-Z](?=[a-z]+ )/, (letter) => letter.toLowerCase());
}
