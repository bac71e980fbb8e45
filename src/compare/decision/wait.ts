/** How much longer, if the difference stays what it is now. */
import type { WaitFacts } from '../facts.ts';
import { unitsFor, widthAt, type Sequence } from '../statistics/confidence-sequence.ts';
import type { MetricAnswer } from './metric.ts';

/** More than this many times the units so far is not in sight. */
const farthest = 100;

export interface Pace {
  /** Units of both arms. */
  readonly units: number;
  /** Absent without calendar times. */
  readonly days?: number;
}

/** Until the last open metric is decided; null where one of them is not in sight. */
export function waitFor(open: readonly MetricAnswer[], pace: Pace, sequence: Sequence): WaitFacts | null {
  const needed = Math.max(...open.map((metric) => unitsUntil(metric, sequence)));
  if (!(needed <= farthest * Math.max(pace.units, 100))) return null;
  const units = Math.max(1, Math.ceil(needed - pace.units));
  return {
    units,
    days: pace.days === undefined ? null : Math.max(1, Math.ceil((units / pace.units) * pace.days)),
  };
}

/** Where its interval leaves 0 behind, or fits into the margin: whichever is sooner. */
function unitsUntil(metric: MetricAnswer, sequence: Sequence): number {
  const { n, half, delta, margin, higherIsBetter, role } = metric;
  if (delta === null || !Number.isFinite(half)) return Infinity;
  // What widthAt multiplies, taken from the width that is known.
  const deviation = half / widthAt(n, 1, sequence);
  const gain = higherIsBetter ? delta : -delta;
  const targets =
    role === 'guardrail'
      ? [(margin ?? 0) + gain, -gain - (margin ?? 0)]
      : [Math.abs(gain), (margin ?? 0) - Math.abs(gain)];
  return Math.min(...targets.map((target) => unitsFor(target, deviation, sequence)));
}
