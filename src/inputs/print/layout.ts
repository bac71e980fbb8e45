/** Where the channels, rows and columns of a picture lie in an array. */
import type { DenseValue, Layout } from '../model.ts';
import { sizeOf } from '../read/stored-array.ts';

/** By shape alone, and by the grid of flattened patches. */
export function layoutOf({ shape, grid }: Pick<DenseValue, 'shape' | 'grid'>): Layout {
  return patchLayout(shape, grid) ?? pictureLayout(shape) ?? plainLayout(shape);
}

const plausible = new Set([1, 3, 4]);
/** A picture has at least this many rows and columns. */
const smallest = 8;

function pictureLayout(shape: readonly number[]): Layout | undefined {
  const [a = 0, b = 0, c = 0] = shape.slice(-3);
  if (shape.length < 3) return undefined;
  const frames = sizeOf(shape.slice(0, -3));
  if (plausible.has(a) && b >= smallest && c >= smallest)
    return { kind: 'chw', channels: a, frames, height: b, width: c };
  if (plausible.has(c) && a >= smallest && b >= smallest)
    return { kind: 'hwc', channels: c, frames, height: a, width: b };
  return undefined;
}

/** Rows of patches as Qwen-VL's processors write them: channel, frame, row, column within a patch, neighbours of a merge side by side. */
function patchLayout(shape: readonly number[], grid: readonly number[] | undefined): Layout | undefined {
  const [frames = 0, rows = 0, columns = 0] = grid ?? [];
  const [count = 0, length = 0] = shape;
  const side = patchSide(length);
  if (shape.length !== 2 || grid?.length !== 3 || side === undefined || count === 0) return undefined;
  if (frames * rows * columns !== count || rows % merge !== 0 || columns % merge !== 0) return undefined;
  return { kind: 'patches', channels: 3, frames, height: rows * side.size, width: columns * side.size };
}

/** Patches that are merged into one token, each way. */
export const merge = 2;

/** Pixels a side and frames of a patch of so many numbers. */
export function patchSide(length: number): { readonly size: number; readonly frames: number } | undefined {
  for (const frames of [2, 1]) {
    const size = Math.sqrt(length / 3 / frames);
    if (Number.isInteger(size) && size > 1) return { size, frames };
  }
  return undefined;
}

function plainLayout(shape: readonly number[]): Layout {
  const width = shape.at(-1) ?? 1;
  const height = width === 0 ? 0 : sizeOf(shape) / width;
  return { kind: 'plain', channels: 1, frames: 1, height, width };
}

/** Channel by channel, each `frames × height` rows of `width`; of patches the first frame of each. */
export function planesOf({ values, shape }: DenseValue, layout: Layout): Float32Array | Float64Array {
  const { kind, channels, frames, height, width } = layout;
  if (kind === 'plain' || (kind === 'chw' && frames === 1)) return values;
  const planes = new Float32Array(channels * frames * height * width);
  if (kind === 'patches') return fromPatches(values, shape[1] ?? 1, layout, planes);
  const plane = height * width;
  for (let frame = 0; frame < frames; frame++)
    for (let channel = 0; channel < channels; channel++) {
      const to = (channel * frames + frame) * plane;
      const [from, step] =
        kind === 'chw'
          ? [(frame * channels + channel) * plane, 1]
          : [frame * plane * channels + channel, channels];
      for (let i = 0; i < plane; i++) planes[to + i] = values[from + i * step] ?? 0;
    }
  return planes;
}

function fromPatches(
  values: Float32Array | Float64Array,
  length: number,
  { frames, height, width }: Layout,
  planes: Float32Array,
): Float32Array {
  const { size, frames: thick } = patchSide(length) ?? { size: 1, frames: 1 };
  const across = width / size;
  const perFrame = (height / size) * across;
  const blocks = across / merge;
  for (let patch = 0; patch < frames * perFrame; patch++) {
    const frame = Math.floor(patch / perFrame);
    const inFrame = patch % perFrame;
    const block = Math.floor(inFrame / (merge * merge));
    const inner = inFrame % (merge * merge);
    const row = Math.floor(block / blocks) * merge + Math.floor(inner / merge);
    const column = (block % blocks) * merge + (inner % merge);
    for (let channel = 0; channel < 3; channel++)
      for (let y = 0; y < size; y++) {
        const to = ((channel * frames + frame) * height + row * size + y) * width + column * size;
        const from = patch * length + (channel * thick * size + y) * size;
        for (let x = 0; x < size; x++) planes[to + x] = values[from + x] ?? 0;
      }
  }
  return planes;
}
