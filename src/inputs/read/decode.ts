/** Bytes to numbers. */
import type { Dtype } from './dtypes.ts';

/** Values as they are compared: 64-bit floats keep their width, all others fit into 32 bits but for large integers. */
export type Numbers = Float32Array | Float64Array;

/** Little-endian bytes, aligned and whole; they are copied where they are not. */
export function decodeNumbers(bytes: Uint8Array, { name }: Dtype): Numbers {
  const { buffer, byteOffset, length } = aligned(bytes);
  const of = <T>(Type: new (buffer: ArrayBuffer, offset: number, length: number) => T, size: number): T =>
    new Type(buffer, byteOffset, length / size);
  switch (name) {
    case 'float64':
      return of(Float64Array, 8);
    case 'float32':
      return of(Float32Array, 4);
    case 'bfloat16':
      return fromBits(of(Uint16Array, 2), (bits) => bits << 16);
    case 'float16':
      return looked(of(Uint16Array, 2), halfTable());
    case 'float8_e4m3':
      return looked(of(Uint8Array, 1), (e4m3 ??= smallFloats(4, 3, false)));
    case 'float8_e5m2':
      return looked(of(Uint8Array, 1), (e5m2 ??= smallFloats(5, 2, true)));
    case 'int64':
      return Float64Array.from(of(BigInt64Array, 8), Number);
    case 'uint64':
      return Float64Array.from(of(BigUint64Array, 8), Number);
    case 'int32':
      return Float64Array.from(of(Int32Array, 4));
    case 'uint32':
      return Float64Array.from(of(Uint32Array, 4));
    case 'int16':
      return Float32Array.from(of(Int16Array, 2));
    case 'uint16':
      return Float32Array.from(of(Uint16Array, 2));
    case 'int8':
      return Float32Array.from(of(Int8Array, 1));
    default:
      return Float32Array.from(of(Uint8Array, 1));
  }
}

/** Whole numbers exactly: as text beyond 2^53. */
export function decodeExact(bytes: Uint8Array, dtype: Dtype): (number | string)[] {
  if (dtype.name !== 'int64' && dtype.name !== 'uint64') return Array.from(decodeNumbers(bytes, dtype));
  const { buffer, byteOffset, length } = aligned(bytes);
  const Type = dtype.name === 'int64' ? BigInt64Array : BigUint64Array;
  return Array.from(new Type(buffer, byteOffset, length / 8), (value) =>
    Number.isSafeInteger(Number(value)) ? Number(value) : String(value),
  );
}

/** Turns the bytes of each value around, in a copy. */
export function swapped(bytes: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length; at += size)
    for (let i = 0; i < size; i++) out[at + i] = bytes[at + size - 1 - i] ?? 0;
  return out;
}

/** Not by `slice`: that of a Buffer is a view of the same bytes. */
function aligned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.byteOffset % 8 === 0 && isPlain(bytes) ? bytes : new Uint8Array(bytes);
}

function fromBits(values: Uint16Array, bitsOf: (value: number) => number): Float32Array {
  const bits = new Uint32Array(values.length);
  for (let i = 0; i < values.length; i++) bits[i] = bitsOf(values[i] ?? 0);
  return new Float32Array(bits.buffer);
}

function looked(values: Uint16Array | Uint8Array, table: Float32Array): Float32Array {
  const out = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) out[i] = table[values[i] ?? 0] ?? Number.NaN;
  return out;
}

let halves: Float32Array | undefined;
let e4m3: Float32Array | undefined;
let e5m2: Float32Array | undefined;

function halfTable(): Float32Array {
  return (halves ??= smallFloats(5, 10, true));
}

/** Each value of a small float by its bits: IEEE 754, or without infinities (E4M3FN of OCP's 8-bit floats), whose only NaN is all ones. */
function smallFloats(exponentBits: number, mantissaBits: number, infinities: boolean): Float32Array {
  const [steps, top] = [2 ** mantissaBits, 2 ** exponentBits - 1];
  const bias = 2 ** (exponentBits - 1) - 1;
  const half = steps * 2 ** exponentBits;
  return Float32Array.from({ length: 2 * half }, (_, bits) => {
    const [exponent, mantissa] = [Math.floor((bits % half) / steps), bits % steps];
    const sign = bits >= half ? -1 : 1;
    if (exponent === top && infinities) return mantissa === 0 ? sign * Infinity : Number.NaN;
    if (exponent === top && mantissa === steps - 1) return Number.NaN;
    const size = exponent === 0 ? mantissa / steps : 1 + mantissa / steps;
    return sign * size * 2 ** (Math.max(exponent, 1) - bias);
  });
}

function isPlain(bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer;
}
