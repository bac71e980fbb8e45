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
 * The usual hazard over so many merges: a part of each evaluation, which is its noise, and a part of each merge. Where spans differ by
 * weighted least squares, in which what lies far off counts less (Huber 1964), so that the step of the culprit hardly moves it; else by the mean without
 * the tenth that lies furthest off.
 */
export function bySpan(steps: readonly WholeStep[]): (span: number) => number {
  if (steps.every(({ span }) => span === steps[0]?.span)) return trimmedMean(steps);
  let line: Line = {
    noise: 0,
    slope: Math.max(1e-4, median(steps.map(({ span, hazard }) => hazard / Math.max(span, 1)))),
  };
  for (let round = 0; round < lineRounds; round++) line = fitted(steps, line);
  const { noise, slope } = line;
  return (span) => Math.max(noise + slope * span, 1e-4);
}

interface Line {
  readonly noise: number;
  readonly slope: number;
}

const lineRounds = 15;

/** Where all but one answer of a thousand is drawn anew, more of it is not seen: of a longer span the error would be no number. */
const mostHazard = -Math.log(0.001);

/** Standard errors beyond which a step counts less. */
const huber = 1.5;

function fitted(steps: readonly WholeStep[], line: Line): Line {
  const residuals = steps.map(({ span, hazard }) => {
    const expected = Math.min(Math.max(line.noise + line.slope * span, 1e-3), mostHazard);
    // That of the share which answered anew, carried over to its hazard.
    const spread = Math.sqrt(Math.exp(expected) * Math.expm1(expected));
    return { span, hazard, spread, off: Math.abs(hazard - expected) / spread };
  });
  const scale = Math.max(1.4826 * median(residuals.map(({ off }) => off)), 1e-6);
  const points = residuals.map(({ span, hazard, spread, off }) => ({
    span,
    hazard,
    weight: Math.min(1, (huber * scale) / Math.max(off, 1e-9)) / spread ** 2,
  }));
  return lineThrough(points, scale);
}

/** Standard errors from which evaluations have noise: what it seems to be of few steps would hide what single merges stir. */
const clearly = 2;

/** Neither part is negative. `scale`: of the points, of which each has a variance of 1 / weight. */
function lineThrough(
  points: readonly { span: number; hazard: number; weight: number }[],
  scale: number,
): Line {
  let [w, x, y, xx, xy] = [0, 0, 0, 0, 0];
  for (const { span, hazard, weight } of points) {
    w += weight;
    x += weight * span;
    y += weight * hazard;
    xx += weight * span * span;
    xy += weight * span * hazard;
  }
  const determinant = w * xx - x * x;
  const slope = (w * xy - x * y) / determinant;
  const noise = (y - slope * x) / w;
  if (slope <= 0) return { noise: y / w, slope: 0 };
  const error = scale * Math.sqrt(xx / determinant);
  return noise <= clearly * error ? { noise: 0, slope: xy / xx } : { noise, slope };
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
