/** One metric of two arms: the interval, and what it shows. */
import { amountOf, type Margin } from '../amounts.ts';
import type { ComparedMetric, CompareVerdict } from '../facts.ts';
import type { CollectedMetric } from '../outcomes/collected.ts';
import { halfWidth, type ArmValues, type Sequence } from '../statistics/confidence-sequence.ts';

export interface Arms {
  /** Places in the list of arms. */
  readonly baseline: number;
  readonly candidate: number;
}

export interface MetricQuestion {
  readonly role: ComparedMetric['role'];
  readonly lowerIsBetter: boolean;
  /** Absent: the default, which never hides a difference that is shown. */
  readonly margin?: Margin;
}

/** With what else is needed to say how much longer. */
export interface MetricAnswer extends ComparedMetric {
  /** Half the interval. */
  readonly half: number;
}

/** Units an arm must have before anything is concluded: the interval's error is exact only in the limit. */
export const leastUnits = 30;

/** Of shares 2 points, else 2 % of the baseline. */
export function defaultMargin([low, high]: readonly [number, number]): Margin {
  return low >= 0 && high <= 1 ? { amount: 0.02 } : { ofBaseline: 0.02 };
}

export function answer(
  { name, arms, range }: CollectedMetric,
  { baseline, candidate }: Arms,
  { role, lowerIsBetter, margin }: MetricQuestion,
  sequence: Sequence,
): MetricAnswer {
  const none: ArmValues = { n: 0, mean: Number.NaN, variance: Number.NaN };
  const [before, after] = [arms[baseline] ?? none, arms[candidate] ?? none];
  const delta = after.mean - before.mean;
  const half = Math.min(before.n, after.n) < 2 ? Infinity : halfWidth(before, after, sequence);
  const amount = amountOf(margin ?? defaultMargin(range), before.mean);
  const gain = lowerIsBetter ? -delta : delta;
  const enough = Math.min(before.n, after.n) >= leastUnits;
  return {
    name,
    role,
    baseline: finite(before.mean),
    candidate: finite(after.mean),
    delta: finite(delta),
    ci: [finite(delta - half), finite(delta + half)],
    verdict: enough ? verdictOf({ gain, half, amount, role, named: margin !== undefined }) : 'keep-going',
    higherIsBetter: !lowerIsBetter,
    margin: amount ?? null,
    n: before.n + after.n,
    half,
  };
}

interface Shown {
  /** The difference in the direction that is better. */
  readonly gain: number;
  readonly half: number;
  readonly amount: number | undefined;
  readonly role: ComparedMetric['role'];
  /** The margin was named: then what lies within it is not a difference, even where it is shown. */
  readonly named: boolean;
}

function verdictOf(shown: Shown): CompareVerdict {
  if (shown.role === 'guardrail') return guarded(shown);
  const { gain, half, amount, named } = shown;
  const within = amount !== undefined && Math.abs(gain) + half <= amount;
  if (named && within) return 'no-difference';
  if (gain - half > 0) return 'better';
  if (gain + half < 0) return 'worse';
  return within ? 'no-difference' : 'keep-going';
}

/** A guardrail is broken where a loss beyond its margin is shown, and kept where one is excluded. */
function guarded({ gain, half, amount = 0 }: Shown): CompareVerdict {
  if (gain + half < -amount) return 'worse';
  if (gain - half > 0) return 'better';
  return gain - half > -amount ? 'no-difference' : 'keep-going';
}

/** JSON has no NaN and no Infinity. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
