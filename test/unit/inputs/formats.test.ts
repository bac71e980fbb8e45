import { describe, expect, it } from 'vitest';
import { fingerprintText, readSide, sourceOf, type Side } from '../../../src/inputs/index.ts';
import { float32, int64, joined, npy, npz, safetensors } from '../../support/inputs/arrays.ts';
import { parquetOf } from '../../support/evaluations/parquet-shapes.ts';

const read = (name: string, bytes: Uint8Array): Promise<Side> => readSide([sourceOf(name, bytes)]);
const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const wrong = async (name: string, bytes: Uint8Array): Promise<string> =>
  (await read(name, bytes)).unread.map(({ message }) => message).join();

const values = Float32Array.from({ length: 2 * 3 * 4 }, (_, i) => i / 3);
const bytes = new Uint8Array(values.buffer);
const ids = int64([2, 3], [5, 6, 7, 8, 9, 10]);

/** As written column by column. */
function fortran(): Uint8Array {
  const out = new Float32Array(values.length);
  let at = 0;
  for (let k = 0; k < 4; k++)
    for (let j = 0; j < 3; j++) for (let i = 0; i < 2; i++) out[at++] = values[(i * 3 + j) * 4 + k] ?? 0;
  return new Uint8Array(out.buffer);
}

function turned(part: Uint8Array, size: number): Uint8Array {
  return part.map((_, at) => part[at - (at % size) + size - 1 - (at % size)] ?? 0);
}

describe('the same values', () => {
  const arrays = { values: npy('<f4', [2, 3, 4], bytes), input_ids: npy('<i8', [2, 3], ids.bytes) };
  const forms: Record<string, [string, Uint8Array]> = {
    safetensors: ['a.safetensors', safetensors({ values: float32([2, 3, 4], values), input_ids: ids })],
    'stored .npz': ['a.npz', npz(arrays)],
    'deflated .npz': ['a.npz', npz(arrays, 6)],
    'Fortran order': ['a.npz', npz({ ...arrays, values: npy('<f4', [2, 3, 4], fortran(), true) })],
    'big-endian': [
      'a.npz',
      npz({
        values: npy('>f4', [2, 3, 4], turned(bytes, 4)),
        input_ids: npy('>i8', [2, 3], turned(ids.bytes, 8)),
      }),
    ],
  };
  it.each(Object.entries(forms))('are the same from %s', async (_, [name, file]) => {
    const side = await read(name, file);
    expect(side.unread).toEqual([]);
    expect(fingerprintText(side.fingerprints)).toBe(
      fingerprintText((await read('b.npz', npz(arrays))).fingerprints),
    );
    expect(side.fingerprints.samples.get('1')?.get('input_ids')).toMatchObject({
      shape: [3],
      values: [8, 9, 10],
    });
  });

  it.each(['bfloat16', 'float16'] as const)('are those of %s', async (dtype) => {
    const halves = dtype === 'float16' ? [0x3c00, 0xc000, 0x0001, 0x7c00] : [0x3f80, 0xc000, 0x3380, 0x7f80];
    const array = { dtype, shape: [4, 1], bytes: new Uint8Array(Uint16Array.from(halves).buffer) };
    const { fingerprints } = await read('a.safetensors', safetensors({ x: array }));
    const means = [...fingerprints.samples.values()].map((tensors) => {
      const print = tensors.get('x');
      return print?.kind === 'dense'
        ? [print.statistics.channels[0]?.mean, print.statistics.infinite]
        : undefined;
    });
    expect(means).toEqual([
      [1, 0],
      [-2, 0],
      [dtype === 'float16' ? 2 ** -24 : 2 ** -24, 0],
      [0, 1],
    ]);
  });
});

it('lie anywhere in the buffer of a file', async () => {
  const file = npz({ values: npy('<f4', [2, 3, 4], bytes) });
  for (const offset of [0, 1, 3]) {
    const part = Buffer.concat([Buffer.alloc(offset), file]).subarray(offset);
    expect((await read('a.npz', part)).fingerprints).toEqual((await read('a.npz', file)).fingerprints);
  }
});

describe('samples', () => {
  it('are called as an array of ids says', async () => {
    const names = text('a\0\0\0b\0\0\0');
    const { fingerprints } = await read(
      'a.npz',
      npz({ ids: npy('<U1', [2], names), input_ids: npy('<i8', [2, 3], ids.bytes) }),
    );
    expect([...fingerprints.samples.keys()]).toEqual(['a', 'b']);
    expect(fingerprints.numbered).toBe(false);
  });

  it('are files of a folder, one each', async () => {
    const file = (first: number): Uint8Array => safetensors({ input_ids: int64([1, 2], [first, 2]) });
    const { fingerprints } = await readSide([
      sourceOf('x/a.safetensors', file(1)),
      sourceOf('x/b.safetensors', file(2)),
    ]);
    expect([...fingerprints.samples.keys()]).toEqual(['a', 'b']);
  });

  it('have their own patches of a Qwen-VL batch', async () => {
    const patches = float32(
      [4 + 8, 3 * 2 * 4],
      Array.from({ length: 12 * 24 }, (_, i) => i),
    );
    const grid = int64([2, 3], [1, 2, 2, 1, 4, 2]);
    const { fingerprints } = await read(
      'a.safetensors',
      safetensors({ pixel_values: patches, image_grid_thw: grid, input_ids: ids }),
    );
    const shapes = [...fingerprints.samples.values()].map((tensors) => tensors.get('pixel_values')?.shape);
    expect(shapes).toEqual([
      [4, 24],
      [8, 24],
    ]);
    expect(fingerprints.samples.get('1')?.get('pixel_values')).toMatchObject({
      statistics: { layout: { kind: 'patches', height: 8, width: 4 } },
    });
  });

  it('are one where a file has one picture', async () => {
    const { fingerprints } = await read('a.npy', npy('<f4', [3, 8, 8], new Uint8Array(3 * 8 * 8 * 4)));
    expect([...fingerprints.samples.keys()]).toEqual(['0']);
  });

  it.each([
    ['wide rows', '{"id":"a","input_ids":[1,2],"text":"x"}\n{"id":"b","input_ids":[3],"text":"y"}\n'],
    [
      'a row a tensor',
      '{"id":"a","name":"input_ids","tokens":[1,2]}\n{"id":"a","name":"text","values":"x"}\n{"id":"b","name":"input_ids","tokens":[3]}\n{"id":"b","name":"text","values":"y"}\n',
    ],
  ])('come from JSONL of %s', async (_, lines) => {
    const side = await read('a.jsonl', text(lines));
    expect(side.unread).toEqual([]);
    expect(side.fingerprints.samples.get('a')?.get('input_ids')).toMatchObject({
      values: [1, 2],
      dtype: 'int64',
    });
    expect(side.fingerprints.samples.get('b')?.get('text')).toMatchObject({ values: ['y'] });
  });

  it('are all read where nothing names them', async () => {
    const { fingerprints } = await read(
      'a.jsonl',
      text('{"input_ids":[1]}\n{"input_ids":[2]}\n{"input_ids":[3]}\n'),
    );
    expect([...fingerprints.samples.keys()]).toEqual(['0', '1', '2']);
    const table = parquetOf({ columnData: [{ name: 'length', data: [3, 4, 5], type: 'INT32' }] });
    const side = await read('a.parquet', table);
    expect([...side.fingerprints.samples.keys()]).toEqual(['0', '1', '2']);
    expect([fingerprints.numbered, side.fingerprints.numbered]).toEqual([true, true]);
  });

  it('come from Parquet', async () => {
    const file = parquetOf({
      columnData: [
        { name: 'id', data: ['a', 'b'] },
        { name: 'length', data: [3, 4], type: 'INT32' },
      ],
    });
    const side = await read('a.parquet', file);
    expect(side.fingerprints.samples.get('b')?.get('length')).toMatchObject({ values: [4] });
  });
});

describe('a file that is not whole, or not harmless', () => {
  const whole = safetensors({ input_ids: ids });
  const huge = new Uint8Array(8);
  new DataView(huge.buffer).setBigUint64(0, 2n ** 31n, true);
  const overlapping = text(
    '{"a":{"dtype":"U8","shape":[4,1],"data_offsets":[0,4]},"b":{"dtype":"U8","shape":[4,1],"data_offsets":[2,6]}}',
  );
  const length = new Uint8Array(8);
  length[0] = overlapping.length;
  const bomb = npz({ a: npy('|u1', [4_000_000], new Uint8Array(4_000_000)) }, 6);
  it.each<[string, string, Uint8Array, RegExp]>([
    ['cut safetensors', 'a.safetensors', whole.subarray(0, whole.length - 1), /cut off/],
    ['a header of 2 GB', 'a.safetensors', joined(huge, new Uint8Array(10)), /header claims 2147483648 bytes/],
    ['overlapping tensors', 'a.safetensors', joined(length, overlapping, new Uint8Array(6)), /overlaps/],
    ['pickled values', 'a.npy', npy('|O', [1], new Uint8Array(8)), /pickled.*would run code/],
    ['complex values', 'a.npy', npy('<c8', [1], new Uint8Array(8)), /dtype <c8 is not read/],
    ['a cut .npy', 'a.npy', npy('<f4', [9, 9], new Uint8Array(8)), /cut off: its shape \(9, 9\)/],
    ['an impossible shape', 'a.npy', npy('<f4', [2 ** 40, 2 ** 40], new Uint8Array(8)), /impossible/],
    ['no .npy', 'a.npy', text('hello, this is text'), /does not begin/],
    ['no zip', 'a.npz', text('PK nothing'), /not a whole zip/],
    ['a cut zip', 'a.npz', bomb.subarray(0, bomb.length - 30), /not a whole zip/],
    ['nothing', 'a.npy', new Uint8Array(), /empty/],
    ['a file in a zip that is not an array', 'a.npz', npz({}), /no array|not a whole/],
    [
      'two samples of one name',
      'a.npz',
      npz({ ids: npy('<i8', [2], int64([2], [7, 7]).bytes), x: npy('<i8', [2, 3], ids.bytes) }),
      /called 7/,
    ],
    ['half a JSON line', 'a.jsonl', text('{"id":"a","x":[1,'), /line 1: it is not whole JSON/],
    [
      'a fingerprint that is cut',
      'a.jsonl',
      text(
        '{"fingerprint":{"schema":1,"samples":2,"numbered":true,"tensors":[]}}\n{"id":"a","tensors":{}}\n',
      ),
      /says 2 samples and has 1/,
    ],
    ['a fingerprint of another schema', 'a.jsonl', text('{"fingerprint":{"schema":9}}\n'), /schema 9/],
    [
      'a run of a billion ids',
      'a.jsonl',
      text(
        '{"fingerprint":{"schema":1,"samples":1,"numbered":true,"tensors":[]}}\n{"id":"a","tensors":{"x":{"dtype":"int64","shape":[2],"exact":"1*1000000000"}}}\n',
      ),
      /not as a fingerprint/,
    ],
  ])('is refused: %s', async (_, name, file, reason) => {
    expect(await wrong(name, file)).toMatch(reason);
  });

  it('expands to no more than its directory says', async () => {
    const lying = bomb.slice();
    const view = new DataView(lying.buffer);
    const end = lying.length - 22;
    const entry = view.getUint32(end + 16, true);
    view.setUint32(entry + 24, 70_000, true);
    expect(await wrong('a.npz', lying)).toMatch(/cut off|more than the directory/);
  });
});
