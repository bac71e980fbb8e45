/** Figures as people read them. */
import type { Section } from '../../report/model.ts';
import type { Figure, FigureUnit } from './model.ts';

export function figureSection(figures: readonly Figure[]): Section {
  return {
    kind: 'table',
    title: 'Figures',
    open: true,
    columns: [
      { title: 'Figure' },
      { title: 'Value' },
      { title: 'Events', align: 'right' },
      { title: 'Window before' },
      { title: 'Trend' },
      { title: 'What is counted' },
    ],
    rows: figures.map((figure) => [
      figure.title,
      valueText(figure),
      String(figure.count),
      beforeText(figure),
      trendText(figure),
      figure.aside === null ? figure.definition : `${figure.definition} Here: ${figure.aside}.`,
    ]),
  };
}

/** `unknown: why`, else the value with its 90th percentile. */
export function valueText({ value, p90, unit, unknown }: Figure): string {
  if (value === null) return `unknown: ${unknown ?? ''}`;
  const tail = p90 === null ? '' : `, nine of ten within ${amount(p90, unit)}`;
  return `${amount(value, unit)}${tail}`;
}

export function beforeText({ before, unit }: Figure): string {
  return before === null ? 'not known' : `${amount(before.value, unit)} (${before.count})`;
}

/** Which way it went, in words too: a colour alone is none. */
export function trendText({ trend, before, value, p90, unit, lowerIsBetter }: Figure): string {
  // Days since an interruption are of today: there is no window before.
  if (value === null || (unit === 'days' && p90 === null)) return '';
  if (before === null) return 'nothing to compare with';
  if (trend === null) return 'too few to say';
  if (trend === 0) return 'as before';
  const sign = trend > 0 ? '+' : '−';
  const word = trend > 0 === lowerIsBetter ? 'worse' : 'better';
  const size =
    unit === 'share' ? `${(Math.abs(trend) * 100).toFixed(1)} points` : amount(Math.abs(trend), unit);
  return `${sign}${size}, ${word}`;
}

const hoursADay = 24;

function amount(value: number, unit: FigureUnit): string {
  if (unit === 'share') return `${(value * 100).toFixed(1)} %`;
  if (unit === 'hours')
    return value >= 2 * hoursADay
      ? `${digits(value / hoursADay)} days`
      : value < 1
        ? `${Math.round(value * 60)} min`
        : `${digits(value)} h`;
  return unit === 'days' ? `${digits(value)} ${value === 1 ? 'day' : 'days'}` : `${digits(value)} ${unit}`;
}

function digits(value: number): string {
  return value >= 100 || Number.isInteger(value) ? value.toFixed(0) : value.toFixed(1);
}
