/** What the best mark is, whether two sides mark by the same scale, and what an answer costs that is no class. */
import { describe, expect, it } from 'vitest';
import { compareResults, regressionDefaults, type Comparison } from '../../../src/regression/index.ts';
import { jsonl } from './rows.ts';

type At = (i: number) => number;

function compare(before: readonly unknown[], after: readonly unknown[], metrics: string[] = []): Comparison {
  const side = (rows: readonly unknown[]) => [
    { path: 'r.jsonl', bytes: new TextEncoder().encode(jsonl(rows)) },
  ];
  return compareResults(side(before), side(after), { ...regressionDefaults, metrics });
}

const errors = (report: Comparison): string[] =>
  report.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule.slice(11));

const marks = (at: At, name = 'score'): unknown[] =>
  Array.from({ length: 100 }, (_, i) => ({ id: i, [name]: at(i) }));

describe('the same mark on every sample', () => {
  it.each<[string, number, At, At, string, string]>([
    ['all of a share', 1, () => 1, () => 1, 'score', 'pass'],
    ['the end of 1 to 5', 5, () => 5, () => 5, 'score', 'pass'],
    ['the end of 1 to 10', 10, (i) => (i < 5 ? 9 : 10), () => 10, 'score', 'pass'],
    ['percents', 100, () => 100, () => 100, 'score', 'pass'],
    ['9, of which nobody knows whether it is the best', 9, () => 9, () => 9, 'score', 'inconclusive'],
    ['3 of perhaps 4', 3, () => 3, () => 3, 'score', 'inconclusive'],
    ['0.9', 0.9, () => 0.9, () => 0.9, 'score', 'inconclusive'],
    ['9 where lower marks were', 9, (i) => (i < 5 ? 8 : 9), () => 9, 'score', 'fail'],
    ['no loss at all', 0, () => 0, () => 0, 'loss', 'pass'],
    ['no loss any more', 0, (i) => (i < 5 ? 3 : 0), () => 0, 'loss', 'pass'],
    ['a loss of 9', 9, () => 9, () => 9, 'loss', 'inconclusive'],
  ])('%s (%d)', (_, __, before, after, name, verdict) => {
    expect(compare(marks(before, name), marks(after, name)).verdict).toBe(verdict);
  });
});

describe('another scale', () => {
  it.each<[string, At, At]>([
    ['{2, 4} and {4, 8}, one in ten lost', (i) => (i % 5 ? 4 : 2), (i) => (i % 5 && i % 10 > 1 ? 8 : 4)],
    ['1 to 5 and 1 to 10, with noise', (i) => 1 + (i % 4), (i) => 2 * (1 + (i % 4)) - Number(i % 3 > 1)],
    ['1 to 5 and 1 to 7', (i) => 1 + (i % 5), (i) => 1.5 * (1 + (i % 5))],
    ['fractions of marks', (i) => 1.3 + (i % 9), (i) => 3 * (1.3 + (i % 9))],
    ['{4, 8} and {2, 4}', (i) => (i % 5 ? 8 : 4), (i) => (i % 5 ? 4 : 2)],
  ])('%s', (_, before, after) => {
    const report = compare(marks(before), marks(after));
    expect(errors(report)).toContain('different-scale');
    expect(report.verdict).toBe('inconclusive');
  });

  it.each<[string, At, At]>([
    ['marks that rose by one', (i) => 1 + (i % 4), (i) => 2 + (i % 4)],
    ['one mark for all, and a higher one', () => 2, () => 4],
    ['shares that doubled', (i) => (i % 2 ? 0.25 : 0.5), (i) => (i % 2 ? 0.5 : 1)],
    ['marks that fell to one', (i) => 7 + (i % 3), () => 4],
  ])('is not %s', (_, before, after) => {
    expect(errors(compare(marks(before), marks(after)))).not.toContain('different-scale');
  });
});

describe('an answer outside the classes of the targets', () => {
  const letters = 'ABCD';
  const answers = (said: (i: number, letter: string) => unknown): unknown[] =>
    Array.from({ length: 200 }, (_, i) => {
      const target = letters.charAt(i % 4);
      return { id: i, target, prediction: i % 9 === 0 ? said(i, target) : target };
    });
  const wrong = (i: number): string => letters.charAt((i + 1) % 4);
  const before = answers(wrong);

  it.each([
    ['another letter', 'E'],
    ['nothing', ''],
    ['null', null],
    ['words', 'I cannot say'],
  ])('in place of a wrong one costs nothing more: %s', (_, said) => {
    const report = compare(
      before,
      answers((i) => (i === 9 ? said : wrong(i))),
    );
    expect(report.verdict).toBe('pass');
    expect(Math.abs(report.facts.metrics[0]?.delta ?? 1)).toBeLessThan(0.005);
  });

  it('in place of many right ones is a loss', () => {
    const report = compare(
      before,
      answers(wrong).map((row, i) => (i % 4 === 1 ? { ...(row as object), prediction: '' } : row)),
    );
    expect(report.verdict).toBe('fail');
    expect(report.facts.metrics[0]?.delta).toBeLessThan(-0.1);
  });

  it('makes a class more where the macro average is asked for, which is said', () => {
    const report = compare(
      before,
      answers((i) => (i === 9 ? 'E' : wrong(i))),
      ['f1_macro'],
    );
    expect(report.facts.metrics[0]?.delta).toBeLessThan(-0.15);
    expect([report.verdict, errors(report)]).toEqual(['inconclusive', ['other-form']]);
    expect(report.title).toMatch(
      /outside the classes of the targets.*Over the classes of the targets alone: Macro F1 rose/,
    );
  });
});
