/** What the page of a verdict says must be true as it is worded, for two samples as for two thousand. */
import { describe, expect, it } from 'vitest';
import {
  compareResults,
  regressionDefaults,
  type Comparison,
  sampleOrder,
  type RegressionSettings,
} from '../../../src/regression/index.ts';
import { benjaminiHochberg, holm } from '../../../src/regression/statistics/multiplicity.ts';
import { normalQuantile } from '../../../src/regression/statistics/normal.ts';
import { studentCdf, studentQuantile } from '../../../src/regression/statistics/student.ts';
import { autoBlockRate, decide } from '../../../src/regression/decision/decide.ts';
import { stabilisedError } from '../../../src/regression/statistics/standard-error.ts';
import { oneIn } from '../../../src/regression/presentation/wording.ts';
import { jsonl, rows, type RowOptions } from './rows.ts';

function compare(
  baseline: readonly unknown[],
  candidate: readonly unknown[],
  settings: Partial<RegressionSettings> = {},
  path = 'r.jsonl',
): Comparison {
  const side = (lines: readonly unknown[]) => [
    {
      path,
      bytes: new TextEncoder().encode(path.endsWith('.json') ? JSON.stringify(lines[0]) : jsonl(lines)),
    },
  ];
  return compareResults(side(baseline), side(candidate), { ...regressionDefaults, ...settings });
}

const metrics = (report: Comparison) => report.facts.metrics;
const scores = (values: string): unknown[] =>
  Array.from(values, (value, id) => ({ id, score: Number(value) }));
const messageOf = (report: Comparison, rule: string): string | undefined =>
  report.findings.find((finding) => finding.rule === rule)?.message;

describe('few samples', () => {
  it.each<[baseline: string, candidate: string, p: number, verdict: string]>([
    ['11', '00', 0.25, 'inconclusive'],
    ['111', '000', 0.125, 'inconclusive'],
    ['1110', '0000', 0.125, 'inconclusive'],
    ['11111', '00000', 0.03125, 'fail'],
  ])('%s and then %s: no exact paired test falls below p = %d', (before, after, p, verdict) => {
    const [found] = metrics(compare(scores(before), scores(after)));
    expect(found).toMatchObject({ p, verdict });
  });

  it('that all come out the same way are not certainty', () => {
    const [found] = metrics(compare(scores('11111'), scores('00000')));
    expect(found?.ci[0]).toBe(-1);
    expect(found?.ci[1]).toBeGreaterThan(-0.7);
  });

  it('find no drop of more than all there is', () => {
    const report = compare(scores('10'), scores('10'));
    expect(report.title).toBe(
      'Score did not move, 95 % interval −80.0 to 80.0, on 2 paired samples: too little to tell; so few samples find no drop reliably',
    );
    expect(messageOf(report, 'regression/underpowered')).toBe(
      'The margin for score is 2.0 points, but 2 samples cannot show any drop reliably (power 80 %).',
    );
    expect(compare(scores('1'), scores('1')).title).toMatch(
      /95 % interval −100\.0 to 100\.0, on 1 paired sample:/,
    );
  });
});

describe('p', () => {
  const clustered = (lost: number): Record<string, unknown>[] =>
    rows({ n: 60, lost, extra: (i) => ({ cluster: i % 5 }) });

  it("is Student's with clusters, as the decision is", () => {
    const of = (options: RowOptions): unknown[] =>
      rows({ n: 60, ...options, extra: (i) => ({ cluster: i % 20 }) });
    const [found] = metrics(compare(of({}), of({ lost: 9, gained: 4 }), { metrics: ['accuracy'] }));
    expect(found?.p).toBeCloseTo(studentCdf((found?.delta ?? NaN) / (found?.standardError ?? NaN), 19), 12);
  });

  it('is not a smaller than the clusters that changed allow: each could have come out the other way round', () => {
    const [found] = metrics(compare(clustered(0), clustered(9), { metrics: ['accuracy'] }));
    expect(found?.p).toBe(0.5 ** 5);
  });

  it('of several metrics is adjusted from that', () => {
    const both = (lost: number): unknown[] =>
      clustered(lost).map((row, i) => ({
        ...row,
        scores: { a: Number(row['prediction'] === row['target']), b: i % 2 },
      }));
    const found = metrics(compare(both(0), both(9), { metrics: ['a', 'b'] }));
    const p = found.map((one) => one.p);
    expect(found.map(({ pHolm }) => pHolm)).toEqual(holm(p));
    expect(found.map(({ pBenjaminiHochberg }) => pBenjaminiHochberg)).toEqual(benjaminiHochberg(p));
    expect(found[0]?.verdict === 'fail').toBe((found[0]?.pHolm ?? NaN) < 0.05);
  });

  it('is reported where the interval, which is two-sided, reaches no change', () => {
    const message = (lost: number, gained: number): string =>
      messageOf(compare(rows(), rows({ lost, gained }), { metrics: ['accuracy'] }), 'regression/drop') ??
      'no drop';
    expect(message(28, 12)).toMatch(/; 0\.5 is tolerated\.$/);
    expect(message(22, 12)).toMatch(
      / −\d\.\d to 0\.\d+, .*The test of a drop is one-sided: p = 0\.04\d*, at least 0\.0\d points\.$/,
    );
  });
});

it('a drop that only the number of metrics keeps from being one is reported as that', () => {
  const both = (lost: number): unknown[] =>
    rows({ lost, gained: lost === 0 ? 0 : 2 }).map((row, i) => ({
      id: row['id'],
      scores: { a: Number(row['prediction'] === row['target']), b: i % 2, c: i % 3 },
    }));
  const report = compare(both(0), both(9), { metrics: ['a', 'b', 'c'] });
  expect(messageOf(report, 'regression/undecided')).toMatch(
    /By itself it would be one \(p = 0\.02\d*\), counted over all 3 metrics \(Holm\) it is not \(p = 0\.0[5-9]\d*\)\./,
  );
});

describe('the smallest drop that is found', () => {
  const power = normalQuantile(0.8);

  it('counts with the boundary of the look', () => {
    const ids = sampleOrder(
      rows({ n: 1000 }).map(({ id }) => String(id)),
      1,
    );
    const first = new Set(ids.slice(0, 500));
    const all = rows({ n: 1000 });
    const report = compare(
      all,
      rows({ n: 1000, lost: 20, gained: 20 }).filter(({ id }) => first.has(String(id))),
      { metrics: ['accuracy'], looks: [500, 1000] },
    );
    const { look } = report.facts;
    const [found] = metrics(report);
    expect(found?.minimalDetectableDrop).toBeCloseTo(
      (((look?.criticalValue ?? NaN) + power) * Math.sqrt(found?.discordant ?? NaN)) / 500,
      12,
    );
  });

  it('counts with Holm over several metrics, and with few clusters', () => {
    const one = { metrics: ['accuracy'] };
    const two = { metrics: ['accuracy', 'f1'] };
    const [alone] = metrics(compare(rows(), rows({ lost: 13, gained: 12 }), one));
    const [among] = metrics(compare(rows(), rows({ lost: 13, gained: 12 }), two));
    const factor = (normalQuantile(0.975) + power) / (normalQuantile(0.95) + power);
    expect(among?.minimalDetectableDrop).toBeCloseTo(factor * (alone?.minimalDetectableDrop ?? NaN), 12);
    expect(among?.samplesForTolerance).toBeGreaterThan(alone?.samplesForTolerance ?? NaN);
    const pages = (lost: number): unknown[] => rows({ lost, extra: (i) => ({ cluster: i % 4 }) });
    const [few] = metrics(compare(pages(0), pages(25), one));
    expect(few?.minimalDetectableDrop).toBeCloseTo(
      (studentQuantile(0.95, 3) + studentQuantile(0.8, 3)) * (few?.standardError ?? NaN),
      12,
    );
  });
});

describe('the title', () => {
  it('of a pass says what is excluded where the fall is more than what is tolerated', () => {
    const side = (lost: number, gained: number): unknown[] => rows({ n: 2000, lost, gained });
    expect(compare(side(0, 0), side(36, 24), { metrics: ['accuracy'] })).toMatchObject({
      verdict: 'pass',
      title: expect.stringMatching(/; no drop is shown, and one of 2\.0 points is excluded$/),
    });
  });

  it('of a failed test of non-inferiority names the margin', () => {
    const report = compare(rows(), rows({ lost: 13, gained: 9 }), {
      metrics: ['accuracy'],
      mode: 'non-inferiority',
    });
    expect(report.title).toMatch(/, on 500 paired samples: a drop of 2\.0 points is not excluded$/);
  });
});

it('totals do not tell how many samples came out differently', () => {
  const results = (acc: number): unknown => ({
    results: { t: { 'acc,none': acc, 'acc_stderr,none': 0.01 } },
    configs: {},
  });
  const report = compare([results(0.5)], [results(0.51)], {}, 'results.json');
  expect(metrics(report)[0]?.discordant).toBeNull();
  expect(JSON.stringify(report.sections)).not.toContain('"0"');
});

describe('epochs of inspect', () => {
  it('of one sample are one cluster, the first among them', () => {
    const log = (right: (id: number, epoch: number) => boolean): unknown => ({
      status: 'success',
      eval: { task: 't' },
      samples: Array.from({ length: 40 }, (_, i) => ({
        id: i >> 1,
        epoch: (i % 2) + 1,
        scores: { match: { value: right(i >> 1, i % 2) ? 'C' : 'I' } },
      })),
    });
    const report = compare([log((id) => id % 4 > 0)], [log((id) => id % 4 > 0 && id !== 7)], {}, 'log.json');
    expect(metrics(report)).toMatchObject([{ n: 40, clusters: 20 }]);
    expect(report.title).toContain(', on 40 paired samples in 20 clusters');
  });
});

describe('a gate that the last look leaves undecided', () => {
  it.each([
    [
      2000,
      [500, 600],
      'This was the last look, on 600 of the 2000 samples that trunk has: give regression.looks in the policy larger numbers.',
    ],
    [600, [500, 600], 'This was the last look, on all samples that trunk has: measure more on trunk'],
    [600, [500, 5000], 'This was the last look, on all samples that trunk has'],
    [600, undefined, 'regression.looks does so by itself, only while undecided.'],
  ])('of %d samples and looks %j says what comes after', (n, looks, after) => {
    const ids = sampleOrder(
      rows({ n }).map(({ id }) => String(id)),
      regressionDefaults.seed,
    );
    const drawn = new Set(ids.slice(0, 600));
    const candidate = rows({ n }).filter(({ id }) => drawn.has(String(id)));
    let [lost, gained] = [20, 12];
    const turned = candidate.map((row) => {
      const isRight = row['prediction'] === row['target'];
      if ((isRight ? lost-- : gained--) <= 0) return row;
      return { ...row, prediction: row['prediction'] === 'yes' ? 'no' : 'yes' };
    });
    const settings = { metrics: ['accuracy'], ...(looks !== undefined && { looks }) };
    const report = compare(rows({ n }), turned, settings);
    expect(report.facts.nextSamples).toBe(0);
    const found = report.findings.find(({ rule }) => rule === 'regression/undecided');
    expect(found?.help).toContain(after);
  });
});

describe('a drop that is not shown and blocks', () => {
  it.each([
    [
      20,
      12,
      'Of harmless changes that move as many samples, about one in three looks like this.',
      'Evaluate 490 more samples on both sides: about 990 would see a drop of 2.0 points.',
    ],
    [
      4,
      0,
      'Of harmless changes that move as many samples, about one in seven looks like this.',
      'Evaluate as many samples again',
    ],
  ])('names its price: %d lost, %d gained', (lost, gained, price, advice) => {
    const report = compare(rows({ lost: 0 }), rows({ lost, gained }), {
      metrics: ['accuracy'],
      margin: lost === 4 ? 1 : 2,
    });
    const found = report.findings.find(({ rule }) => rule === 'regression/undecided');
    expect(found?.severity).toBe('error');
    expect(found?.message).toContain(price);
    expect(found?.help).toContain(advice);
    expect(found?.help).toContain('lift the gate by an exemption of the policy');
  });
});

/** Exactly, over all ways in which as many discordant pairs can be lost and gained; averaged over neighbours, as counts come in steps. */
it.each([
  { n: 250, from: 20, settings: {} },
  { n: 500, from: 18, settings: {} },
  { n: 500, from: 40, settings: { tolerance: 0.01, margin: 0.03 } },
  { n: 1000, from: 60, settings: {} },
  { n: 2000, from: 240, settings: {} },
])(
  'the price is the share of harmless changes with as many discordant pairs: %o',
  ({ n, from, settings }) => {
    const limits = { tolerance: 0.005, margin: 0.02, z: 1.6449, ...settings };
    const sums = { blocked: 0, told: 0 };
    for (let pairs = from; pairs < from + 20; pairs++) {
      let told = { rate: 0, weight: 0 };
      for (let lost = 0; lost <= pairs; lost++) {
        const effect = (pairs - 2 * lost) / n;
        const error = stabilisedError(changes(n, lost, pairs - lost), 1);
        const weight = binomial(pairs, lost);
        const decision = decide('paired', { effect, error, ...limits });
        const isUndecided = decision === 'inconclusive' && effect < -limits.tolerance;
        if (decision === 'fail' || isUndecided) sums.blocked += weight / 20;
        if (isUndecided)
          told = {
            rate: told.rate + weight * autoBlockRate({ error, ...limits }),
            weight: told.weight + weight,
          };
      }
      expect(told.weight).toBeGreaterThan(0);
      sums.told += told.rate / told.weight / 20;
    }
    expect(Math.abs(sums.told - sums.blocked)).toBeLessThan(0.025);
  },
);

function changes(n: number, lost: number, gained: number): Float64Array {
  const mean = (gained - lost) / n;
  return Float64Array.from({ length: n }, (_, i) => (i < lost ? -1 : i < lost + gained ? 1 : 0) - mean);
}

function binomial(n: number, k: number): number {
  let share = 0.5 ** n;
  for (let i = 0; i < k; i++) share *= (n - i) / (i + 1);
  return share;
}

it.each([
  [0.45, 'about every second one'],
  [0.31, 'about one in three'],
  [0.24, 'about one in four'],
  [0.07, 'about 7 in 100'],
  [0.001, 'fewer than 1 in 100'],
])('%d is %s', (share, words) => {
  expect(oneIn(share)).toBe(words);
});
