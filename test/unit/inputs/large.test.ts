/** Files that no memory takes: sparse ones, which cost no disk. Small by day, beyond 10 GB at night. */
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readSide } from '../../../src/inputs/index.ts';
import { sourcesOf } from '../../../src/inputs/gate/sources.ts';
import { fileTreeOf } from '../../../src/git/index.ts';
import { joined, npy } from '../../support/inputs/arrays.ts';
import { wholeNight } from '../../support/seed.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'large-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Of a sample: 128 MiB at night. */
const side = wholeNight ? 2048 : 64;
const shape = [4, side, side];
const sampleBytes = 4 * side * side * 8;
const text = (value: string): Uint8Array => new TextEncoder().encode(value);

/** Zeros but for these parts. */
function sparse(
  name: string,
  size: number,
  parts: readonly (readonly [at: number, bytes: Uint8Array])[],
): string {
  const file = path.join(folder, name);
  const open = openSync(file, 'w');
  ftruncateSync(open, size);
  for (const [at, bytes] of parts) writeSync(open, bytes, 0, bytes.length, at);
  closeSync(open);
  return file;
}

const one = new Uint8Array(Float64Array.of(1).buffer);

/** The last value of all is 1. */
function safetensorsFile(name: string, samples: number): string {
  const bytes = samples * sampleBytes;
  const header = text(
    JSON.stringify({ x: { dtype: 'F64', shape: [samples, ...shape], data_offsets: [0, bytes] } }),
  );
  const prefix = new Uint8Array(8);
  new DataView(prefix.buffer).setBigUint64(0, BigInt(header.length), true);
  const start = 8 + header.length;
  return sparse(name, start + bytes, [
    [0, joined(prefix, header)],
    [start + bytes - 8, one],
  ]);
}

const words = (
  length: number,
  ...fields: readonly (readonly [at: number, size: 2 | 4 | 8, value: number])[]
) => {
  const out = new Uint8Array(length);
  const view = new DataView(out.buffer);
  for (const [at, size, value] of fields)
    if (size === 2) view.setUint16(at, value, true);
    else if (size === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
  return out;
};
const all = 0xffffffff;

/** An .npz in zip64: sizes, places and the directory itself are beyond 32 bits, and said in 64. */
function zip64File(name: string, samples: number): string {
  const bytes = samples * sampleBytes;
  const head = npy('<f8', [samples, ...shape], new Uint8Array());
  const size = head.length + bytes;
  const own = text('x.npy');
  const sizes = words(20, [0, 2, 1], [2, 2, 16], [4, 8, size], [12, 8, size]);
  const local = joined(
    words(
      30,
      [0, 4, 0x04034b50],
      [4, 2, 45],
      [18, 4, all],
      [22, 4, all],
      [26, 2, own.length],
      [28, 2, sizes.length],
    ),
    own,
    sizes,
  );
  const places = words(28, [0, 2, 1], [2, 2, 24], [4, 8, size], [12, 8, size], [20, 8, 0]);
  const entry = joined(
    words(
      46,
      [0, 4, 0x02014b50],
      [4, 2, 45],
      [6, 2, 45],
      [20, 4, all],
      [24, 4, all],
      [28, 2, own.length],
      [30, 2, places.length],
      [42, 4, all],
    ),
    own,
    places,
  );
  const directory = local.length + size;
  const end = joined(
    words(
      56,
      [0, 4, 0x06064b50],
      [4, 8, 44],
      [12, 2, 45],
      [14, 2, 45],
      [24, 8, 1],
      [32, 8, 1],
      [40, 8, entry.length],
      [48, 8, directory],
    ),
    words(20, [0, 4, 0x07064b50], [8, 8, directory + entry.length], [16, 4, 1]),
    words(22, [0, 4, 0x06054b50], [8, 2, 0xffff], [10, 2, 0xffff], [12, 4, all], [16, 4, all]),
  );
  return sparse(name, directory + entry.length + end.length, [
    [0, joined(local, head)],
    [directory - 8, one],
    [directory, joined(entry, end)],
  ]);
}

it.each([
  ['safetensors of 10 GB', 'a.safetensors', safetensorsFile, 80],
  ['.npz in zip64, beyond 4 GB', 'a.npz', zip64File, 33],
])('%s is read sample by sample', { timeout: 3_600_000 }, async (_, name, write, many) => {
  const samples = wholeNight ? many : 3;
  const file = write(name, samples);
  const before = process.resourceUsage().maxRSS;
  const { fingerprints, unread } = await readSide(await sourcesOf(await fileTreeOf(file)));
  rmSync(file);
  expect(unread).toEqual([]);
  const highest = [...fingerprints.samples.values()].map((tensors) => {
    const print = tensors.get('x');
    return print?.kind === 'dense' ? print.statistics.channels.map(({ high }) => high) : [];
  });
  expect(highest).toEqual([...Array.from({ length: samples - 1 }, () => [0, 0, 0, 0]), [0, 0, 0, 1]]);
  // Whatever the files hold: one sample at a time, and what is kept of each. Other tests may have taken more before.
  expect((process.resourceUsage().maxRSS - before) / 1024).toBeLessThan(1200);
});
