/** What a picture of any size amounts to, in under 2 kB. */
import type { DenseValue, Layout, Moments, Statistics } from '../model.ts';
import { roundedBfloat16, roundedHalf } from './hashes.ts';
import { layoutOf, planesOf } from './layout.ts';

/** Random projections of a channel; two samples' distance is kept within some 14 % by those of three. */
export const sketchLength = 32;
/** Of what rounding changes. */
export const foldedLength = sketchLength / 4;
export const blocksAcross = 8;
/** Pixels in the middle of whose columns and rows the means are kept. */
export const profileLength = 48;
const mostFrames = 16;

type Planes = Float32Array | Float64Array;

export function statisticsOf(value: DenseValue): Statistics {
  const layout = layoutOf(value);
  const planes = planesOf(value, layout);
  const size = layout.frames * layout.height * layout.width;
  const channels: Moments[] = [];
  const rounding = [new Float64Array(foldedLength), new Float64Array(foldedLength)];
  const sketches: Float32Array[] = [];
  let [squares, nan, infinite] = [0, 0, 0];
  for (let channel = 0; channel < layout.channels; channel++) {
    const found = planeStatistics(planes, channel * size, size, rounding);
    channels.push(found.moments);
    sketches.push(found.sketch);
    squares += found.squares;
    nan += found.nan;
    infinite += found.infinite;
  }
  const grey = greyOf(planes, layout);
  const { height, width } = layout;
  return {
    layout,
    channels,
    norm: Math.fround(Math.sqrt(squares)),
    nan,
    infinite,
    sketches,
    rounding: rounding.map((sums) => Float32Array.from(sums)),
    blocks: blockMeans(grey, height, width),
    columns: profile(grey, height, width, 'columns'),
    rows: profile(grey, height, width, 'rows'),
    detail: detailOf(grey, height, width),
    borders: bordersOf(grey, height, width),
    frames: frameMeans(planes, layout),
  };
}

function planeStatistics(
  planes: Planes,
  from: number,
  size: number,
  [toBfloat16, toHalf]: readonly Float64Array[],
) {
  const sketch = new Float64Array(sketchLength);
  let [sum, squares, low, high, nan, infinite] = [0, 0, Infinity, -Infinity, 0, 0];
  let state = 0x2545f491;
  for (let i = 0; i < size; i++) {
    const value = planes[from + i] ?? 0;
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    if (!(Math.abs(value) <= 1e30)) {
      if (Number.isNaN(value)) nan++;
      else infinite++;
      continue;
    }
    sum += value;
    squares += value * value;
    if (value < low) low = value;
    if (value > high) high = value;
    const bucket = state >>> 27;
    const sign = (state & 0x4000000) === 0 ? 1 : -1;
    sketch[bucket] = (sketch[bucket] ?? 0) + sign * value;
    float[0] = value;
    const bits = word[0] ?? 0;
    addRounding(toBfloat16, bucket >>> 2, sign, value, roundedBfloat16(bits));
    addRounding(toHalf, bucket >>> 2, sign, value, roundedHalf(bits));
  }
  const count = size - nan - infinite;
  const mean = count === 0 ? 0 : sum / count;
  const deviation = Math.sqrt(Math.max(0, squares / Math.max(1, count) - mean * mean));
  // As a fingerprint keeps them: what was read from one is equal to what was made anew.
  const moments = {
    mean: Math.fround(mean),
    deviation: Math.fround(deviation),
    low: count === 0 ? 0 : Math.fround(low),
    high: count === 0 ? 0 : Math.fround(high),
  };
  return { moments, sketch: Float32Array.from(sketch), squares, nan, infinite };
}

const word = new Uint32Array(1);
const float = new Float32Array(word.buffer);

function addRounding(
  sums: Float64Array | undefined,
  bucket: number,
  sign: number,
  value: number,
  rounded: number,
): void {
  word[0] = rounded;
  const now = float[0] ?? 0;
  if (sums !== undefined && Math.abs(now) <= 1e30) sums[bucket] = (sums[bucket] ?? 0) + sign * (now - value);
}

/** The projections of all channels, four in one: as `rounding` has them. */
export function foldedSketch({ sketches }: Statistics): Float64Array {
  const folded = new Float64Array(foldedLength);
  for (const sketch of sketches)
    for (let j = 0; j < sketch.length; j++) folded[j >>> 2] = (folded[j >>> 2] ?? 0) + (sketch[j] ?? 0);
  return folded;
}

const sketchesOfOnes = new Map<number, Float32Array>();

/** The projections of a channel that is 1 everywhere: with them an offset can be fitted. */
export function sketchOfOnes({ frames, height, width }: Layout): Float32Array {
  const size = frames * height * width;
  const known = sketchesOfOnes.get(size);
  if (known !== undefined) return known;
  const sketch = new Float32Array(sketchLength);
  let state = 0x2545f491;
  for (let i = 0; i < size; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    sketch[state >>> 27] = (sketch[state >>> 27] ?? 0) + ((state & 0x4000000) === 0 ? 1 : -1);
  }
  sketchesOfOnes.set(size, sketch);
  return sketch;
}

/** Means over channels and frames; what is not finite counts as 0. */
function greyOf(planes: Planes, { channels, frames, height, width }: Layout): Planes {
  const size = height * width;
  const layers = channels * frames;
  const grey = new Float32Array(size);
  for (let layer = 0; layer < layers; layer++)
    for (let i = 0; i < size; i++) {
      const value = planes[layer * size + i] ?? 0;
      if (Math.abs(value) <= 1e30) grey[i] = (grey[i] ?? 0) + value / layers;
    }
  return grey;
}

/** Blocks that share a pixel where the sides are not a multiple of 8: so they stay the same blocks when a picture is flipped. */
function blockMeans(grey: Planes, height: number, width: number): Float32Array {
  const blocks = new Float32Array(blocksAcross * blocksAcross);
  for (let row = 0; row < blocksAcross; row++)
    for (let column = 0; column < blocksAcross; column++) {
      const [top, bottom] = blockEnds(row, height);
      const [left, right] = blockEnds(column, width);
      let sum = 0;
      for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) sum += grey[y * width + x] ?? 0;
      blocks[row * blocksAcross + column] = sum / Math.max(1, (bottom - top) * (right - left));
    }
  return blocks;
}

function blockEnds(block: number, length: number): [number, number] {
  return [Math.floor((block * length) / blocksAcross), Math.ceil(((block + 1) * length) / blocksAcross)];
}

/** Means of the columns of pixels in the middle, over all rows; or of the rows. */
function profile(grey: Planes, height: number, width: number, of: 'columns' | 'rows'): Float32Array {
  const [length, other] = of === 'columns' ? [width, height] : [height, width];
  const count = Math.min(profileLength, length);
  const from = Math.floor((length - count) / 2);
  const [step, stepOther] = of === 'columns' ? [1, width] : [width, 1];
  return Float32Array.from({ length: count }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < other; j++) sum += grey[(from + i) * step + j * stepOther] ?? 0;
    return sum / Math.max(1, other);
  });
}

/** Mean squared differences of pixels 1, 2 and 4 apart, along rows and down columns: three of either. */
function detailOf(grey: Planes, height: number, width: number): Float32Array {
  const found: number[] = [];
  for (const lag of [1, 2, 4]) found.push(differences(grey, height, width, lag, 0));
  for (const lag of [1, 2, 4]) found.push(differences(grey, height, width, 0, lag));
  return Float32Array.from(found);
}

function differences(grey: Planes, height: number, width: number, right: number, down: number): number {
  let sum = 0;
  for (let y = 0; y + down < height; y++)
    for (let x = 0; x + right < width; x++) {
      const difference = (grey[(y + down) * width + x + right] ?? 0) - (grey[y * width + x] ?? 0);
      sum += difference * difference;
    }
  return sum / Math.max(1, (height - down) * (width - right));
}

function bordersOf(grey: Planes, height: number, width: number): number[] {
  const corner = grey[0] ?? 0;
  const row = (y: number): boolean => isConstant(grey, y * width, 1, width);
  const column = (x: number): boolean => isConstant(grey, x, width, height);
  const count = (length: number, at: (i: number) => boolean): number => {
    let i = 0;
    while (i < length && at(i)) i++;
    return i;
  };
  if (Number.isNaN(corner)) return [0, 0, 0, 0];
  return [
    count(height, row),
    count(width, (i) => column(width - 1 - i)),
    count(height, (i) => row(height - 1 - i)),
    count(width, column),
  ];
}

function isConstant(grey: Planes, from: number, step: number, count: number): boolean {
  const first = grey[from] ?? 0;
  for (let i = 1; i < count; i++)
    if (Math.abs((grey[from + i * step] ?? 0) - first) > 1e-6 * (1 + Math.abs(first))) return false;
  return true;
}

function frameMeans(planes: Planes, { channels, frames, height, width }: Layout): Float32Array {
  if (frames < 2) return new Float32Array();
  const size = height * width;
  return Float32Array.from({ length: Math.min(frames, mostFrames) }, (_, frame) => {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++)
      for (let i = 0; i < size; i++) sum += planes[(channel * frames + frame) * size + i] ?? 0;
    return sum / (channels * size);
  });
}
