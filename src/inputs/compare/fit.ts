/** Fits on the random projections of channels: they are linear, so what holds for all values holds for them. */
import type { DensePair } from './pairs.ts';
import type { Statistics } from '../model.ts';
import { sketchOfOnes } from '../print/statistics.ts';
import { sizeOf } from '../read/stored-array.ts';

/** after = factor × before + offset, and the squares that it leaves. */
export interface Affine {
  readonly factor: number;
  readonly offset: number;
  readonly residual: number;
}

/** Squares of after − before, channel by channel with itself, and of after. */
export function energyOf(pairs: readonly DensePair[]): {
  readonly difference: number;
  readonly after: number;
} {
  let [difference, after] = [0, 0];
  for (const pair of pairs)
    for (const [channel, y] of pair.after.statistics.sketches.entries()) {
      const x = pair.before.statistics.sketches[channel];
      for (let j = 0; j < y.length; j++) {
        difference += ((y[j] ?? 0) - (x?.[j] ?? 0)) ** 2;
        after += (y[j] ?? 0) ** 2;
      }
    }
  return { difference, after };
}

/** The best over all pairs for one channel of after by one of before. */
export function fitChannel(pairs: readonly DensePair[], from: number, to: number): Affine {
  let [xx, xo, oo, xy, oy, yy] = [0, 0, 0, 0, 0, 0];
  for (const { before, after } of pairs) {
    const [x, y] = [before.statistics.sketches[from], after.statistics.sketches[to]];
    const ones = sketchOfOnes(before.statistics.layout);
    for (let j = 0; j < ones.length; j++) {
      const [a, b, o] = [x?.[j] ?? 0, y?.[j] ?? 0, ones[j] ?? 0];
      xx += a * a;
      xo += a * o;
      oo += o * o;
      xy += a * b;
      oy += o * b;
      yy += b * b;
    }
  }
  const det = xx * oo - xo * xo;
  const isFlat = det <= 1e-9 * xx * oo;
  const factor = isFlat ? (xx === 0 ? 0 : xy / xx) : (xy * oo - oy * xo) / det;
  const offset = isFlat ? 0 : (oy * xx - xy * xo) / det;
  const residual =
    yy -
    2 * factor * xy -
    2 * offset * oy +
    factor * factor * xx +
    2 * factor * offset * xo +
    offset * offset * oo;
  return { factor, offset, residual: Math.max(0, residual) };
}

/**
 * Relative distance of two samples: √Σ(b−a)² / √Σa², by what is kept of them. Where the values crowd around zero a quarter of their
 * range stands for √(Σa²/n): else a grey picture would be farther from itself than a white one.
 */
export function distanceOf(pair: DensePair): number {
  const { difference } = energyOf([pair]);
  if (difference === 0) return 0;
  const scale = scaleOf(pair.before.statistics, sizeOf(pair.before.shape));
  return scale === 0 ? 1 : Math.sqrt(difference) / scale;
}

/** √Σ(b−a)² / √Σa². */
export function relativeDistance(pair: DensePair): number {
  return Math.sqrt(energyOf([pair]).difference) / pair.before.statistics.norm;
}

/** A few values are other ones altogether. */
export function hasOutliers(pair: DensePair): boolean {
  const { over, most } = spreadOf(pair);
  return over < 6 && most > 0.02 * rangeOf(pair.before.statistics);
}

function scaleOf(statistics: Statistics, size: number): number {
  return Math.max(statistics.norm, (Math.sqrt(size) * rangeOf(statistics)) / 4);
}

/** From the lowest value to the highest. */
function rangeOf({ channels }: Statistics): number {
  if (channels.length === 0) return 0;
  return Math.max(...channels.map(({ high }) => high)) - Math.min(...channels.map(({ low }) => low));
}

/** How many projections the difference of two samples is spread over: a few values that changed are in a few. */
function spreadOf({ before, after }: DensePair): { readonly over: number; readonly most: number } {
  let [squares, fourths, most] = [0, 0, 0];
  for (const [channel, y] of after.statistics.sketches.entries())
    for (let j = 0; j < y.length; j++) {
      const difference = Math.abs((y[j] ?? 0) - (before.statistics.sketches[channel]?.[j] ?? 0));
      squares += difference ** 2;
      fourths += difference ** 4;
      most = Math.max(most, difference);
    }
  return { over: fourths === 0 ? Infinity : squares ** 2 / fourths, most };
}
