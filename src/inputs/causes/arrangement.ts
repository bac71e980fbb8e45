/** The same values in other places, of another form, or not there at all. */
import type { DensePrint, Print } from '../model.ts';
import type { DensePair, Pair } from '../compare/pairs.ts';
import { mostFrequent, ofSamples, figure, type Cause } from './cause.ts';

/** Of tensors whose shapes differ. */
export function shapeCause({ before, after }: DensePair): Cause {
  const [a, b] = [before.statistics.layout, after.statistics.layout];
  const swapped =
    a.kind !== b.kind && a.channels === b.channels && a.height === b.height && a.width === b.width;
  if (swapped && isPicture(a.kind) && isPicture(b.kind))
    return {
      kind: 'shape',
      text: `axes are ${b.kind === 'chw' ? 'channels first (CHW), were channels last (HWC)' : 'channels last (HWC), were channels first (CHW)'}`,
    };
  if (before.grid !== undefined && after.grid !== undefined)
    return {
      kind: 'shape',
      text: `pictures have ${gridText(after.grid)} patches, were ${gridText(before.grid)}: another size or another smart_resize`,
    };
  if (a.kind === b.kind && isPicture(a.kind)) {
    if (a.channels !== b.channels)
      return {
        kind: 'channels',
        text: `pictures have ${b.channels} ${b.channels === 1 ? 'channel' : 'channels'}, had ${a.channels}`,
      };
    if (a.frames !== b.frames)
      return {
        kind: 'shape',
        text: `there are ${b.frames} frames, were ${a.frames}: another sampling of frames`,
      };
    if (a.height === b.width && a.width === b.height)
      return {
        kind: 'rotation',
        text: `height and width are swapped: ${b.width} × ${b.height}, were ${a.width} × ${a.height}`,
      };
    return { kind: 'shape', text: `pictures are ${b.width} × ${b.height}, were ${a.width} × ${a.height}` };
  }
  return {
    kind: 'shape',
    text: `the shape is (${after.shape.join(', ')}), was (${before.shape.join(', ')})`,
  };
}

function isPicture(kind: string): boolean {
  return kind === 'chw' || kind === 'hwc';
}

function gridText(grid: readonly number[]): string {
  return grid.join(' × ');
}

/** Values that are not numbers, or all the same. */
export function emptyCause(pairs: readonly DensePair[], all: number): Cause | undefined {
  const isNan = ({ before, after }: DensePair): boolean => after.statistics.nan > before.statistics.nan;
  const isInfinite = ({ before, after }: DensePair): boolean =>
    after.statistics.infinite > before.statistics.infinite;
  const nan = pairs.filter(isNan);
  if (nan.length > 0) {
    const values = nan.reduce((sum, { after }) => sum + after.statistics.nan, 0);
    return {
      kind: 'nan',
      text: `${values} ${values === 1 ? 'value is' : 'values are'} NaN in ${ofSamples(nan.length, all)}`,
    };
  }
  const infinite = pairs.filter(isInfinite);
  if (infinite.length > 0)
    return { kind: 'nan', text: `values are infinite in ${ofSamples(infinite.length, all)}` };
  const constant = pairs.filter(({ before, after }) => isConstant(after) && !isConstant(before));
  if (constant.length < pairs.length * 0.5) return undefined;
  const value = constant[0]?.after.statistics.channels[0]?.mean ?? 0;
  return {
    kind: 'constant',
    text: `every value is ${figure(value)} in ${ofSamples(constant.length, all)}: nothing is loaded`,
  };
}

function isConstant({ statistics: { channels } }: DensePrint): boolean {
  return channels.every(({ deviation, mean }) => deviation <= 1e-6 * (1 + Math.abs(mean)));
}

/** What one sample was, another one is now. */
export function sampleOrderCause<P extends Print>(
  pairs: readonly Pair<P>[],
  key: (print: P) => string,
): Cause | undefined {
  const before = pairs.map((pair) => key(pair.before)).toSorted();
  const after = pairs.map((pair) => key(pair.after)).toSorted();
  return pairs.length > 1 && before.every((one, at) => one === after[at])
    ? { kind: 'order', text: 'the samples are the same and come in another order' }
    : undefined;
}

/** Within each sample the same values, elsewhere. */
export function placeCause(pairs: readonly DensePair[]): Cause | undefined {
  const found = mostFrequent(pairs.map(placeOf), (text) => text);
  if (found === undefined || found.count < pairs.length * 0.8) return undefined;
  return { kind: 'order', text: found.one };
}

function placeOf({ before, after }: DensePair): string | undefined {
  const { layout } = after.statistics;
  if (before.hashes.rows === after.hashes.rows && before.shape.length > 1) {
    if (layout.kind === 'patches' || isPatches(after))
      return 'the patches are the same and come in another order';
    if (layout.frames > 1) return 'the frames are the same and come in another order';
    return 'the rows of the first axis are the same and come in another order';
  }
  return before.hashes.values === after.hashes.values
    ? 'the values are the same and lie elsewhere: another order of axes, patches or pixels'
    : undefined;
}

function isPatches({ shape }: DensePrint): boolean {
  return shape.length === 2 && (shape[1] ?? 0) % 3 === 0;
}

/** Frames of a video that were taken at other times. */
export function frameCause(pairs: readonly DensePair[]): Cause | undefined {
  const videos = pairs.filter(({ before }) => before.statistics.frames.length > 1);
  const reversed = videos.filter(({ before, after }) =>
    after.statistics.frames.every((mean, at) => near(mean, before.statistics.frames.at(-1 - at))),
  );
  if (reversed.length > 0 && reversed.length >= pairs.length * 0.8)
    return { kind: 'order', text: 'the frames come in reverse' };
  const other = videos.filter(({ before, after }) =>
    after.statistics.frames.some((mean, at) => !near(mean, before.statistics.frames[at])),
  );
  const kept = videos.filter(({ before, after }) =>
    near(after.statistics.frames[0], before.statistics.frames[0]),
  );
  return videos.length === pairs.length &&
    other.length === videos.length &&
    kept.length >= videos.length * 0.8
    ? { kind: 'values', text: 'other frames are taken of each video: another rate or another rounding' }
    : undefined;
}

function near(a: number | undefined, b: number | undefined): boolean {
  return a !== undefined && b !== undefined && Math.abs(a - b) <= 1e-4 * (1 + Math.abs(b));
}

/** The least that can be said. */
export function rangeCause(pairs: readonly DensePair[], all: number): Cause {
  const [a, b] = [rangeOf(pairs.map(({ before }) => before)), rangeOf(pairs.map(({ after }) => after))];
  const wide = Math.max(1e-9, a.high - a.low);
  const moved = Math.abs(a.low - b.low) > 0.02 * wide || Math.abs(a.high - b.high) > 0.02 * wide;
  const range = moved
    ? `, values lie between ${figure(b.low)} and ${figure(b.high)}, were between ${figure(a.low)} and ${figure(a.high)}`
    : '';
  return {
    kind: moved ? 'range' : 'values',
    text: `values differ in ${ofSamples(pairs.length, all)}${range}`,
  };
}

function rangeOf(prints: readonly DensePrint[]): { low: number; high: number } {
  const channels = prints.flatMap(({ statistics }) => statistics.channels);
  return {
    low: Math.min(...channels.map(({ low }) => low)),
    high: Math.max(...channels.map(({ high }) => high)),
  };
}
