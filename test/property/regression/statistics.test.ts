import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/regression/decision/decide.ts';
import { CsvSplitter } from '../../../src/regression/formats/csv-text.ts';
import { outlineOf } from '../../../src/documents/json/outline.ts';
import { averageOverClasses, classStatistic, countClasses } from '../../../src/regression/metrics/classes.ts';
import { correctness, LabelEncoder, type LabelCodes } from '../../../src/regression/metrics/labels.ts';
import { meanStatistic } from '../../../src/regression/metrics/statistic.ts';
import { squadF1 } from '../../../src/regression/metrics/squad.ts';
import { incompleteBeta } from '../../../src/regression/statistics/beta.ts';
import {
  binomialPmf,
  binomialTail,
  inverseIncompleteBeta,
  mcNemar,
} from '../../support/statistics/binomial.ts';
import { drawBinomial, drawMultinomial } from '../../support/statistics/multinomial.ts';
import { bonferroni } from '../../support/statistics/others.ts';
import { benjaminiHochberg, holm } from '../../../src/regression/statistics/multiplicity.ts';
import { normalCdf, normalQuantile } from '../../../src/regression/statistics/normal.ts';
import { exactF1Permutation, exactSignFlip } from '../../support/statistics/permutation.ts';
import { seededRandom, shuffled } from '../../../src/regression/statistics/random.ts';
import { crossingProbability, obrienFlemingConstant } from '../../../src/regression/statistics/sequential.ts';
import {
  clusteredError,
  plainError,
  stabilisedError,
} from '../../../src/regression/statistics/standard-error.ts';
import { studentCdf, studentQuantile } from '../../../src/regression/statistics/student.ts';

const asIs = <T>(one: T): T => one;

const probability = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
const count = fc.integer({ min: 0, max: 60 });

describe('distributions', () => {
  it('quantiles undo the normal distribution, which is symmetric', () => {
    fc.assert(
      fc.property(probability, (p) => {
        expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 13);
        expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), 6);
      }),
    );
  });

  it('quantiles undo Student and beta', () => {
    fc.assert(
      fc.property(
        probability,
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0.5, max: 200, noNaN: true }),
        (p, df, a) => {
          expect(studentCdf(studentQuantile(p, df), df)).toBeCloseTo(p, 9);
          expect(incompleteBeta(inverseIncompleteBeta(p, a, df), a, df)).toBeCloseTo(p, 9);
          expect(incompleteBeta(p, a, df)).toBeCloseTo(1 - incompleteBeta(1 - p, df, a), 9);
        },
      ),
    );
  });

  it('the binomial tail is the sum of its probabilities', () => {
    fc.assert(
      fc.property(count, count, probability, (n, k, p) => {
        let sum = 0;
        for (let i = k; i <= n; i++) sum += binomialPmf(i, n, p);
        expect(binomialTail(k, n, p)).toBeCloseTo(Math.min(1, sum), 10);
      }),
    );
  });

  it('draws have the mean and the variance of the binomial', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.integer(),
        (n, p, seed) => {
          const random = seededRandom(seed);
          const draws = Array.from({ length: 2000 }, () => drawBinomial(n, p, random));
          const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
          const sd = Math.sqrt(n * p * (1 - p));
          // Six standard errors: chance alone does this once in a billion.
          expect(Math.abs(mean - n * p)).toBeLessThan((6 * sd) / Math.sqrt(draws.length));
          const spread = draws.reduce((sum, x) => sum + (x - n * p) ** 2, 0) / draws.length;
          expect(Math.abs(spread / (sd * sd) - 1)).toBeLessThan(0.6);
          expect(draws.every((x) => Number.isInteger(x) && x >= 0 && x <= n)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('a multinomial draw puts every item into a cell that has weight', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 12 }),
        fc.integer(),
        (weights, seed) => {
          const total = weights.reduce((sum, weight) => sum + weight, 0);
          const out = new Float64Array(weights.length);
          drawMultinomial(out, Float64Array.from(weights), total, seededRandom(seed));
          expect(out.reduce((sum, x) => sum + x, 0)).toBe(total);
          expect(weights.every((weight, i) => weight > 0 || out[i] === 0)).toBe(true);
        },
      ),
    );
  });
});

describe('tests', () => {
  it('McNemar: swapping the sides keeps the two-sided p; more lost samples make a drop more certain', () => {
    fc.assert(
      fc.property(count, count, (lost, gained) => {
        expect(mcNemar(lost, gained).exactTwoSided).toBeCloseTo(mcNemar(gained, lost).exactTwoSided, 12);
        expect(mcNemar(lost + 1, gained).exactDrop).toBeLessThanOrEqual(
          mcNemar(lost, gained).exactDrop + 1e-12,
        );
        const { exactDrop, midPDrop } = mcNemar(lost, gained);
        expect(midPDrop).toBeLessThanOrEqual(exactDrop);
      }),
    );
  });

  it('sign flips of ±1 are McNemar', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 }), (lost, gained) => {
        const moved = [...Array.from({ length: lost }, () => -1), ...Array.from({ length: gained }, () => 1)];
        expect(exactSignFlip(moved).pLess).toBeCloseTo(mcNemar(lost, gained).exactDrop, 10);
      }),
    );
  });

  it('exact F1 permutation: the tails of a swap are mirrored, and both hold the observed value', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 8, maxLength: 8 }), (cells) => {
        const at = (i: number): number => cells[i] ?? 0;
        const swapped = [at(0), at(2), at(1), at(3), at(4), at(6), at(5), at(7)];
        const [one, other] = [exactF1Permutation(cells), exactF1Permutation(swapped)];
        expect(one.pTwoSided).toBeCloseTo(other.pTwoSided, 10);
        expect(one.pLess + other.pLess).toBeGreaterThanOrEqual(1 - 1e-9);
      }),
    );
  });

  it('Holm is between the raw p and Bonferroni, BH below Holm, and the order of tests changes nothing', () => {
    fc.assert(
      fc.property(fc.array(probability, { minLength: 1, maxLength: 30 }), (p) => {
        const [byHolm, byBh, byBonferroni] = [holm(p), benjaminiHochberg(p), bonferroni(p)];
        p.forEach((value, i) => {
          expect(byHolm[i]).toBeGreaterThanOrEqual(value);
          expect(byHolm[i]).toBeLessThanOrEqual((byBonferroni[i] ?? 0) + 1e-12);
          expect(byBh[i]).toBeLessThanOrEqual((byHolm[i] ?? 0) + 1e-12);
        });
        expect(holm(p.toReversed()).toReversed()).toEqual(byHolm);
      }),
    );
  });

  it("O'Brien–Fleming spends exactly alpha, more looks cost more", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.005, max: 0.2, noNaN: true }),
        fc.integer({ min: 2, max: 5 }),
        (alpha, looks) => {
          const times = Array.from({ length: looks }, (_, k) => (k + 1) / looks);
          const c = obrienFlemingConstant(alpha, times);
          expect(crossingProbability(c, times)).toBeCloseTo(alpha, 5);
          expect(c).toBeGreaterThan(
            obrienFlemingConstant(
              alpha,
              times.slice(1).map((t) => t),
            ) - 1e-6,
          );
        },
      ),
      { numRuns: 8 },
    );
  });
});

describe('errors', () => {
  const values = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 3, maxLength: 60 });

  it('clusters of one sample are not clusters; one cluster has no error left', () => {
    fc.assert(
      fc.property(values, (list) => {
        const n = list.length;
        const own = clusteredError(
          list,
          list.map((_, i) => String(i)),
        ).error;
        expect(own).toBeCloseTo(plainError(Float64Array.from(list)) * Math.sqrt((n - 1) / n), 10);
        expect(
          clusteredError(
            list,
            list.map(() => 'all'),
          ).error,
        ).toBeCloseTo(0, 10);
      }),
    );
  });

  it('the stabilised error does not depend on the order, and never vanishes', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0.01, max: 3, noNaN: true }), (list, r) => {
        const error = stabilisedError(Float64Array.from(list), r);
        expect(error).toBeGreaterThan(0);
        expect(stabilisedError(Float64Array.from(list.toReversed()), r)).toBeCloseTo(error, 12);
      }),
    );
  });
});

describe('decision', () => {
  const evidence = fc.record({
    effect: fc.double({ min: -0.2, max: 0.2, noNaN: true }),
    error: fc.double({ min: 0.0001, max: 0.1, noNaN: true }),
    z: fc.double({ min: 1, max: 4, noNaN: true }),
    tolerance: fc.double({ min: 0, max: 0.05, noNaN: true }),
    margin: fc.double({ min: 0.05, max: 0.2, noNaN: true }),
  });
  const order = { fail: 0, inconclusive: 1, pass: 2 };

  it.each(['paired', 'strict', 'non-inferiority'] as const)(
    '%s: a better effect never gets a worse verdict',
    (mode) => {
      fc.assert(
        fc.property(evidence, fc.double({ min: 0, max: 0.2, noNaN: true }), (given, more) => {
          expect(order[decide(mode, { ...given, effect: given.effect + more })]).toBeGreaterThanOrEqual(
            order[decide(mode, given)],
          );
        }),
      );
    },
  );

  it('paired never fails a gain, nor passes a drop beyond the margin', () => {
    fc.assert(
      fc.property(evidence, (given) => {
        const decision = decide('paired', given);
        expect(given.effect >= 0 && decision === 'fail').toBe(false);
        expect(given.effect <= -given.margin && decision === 'pass').toBe(false);
      }),
    );
  });
});

describe('influences', () => {
  const n = 2000;
  const random = seededRandom(3);
  const draw = (weights: readonly number[]): string => {
    let u = random.uniform();
    return String(weights.findIndex((weight) => (u -= weight) < 0));
  };
  const target = Array.from({ length: n }, () => draw([0.6, 0.3, 0.1]));
  const answers = (right: number): string[] =>
    target.map((label) => (random.uniform() < right ? label : draw([0.5, 0.3, 0.2])));
  const sides = { baseline: answers(0.8), candidate: answers(0.7) };

  it.each([
    ['macro', 'f1'],
    ['weighted', 'f1'],
    ['macro', 'precision'],
    ['weighted', 'precision'],
    ['weighted', 'recall'],
    ['balanced', 'recall'],
  ] as const)('%s %s: each is what leaving the sample out does, to first order', (average, part) => {
    const encoder = new LabelEncoder();
    const [gold, before, after] = [target, sides.baseline, sides.candidate].map((labels) =>
      encoder.encode(labels, asIs),
    ) as [LabelCodes, LabelCodes, LabelCodes];
    const statistic = classStatistic({
      target: gold,
      baseline: before,
      candidate: after,
      classes: 3,
      average,
      part,
    });
    const without = (codes: LabelCodes, i: number): LabelCodes => ({
      codes: codes.codes.filter((_, at) => at !== i),
      offsets: codes.offsets.slice(0, -1),
    });
    const value = (codes: LabelCodes, i: number): number =>
      averageOverClasses(countClasses(without(gold, i), without(codes, i), 3), average, part);
    const all = statistic.candidate - statistic.baseline;
    expect(statistic.influence.reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 8);
    for (let i = 0; i < n; i += 20) {
      const effect = (n - 1) * (all - (value(after, i) - value(before, i)));
      expect(Math.abs(effect - (statistic.influence[i] ?? NaN))).toBeLessThan(0.02);
    }
  });
});

describe('metrics', () => {
  const label = fc.constantFrom('a', 'b', 'c', 'd');
  const labelled = fc.array(fc.tuple(label, label), { minLength: 1, maxLength: 50 });

  it('micro recall is accuracy, weighted recall too; the names of the classes do not matter', () => {
    fc.assert(
      fc.property(labelled, (pairs) => {
        const encoder = new LabelEncoder();
        const target = encoder.encode(
          pairs.map(([t]) => t),
          asIs,
        );
        const prediction = encoder.encode(
          pairs.map(([, p]) => p),
          asIs,
        );
        const right = correctness(target, prediction);
        const accuracy = right.reduce((sum, x) => sum + x, 0) / pairs.length;
        const counts = countClasses(target, prediction, encoder.size);
        expect(averageOverClasses(counts, 'weighted', 'recall')).toBeCloseTo(accuracy, 12);
        const renamed = new LabelEncoder();
        const flip = (text: string): string => `${text}-renamed`;
        const counts2 = countClasses(
          renamed.encode(pairs.map(([t]) => flip(t)).toReversed(), asIs),
          renamed.encode(pairs.map(([, p]) => flip(p)).toReversed(), asIs),
          encoder.size,
        );
        expect(averageOverClasses(counts2, 'macro', 'f1')).toBeCloseTo(
          averageOverClasses(counts, 'macro', 'f1'),
          12,
        );
      }),
    );
  });

  it('swapping the sides turns the difference and keeps the spread; influences sum to nothing', () => {
    const bits = fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(bits, (pairs) => {
        const [a, b] = [
          Float64Array.from(pairs, ([x]) => Number(x)),
          Float64Array.from(pairs, ([, y]) => Number(y)),
        ];
        const [there, back] = [meanStatistic(a, b), meanStatistic(b, a)];
        expect(there.candidate - there.baseline).toBeCloseTo(back.baseline - back.candidate, 12);
        expect(there.discordant).toBe(back.discordant);
        expect(there.influence.reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 9);
      }),
    );
  });

  it('token F1 is symmetric and at most 1', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(squadF1(a, b)).toBeCloseTo(squadF1(b, a), 12);
        expect(squadF1(a, b)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('reading', () => {
  it('CSV is read as csv-parse reads it, in pieces of any size', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', ',', '"', '\n', ' ', '=', '😀'), maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 9 }),
        (table, size) => {
          const text = table
            .map((record) => record.map((field) => `"${field.replaceAll('"', '""')}"`).join(','))
            .join('\r\n');
          const found: string[][] = [];
          const splitter = new CsvSplitter(',', (fields) => found.push(fields));
          for (let at = 0; at < text.length; at += size) splitter.push(text.slice(at, at + size));
          expect(splitter.end()).toBe(true);
          expect(found).toEqual(parse(text, { relaxColumnCount: true }));
        },
      ),
    );
  });

  it('the outline of any JSON finds every key of the top object, and no duplicate that JSON.stringify cannot write', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const outline = outlineOf(JSON.stringify(value, undefined, 1));
        expect(outline.duplicates).toEqual([]);
        for (const key of Object.keys(value)) expect(outline.memberLine(key)).toBeGreaterThan(1);
      }),
    );
  });

  it('a shuffle keeps every item, and the same seed gives the same order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        const order = shuffled(items, seededRandom(seed));
        expect(order.toSorted((a, b) => a - b)).toEqual(items.toSorted((a, b) => a - b));
        expect(shuffled(items, seededRandom(seed))).toEqual(order);
      }),
    );
  });
});
