/** Hashes of numbers: two lanes of 32 bits each, by multiplication and rotation as in MurmurHash3's finaliser. */
import type { Numbers } from '../read/decode.ts';
import type { Hashes } from '../model.ts';

/** Of values in rows of `row` values. NaN is one value, and zero has no sign. */
export function hashesOf(values: Numbers, row: number): Hashes {
  const wide = values instanceof Float64Array ? new Uint32Array(bytesOf(values)) : undefined;
  const narrow = Float32Array.from(values);
  // Signed: what is beyond 2^31 would be a float to the compiler.
  const bits = new Int32Array(narrow.buffer);
  const [exact, float32, bfloat16, cut, float16] = [
    new Lanes(),
    new Lanes(),
    new Lanes(),
    new Lanes(),
    new Lanes(),
  ];
  const [all, rows] = [new Sum(), new Sum()];
  let ofRow = new Lanes();
  for (let i = 0; i < bits.length; i++) {
    const raw = canonical(bits[i] ?? 0);
    float32.add(raw);
    bfloat16.add(roundedBfloat16(raw));
    cut.add(raw & 0xffff0000);
    float16.add(roundedHalf(raw));
    if (wide !== undefined) {
      exact.add(wide[2 * i] ?? 0);
      exact.add(wide[2 * i + 1] ?? 0);
    }
    all.add(mixed(raw), mixed(raw ^ 0x5bd1e995));
    ofRow.add(raw);
    if ((i + 1) % row === 0) {
      rows.add(ofRow.low, ofRow.high);
      ofRow = new Lanes();
    }
  }
  // All 64-bit floats that a smaller type can have are named by that type.
  const isNarrow =
    wide === undefined ||
    narrow.every((value, i) => Object.is(value, values[i]) || value === values[i] || Number.isNaN(value));
  return {
    exact: isNarrow ? float32.text() : exact.text(),
    float32: float32.text(),
    bfloat16: bfloat16.text(),
    bfloat16Cut: cut.text(),
    float16: float16.text(),
    ...float8Hashes(bits),
    values: all.text(),
    rows: rows.text(),
  };
}

/** A loop of its own: together they are more than the compiler takes into one. */
function float8Hashes(bits: Int32Array): Pick<Hashes, 'float8_e4m3' | 'float8_e5m2'> {
  const [e4m3, e5m2] = [new Lanes(), new Lanes()];
  for (let i = 0; i < bits.length; i++) {
    const raw = canonical(bits[i] ?? 0) | 0;
    e4m3.add(roundedE4m3(raw));
    e5m2.add(roundedE5m2(raw));
  }
  return { float8_e4m3: e4m3.text(), float8_e5m2: e5m2.text() };
}

function bytesOf(values: Float64Array): ArrayBufferLike {
  return values.byteOffset === 0 && values.byteLength === values.buffer.byteLength
    ? values.buffer
    : values.slice().buffer;
}

/** In order. */
class Lanes {
  low = 0x9747b28c;
  high = 0x3c6ef372;

  add(bits: number): void {
    const low = Math.imul(this.low ^ bits, 0x85ebca6b);
    this.low = (low << 13) | (low >>> 19);
    const high = Math.imul(this.high + bits, 0xc2b2ae35);
    this.high = high ^ (high >>> 15);
  }

  text(): string {
    return hex(mixed(this.low)) + hex(mixed(this.high ^ this.low));
  }
}

/** In any order. */
class Sum {
  private low = 0;
  private high = 0;

  add(low: number, high: number): void {
    this.low = (this.low + low) | 0;
    this.high = (this.high + high) | 0;
  }

  text(): string {
    return hex(this.low) + hex(this.high);
  }
}

function mixed(bits: number): number {
  let mix = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return mix ^ (mix >>> 16);
}

function hex(bits: number): string {
  return (bits >>> 0).toString(16).padStart(8, '0');
}

function canonical(bits: number): number {
  if ((bits & 0x7fffffff) === 0) return 0;
  return (bits & 0x7fffffff) > 0x7f800000 ? 0x7fc00000 : bits;
}

/** Bits of a 32-bit float to those of the nearest bfloat16, half to even. */
export function roundedBfloat16(bits: number): number {
  return (bits & 0x7f800000) === 0x7f800000 ? bits : ((bits + 0x7fff + ((bits >>> 16) & 1)) & 0xffff0000) | 0;
}

/** The bits as a 32-bit float of the nearest 16-bit float, half to even; beyond its range infinity. */
export function roundedHalf(bits: number): number {
  const exponent = (bits >>> 23) & 0xff;
  if (exponent >= 0x71 && exponent < 0x8e) return ((bits + 0xfff + ((bits >>> 13) & 1)) & 0xffffe000) | 0;
  if (exponent === 0xff) return bits;
  if (exponent >= 0x8e) return exponent === 0x8e ? overflowing(bits) : (bits & 0x80000000) | 0x7f800000;
  return subnormalHalf(bits);
}

function overflowing(bits: number): number {
  const rounded = (bits + 0xfff + ((bits >>> 13) & 1)) & 0xffffe000;
  return ((rounded >>> 23) & 0xff) > 0x8e ? (bits & 0x80000000) | 0x7f800000 : rounded | 0;
}

const word = new Uint32Array(1);
const float = new Float32Array(word.buffer);

function subnormalHalf(bits: number): number {
  return toMultiple(bits, 2 ** -24);
}

/** E4M3FN: of 2^-6 to 448, below that multiples of 2^-9; without infinity, beyond is NaN. */
function roundedE4m3(bits: number): number {
  const size = bits & 0x7fffffff;
  if (size < 0x3c800000) return toMultiple(bits, 2 ** -9);
  if (size >= 0x43f00000) return 0x7fc00000;
  const rounded = (bits + 0x7ffff + ((bits >>> 20) & 1)) & 0xfff00000;
  return (rounded & 0x7fffffff) > 0x43e00000 ? 0x7fc00000 : rounded;
}

/** E5M2: of 2^-14 to 57,344, below that multiples of 2^-16; beyond is infinity. */
function roundedE5m2(bits: number): number {
  const size = bits & 0x7fffffff;
  if (size < 0x38800000) return toMultiple(bits, 2 ** -16);
  if (size > 0x7f800000) return 0x7fc00000;
  const rounded = (bits + 0xfffff + ((bits >>> 21) & 1)) & 0xffe00000;
  return size >= 0x47700000 || (rounded & 0x7fffffff) > 0x47600000
    ? (bits & 0x80000000) | 0x7f800000
    : rounded;
}

/** Half to even; zero has no sign. */
function toMultiple(bits: number, step: number): number {
  word[0] = bits;
  const value = (float[0] ?? 0) / step;
  const down = Math.floor(value);
  const isUp = value - down > 0.5 || (value - down === 0.5 && down % 2 !== 0);
  float[0] = (isUp ? down + 1 : down) * step + 0;
  return (word[0] ?? 0) | 0;
}
