import { describe, expect, it } from 'vitest';
import {
  fingerprintText,
  judgeInputs,
  readSide,
  sourceOf,
  type JudgeOptions,
  type Side,
} from '../../../src/inputs/index.ts';
import {
  clip,
  float32,
  int64,
  noise,
  picture,
  safetensors,
  type TestArray,
} from '../../support/inputs/arrays.ts';

const sideOf = (tensors: Readonly<Record<string, TestArray>>): Promise<Side> =>
  readSide([sourceOf('a.safetensors', safetensors(tensors))]);
/** As the ledger keeps it. */
const printed = async (side: Side): Promise<Side> =>
  readSide([sourceOf('a.jsonl', new TextEncoder().encode(fingerprintText(side.fingerprints)))]);

const size = 64;
const pictures = [1, 2, 3, 4].map((seed) => picture(seed, size, size));
const base = await sideOf({ pixel_values: clip(pictures) });

async function judged(
  after: Readonly<Record<string, TestArray>>,
  before: Side = base,
  options: JudgeOptions = {},
) {
  const candidate = await sideOf(after);
  const report = judgeInputs(before, candidate, options);
  // A fingerprint tells the same as the arrays themselves.
  expect(judgeInputs(await printed(before), await printed(candidate), options).facts).toEqual(report.facts);
  return report;
}

const map = (change: (rows: number[][][], at: number) => number[][][]): TestArray =>
  clip(pictures.map(change));
const random = noise(7);
const bits = (array: TestArray, change: (bits: number) => number): TestArray => ({
  ...array,
  bytes: new Uint8Array(new Uint32Array(array.bytes.slice().buffer).map(change).buffer),
});
const roundedBfloat16 = (value: number): number => (value + 0x7fff + ((value >>> 16) & 1)) & 0xffff0000;

describe('what is noise', () => {
  it.each<[string, TestArray, string]>([
    ['the same', clip(pictures), 'same'],
    ['rounding of sums', clip(pictures, (value) => value * (1 + 1e-6)), 'numeric noise'],
    ['bfloat16 storage', bits(clip(pictures), roundedBfloat16), 'numeric noise'],
    ['bfloat16 storage that cuts off', bits(clip(pictures), (value) => value & 0xffff0000), 'numeric noise'],
    [
      'a grey level in 2 % of the values',
      clip(pictures, (value) => value + (random() < 0.02 ? 0.0146 : 0)),
      'numeric noise',
    ],
    ['a factor of 1.0005', clip(pictures, (value) => value * 1.0005), 'changed'],
    [
      'a factor of 1.004 in bfloat16',
      bits(
        clip(pictures, (value) => value * 1.004),
        roundedBfloat16,
      ),
      'changed',
    ],
    [
      'one value of 49,152',
      clip(
        pictures,
        (
          (at) => (value) =>
            value + (at++ === 777 ? 1 : 0)
        )(0),
      ),
      'changed',
    ],
  ])('%s', async (_, after, verdict) => {
    const { facts, verdict: report } = await judged({ pixel_values: after });
    expect(facts.tensors.map((tensor) => tensor.verdict)).toEqual([verdict]);
    expect(report).toBe(verdict === 'changed' ? 'fail' : 'pass');
  });

  it('is what two runs of the base differ by', async () => {
    const noisy = { pixel_values: clip(pictures, (value) => value + 0.02 * (random() - 0.5)) };
    expect((await judged(noisy)).verdict).toBe('fail');
    const learned = new Map([['pixel_values', { distance: 0.02, factor: 0.02, learned: true }]]);
    expect((await judged(noisy, base, { learned })).verdict).toBe('pass');
  });
});

const imagenet =
  ([m, s]: readonly [number[], number[]]) =>
  (value: number, c: number): number => {
    const pixel =
      value * ([0.26862954, 0.26130258, 0.27577711][c] ?? 1) + ([0.48145466, 0.4578275, 0.40821073][c] ?? 0);
    return (pixel - (m[c] ?? 0)) / (s[c] ?? 1);
  };
const scaled =
  (k: number) =>
  (value: number, c: number): number => {
    const offset =
      ([0.48145466, 0.4578275, 0.40821073][c] ?? 0) / ([0.26862954, 0.26130258, 0.27577711][c] ?? 1);
    return (value + offset) * k - offset;
  };
const blurred = (rows: number[][][]): number[][][] =>
  rows.map((row) =>
    row.map((pixel, x) =>
      pixel.map(
        (value, c) =>
          (value + (row[Math.min(size - 1, x + 1)]?.[c] ?? 0) + (row[Math.max(0, x - 1)]?.[c] ?? 0)) / 3,
      ),
    ),
  );

describe('the cause of other pictures', () => {
  it.each<[string, TestArray, RegExp, string]>([
    [
      'BGR',
      map((rows) => rows.map((row) => row.map((pixel) => pixel.toReversed()))),
      /^channels are BGR instead of RGB$/,
      'channels',
    ],
    [
      'mean and std',
      clip(
        pictures,
        imagenet([
          [0.485, 0.456, 0.406],
          [0.229, 0.224, 0.225],
        ]),
      ),
      /^mean and std are those of ImageNet, were those of CLIP$/,
      'normalisation',
    ],
    [
      'mean alone',
      clip(
        pictures,
        imagenet([
          [0.5, 0.5, 0.5],
          [0.26862954, 0.26130258, 0.27577711],
        ]),
      ),
      /^the mean is that of SigLIP \(0\.5\), was that of CLIP$/,
      'normalisation',
    ],
    [
      'no normalisation',
      clip(
        pictures,
        imagenet([
          [0, 0, 0],
          [1, 1, 1],
        ]),
      ),
      /^normalisation is skipped.*CLIP/,
      'normalisation',
    ],
    [
      'rescale by 1/256',
      clip(pictures, scaled(255 / 256)),
      /0\.99609 × .*CLIP: rescale 1\/255 → 1\/256$/,
      'scale',
    ],
    ['no rescale', clip(pictures, scaled(255)), /255 × .*the rescale by 1\/255 is missing$/, 'scale'],
    ['rescale twice', clip(pictures, scaled(1 / 255)), /0\.0039216 × .*applied twice/, 'scale'],
    [
      'flip',
      map((rows) => rows.map((row) => row.toReversed())),
      /^pictures are flipped left to right$/,
      'flip',
    ],
    ['upside down', map((rows) => rows.toReversed()), /^pictures are flipped upside down$/, 'flip'],
    [
      'transposed',
      map((rows) => rows.map((row, y) => row.map((_, x) => rows[x]?.[y] ?? []))),
      /transposed/,
      'rotation',
    ],
    [
      'flips of some',
      map((rows, at) => (at % 2 === 0 ? rows : rows.map((row) => row.toReversed()))),
      /flipped left to right in 2 of 4 samples: a random augmentation/,
      'augmentation',
    ],
    [
      'a shift',
      map((rows) => rows.map((row) => [row[0] ?? [], ...row.slice(0, -1)])),
      /^pictures moved by 1 px right/,
      'shift',
    ],
    [
      'a shift both ways',
      map((rows) =>
        [...rows.slice(2), ...rows.slice(0, 2)].map((row) => [row[0] ?? [], ...row.slice(0, -1)]),
      ),
      /^pictures moved by 1 px right and 2 px up/,
      'shift',
    ],
    ['a blur', map(blurred), /^resampling lost \d+ % of the finest detail/, 'resampling'],
    [
      'grey',
      map((rows) =>
        rows.map((row) => row.map((pixel) => pixel.map(() => (pixel[0] ?? 0) * 0.3 + (pixel[1] ?? 0) * 0.7))),
      ),
      /grey/,
      'channels',
    ],
    [
      'a frame',
      map((rows) =>
        rows.map((row, y) => row.map((pixel) => (y < 8 || y >= size - 8 ? [0.5, 0.5, 0.5] : pixel))),
      ),
      /constant borders that they had not in 4 of 4 samples \(8 px at the top, 8 px at the bottom/,
      'padding',
    ],
    ['nothing', clip(pictures, () => 0), /^every value is 0 in 4 of 4 samples/, 'constant'],
    [
      'NaN',
      clip(
        pictures,
        (
          (at) => (value) =>
            at++ === 5 ? Number.NaN : value
        )(0),
      ),
      /^1 value is NaN in 1 of 4 samples$/,
      'nan',
    ],
    [
      'another order',
      clip(pictures.toReversed()),
      /^the samples are the same and come in another order$/,
      'order',
    ],
    [
      'another size',
      clip(pictures.map((rows) => rows.slice(0, 32).map((row) => row.slice(0, 32)))),
      /^pictures are 32 × 32, were 64 × 64$/,
      'shape',
    ],
    ['inverted', clip(pictures, (value) => -value), /inverted|-1 ×/, 'scale'],
  ])('%s', async (_, after, cause, kind) => {
    const { facts, verdict } = await judged({ pixel_values: after });
    expect(facts.tensors).toMatchObject([{ verdict: 'changed', cause: expect.stringMatching(cause), kind }]);
    expect(verdict).toBe('fail');
  });

  it('is the order of the axes', async () => {
    const values = new Float32Array(clip(pictures).bytes.slice().buffer);
    const plane = size * size;
    const last = values.map(
      (_, i) =>
        values[
          Math.floor(i / (3 * plane)) * 3 * plane + (i % 3) * plane + Math.floor((i % (3 * plane)) / 3)
        ] ?? 0,
    );
    const { facts } = await judged({ pixel_values: float32([4, size, size, 3], last) });
    expect(facts.tensors[0]).toMatchObject({
      cause: 'axes are channels last (HWC), were channels first (CHW)',
    });
  });
});

const lengths = [9, 6, 7];
const texts = lengths.map((length, i) => Array.from({ length }, (_, at) => 100 * (i + 1) + 7 * at));
function tokens(
  rows: readonly (readonly number[])[],
  { side = 'right', pad = 0, length = 16 } = {},
): Record<string, TestArray> {
  const padded = (row: readonly number[], filler: number): number[] => {
    const fill = Array.from({ length: length - row.length }, () => filler);
    return side === 'right' ? [...row, ...fill] : [...fill, ...row];
  };
  return {
    input_ids: int64(
      [rows.length, length],
      rows.flatMap((row) => padded(row, pad)),
    ),
    attention_mask: int64(
      [rows.length, length],
      rows.flatMap((row) =>
        padded(
          row.map(() => 1),
          0,
        ),
      ),
    ),
  };
}
const labels = (rows: readonly (readonly number[])[]): Record<string, TestArray> => ({
  labels: int64([rows.length, rows[0]?.length ?? 0], rows.flat()),
});

describe('the cause of other tokens', () => {
  it.each<[string, Record<string, TestArray>, Record<string, TestArray>, RegExp, number | null]>([
    [
      'padding on the other side',
      tokens(texts),
      tokens(texts, { side: 'left' }),
      /^padding is on the left, was on the right, in 3 of 3/,
      0,
    ],
    ['another padding', tokens(texts), tokens(texts, { pad: 5 }), /^the padding is 5, was 0, in 3 of 3/, 9],
    [
      'longer padding',
      tokens(texts),
      tokens(texts, { length: 20 }),
      /^only the padding differs: 11 places, were 7/,
      16,
    ],
    [
      'a special token',
      tokens(texts),
      tokens(texts.map((row) => [1, ...row])),
      /^token 1 is added at the beginning .* 3 of 3/,
      0,
    ],
    [
      'one less',
      tokens(texts),
      tokens(texts.map((row) => row.slice(0, -1))),
      /^token 156 is gone at the end/,
      8,
    ],
    [
      'a system turn',
      tokens(texts),
      tokens(texts.map((row) => [...row.slice(0, 1), 9, 8, 7, ...row.slice(1)])),
      /^\+3 tokens from place 1: another chat template .* 3 of 3/,
      1,
    ],
    [
      'truncation',
      tokens(texts),
      tokens(texts.map((row) => row.slice(0, 3))),
      /^the end is cut off \(at 3 tokens, of 9\) in 3 of 3/,
      3,
    ],
    [
      'another vocabulary',
      tokens(texts),
      tokens(texts.map((row) => row.map((id) => id + 2))),
      /^every id is 2 higher/,
      0,
    ],
    [
      'one id',
      tokens(texts),
      tokens(texts.map((row) => row.map((id) => (id % 100 === 14 ? 3 : id)))),
      /^token 114 is 3 now/,
      2,
    ],
    [
      'another mask',
      labels([[-100, -100, 5, 6]]),
      labels([[3, 4, 5, 6]]),
      /^more tokens are trained on \(50 % → 100 %/,
      null,
    ],
    [
      'labels shifted',
      labels([[-100, 4, 5, 6, 7]]),
      labels([[4, 5, 6, 7, -100]]),
      /^labels are shifted by one place/,
      null,
    ],
  ])('%s', async (_, before, after, cause, first) => {
    const { facts } = await judged(after, await sideOf(before));
    expect(facts.tensors[0]).toMatchObject({ verdict: 'changed', cause: expect.stringMatching(cause) });
    expect(facts.tokens.first).toBe(first);
  });

  it('is counted in samples', async () => {
    const after = texts.map((row, i) => (i === 1 ? row.with(2, 9) : row));
    const { facts } = await judged(tokens(after), await sideOf(tokens(texts)));
    expect(facts.tokens).toMatchObject({ changed: 1, first: 2, at: { sample: '1', tensor: 'input_ids' } });
  });
});

describe('a fingerprint', () => {
  it('has at most 2 kB for a picture of any size', async () => {
    const large = float32(
      [1, 3, 512, 640],
      Float32Array.from({ length: 3 * 512 * 640 }, (_, i) => Math.sin(i)),
    );
    const small = fingerprintText((await sideOf({ pixel_values: clip(pictures) })).fingerprints).length / 4;
    expect(fingerprintText((await sideOf({ pixel_values: large })).fingerprints).length).toBeLessThan(
      2048 + 100,
    );
    expect(small).toBeLessThan(2048);
  });
});

describe('other samples', () => {
  it('fail, with those that are missing', async () => {
    const { verdict, findings } = await judged({ pixel_values: clip(pictures.slice(0, 3)) });
    expect(verdict).toBe('fail');
    expect(findings.map(({ message }) => message)).toEqual(['1 sample of the baseline is not there now: 3.']);
  });

  it('and tensors that come and go are reported', async () => {
    const { facts } = await judged(
      tokens(texts),
      await sideOf({
        input_ids: tokens(texts)['input_ids'] ?? int64([0], []),
        extra: int64([3, 1], [1, 2, 3]),
      }),
    );
    expect(facts.tensors.map(({ name, verdict, cause }) => [name, verdict, cause])).toEqual([
      ['input_ids', 'same', null],
      ['extra', 'changed', 'it is no longer fed'],
      ['attention_mask', 'changed', 'it is new'],
    ]);
  });

  it('are not a change where the change says so', async () => {
    const declared = [{ tensor: 'pixel_values', kind: 'scale', where: 'commit 1a2b3c4d' }];
    const { verdict, findings } = await judged({ pixel_values: clip(pictures, scaled(255)) }, base, {
      declared,
    });
    expect(verdict).toBe('pass');
    expect(findings.map(({ rule }) => rule)).toEqual(['inputs/declared']);
    expect(
      (
        await judged({ pixel_values: clip(pictures, (value) => -value * 3) }, base, {
          declared: [{ ...declared[0], kind: 'flip', tensor: 'pixel_values', where: '' }],
        })
      ).verdict,
    ).toBe('fail');
  });
});
