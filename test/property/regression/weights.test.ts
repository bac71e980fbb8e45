import fc from 'fast-check';
import { expect, it } from 'vitest';
import { measure } from '../../../src/regression/metrics/measure.ts';
import { parseMetric } from '../../../src/regression/metrics/spec.ts';
import type { Pair } from '../../../src/regression/samples/pair.ts';
import type { Sample } from '../../../src/regression/samples/sample.ts';
import { samples } from '../../support/seed.ts';

const label = fc.constantFrom('a', 'b', 'c');
const row = fc.record({
  target: label,
  before: label,
  after: label,
  score: fc.integer({ min: 0, max: 4 }),
  later: fc.integer({ min: 0, max: 4 }),
  task: fc.constantFrom('x', 'y'),
  weight: fc.integer({ min: 1, max: 4 }),
});

const metrics = [
  'accuracy',
  'f1_macro',
  'f1_weighted',
  'f1_micro',
  'precision_macro',
  'balanced_accuracy',
  'f1:positive=a',
  'recall:positive=b',
  'mcc',
  'kappa',
  'quality',
  'quality:tasks',
];

type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;

function pairOf({ target, before, after, score, later, task }: Row, id: string): Pair {
  const side = (prediction: string, quality: number): Sample => ({
    id,
    target,
    prediction,
    scores: new Map([['quality', quality]]),
    slices: [`task=${task}`],
    file: 'r.jsonl',
  });
  return { baseline: side(before, score), candidate: side(after, later) };
}

it.each(metrics)('a sample that weighs three is three samples: %s', (name) => {
  const spec = parseMetric(name);
  if (typeof spec === 'string') throw new Error(spec);
  fc.assert(
    fc.property(fc.array(row, { minLength: 8, maxLength: 40 }), (rows) => {
      const weighted = rows.map((one, i) => ({ ...pairOf(one, String(i)), weight: one.weight }));
      const repeated = rows.flatMap((one, i) =>
        Array.from({ length: one.weight }, (_, k) => pairOf(one, `${i}.${k}`)),
      );
      const [light, heavy] = [measure(spec, weighted), measure(spec, repeated)];
      expect(light.ok).toBe(heavy.ok);
      if (!light.ok || !heavy.ok) return;
      expect(light.statistic.baseline).toBeCloseTo(heavy.statistic.baseline, 10);
      expect(light.statistic.candidate).toBeCloseTo(heavy.statistic.candidate, 10);
      expect(light.statistic.defined).toBe(heavy.statistic.defined);
      // What a sample adds counts as often as it does: (w / mean w) of what one of its repetitions adds.
      const mean = rows.reduce((sum, { weight }) => sum + weight, 0) / rows.length;
      let at = 0;
      for (const [i, { weight }] of rows.entries()) {
        expect(light.statistic.influence[i]).toBeCloseTo(
          ((heavy.statistic.influence[at] ?? NaN) * weight) / mean,
          9,
        );
        at += weight;
      }
    }),
    { numRuns: samples(300) },
  );
});
