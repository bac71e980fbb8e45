import { describe, expect, it } from 'vitest';
import {
  Collector,
  compareSets,
  openReader,
  regressionDefaults,
  type ResultSet,
} from '../../../src/regression/index.ts';
import { comparable, isDigest } from '../../../src/regression/samples/long-text.ts';
import { jsonl } from './rows.ts';

const long = (i: number): string => `${'word '.repeat(200)}${i}`;

/** Twenty long answers, every third wrong; `budget` characters of them are kept. */
function side(budget: number): ResultSet {
  const collector = new Collector({ textBudget: budget });
  const reader = openReader('r.jsonl', collector);
  reader.push(
    new TextEncoder().encode(
      jsonl(
        Array.from({ length: 20 }, (_, i) => ({
          id: i,
          target: long(i),
          prediction: long(i % 3 === 0 ? i + 1 : i),
        })),
      ),
    ),
  );
  void reader.end();
  return collector.result();
}

describe('long answers', () => {
  it.each([
    [1e9, 1e9],
    [0, 0],
    [5000, 0],
    [1e9, 20_000],
  ])('are compared alike, kept in full or not: %d, %d', (before, after) => {
    const report = compareSets(side(before), side(after), { ...regressionDefaults, metrics: ['accuracy'] });
    expect(report.facts.metrics).toMatchObject([{ n: 20, baseline: 0.65, candidate: 0.65, discordant: 0 }]);
    expect(report.findings.map(({ rule }) => rule)).toContain('regression/same-results');
  });

  it('beyond the budget are not kept, and then token F1 says so', () => {
    const cut = side(0);
    expect(
      [...cut.samples.values()].every(
        ({ prediction }) => typeof prediction === 'string' && isDigest(prediction),
      ),
    ).toBe(true);
    const report = compareSets(side(1e9), cut, { ...regressionDefaults, metrics: ['squad_f1'] });
    expect(report.findings[0]).toMatchObject({ rule: 'regression/not-a-number', line: 1 });
  });

  it('have one digest each, which stays itself', () => {
    expect(comparable(long(1))).toBe(comparable(long(1)));
    expect(comparable(long(1))).not.toBe(comparable(long(2)));
    expect(comparable(comparable(long(1)))).toBe(comparable(long(1)));
    expect(comparable('short')).toBe('short');
  });
});
