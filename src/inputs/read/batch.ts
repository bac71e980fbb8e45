/** Arrays of a file to samples: which axis counts them, what they are called, and which patches are whose. */
import { count } from '../../kernel/text.ts';
import { allSamples, type Take } from '../model.ts';
import { isOfCounts, takeCounts } from './counts.ts';
import { decodeExact } from './decode.ts';
import { decodeTexts } from './npy.ts';
import { Unreadable } from './source.ts';
import { rowBytes, rowCount, type StoredArray } from './stored-array.ts';
import { valueOf } from './value.ts';

/** Of one sample of one array. */
const mostBytes = 256 * 1024 * 1024;
const mostSamples = 100_000;
const idNames = new Set(['ids', 'id', 'sample_ids', 'sample_id', 'uids', 'uid', '__key__', 'keys']);

/** How the samples of a file are called, and whether the file itself says it. */
export interface BatchSamples {
  readonly ids: readonly string[];
  readonly numbered: boolean;
}

/** Takes all values. `sample`: the file is this one sample, unless its arrays have ids of their own. Throws `Unreadable`. */
export async function readBatch(
  arrays: readonly StoredArray[],
  take: Take,
  sample?: string,
): Promise<BatchSamples> {
  const ofSamples = arrays.filter((array) => !isOfCounts(array));
  await takeCounts(arrays.filter(isOfCounts), take);
  if (ofSamples.length === 0 && arrays.length > 0) return { ids: [], numbered: false };
  const idArray = ofSamples.find(({ name, shape }) => idNames.has(name) && shape.length === 1);
  const values = ofSamples.filter((array) => array !== idArray);
  if (values.length === 0) throw new Unreadable('it has no array');
  const length =
    idArray === undefined && sample !== undefined ? undefined : (idArray?.shape[0] ?? samplesIn(values));
  if (length === undefined) {
    for (const array of values) await takeWhole(array, sample ?? '0', values, take);
    return { ids: [sample ?? '0'], numbered: sample === undefined };
  }
  if (length > mostSamples)
    throw new Unreadable(
      `it has ${count(length, 'sample')}; at most ${mostSamples} are read`,
      'A few dozen fixed samples show what changed.',
    );
  const ids = idArray === undefined ? Array.from({ length }, (_, i) => String(i)) : await idsIn(idArray);
  for (const array of values) await takeRows(array, ids, values, take);
  return { ids, numbered: idArray === undefined };
}

async function idsIn(array: StoredArray): Promise<string[]> {
  const bytes = await array.rows(0, rowCount(array));
  const ids =
    array.dtype.kind === 'text'
      ? decodeTexts(bytes, array.dtype)
      : decodeExact(bytes, array.dtype).map(String);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (new Set(ids).size < ids.length)
    throw new Unreadable(
      `two of its samples are called ${(twice ?? '').slice(0, 80)}`,
      'Give each sample an id of its own.',
    );
  return ids;
}

/** How many samples the first axis counts; `undefined` where the arrays are those of one sample. */
function samplesIn(arrays: readonly StoredArray[]): number | undefined {
  const counted = arrays.filter(({ shape }) => shape.length > 0);
  const batched = counted.filter(
    (array) => !isLonePicture(array.shape) && gridOf(array, arrays) === undefined,
  );
  const deep = batched.filter(({ shape }) => shape.length > 1);
  const texts = deep.find(({ name, shape }) => isOneSequence(name) && shape.length === 2);
  if (texts !== undefined) return rowCount(texts);
  if (
    deep.length === 0 &&
    (batched.length < counted.length || batched.some(({ name }) => isOneSequence(name)))
  )
    return undefined;
  return mostCommon((deep.length > 0 ? deep : counted).map(rowCount));
}

/** One picture without an axis of samples. */
function isLonePicture(shape: readonly number[]): boolean {
  const [a = 0, b = 0, c = 0] = shape;
  const isPlane = (one: number, other: number): boolean => one >= 8 && other >= 8;
  return shape.length === 3 && ((isChannels(a) && isPlane(b, c)) || (isChannels(c) && isPlane(a, b)));
}

function isChannels(length: number): boolean {
  return length === 1 || length === 3 || length === 4;
}

/** Ids of one text, where they have one axis only. */
function isOneSequence(name: string): boolean {
  return /^(?:input_ids|attention_mask|labels|position_ids|token_type_ids)$/.test(name);
}

function mostCommon(lengths: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const length of lengths) counts.set(length, (counts.get(length) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return lengths.find((length) => counts.get(length) === most);
}

/** The array that says how many patches each picture has: `image_grid_thw` of `pixel_values`. */
function gridOf({ name, shape }: StoredArray, arrays: readonly StoredArray[]): StoredArray | undefined {
  const gridName = /video/.test(name) ? 'video_grid_thw' : 'image_grid_thw';
  if (!name.startsWith('pixel_values') || shape.length !== 2) return undefined;
  return arrays.find((array) => array.name === gridName && array.shape.length === 2 && array.shape[1] === 3);
}

async function gridRows(grid: StoredArray): Promise<number[][]> {
  const flat = decodeExact(await grid.rows(0, rowCount(grid)), grid.dtype).map(Number);
  return Array.from({ length: flat.length / 3 }, (_, i) => flat.slice(3 * i, 3 * i + 3));
}

async function takeWhole(
  array: StoredArray,
  sample: string,
  all: readonly StoredArray[],
  take: Take,
): Promise<void> {
  const { name, dtype, shape } = array;
  const size = rowBytes(array) * rowCount(array);
  refuseLarge(name, size);
  const grid = gridOf(array, all);
  const rows = grid === undefined ? [] : await gridRows(grid);
  take(
    sample,
    name,
    valueOf(
      name,
      dtype,
      shape,
      await array.rows(0, rowCount(array)),
      rows.length === 1 ? rows[0] : undefined,
    ),
  );
}

async function takeRows(
  array: StoredArray,
  ids: readonly string[],
  all: readonly StoredArray[],
  take: Take,
): Promise<void> {
  const grid = gridOf(array, all);
  const patches = grid === undefined ? undefined : await gridRows(grid);
  if (patches !== undefined && sum(patches.map(area)) === rowCount(array))
    return takePatches(array, patches, ids, take);
  if (isAxesFirst(array, ids.length)) return takeColumns(array, ids, take);
  if (rowCount(array) !== ids.length || array.shape.length === 0)
    return takeWhole(array, allSamples, all, take);
  const { name, dtype, shape } = array;
  refuseLarge(name, rowBytes(array));
  for (const [at, id] of ids.entries())
    take(id, name, valueOf(name, dtype, shape.slice(1), await array.rows(at, at + 1)));
}

/** Positions in time, height and width, as Qwen-VL has them: (3, samples, places). */
function isAxesFirst({ name, shape }: StoredArray, samples: number): boolean {
  const [axes = 0, second = 0] = shape;
  return (
    name.endsWith('position_ids') && shape.length === 3 && axes <= 4 && axes !== samples && second === samples
  );
}

async function takeColumns(array: StoredArray, ids: readonly string[], take: Take): Promise<void> {
  const { name, dtype, shape } = array;
  const [axes = 0, samples = 0, places = 0] = shape;
  refuseLarge(name, axes * rowBytes(array));
  const [bytes, width] = [await array.rows(0, axes), places * dtype.bytes];
  for (const [at, id] of ids.entries()) {
    const own = new Uint8Array(axes * width);
    for (let axis = 0; axis < axes; axis++) {
      const from = (axis * samples + at) * width;
      own.set(bytes.subarray(from, from + width), axis * width);
    }
    take(id, name, valueOf(name, dtype, [axes, places], own));
  }
}

/** Where all samples have the same number of pictures, theirs are numbered (`pixel_values#2`); else each picture stands for itself. */
async function takePatches(
  array: StoredArray,
  grids: readonly (readonly number[])[],
  ids: readonly string[],
  take: Take,
): Promise<void> {
  const { name, dtype, shape } = array;
  const each = grids.length / ids.length;
  let from = 0;
  for (const [at, grid] of grids.entries()) {
    const rows = area(grid);
    refuseLarge(name, rows * rowBytes(array));
    const sample = Number.isInteger(each) ? (ids[Math.floor(at / each)] ?? '') : `picture ${at}`;
    const nth = Number.isInteger(each) ? at % each : 0;
    const bytes = await array.rows(from, from + rows);
    take(
      sample,
      nth === 0 ? name : `${name}#${nth + 1}`,
      valueOf(name, dtype, [rows, ...shape.slice(1)], bytes, grid),
    );
    from += rows;
  }
}

function area(grid: readonly number[]): number {
  return grid.reduce((product, length) => product * length, 1);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function refuseLarge(name: string, bytes: number): void {
  if (bytes > mostBytes)
    throw new Unreadable(
      `one sample of ${name.slice(0, 80)} has ${Math.ceil(bytes / 1024 / 1024)} MiB, and at most 256 are read`,
      'Let the first axis count the samples.',
    );
}
