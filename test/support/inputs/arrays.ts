/** Arrays as numpy and safetensors write them, for tests. */
import { deflateSync, zipSync } from 'fflate';

const codes = {
  float32: 'F32',
  float64: 'F64',
  float16: 'F16',
  bfloat16: 'BF16',
  int32: 'I32',
  int64: 'I64',
  uint8: 'U8',
  bool: 'BOOL',
  float8_e4m3: 'F8_E4M3',
  float8_e5m2: 'F8_E5M2',
} as const;
type Name = keyof typeof codes;

export interface TestArray {
  readonly dtype: Name;
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
}

export function float32(shape: readonly number[], values: ArrayLike<number>): TestArray {
  return { dtype: 'float32', shape, bytes: new Uint8Array(Float32Array.from(values).buffer) };
}

export function int64(shape: readonly number[], values: readonly number[]): TestArray {
  return { dtype: 'int64', shape, bytes: new Uint8Array(BigInt64Array.from(values, BigInt).buffer) };
}

/** A safetensors file. */
export function safetensors(tensors: Readonly<Record<string, TestArray>>): Uint8Array {
  let at = 0;
  const header: Record<string, unknown> = {};
  for (const [name, { dtype, shape, bytes }] of Object.entries(tensors)) {
    header[name] = { dtype: codes[dtype], shape, data_offsets: [at, (at += bytes.length)] };
  }
  const text = new TextEncoder().encode(JSON.stringify(header));
  const prefix = new Uint8Array(8);
  new DataView(prefix.buffer).setBigUint64(0, BigInt(text.length), true);
  return joined(prefix, text, ...Object.values(tensors).map(({ bytes }) => bytes));
}

/** A .npy file of this header, whatever it says. */
export function npy(descr: string, shape: readonly number[], bytes: Uint8Array, fortran = false): Uint8Array {
  const python = `{'descr': '${descr}', 'fortran_order': ${fortran ? 'True' : 'False'}, 'shape': (${shape.map((length) => `${length},`).join(' ')}), }`;
  const text = new TextEncoder().encode(`${python.padEnd(117)}\n`);
  const start = new Uint8Array([
    0x93,
    0x4e,
    0x55,
    0x4d,
    0x50,
    0x59,
    1,
    0,
    text.length & 255,
    text.length >> 8,
  ]);
  return joined(start, text, bytes);
}

/** An .npz file, deflated or stored. */
export function npz(arrays: Readonly<Record<string, Uint8Array>>, level: 0 | 6 = 0): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(arrays).map(([name, bytes]) => [`${name}.npy`, bytes])), {
    level,
  });
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

export { deflateSync };

/** Noise between 0 and 1 that is always the same. */
export function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mix = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mix = Math.imul(mix ^ (mix >>> 15), 0x735a2d97);
    return ((mix ^ (mix >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** A picture of smooth shades, edges and grain, between 0 and 1: pixel by pixel its channels. */
export function picture(seed: number, height: number, width: number): number[][][] {
  const random = noise(seed);
  const spots = Array.from({ length: 14 }, () => ({
    y: random() * height,
    x: random() * width,
    h: 3 + random() * height * 0.3,
    w: 3 + random() * width * 0.3,
    colour: [random(), random(), random()],
  }));
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => {
      const spot = spots.findLast((one) => Math.abs(one.y - y) < one.h && Math.abs(one.x - x) < one.w);
      const base = spot?.colour ?? [0.9, 0.8, 0.7];
      const grain = (random() - 0.5) * 0.05;
      return base.map((value, c) =>
        Math.min(1, Math.max(0, value * (0.8 + (0.2 * (x + c * y)) / (width + c * height)) + grain)),
      );
    }),
  );
}

const mean = [0.48145466, 0.4578275, 0.40821073];
const deviation = [0.26862954, 0.26130258, 0.27577711];

/** As CLIP's processor has it: the values of a batch, channels first. */
export function clip(
  pictures: readonly number[][][][],
  change: (value: number, channel: number) => number = (value) => value,
): TestArray {
  const height = pictures[0]?.length ?? 0;
  const width = pictures[0]?.[0]?.length ?? 0;
  const values = pictures.flatMap((rows) =>
    [0, 1, 2].flatMap((c) =>
      rows.flatMap((row) =>
        row.map((pixel) => change(((pixel[c] ?? 0) - (mean[c] ?? 0)) / (deviation[c] ?? 1), c)),
      ),
    ),
  );
  return float32([pictures.length, 3, height, width], values);
}
