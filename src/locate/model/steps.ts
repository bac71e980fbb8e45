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
 * The usual hazard over so many merges: a part of each evaluation, which is its noise, and a part of each merge. Where spans differ by the
 * medians of Theil and Sen, which the step of the culprit does not move; else by the mean without the tenth that lies furthest off.
 */
export function bySpan(steps: readonly WholeStep[]): (span: number) => number {
  const slopes = steps.flatMap((one, at) =>
    steps
      .slice(at + 1)
      .flatMap((other) =>
        one.span === other.span ? [] : [(other.hazard - one.hazard) / (other.span - one.span)],
      ),
  );
  if (slopes.length === 0) return trimmedMean(steps);
  const ofMerge = Math.max(0, median(slopes));
  const ofNoise = median(steps.map(({ span, hazard }) => hazard - ofMerge * span));
  return ofNoise >= 0
    ? (span) => Math.max(ofNoise + ofMerge * span, 1e-4)
    : through(median(steps.map(({ span, hazard }) => hazard / Math.max(span, 1))));
}

const few = 10;

/** Of steps over equally many merges: what there is counts as that of the merges. */
function trimmedMean(steps: readonly WholeStep[]): (span: number) => number {
  const sorted = steps.toSorted((a, b) => a.hazard - b.hazard);
  // Of few the median, so that one of them does not count however far it lies off.
  const cut = Math.floor(steps.length < few ? (steps.length - 1) / 2 : steps.length / 10);
  const kept = sorted.slice(cut, sorted.length - cut);
  return through(sum(kept.map(({ hazard }) => hazard)) / kept.length / Math.max(kept[0]?.span ?? 1, 1));
}

function through(slope: number): (span: number) => number {
  return (span) => Math.max(slope * span, 1e-4);
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(at)] ?? 0) + (sorted[Math.ceil(at)] ?? 0)) / 2;
}
