import { describe, expect, it } from 'vitest';
import { intervalOf } from '../../../src/regression/statistics/interval.ts';
import { lookAt } from '../../../src/regression/decision/looks.ts';
import { higherByName } from '../../../src/regression/metrics/recognised.ts';
import { parseMetric, positiveLabel } from '../../../src/regression/metrics/spec.ts';
import { only, readResults, regressionRules, sampleOrder } from '../../../src/regression/index.ts';
import { roundOf, roundSizes } from '../../../src/regression/decision/rounds.ts';
import { regressionDefaults } from '../../../src/regression/settings.ts';
import { trendSection } from '../../../src/regression/recorded/trend.ts';
import type { MetricResult } from '../../../src/regression/decision/measurement.ts';
import { capital, plainNumber, signed } from '../../../src/regression/presentation/wording.ts';
import { jsonl, rows } from './rows.ts';

describe('looks', () => {
  const planned = [500, 1000, 1500, 2000];

  it.each<[number, readonly number[] | undefined, number, number, number, number]>([
    [500, undefined, 1, 1, 0, 1.6449],
    [500, planned, 1, 4, 1000, 1.733 * 2],
    [1000, planned, 2, 4, 1500, 1.733 * Math.SQRT2],
    [2000, planned, 4, 4, 0, 1.733],
    [2500, planned, 4, 4, 0, 1.733],
    [500, [500], 1, 1, 0, 1.6449],
    [0, planned, 1, 1, 500, 1.6449],
  ])('%d samples of %j', (n, looks, number, of, next, z) => {
    const look = lookAt(n, looks, 0.05);
    expect(look).toMatchObject({ number, of, next });
    expect(look.z).toBeCloseTo(z, n === 2500 ? 1 : 2);
  });
});

describe('rounds', () => {
  it.each([
    [[500, 1000, 1500, 2000], 2000, [500, 1000, 1500, 2000]],
    [[500, 1000, 1500, 2000], 1300, [500, 1000, 1300]],
    [[500, 1000], 5000, [500, 1000]],
    [[500], 200, [200]],
    [[1000, 500, 500, -1, 2.5], 2000, [500, 1000]],
    [[], 100, []],
    [[500], 0, []],
  ])('%j of a pool of %d', (looks, pool, sizes) => {
    expect(roundSizes(looks, pool)).toEqual(sizes);
  });

  const baseline = readResults([
    { path: 'b.jsonl', bytes: new TextEncoder().encode(jsonl(rows({ n: 1200 }))) },
  ]);
  const settings = { ...regressionDefaults, looks: [500, 1000] };

  it('takes the first samples in the seeded order', () => {
    const order = sampleOrder(baseline.samples.keys(), 1);
    const round = roundOf(baseline, 500, settings);
    expect([...round.baseline.samples.keys()].toSorted()).toEqual(order.slice(0, 500).toSorted());
  });

  it('notices a candidate that evaluated other samples than planned', () => {
    const round = roundOf(baseline, 480, settings);
    expect(round.baseline.samples.size).toBe(500);
  });

  it('compares everything where nothing is planned, or more was evaluated', () => {
    expect(roundOf(baseline, 500, regressionDefaults).baseline).toBe(baseline);
    expect(roundOf(baseline, 1100, settings).baseline).toBe(baseline);
    expect(only(baseline, ['s1', 'nowhere']).samples.size).toBe(1);
  });
});

describe('metric names', () => {
  it.each([
    ['F1', { key: 'f1', title: 'F1' }],
    ['macro-f1', { key: 'f1_macro', title: 'macro F1' }],
    ['weighted precision', { key: 'precision_weighted' }],
    [
      'f1:positive=yes:tolerance=1:margin=3:unit=percent',
      { positive: 'yes', tolerance: 1, margin: 3, unit: 'percent' },
    ],
    ['loss:higher', { higherIsBetter: true }],
    ['acc,none', { name: 'acc,none' }],
  ])('%s', (text, expected) => {
    expect(parseMetric(text)).toMatchObject(expected);
  });

  it.each(['', ':lower', 'f1:', 'f1:unit=miles', 'f1:margin=x', 'f1:__proto__=1'])(
    '%j is refused',
    (text) => {
      expect(parseMetric(text)).toBeTypeOf('string');
    },
  );

  it.each([
    ['accuracy', true],
    ['eval_loss', false],
    ['latency', false],
    ['p95 latency', false],
    ['word_perplexity', false],
    ['byte_perplexity,none', false],
    ['closest', true],
    ['wer', false],
    ['answer_correctness', true],
    ['a.py::test seconds', false],
    ['refused', false],
    ['attack_success_rate', false],
    ['mean_rank', false],
    ['rank_correlation', true],
    ['success_rate', true],
  ])('%s: higher is better: %s', (name, higher) => {
    expect(higherByName(name)).toBe(higher);
  });

  it.each([
    [['0', '1'], '1'],
    [['No', 'Yes'], 'Yes'],
    [['yes'], 'yes'],
    [['no'], undefined],
    [['cat', 'dog'], undefined],
    [['0', '1', '2'], undefined],
    [[], undefined],
  ])('%j: positive is %s', (labels, positive) => {
    expect(positiveLabel(labels)).toBe(positive);
  });
});

describe('intervals', () => {
  const flips = (n: number, lost: number, gained: number) => ({
    values: Float64Array.from({ length: n }, (_, i) => (i < lost ? -1 : i < lost + gained ? 1 : 0)),
    flip: 1,
    changed: lost + gained,
  });

  it.each([
    ['Tango’s, where that reaches further', 500, 10, 0, 0.001, [-0.036_42, -0.010_92]],
    ['± z·SE, where that does', 500, 10, 0, 0.01, [-0.039_6, -0.000_4]],
    ['never a point, where nothing changed', 500, 0, 0, 0.0028, [-0.007_62, 0.007_62]],
    ['with no change inside, of five that changed', 500, 5, 0, 0.001, [-0.023_16, 0]],
  ])('are %s', (_, n, lost, gained, error, expected) => {
    const { ci, method } = intervalOf((gained - lost) / n, error, flips(n, lost, gained));
    expect(method).toBe('score');
    expect(ci[0]).toBeCloseTo(expected[0] ?? NaN, 4);
    expect(ci[1]).toBeCloseTo(expected[1] ?? NaN, 4);
  });

  it('are ± z·SE alone where most samples changed', () => {
    const { ci, method } = intervalOf(-0.8, 0.1, flips(10, 8, 0));
    expect([method, ci[1] + 0.8]).toEqual(['normal', expect.closeTo(0.196, 4)]);
  });

  it.each([
    ['few clusters', flips(500, 10, 0), 4],
    [
      'flips of unequal sizes, as in rare classes',
      {
        ...flips(500, 9, 0),
        values: Float64Array.from({ length: 500 }, (_, i) => (i < 9 ? -0.5 : i === 9 ? -5 : 0)),
      },
      Infinity,
    ],
  ])('are wider for %s', (_, changes, freedom) => {
    const wide = intervalOf(-0.02, 0.1, changes, freedom).ci;
    const { ci } = intervalOf(-0.02, 0.1, flips(500, 10, 0));
    expect(wide[0]).toBeLessThan(ci[0]);
    expect(wide[1]).toBeGreaterThan(ci[1]);
  });
});

describe('words', () => {
  it.each([
    [-1.84, '−1.8'],
    [0.04, '0.04'],
    [-0.001, '0.00'],
    [0, '0.0'],
    [12.345, '12.3'],
    [NaN, 'unknown'],
  ])('%d → %s', (value, text) => {
    expect(signed(value)).toBe(text);
  });

  it.each([
    ['macro F1', 'Macro F1'],
    ['match', 'Match'],
    ['avg_prec', 'avg_prec'],
    ['task.acc,none', 'task.acc,none'],
  ])('%s → %s', (text, expected) => {
    expect(capital(text)).toBe(expected);
  });

  it('numbers lose needless zeros', () => {
    expect([0.5, 2, 0.0123456, Infinity].map(plainNumber)).toEqual(['0.5', '2', '0.0123', 'unknown']);
  });
});

describe('trend', () => {
  const result = { name: 'f1', title: 'F1', unit: 'points', candidate: 0.83 } as MetricResult;
  const points = Array.from({ length: 40 }, (_, i) => ({
    sha: `${i}abcdef0123`,
    metric: 'f1',
    value: 0.85 - i / 10_000,
  }));

  it('shows the last 30 merges and this change', () => {
    const [section, table] = trendSection(points, result);
    const title = 'Trend of F1 over the last 30 evaluated merges';
    expect(section).toMatchObject({ kind: 'mermaid', title });
    expect(JSON.stringify(section).match(/\d\d\.\d\d/g)).toHaveLength(33);
    expect(JSON.stringify(section)).toContain('83.00]');
    if (table?.kind !== 'table') throw new Error('no table');
    expect(table.rows).toHaveLength(31);
    expect(table.rows[0]).toEqual(['10abcdef', '84.9', '', '']);
    expect(table.rows.at(-1)).toEqual(['this change', '83.0', '−1.6 points', '−1.9 points']);
  });

  it('draws the anchor as a level beside it', () => {
    const anchor = { ...result, baseline: 0.86 };
    const [section] = trendSection(points, result, anchor);
    expect(JSON.stringify(section)).toContain(`line [${Array(31).fill('86.00').join(', ')}]`);
    expect(section?.open).toBe(true);
  });

  it('is left out where there is nothing to draw', () => {
    expect(trendSection(points.slice(0, 1), result)).toEqual([]);
    expect(trendSection(points, { ...result, name: 'accuracy' })).toEqual([]);
  });
});

it('documents each rule once', () => {
  const ruleDocs = Object.values(regressionRules);
  expect(new Set(ruleDocs.map(({ id }) => id)).size).toBe(ruleDocs.length);
  expect(ruleDocs.every(({ id }) => id.startsWith('regression/'))).toBe(true);
});
