/** The 95 % interval of candidate − baseline. */
import type { IntervalMethod } from '../decision/measurement.ts';
import { normalQuantile } from './normal.ts';
import { studentQuantile } from './student.ts';
import { tangoInterval } from './tango.ts';

export interface Interval {
  readonly ci: readonly [number, number];
  readonly method: IntervalMethod;
}

/** Independent units, samples or clusters, that came out differently; in the metric's own unit. */
export interface Changes {
  /** What each unit changed: their mean is candidate − baseline. */
  readonly values: Float64Array;
  /** What one flipped sample changes at most. */
  readonly flip: number;
  /** How many units changed. */
  readonly changed: number;
}

const confidence = 0.95;
const tail = (1 - confidence) / 2;

/**
 * The hull of two intervals: ± z·SE of the very error by which the gate decides, so that what its test does not refute is inside,
 * and a score interval, which reaches further where the change goes one way (Tango's; of ratios over as many equal flips as have the same spread).
 * Where so few units changed that no exact paired test is below the level, no change is inside. `freedom`: of clusters.
 */
export function intervalOf(delta: number, error: number, changes: Changes, freedom = Infinity): Interval {
  const flips = flipsOf(changes);
  const z = criticalValue(Math.min(freedom, flips?.freedom ?? Infinity));
  const score = flips === undefined ? none : scoreHalves(flips, changes.values.length, z);
  const low = delta - Math.max(z * error, score.below);
  const high = delta + Math.max(z * error, score.above);
  const few = 0.5 ** changes.changed >= tail;
  return {
    ci: few ? [Math.min(0, low), Math.max(0, high)] : [low, high],
    method: flips === undefined ? 'normal' : 'score',
  };
}

const none = { below: 0, above: 0 };

/** Flips of one size that have the spread of those that are there. */
interface Flips {
  readonly size: number;
  readonly pairs: number;
  /** Gained less lost. */
  readonly net: number;
  /** How well their spread is known: flips of unequal sizes, as of rare classes, tell less of it (Satterthwaite 1946). */
  readonly freedom: number;
}

/** `undefined` where most units changed: then the change is not a matter of flips. */
function flipsOf({ values, flip, changed }: Changes): Flips | undefined {
  if (2 * changed > values.length || !(flip > 0)) return undefined;
  let [sum, squares, fourths] = [0, 0, 0];
  for (const value of values) {
    sum += value;
    squares += value ** 2;
    fourths += value ** 4;
  }
  if (changed === 0 || !(squares > 0)) return { size: flip, pairs: 0, net: 0, freedom: Infinity };
  const size = Math.sqrt(fourths / squares);
  const pairs = Math.min(values.length, squares / size ** 2);
  const unequal = changed / pairs - 1;
  return {
    size,
    pairs,
    net: Math.max(-pairs, Math.min(pairs, sum / size)),
    freedom: unequal > 0 ? Math.max(1, (2 * changed) / unequal) : Infinity,
  };
}

/** How far the score interval reaches. */
function scoreHalves({ size, pairs, net }: Flips, n: number, z: number): { below: number; above: number } {
  const [low, high] = tangoInterval((pairs - net) / 2, (pairs + net) / 2, n, z);
  return { below: size * (net / n - low), above: size * (high - net / n) };
}

const asNormal = 5000;

function criticalValue(freedom: number): number {
  return freedom > asNormal ? normalQuantile(1 - tail) : studentQuantile(1 - tail, freedom);
}

export function around(delta: number, half: number, method: IntervalMethod): Interval {
  return { ci: [delta - half, delta + half], method };
}
