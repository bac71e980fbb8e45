/** Whether values go one way over merges, whatever the shape: the Mann-Kendall test, and Sen's slope. */
import { chiSquareTail } from '../kernel/gamma.ts';
import { fewestForTrend } from './figures/model.ts';

export interface TrendTest {
  /** Values that were tested. */
  readonly n: number;
  /** Two-sided; of values that all are the same 1. */
  readonly p: number;
  /** Median change from one merge to the next, in the unit of the values. */
  readonly slope: number;
}

/** Whether it goes one way for certain enough to say so of one metric. */
export function isTrend({ p, slope }: TrendTest): boolean {
  return p < 0.05 && slope !== 0;
}

/** `values`: oldest first; `undefined` for fewer than ten, of which no trend is said. Mann 1945, Kendall 1975 (variance with ties), Sen 1968. */
export function trendTest(values: readonly number[]): TrendTest | undefined {
  const n = values.length;
  if (n < fewestForTrend) return undefined;
  const pairs = values.flatMap((value, at) =>
    values.slice(at + 1).map((later, more) => ({ moved: later - value, steps: more + 1 })),
  );
  const sum = pairs.reduce((total, { moved }) => total + Math.sign(moved), 0);
  const variance = (spread(n) - tiesIn(values).reduce((total, size) => total + spread(size), 0)) / 18;
  // The continuity correction: a sum of signs moves in steps of two.
  const z = variance > 0 ? Math.max(0, Math.abs(sum) - 1) / Math.sqrt(variance) : 0;
  return { n, p: chiSquareTail(z * z, 1), slope: middle(pairs.map(({ moved, steps }) => moved / steps)) };
}

function spread(n: number): number {
  return n * (n - 1) * (2 * n + 5);
}

/** How often each value is there. */
function tiesIn(values: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()];
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const [low = 0, high = 0] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return (low + high) / 2;
}
