import { describe, expect, it } from 'vitest';
import { chiSquareTail } from '../../../src/kernel/gamma.ts';
import { fingerprintText, judgeInputs, readSide, sourceOf, type Side } from '../../../src/inputs/index.ts';
import { int64, noise, npy, npz } from '../../support/inputs/arrays.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const rowsOf = (...rows: readonly object[]): Promise<Side> =>
  readSide([sourceOf('a.jsonl', bytes(rows.map((row) => `${JSON.stringify(row)}\n`).join('')))]);
const mixture = (counts: Readonly<Record<string, number>>) => ({ distribution: 'mixture', counts });

describe("chi-square's tail", () => {
  // scipy.stats.chi2.sf
  it.each([
    [3.841458820694124, 1, 0.05],
    [18.307038053275146, 10, 0.05],
    [0.5, 2, Math.exp(-0.25)],
    [200, 100, 1.17845e-8],
    [1000, 1, 1.79e-219],
    [0, 3, 1],
  ])('of %f with %i degrees', (x, degrees, p) => {
    expect(chiSquareTail(x, degrees) / p).toBeCloseTo(1, 2);
  });
});

describe('training data', () => {
  const before = mixture({ docs: 5000, charts: 3000, tables: 2000 });
  it.each<[string, Readonly<Record<string, number>>, string, string]>([
    ['the same counts', { docs: 5000, charts: 3000, tables: 2000 }, 'same', ''],
    ['drawn anew', { docs: 5050, charts: 2960, tables: 1990 }, 'numeric noise', 'drawn anew'],
    [
      'another mixture',
      { docs: 4000, charts: 3000, tables: 3000 },
      'changed',
      'docs 50 % → 40 %, tables 20 % → 30 %, charts 30 % → 30 % (shares differ by 10 %, p < 1e-12, 10000 and 10000 counted)',
    ],
    ['a source less', { docs: 6200, charts: 3800 }, 'changed', 'tables 20 % → 0 %'],
    ['nothing', {}, 'changed', ''],
  ])('is compared by its shares: %s', async (_, after, verdict, cause) => {
    const [one, other] = [await rowsOf(before), await rowsOf(mixture(after))];
    const { facts } = judgeInputs(one, other);
    expect(facts.tensors).toHaveLength(1);
    expect(facts.tensors[0]).toMatchObject({ name: 'mixture', verdict });
    expect(facts.tensors[0]?.cause ?? '').toContain(cause);
    // A fingerprint keeps counts as they are.
    const kept = await readSide([sourceOf('f.jsonl', bytes(fingerprintText(one.fingerprints)))]);
    expect(judgeInputs(kept, other).facts).toEqual(facts);
  });

  it('fails where it changed, unless the change says so', async () => {
    const [one, other] = [
      await rowsOf(before),
      await rowsOf(mixture({ docs: 1, charts: 9000, tables: 999 })),
    ];
    const { verdict, findings } = judgeInputs(one, other);
    expect([verdict, findings[0]?.rule, findings[0]?.help]).toEqual([
      'fail',
      'inputs/changed',
      expect.stringContaining('`Input-Change: mixture distribution`'),
    ]);
    const declared = [{ tensor: 'mixture', kind: 'distribution', where: 'commit 1a2b3c4d' }];
    expect(judgeInputs(one, other, { declared }).verdict).toBe('pass');
  });

  it('stands beside samples, in rows and in arrays', async () => {
    const ids = int64([2, 3], [1, 2, 3, 4, 5, 6]);
    const file = (counts: readonly number[]): Uint8Array =>
      npz({
        input_ids: npy('<i8', [2, 3], ids.bytes),
        'counts.lengths': npy('<i8', [3], int64([3], counts).bytes),
        'bins.lengths': npy('<i8', [4], int64([4], [512, 1024, 2048, 4096]).bytes),
      });
    const [one, other] = await Promise.all(
      [
        [500, 300, 200],
        [200, 300, 500],
      ].map((counts) => readSide([sourceOf('a.npz', file(counts))])),
    );
    if (one === undefined || other === undefined) throw new Error('unreachable');
    const { facts } = judgeInputs(one, other);
    expect(facts.samples).toBe(2);
    expect(facts.tensors.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['lengths', 'changed'],
      ['input_ids', 'same'],
    ]);
    expect(facts.tensors[0]?.cause).toMatch(/^mean 972\.8 → 1433\.6: 512 50 % → 20 %/);
    const rows = await rowsOf({ input_ids: [1] }, before, { input_ids: [2] });
    expect([...rows.fingerprints.samples.keys()].toSorted()).toEqual(['*', '0', '1']);
  });

  it.each([
    ['shares', { docs: 0.5 }, /0\.5 is not a count/],
    ['less than nothing', { docs: -1 }, /-1 is not a count/],
  ])('is refused with %s', async (_, counts, reason) => {
    expect((await rowsOf(mixture(counts))).unread[0]?.message).toMatch(reason);
  });

  it('that is drawn anew is an alarm once in a thousand times', async () => {
    const random = noise(5);
    const drawn = () => {
      const counts = { a: 0, b: 0, c: 0, d: 0 };
      for (let i = 0; i < 2000; i++) {
        const at = random();
        counts[at < 0.6 ? 'a' : at < 0.9 ? 'b' : at < 0.999 ? 'c' : 'd']++;
      }
      return mixture(counts);
    };
    let alarms = 0;
    for (let i = 0; i < 400; i++)
      if (judgeInputs(await rowsOf(drawn()), await rowsOf(drawn())).verdict !== 'pass') alarms++;
    expect(alarms).toBeLessThanOrEqual(3);
  });
});
