import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareResults,
  regressionDefaults,
  type MetricFacts,
  type RegressionSettings,
} from '../../../src/regression/index.ts';
import { samples } from '../../support/seed.ts';
import { coverage, gateInterval, tango } from '../../support/statistics/coverage.ts';

describe('the 95 % interval', () => {
  it.each([
    [50, 0.01],
    [50, 0.3],
    [100, 0.1],
    [200, 0.02],
    [500, 0.02],
  ])('of %d samples, a share of %d discordant, contains the truth in 95 of 100 cases', (n, discordant) => {
    for (const lost of [0.5, 0.75, 1])
      expect(coverage(n, discordant * lost, discordant * (1 - lost), gateInterval)).toBeGreaterThan(0.95);
  });

  it('is more than Tango’s alone gives', () => {
    expect(coverage(200, 0.02, 0, tango)).toBeLessThan(0.94);
  });
});

const right = fc.boolean();
/** Labels, partial credit and a cluster: every kind of metric on the same rows. */
const rows = fc.array(
  fc.record({
    before: right,
    after: right,
    isSame: fc.integer({ min: 0, max: 9 }),
    cluster: fc.integer({ min: 0, max: 40 }),
  }),
  { minLength: 12, maxLength: 300 },
);

function side(
  table: readonly { before: boolean; after: boolean; isSame: number; cluster: number }[],
  name: 'before' | 'after',
  isClustered: boolean,
) {
  const lines = table.map((row, i) => {
    const target = ['a', 'b', 'b', 'c', 'c', 'c'][i % 6] ?? 'a';
    const isRight = row.isSame > 1 ? row.before : row[name];
    return JSON.stringify({
      id: `s${i}`,
      target,
      prediction: isRight ? target : target === 'a' ? 'c' : 'a',
      scores: { credit: isRight ? 0.25 * (1 + (i % 4)) : 0 },
      ...(isClustered && { cluster: `c${row.cluster}` }),
    });
  });
  return [{ path: 'r.jsonl', bytes: new TextEncoder().encode(lines.join('\n')) }];
}

function contradictionsIn(metric: MetricFacts, mode: RegressionSettings['mode']): string[] {
  const { verdict, delta, candidate, ci, bounds, tolerance, margin } = metric;
  // A suite that is passed as a whole passes, however few samples it has.
  if (candidate === 1) return [];
  const [low, high] = [bounds[0] ?? NaN, bounds[1] ?? NaN];
  const isShown = high < 0 && delta < -tolerance;
  const isFail = mode === 'paired' ? isShown : low <= -margin;
  return [
    ...(isFail === (verdict === 'fail') ? [] : ['fails, and the bounds show no drop, or the reverse']),
    ...(verdict === 'pass' && low <= -margin ? ['passes, and the bounds do not exclude the margin'] : []),
    // The interval of 95 % is the wider: what it excludes is decided so.
    ...((ci[1] ?? NaN) < 0 && !(high < 0) ? ['the interval excludes no change, the test does not'] : []),
    ...((ci[0] ?? NaN) > -margin && !(low > -margin)
      ? ['the interval excludes the margin, the test does not']
      : []),
  ];
}

describe('the interval and the verdict', () => {
  it.each<[string, Partial<RegressionSettings>, boolean]>([
    ['several metrics', {}, false],
    ['clusters', {}, true],
    ['the first of two looks', { looks: [100, 400] }, false],
    ['non-inferiority', { mode: 'non-inferiority' }, false],
    ['non-inferiority with clusters', { mode: 'non-inferiority', margin: 8 }, true],
  ])('never contradict each other: %s', (_, given, isClustered) => {
    const settings = {
      ...regressionDefaults,
      metrics: ['accuracy', 'f1_macro', 'f1:positive=a', 'credit', 'kappa'],
      ...given,
    };
    fc.assert(
      fc.property(rows, (table) => {
        const { facts } = compareResults(
          side(table, 'before', isClustered),
          side(table, 'after', isClustered),
          settings,
        );
        for (const metric of facts.metrics) expect(contradictionsIn(metric, settings.mode)).toEqual([]);
      }),
      { numRuns: samples(300) },
    );
  });
});

it.each([
  ['a gain that is shown stays above no change', 'better', (ci: readonly number[]) => (ci[0] ?? 0) > 0.03],
  ['a drop beyond the margin stays below it', 'worse', (ci: readonly number[]) => (ci[1] ?? 0) < -0.03],
])('%s', (_, which, holds) => {
  const results = (wrong: number) => [
    {
      path: 'r.jsonl',
      bytes: new TextEncoder().encode(
        Array.from({ length: 600 }, (_row, i) =>
          JSON.stringify({ id: `s${i}`, target: 1, prediction: i < wrong ? 0 : 1 }),
        ).join('\n'),
      ),
    },
  ];
  const [baseline, candidate] = which === 'better' ? [results(30), results(0)] : [results(0), results(30)];
  const settings = { ...regressionDefaults, metrics: ['accuracy'] };
  const { facts } = compareResults(baseline, candidate, settings);
  expect(holds(facts.metrics[0]?.ci.map(Number) ?? [])).toBe(true);
});
