import { describe, expect, it } from 'vitest';
import { compareResults, regressionDefaults, sampleOrder } from '../../../src/regression/index.ts';

const pool = 2000;
const order = sampleOrder(
  Array.from({ length: pool }, (_, i) => `s${i}`),
  regressionDefaults.seed,
);

/** The first round of 500 is right more often than the pool: `right` of it, and 1,600 in all. */
function rows(right: number, lost: number, gained: number, n: number): string {
  return order
    .slice(0, n)
    .map((id, i) => {
      const before = i < 500 ? i < right : i < 500 + 1600 - right;
      const flips = before ? i < lost : i >= right && i < right + gained;
      return JSON.stringify({ id, score: Number(flips && i < 500 ? !before : before) });
    })
    .join('\n');
}

const compare = (right: number, lost: number, gained: number) => {
  const file = (text: string) => [{ path: 'r.jsonl', bytes: new TextEncoder().encode(text) }];
  const settings = { ...regressionDefaults, looks: [500, 1000, 1500, 2000] };
  const { facts } = compareResults(
    file(rows(right, 0, 0, pool)),
    file(rows(right, lost, gained, 500)),
    settings,
  );
  return facts.metrics[0];
};

describe('a round of a pool whose baseline is known', () => {
  it('is estimated for the pool by strata of the baseline’s outcome', () => {
    const [right, lost, gained] = [430, 20, 10];
    const found = compare(right, lost, gained);
    // 80 % of the pool are right: each stratum counts as often as it is there.
    expect(found?.delta).toBeCloseTo((0.2 * gained) / (500 - right) - (0.8 * lost) / right, 12);
    expect(found?.baseline).toBe(0.8);
    expect(found?.definition).toContain('estimated for the 2000 samples whose baseline is known');
  });

  it('is as it was where the round is like the pool, with less noise', () => {
    const found = compare(400, 20, 10);
    expect(found?.delta).toBeCloseTo(-0.02, 12);
    // 400 lose 20, 100 gain 10: what lies between the two strata explains a part.
    expect(found?.standardError).toBeLessThan(Math.sqrt((30 - 100 / 500 + 2) / 501 / 502));
  });
});
