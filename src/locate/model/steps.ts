/** From one evaluation to the next: how many answers turned, and how many do so over how many merges. */
import { absent, type Leveled } from './outcomes.ts';

export interface Steps {
  /** Changed answers, and those that were compared. */
  readonly turned: Float64Array;
  readonly compared: Float64Array;
  /** The evaluation with which each was compared. */
  readonly before: Int32Array;
  /** Sums of how far they turned, and of its square. */
  readonly net: Float64Array;
  readonly spread: Float64Array;
}

/**
 * From one evaluation to the next that has most samples. One of few samples is passed over: they were chosen because they had turned, so
 * that how many of them turn is not what is usual.
 */
export function stepsOf({ patterns, evaluations }: Leveled): Steps {
  const zeros = (): Float64Array => new Float64Array(evaluations);
  const before = new Int32Array(evaluations);
  const steps: Steps = { turned: zeros(), compared: zeros(), before, net: zeros(), spread: zeros() };
  const add = (to: Float64Array, step: number, value: number): void => {
    to[step] = (to[step] ?? 0) + value;
  };
  const whole = wholeOnes(patterns, evaluations);
  whole.slice(1).forEach((step, at) => (before[step] = whole[at] ?? 0));
  for (const { levels, count } of patterns)
    for (let at = 1; at < whole.length; at++) {
      const step = whole[at] ?? 0;
      const [from, to] = [levels[before[step] ?? 0] ?? absent, levels[step] ?? absent];
      if (from === absent || to === absent) continue;
      add(steps.compared, step, count);
      if (from === to) continue;
      add(steps.turned, step, count);
      add(steps.net, step, count * (to - from));
      add(steps.spread, step, count * (to - from) ** 2);
    }
  return steps;
}

/** Evaluations of at least half as many samples as the largest. */
function wholeOnes(patterns: Leveled['patterns'], evaluations: number): number[] {
  const sizes = new Float64Array(evaluations);
  for (const { seen, count } of patterns) for (const at of seen) sizes[at] = (sizes[at] ?? 0) + count;
  const most = sizes.reduce((a, b) => Math.max(a, b), 0);
  return [...sizes.keys()].filter((at) => 2 * (sizes[at] ?? 0) >= most);
}

/** From one evaluation of most samples to the next. */
export interface WholeStep {
  readonly step: number;
  /** Merges between them. */
  readonly span: number;
  /** −log of the probability that a sample did not answer anew. */
  readonly hazard: number;
}

/**
 * The usual hazard over so many merges: a part of each evaluation, which is its noise, and a part of each merge. The steps that lie
 * furthest off are left out.
 */
export function bySpan(steps: readonly WholeStep[]): (span: number) => number {
  let line = lineThrough(steps);
  for (let round = 0; round < 3; round++) {
    const current = line;
    const off = ({ span, hazard }: WholeStep): number => hazard / Math.max(current(span), 1e-9);
    const sorted = steps.toSorted((a, b) => off(a) - off(b));
    const cut = Math.floor(steps.length / 10);
    line = lineThrough(sorted.slice(cut, sorted.length - cut));
  }
  return line;
}

/** a + b·span by least squares, neither below 0; where all spans are the same, what there is counts as that of the merges. */
function lineThrough(steps: readonly WholeStep[]): (span: number) => number {
  const n = steps.length;
  const spans = sum(steps.map(({ span }) => span)) / n;
  const mean = sum(steps.map(({ hazard }) => hazard)) / n;
  const spread = sum(steps.map(({ span }) => (span - spans) ** 2));
  const both = sum(steps.map(({ span, hazard }) => (span - spans) * (hazard - mean)));
  const slope = Math.max(0, spread > 0 ? both / spread : mean / Math.max(spans, 1));
  const start = mean - slope * spans;
  return start >= 0
    ? (span) => Math.max(start + slope * span, 1e-4)
    : (span) => Math.max((mean / Math.max(spans, 1)) * span, 1e-4);
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
