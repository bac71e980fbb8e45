import { describe, expect, it } from 'vitest';
import { compareResults, readResults, regressionDefaults } from '../../../src/regression/index.ts';
import { shown, shownList } from '../../../src/regression/shown.ts';
import { jsonl } from './rows.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function compare(before: string, after: string, metrics: string[] = [], path = 'r.jsonl') {
  return compareResults([{ path, bytes: bytes(before) }], [{ path, bytes: bytes(after) }], {
    ...regressionDefaults,
    metrics,
  });
}

describe('hostile results', () => {
  it('ten thousand classes', () => {
    const side = (shift: number): string =>
      jsonl(
        Array.from({ length: 20_000 }, (_, i) => ({
          id: i,
          target: `c${i % 10_000}`,
          prediction: `c${(i + (i % 9 === 0 ? shift : 0)) % 10_000}`,
        })),
      );
    const report = compare(side(0), side(1), ['f1_macro', 'f1_weighted', 'accuracy']);
    expect(report.verdict).toBe('fail');
    expect(report.facts.metrics).toMatchObject(Array.from({ length: 3 }, () => ({ interval: 'score' })));
  });

  it('ids that are names of object members', () => {
    const rows = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'a', 'b'].map((id, i) => ({
      id,
      target: i % 2,
      prediction: i % 3 ? 1 : 0,
    }));
    const report = compare(jsonl(rows), jsonl(rows), ['accuracy']);
    expect(report.facts.metrics).toMatchObject([{ n: 6 }]);
    expect(Object.hasOwn(Object.prototype, 'score')).toBe(false);
  });

  it('metric names that are names of object members', () => {
    const rows = jsonl(
      Array.from({ length: 20 }, (_, i) => ({ id: i, scores: { constructor: i % 2, __proto__: 1 } })),
    );
    const report = compare(rows, rows, ['constructor', 'accuracy:toString']);
    expect(report.verdict).toBe('fail');
    expect(report.findings.map(({ rule }) => rule)).toEqual(['regression/metric-missing']);
    expect(compare(rows, rows, ['constructor']).facts.metrics).toMatchObject([
      { name: 'constructor', n: 20 },
    ]);
  });

  it.each([
    ['a long run of quotes', 'r.csv', `id,score\n${'"'.repeat(200_001)}`],
    ['a line of commas', 'r.csv', `${','.repeat(200_000)}\n`],
    ['a long word', 'r.jsonl', 'a'.repeat(500_000)],
    ['backslashes', 'r.json', `{"a": "${'\\'.repeat(200_001)}`],
    ['many NaN', 'r.json', `[${'NaN,'.repeat(100_000)}`],
  ])('%s ends in a finding', (_, path, text) => {
    expect(readResults([{ path, bytes: bytes(text) }]).findings).not.toEqual([]);
  });

  it('numbers beyond the range of doubles are not scores', () => {
    const rows = (score: string): string =>
      Array.from({ length: 12 }, (_, i) => `{"id": ${i}, "score": ${i === 3 ? score : i % 2}}`).join('\n');
    expect(compare(rows('1'), rows('1e999')).findings[0]).toMatchObject({
      rule: 'regression/not-a-number',
      line: 4,
    });
  });

  it('a chart cannot be broken out of', () => {
    const name = 'x"] evil [';
    const rows = jsonl(Array.from({ length: 20 }, (_, i) => ({ id: i, scores: { [name]: i % 2 } })));
    const mermaid = compare(rows, rows, [name]).sections?.find(({ kind }) => kind === 'mermaid');
    expect(JSON.stringify(mermaid)).not.toContain('evil [');
  });
});

describe('shown', () => {
  it.each([
    ['plain', 'plain'],
    [`token ghp_${'a1B2'.repeat(9)} here`, 'token *** here'],
    [`\u001B[31mhf_${'x'.repeat(34)}`, '***'],
    [`key=sk-${'Ab1-'.repeat(8)}`, 'key=***'],
    ['AKIAIOSFODNN7EXAMPLE', '***'],
    ['a\nb\u2028c\u202Ed', 'a b c d'],
    ['x'.repeat(130), `${'x'.repeat(119)}…`],
  ])('%j', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it('counts what it does not list', () => {
    expect(shownList(['a', 'b'])).toBe('a, b');
    expect(shownList(['a', 'b', 'c', 'd', 'e', 'f'], 20)).toBe('a, b, c, d, e and 15 more');
  });
});
