import { describe, expect, it } from 'vitest';
import { readAllResults, type ResultSet } from '../../../src/regression/index.ts';
import { Runs } from '../../../src/documents/parquet/runs.ts';
import { seededRandom } from '../../../src/regression/statistics/random.ts';
import { parquetOf } from '../../support/evaluations/parquet-shapes.ts';

const read = (bytes: Uint8Array): Promise<ResultSet> => readAllResults([{ path: 'r.parquet', bytes }]);

const rows = 60;
const ids = Array.from({ length: rows }, (_, i) => `s${i}`);
const file = parquetOf({
  columnData: [
    { name: 'id', data: ids },
    { name: 'score', data: ids.map((_, i) => i % 2), type: 'DOUBLE' },
    { name: 'category', data: ids.map((_, i) => (i % 3 === 0 ? null : `c${i % 3}`)) },
  ],
});

describe('a Parquet file', () => {
  it('has a sample for each row', async () => {
    const { samples, findings } = await read(file);
    expect(findings).toEqual([]);
    expect(samples.size).toBe(rows);
    expect(samples.get('s1')).toMatchObject({ slices: ['category=c1'] });
    expect(samples.get('s3')).toMatchObject({ slices: [] });
  });

  it('counts the rows that are not samples', async () => {
    const { findings } = await read(
      parquetOf({
        columnData: [
          { name: 'id', data: ['a', null, null] },
          { name: 'score', data: [1, 0, 1] },
        ],
      }),
    );
    expect(findings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Row 2 \(and 1 more\) cannot be read/),
    ]);
  });

  it('gives times as text, whole numbers beyond 2^53 as text, and no raw bytes', async () => {
    const { samples } = await read(
      parquetOf({
        columnData: [
          { name: 'id', data: [2n ** 60n, 3n], type: 'INT64' },
          { name: 'score', data: [1, 0] },
          { name: 'language', data: [new Date(0), new Date(1)] },
          { name: 'split', data: [new Uint8Array([1]), new Uint8Array([255])], type: 'BYTE_ARRAY' },
        ],
      }),
    );
    expect([...samples.values()].map(({ id, slices }) => [id, slices[0]])).toEqual([
      ['1152921504606846976', 'language=1970-01-01T00:00:00.000Z'],
      ['3', 'language=1970-01-01T00:00:00.001Z'],
    ]);
  });
});

describe('a Parquet file that is not whole', () => {
  it.each([
    ['cut', file.subarray(0, file.length - 20), /footer is broken.*cut/],
    ['text', new TextEncoder().encode('{"id": 1, "score": 1}'), /footer is broken/],
    ['with the length of another footer', withByte(file, file.length - 6, 0x7f), /footer is broken/],
    [
      'packed in a way that is not read',
      parquetOf({
        codec: 'LZ4',
        compressors: { LZ4: (bytes) => bytes },
        columnData: [{ name: 'id', data: ids }],
      }),
      /packed with LZ4/,
    ],
  ])('%s', async (_, bytes, message) => {
    const { findings, samples } = await read(bytes);
    expect(samples.size).toBe(0);
    expect(findings.map((finding) => finding.message).join()).toMatch(message);
  });

  it('never makes more of a file than it says, whatever byte is wrong', async () => {
    const random = seededRandom(1);
    for (let round = 0; round < 400; round++) {
      const at = Math.floor(random.uniform() * file.length);
      const { samples, findings } = await read(withByte(file, at, Math.floor(random.uniform() * 256)));
      expect(samples.size).toBeLessThanOrEqual(rows);
      expect(samples.size === rows || findings.length > 0).toBe(true);
    }
  });
});

function withByte(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const changed = new Uint8Array(bytes);
  changed[at] = value;
  return changed;
}

describe('runs', () => {
  const check = (bytes: number[], bits: number, values: number): void =>
    new Runs(new Uint8Array(bytes)).check(bytes.length, bits, values);

  it.each([
    ['a run of ten', [20, 1], 1, 10],
    ['eight packed values, of which three count', [3, 0xff], 1, 3],
    ['an empty run before another', [0, 0, 20, 1], 1, 10],
    ['two runs', [10, 1, 10, 0], 1, 10],
  ])('%s', (_, bytes, bits, values) => {
    expect(() => check(bytes, bits, values)).not.toThrow();
  });

  it.each([
    ['a run of a billion', [0x80, 0xa8, 0xd6, 0xb9, 0x07, 1], 1, 10, /more values/],
    ['a run of eleven', [22, 1], 1, 10, /more values/],
    ['sixteen packed values for eight', [5, 0xff, 0xff], 1, 8, /more values/],
    ['a length without end', [0xff, 0xff, 0xff, 0xff, 0xff, 0xff], 1, 10, /impossible length/],
  ])('%s', (_, bytes, bits, values, message) => {
    expect(() => check(bytes, bits, values)).toThrow(message);
  });
});
