/** Inputs that are rare and legal. */
import { describe, expect, it } from 'vitest';
import { compareFiles } from '../../../src/inputs/gate/compare-files.ts';
import { fingerprintText, judgeInputs, readSide, sourceOf, type Side } from '../../../src/inputs/index.ts';
import { memoryTree } from '../../support/trees.ts';
import { float32, int64, noise, npy, npz, safetensors, type TestArray } from '../../support/inputs/arrays.ts';

const sideOf = (tensors: Readonly<Record<string, TestArray>>): Promise<Side> =>
  readSide([sourceOf('a.safetensors', safetensors(tensors))]);
const rows = async (...lines: readonly object[]): Promise<Side> =>
  readSide([
    sourceOf('a.jsonl', new TextEncoder().encode(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))),
  ]);

const input_ids = int64([2, 3], [1, 2, 3, 4, 5, 6]);

describe('an array of all samples together', () => {
  const scale = { dtype: 'float32', shape: [], bytes: new Uint8Array([0, 0, 0, 63]) } as const;
  it.each([
    ['comes', { input_ids }, { input_ids, scale }, 'new'],
    ['goes', { input_ids, scale }, { input_ids }, 'missing'],
  ])('is none of them: it %s', async (_, before, after, kind) => {
    const { facts, findings } = judgeInputs(await sideOf(before), await sideOf(after));
    expect(facts.samples).toBe(2);
    expect(findings.map(({ rule }) => rule)).toEqual(['inputs/changed']);
    expect(facts.tensors.map((tensor) => tensor.kind)).toEqual([null, kind]);
  });
});

it('sees one token of a hundred thousand', async () => {
  const length = 100_000;
  const long = (at: number): TestArray =>
    int64(
      [1, length],
      Array.from({ length }, (_, i) => (i === at ? 7 : i % 1000)),
    );
  const { verdict, facts } = judgeInputs(
    await sideOf({ input_ids: long(-1) }),
    await sideOf({ input_ids: long(77_777) }),
  );
  expect([verdict, facts.tokens.first]).toEqual(['fail', 77_777]);
});

it('counts samples by texts, not by axes of positions', async () => {
  const positions = (last: number): TestArray =>
    int64([3, 2, 3], [0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, last]);
  const { facts } = judgeInputs(
    await sideOf({ position_ids: positions(2), input_ids }),
    await sideOf({ position_ids: positions(9), input_ids }),
  );
  expect(facts.samples).toBe(2);
  expect(facts.tensors[0]).toMatchObject({ name: 'position_ids', verdict: 'changed', changed: 1 });
});

it('numbers the pictures of samples that all have two', async () => {
  const patches = float32(
    [16, 24],
    Array.from({ length: 16 * 24 }, (_, i) => i),
  );
  const grids = int64([4, 3], [1, 2, 2, 1, 2, 2, 1, 2, 2, 1, 2, 2]);
  const { fingerprints } = await sideOf({ pixel_values: patches, image_grid_thw: grids, input_ids });
  expect(fingerprints.names).toEqual(['pixel_values', 'pixel_values#2', 'image_grid_thw', 'input_ids']);
  expect([...fingerprints.samples.keys()]).toEqual(['0', '1', '*']);
});

describe('digests', () => {
  const row = { id: 'a', name: 'pixel_values', dtype: 'float32', shape: [3, 8, 8], sha256: 'ab'.repeat(32) };
  it.each([
    ['the same', row, 'pass'],
    ['another', { ...row, sha256: 'cd'.repeat(32) }, 'fail'],
    ['of another shape', { ...row, shape: [8, 8, 3] }, 'fail'],
  ])('are compared: %s', async (_, after, verdict) => {
    expect(judgeInputs(await rows(row), await rows(after)).verdict).toBe(verdict);
  });
});

it('tells a file without a sample from one that cannot be read', async () => {
  const none = await readSide([sourceOf('a.npz', npz({ x: npy('<f4', [0, 4], new Uint8Array()) }))]);
  const { findings } = judgeInputs(none, await sideOf({ input_ids }));
  expect(findings.map(({ rule }) => rule)).toEqual(['inputs/no-samples']);
});

describe('8-bit floats', () => {
  it.each([
    ['float8_e4m3', [1, 1.0625, 1.07, -0.3, 447, 0, -1e-5], [0x38, 0x38, 0x39, 0xaa, 0x7e, 0, 0x80]],
    ['float8_e5m2', [1, 1.125, 1.13, -0.3, 57_000, 0, -1e-7], [0x3c, 0x3c, 0x3d, 0xb5, 0x7b, 0, 0x80]],
  ] as const)('%s is storage of what it rounds, and of nothing else', async (dtype, exact, stored) => {
    const after = await sideOf({ x: { dtype, shape: [1, 7], bytes: Uint8Array.from(stored) } });
    const judged = async (factor: number) =>
      judgeInputs(
        await sideOf({
          x: float32(
            [1, 7],
            exact.map((one) => one * factor),
          ),
        }),
        after,
      );
    expect((await judged(1)).facts.tensors[0]).toMatchObject({
      verdict: 'numeric noise',
      cause: `${dtype} storage: noise only`,
    });
    expect((await judged(1.3)).verdict).toBe('fail');
  });
});

describe('storage in 16 bits, with noise before it', () => {
  const learned = new Map([['x', { distance: 1e-6, factor: 1e-6, learned: true }]]);
  const random = noise(3);
  const size = 64 * 64;
  // A twelfth of the last lies half way between two steps of 2^-10.
  const exact = Array.from({ length: 8 * size }, (_, i) =>
    i % 12 > 0 || i < 7 * size ? 1 + random() : 1 + 2 ** -11,
  );
  const stored = (factor: number) =>
    exact.map((one) => Math.round((one * factor + (random() - 0.5) * 6e-7) * 1024) / 1024);
  it.each([
    ['also where a background lies between two steps', 1, 'pass'],
    ['and not with a factor', 1.0005, 'fail'],
  ])('is noise %s', async (_, factor, verdict) => {
    const before = await sideOf({ x: float32([8, 64, 64], exact) });
    const after = await sideOf({ x: float32([8, 64, 64], stored(factor)) });
    expect(judgeInputs(before, after, { learned }).verdict).toBe(verdict);
  });
});

it('takes noise from the fingerprint that says it', async () => {
  const rows = (more: number): string =>
    `${JSON.stringify({ id: 's', x: Array.from({ length: 64 }, (_, i) => Math.sin(i) + more * Math.cos(7 * i)) })}\n`;
  const { fingerprints } = await readSide([sourceOf('a.jsonl', new TextEncoder().encode(rows(0)))]);
  const after = memoryTree({ 'b.jsonl': rows(0.02) });
  const verdicts = [{}, { noise: new Map([['x', 0.01]]) }].map(async (noise) => {
    const before = memoryTree({ 'a.jsonl': fingerprintText({ ...fingerprints, ...noise }) });
    return (await compareFiles(before, after)).verdict;
  });
  expect(await Promise.all(verdicts)).toEqual(['fail', 'pass']);
});
