import type { Dtype } from './dtypes.ts';

/** An array as a file has it, read row by row of its first axis. */
export interface StoredArray {
  readonly name: string;
  readonly dtype: Dtype;
  /** Empty for a single value. */
  readonly shape: readonly number[];
  /** Little-endian bytes of these rows, the last axis the fastest. To be asked for in rising order. Throws `Unreadable`. */
  rows(from: number, to: number): Promise<Uint8Array>;
}

/** Rows of the first axis; a single value is one. */
export function rowCount({ shape }: Pick<StoredArray, 'shape'>): number {
  return shape[0] ?? 1;
}

/** Values in `shape`; of a single value 1. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

/** Bytes of one row of the first axis. */
export function rowBytes({ shape, dtype }: Pick<StoredArray, 'shape' | 'dtype'>): number {
  return sizeOf(shape.slice(1)) * dtype.bytes;
}
