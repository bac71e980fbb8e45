/** Rows of JSONL and Parquet: one a sample with its tensors as columns, or one a tensor as `{id, name, dtype, shape, values | tokens | sha256}`. */
import { isRecord } from '../../kernel/record.ts';
import { allSamples, type Take, type Value } from '../model.ts';
import { countsInRow } from './counts.ts';
import { dtypeOf } from './dtypes.ts';
import { Unreadable } from './source.ts';
import { sizeOf } from './stored-array.ts';
import { isExact } from './value.ts';

export type Row = Readonly<Record<string, unknown>>;

const idNames = ['id', 'sample_id', 'uid', '__key__', 'key'];

/** Takes what a row has; gives the id of its sample (that of all samples for a distribution), or `undefined` where `at`, from 0, numbers it. Throws `Unreadable`. */
export function readRow(row: Row, at: number, take: Take): string | undefined {
  const counts = countsInRow(row);
  if (counts !== undefined) {
    take(allSamples, counts.name, counts.value);
    return allSamples;
  }
  const idName = idNames.find((name) => typeof row[name] === 'string' || typeof row[name] === 'number');
  const id = idName === undefined ? undefined : String(row[idName]);
  const sample = id ?? String(at);
  if (
    typeof row['name'] === 'string' &&
    ['values', 'tokens', 'sha256'].some((name) => row[name] !== undefined)
  ) {
    if (id === undefined) throw new Unreadable('it names a tensor and no sample (`id`)');
    take(sample, row['name'], tensorIn(row['name'], row));
    return id;
  }
  for (const [name, value] of Object.entries(row)) {
    if (name === idName || value === null || value === undefined) continue;
    take(sample, name, valueIn(name, value));
  }
  return id;
}

function tensorIn(name: string, { values, tokens, sha256, dtype, shape }: Row): Value {
  if (values === undefined && tokens === undefined) return digest(sha256, dtype, shape);
  const found = valueIn(name, values ?? tokens);
  const lengths = Array.isArray(shape)
    ? shape.filter((one): one is number => Number.isSafeInteger(one))
    : found.shape;
  if (sizeOf(lengths) !== sizeOf(found.shape))
    throw new Unreadable(
      `the shape of ${name.slice(0, 80)} (${lengths.join(', ')}) does not fit its ${sizeOf(found.shape)} values`,
    );
  const type = typeof dtype === 'string' ? (dtypeOf(dtype)?.name ?? dtype.slice(0, 40)) : found.dtype;
  const typed = dtypeOf(type);
  if (
    found.kind === 'exact' &&
    typed !== undefined &&
    found.values.every((one) => typeof one === 'number') &&
    !isExact(name, typed, lengths)
  )
    return { kind: 'dense', dtype: type, shape: lengths, values: Float64Array.from(found.values, Number) };
  return { ...found, dtype: type, shape: lengths };
}

function valueIn(name: string, value: unknown): Value {
  const flat = flattened(value);
  if (flat === undefined) return text(typeof value === 'string' ? value : JSON.stringify(value));
  const { values, shape } = flat;
  if (values.some((one) => typeof one === 'string')) return { kind: 'exact', dtype: 'text', shape, values };
  const numbers = values.filter((one) => typeof one === 'number');
  const integers = numbers.every(Number.isInteger);
  const dtype = {
    name: integers ? 'int64' : 'float64',
    bytes: 8,
    kind: integers ? 'integer' : 'float',
  } as const;
  return isExact(name, dtype, shape)
    ? { kind: 'exact', dtype: dtype.name, shape, values: numbers }
    : { kind: 'dense', dtype: dtype.name, shape, values: Float64Array.from(numbers) };
}

/** Of which only a digest is there: same or changed, and no more can be said. */
function digest(sha256: unknown, dtype: unknown, shape: unknown): Value {
  const words = [dtype, shape, sha256].filter((one) => one !== undefined);
  const values = words.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
  return { kind: 'exact', dtype: 'sha256', shape: [values.length], values };
}

function text(value: string): Value {
  return { kind: 'exact', dtype: 'text', shape: [], values: [value] };
}

interface Flat {
  readonly values: (number | string)[];
  readonly shape: number[];
}

/** A list of lists of the same lengths, or one number; `undefined` for anything else. */
function flattened(value: unknown): Flat | undefined {
  const one = scalar(value);
  if (one !== undefined && typeof value !== 'string') return { values: [one], shape: [] };
  if (!Array.isArray(value)) return undefined;
  const shape: number[] = [];
  for (let at: unknown = value; Array.isArray(at); at = at[0]) shape.push(at.length);
  const values: (number | string)[] = [];
  return shape.length <= 8 && fill(value, shape, 0, values) ? { values, shape } : undefined;
}

function fill(value: unknown, shape: readonly number[], depth: number, into: (number | string)[]): boolean {
  if (depth === shape.length) {
    const one = scalar(value);
    if (one === undefined) return false;
    into.push(one);
    return true;
  }
  return (
    Array.isArray(value) &&
    value.length === shape[depth] &&
    value.every((part) => fill(part, shape, depth + 1, into))
  );
}

/** JSON as Python writes it: what is not a number there is text by now. */
const notFinite = new Map([
  ['NaN', Number.NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
]);

function scalar(value: unknown): number | string | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'string' ? (notFinite.get(value) ?? value) : undefined;
}

export function rowOf(value: unknown): Row {
  if (!isRecord(value)) throw new Unreadable('it is not a JSON object');
  return value;
}
