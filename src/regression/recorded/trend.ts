import type { Section } from '../../report/model.ts';
import type { MetricResult } from '../decision/measurement.ts';
import { inUnit, signed, unitName, valueText } from '../presentation/wording.ts';

/** A metric's value after one merge. */
export interface TrendPoint {
  readonly sha: string;
  /** The metric's name as configured. */
  readonly metric: string;
  readonly value: number;
}

export const trendLength = 30;

/** The metric over the last merges, oldest first, with this change at the end: a chart, beside it the anchor as a level, and its table. */
export function trendSection(
  points: readonly TrendPoint[],
  result: MetricResult,
  anchor?: MetricResult,
): Section[] {
  const own = points
    .filter(({ metric, value }) => metric === result.name && Number.isFinite(value))
    .slice(-trendLength);
  if (own.length < 2) return [];
  const title = `Trend of ${result.title} over the last ${own.length} evaluated merges`;
  return [
    { kind: 'mermaid', title, source: chartOf(own, result, anchor), open: anchor !== undefined },
    tableOf(title, own, result),
  ];
}

/** Numbered merges: thirty SHAs under an axis cannot be read. */
function chartOf(own: readonly TrendPoint[], result: MetricResult, anchor: MetricResult | undefined): string {
  const inPoints = (value: number): number => (result.unit === 'points' ? value * 100 : value);
  const values = [...own.map(({ value }) => value), result.candidate].map(inPoints);
  const level = anchor === undefined ? [] : [inPoints(anchor.baseline)];
  const [low, high] = [Math.min(...values, ...level), Math.max(...values, ...level)];
  const room = Math.max((high - low) / 10, 0.1);
  const line = (all: readonly number[]): string =>
    `  line [${all.map((value) => value.toFixed(2)).join(', ')}]`;
  return [
    'xychart-beta',
    // There is no legend in such a chart.
    ...level.map(() => '  title "after each merge, and at the anchor (level)"'),
    `  x-axis "merges, this change last" 1 --> ${values.length}`,
    `  y-axis ${(low - room).toFixed(2)} --> ${(high + room).toFixed(2)}`,
    line(values),
    ...level.map((value) => line(values.map(() => value))),
  ].join('\n');
}

function tableOf(title: string, own: readonly TrendPoint[], result: MetricResult): Section {
  const all = [
    ...own.map(({ sha, value }) => ({ name: sha.replaceAll(/[^0-9a-f]/g, '').slice(0, 8), value })),
    { name: 'this change', value: result.candidate },
  ];
  const first = all[0]?.value ?? Number.NaN;
  const difference = (value: number, before: number | undefined): string => {
    const delta = inUnit(result, value - (before ?? Number.NaN));
    return before === undefined ? '' : `${signed(delta)} ${unitName(result, delta)}`;
  };
  return {
    kind: 'table',
    title: `${title}, as a table`,
    columns: [
      { title: 'Merge', code: true },
      ...['Value', 'Change', 'Since the first'].map((column) => ({ title: column, align: 'right' as const })),
    ],
    rows: all.map(({ name, value }, at) => [
      name,
      valueText(result, value),
      difference(value, all[at - 1]?.value),
      at === 0 ? '' : difference(value, first),
    ]),
  };
}
