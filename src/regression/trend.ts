import type { Section } from '../report/model.ts';
import type { MetricResult } from './measurement.ts';

/** A metric's value after one merge. */
export interface TrendPoint {
  readonly sha: string;
  /** The metric's name as configured. */
  readonly metric: string;
  readonly value: number;
}

export const trendLength = 30;

/** The metric over the last merges, oldest first, with this change at the end. */
export function trendSection(points: readonly TrendPoint[], result: MetricResult): Section[] {
  const own = points
    .filter(({ metric, value }) => metric === result.name && Number.isFinite(value))
    .slice(-trendLength);
  if (own.length < 2) return [];
  const values = [...own.map(({ value }) => value), result.candidate].map((value) =>
    result.unit === 'points' ? value * 100 : value,
  );
  const labels = [...own.map(({ sha }) => `"${sha.replaceAll(/[^0-9a-f]/g, '').slice(0, 7)}"`), '"this"'];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = Math.max((high - low) / 10, 0.1);
  const source = [
    'xychart-beta',
    `  x-axis [${labels.join(', ')}]`,
    `  y-axis ${(low - room).toFixed(2)} --> ${(high + room).toFixed(2)}`,
    `  line [${values.map((value) => value.toFixed(2)).join(', ')}]`,
  ].join('\n');
  return [{ kind: 'mermaid', title: `Trend of ${result.title} over the last ${own.length} merges`, source }];
}
