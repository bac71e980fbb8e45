/** From the bytes of one sample to what is compared of it. */
import type { Value } from '../model.ts';
import { decodeExact, decodeNumbers } from './decode.ts';
import { isFloat, type Dtype } from './dtypes.ts';
import { decodeTexts } from './npy.ts';
import { sizeOf } from './stored-array.ts';

/** More whole numbers than this in one sample are a picture, or are kept as one; of those whose name says what they are, many more. */
const mostExact = 65_536;
const mostNamed = 2 ** 22;
/** Whole numbers in rows and columns, as many as these, are a picture. */
const leastPicture = 1024;

/** Names of what is compared value by value, whatever its type and size. */
const exactName =
  /(?:^|[._])(?:ids?|input_ids|labels?|tokens?|position|positions|grid|thw|index|indices|length|lengths)(?:$|[._])|_ids$|_thw$|mask$/i;

export function isExact(name: string, { kind, name: type }: Dtype, shape: readonly number[]): boolean {
  if (kind === 'text') return true;
  if (kind === 'float') return false;
  if (countsEach(name, type)) return sizeOf(shape) <= mostNamed;
  const isPicture = shape.length >= 2 && sizeOf(shape) >= leastPicture;
  return sizeOf(shape) <= mostExact && !(isPicture && (type === 'uint8' || shape.length >= 3));
}

/** Ids, masks, positions: of these not even one value in a million may differ. A mask may be of floats. */
export function countsEach(name: string, dtype: string): boolean {
  return /mask$/i.test(name) || dtype === 'bool' || (!isFloat(dtype) && exactName.test(name));
}

export function valueOf(
  name: string,
  dtype: Dtype,
  shape: readonly number[],
  bytes: Uint8Array,
  grid?: readonly number[],
): Value {
  if (dtype.kind === 'text')
    return { kind: 'exact', dtype: 'text', shape, values: decodeTexts(bytes, dtype) };
  if (isExact(name, dtype, shape))
    return { kind: 'exact', dtype: dtype.name, shape, values: decodeExact(bytes, dtype) };
  const values = decodeNumbers(bytes, dtype);
  return { kind: 'dense', dtype: dtype.name, shape, values, ...(grid !== undefined && { grid }) };
}
