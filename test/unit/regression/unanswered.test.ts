import { describe, expect, it } from 'vitest';
import {
  compareResults,
  regressionDefaults,
  type Comparison,
  type RegressionSettings,
} from '../../../src/regression/index.ts';
import { jsonl } from './rows.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

type Row = Record<string, unknown>;

const n = 500;
/** Every fifth sample is wrong. */
const right = (i: number): boolean => i % 5 > 0;
const scored = (extra: (i: number) => Row = () => ({})): Row[] =>
  Array.from({ length: n }, (_, i) => ({ id: `s${i}`, score: Number(right(i)), ...extra(i) }));
const labelled = (extra: (i: number) => Row = () => ({})): Row[] =>
  Array.from({ length: n }, (_, i) => ({
    id: `s${i}`,
    target: 'A',
    prediction: right(i) ? 'A' : 'B',
    ...extra(i),
  }));

function compare(baseline: Row[], candidate: Row[], settings: Partial<RegressionSettings> = {}): Comparison {
  return compareResults(
    [{ path: 'r.jsonl', bytes: bytes(jsonl(baseline)) }],
    [{ path: 'r.jsonl', bytes: bytes(jsonl(candidate)) }],
    { ...regressionDefaults, ...settings },
  );
}

const unanswered = (report: Comparison) =>
  report.findings.find(({ rule }) => rule === 'regression/unanswered');

/** Rows whose position is among the first `many` of a step of 25 become something else. */
const some =
  (change: Row, many = 20) =>
  (i: number): Row =>
    i % 25 === 1 && i < 25 * many ? change : {};

describe('samples without an outcome', () => {
  it.each<[string, Row[], Row[], RegExp]>([
    ['timed out', scored(), scored(some({ score: 0, error: 'timed out after 1 s' })), /20 timed out/],
    [
      'failed, and count as passed',
      scored(),
      scored(some({ score: 1, error: 'HTTP 503' })),
      /20 ended in an error/,
    ],
    [
      'failed, and have no score',
      scored(),
      scored(some({ score: undefined, error: 'HTTP 503' })),
      /20 ended in an error/,
    ],
    ['have null as their score', scored(), scored(some({ score: null })), /20 could not be parsed or scored/],
    [
      'have the mark of a judge that gave none',
      scored((i) => ({ score: right(i) ? 8 : 4 })),
      scored((i) => ({ score: right(i) ? 8 : 4, ...some({ score: -1 })(i) })),
      /20 have the score -1, which lies outside/,
    ],
    [
      'are answers that are words of a failure',
      labelled(),
      labelled(some({ prediction: 'Failed to obtain answer via API.' })),
      /20 ended in an error/,
    ],
    [
      'are cut off, as those of the baseline are not',
      labelled((i) => ({ finish_reason: 'stop', i })),
      labelled((i) => some({ prediction: '', finish_reason: 'length' })(i)),
      /20 were cut off at the token limit/,
    ],
    [
      'are filtered',
      labelled(),
      labelled(some({ prediction: null, finish_reason: 'content_filter' })),
      /blocked by a content filter/,
    ],
    [
      'could not be parsed',
      labelled(),
      labelled(some({ prediction: null, status: 'parse_error' })),
      /could not be parsed/,
    ],
  ])('%s: blame nobody', (_, baseline, candidate, message) => {
    const report = compare(baseline, candidate);
    expect(report).toMatchObject({ verdict: 'inconclusive' });
    expect(unanswered(report)).toMatchObject({ severity: 'error', message: expect.stringMatching(message) });
    expect(report.facts.rerun?.candidate).toEqual(Array.from({ length: 20 }, (__, k) => `s${25 * k + 1}`));
    expect(report.facts.rerun?.baseline).toEqual([]);
    expect(report.findings.map(({ rule }) => rule)).not.toContain('regression/drop');
  });

  it('on the baseline alone hide no loss', () => {
    const lost = (i: number): boolean => i % 25 === 2;
    const report = compare(
      scored(some({ score: 0, error: 'timeout' })),
      scored((i) => (lost(i) ? { score: 0 } : {})),
    );
    expect(report.verdict).toBe('inconclusive');
    expect(unanswered(report)?.message).toMatch(/of the baseline have no outcome .* fell 4\.2 points/);
    expect(report.facts.rerun).toMatchObject({ candidate: [], baseline: { length: 20 } });
    expect(unanswered(report)?.help).toContain('rerun-baseline');
    expect(unanswered(report)?.help).not.toContain('of the candidate');
  });

  it('on the baseline give way to those that trunk answers in a further file', () => {
    const failed = some({ score: 0, error: 'timeout' });
    const file = (path: string, rows: Row[]) => ({ path, bytes: bytes(jsonl(rows)) });
    const again = scored().filter((_, i) => Object.keys(failed(i)).length > 0);
    expect(again).toHaveLength(20);
    const candidate = [
      file(
        'r.jsonl',
        scored((i) => (i % 25 === 2 ? { score: 0 } : {})),
      ),
    ];
    const first = compareResults([file('r.jsonl', scored(failed))], candidate, regressionDefaults);
    const second = compareResults(
      [file('r.jsonl', scored(failed)), file('s.jsonl', again)],
      candidate,
      regressionDefaults,
    );
    expect([first.verdict, second.verdict]).toEqual(['inconclusive', 'fail']);
    expect(second.facts.rerun).toEqual({ baseline: [], candidate: [] });
  });

  it('on both sides are not samples that were never there', () => {
    const failed = some({ score: undefined, error: 'HTTP 500' });
    const report = compare(scored(failed), scored(failed));
    expect(report.facts.metrics[0]).toMatchObject({ n: 480 });
    expect(report.facts).toMatchObject({
      baseline: { statuses: { answered: 480, error: 20 } },
      candidate: { statuses: { answered: 480, error: 20 } },
    });
    expect(unanswered(report)).toMatchObject({ severity: 'error' });
  });

  it('cannot save a change that fails even at their best', () => {
    const report = compare(
      scored(),
      scored((i) => (i % 5 === 2 ? { score: 0 } : some({ score: 0, error: 'x' })(i))),
    );
    expect(report.verdict).toBe('fail');
    expect(unanswered(report)).toMatchObject({ severity: 'warning' });
    expect(report.findings.map(({ rule }) => rule)).toContain('regression/drop');
  });

  it('do no harm where even their worst passes', () => {
    const report = compare(scored(), scored(some({ score: 0, error: 'x' }, 1)), { tolerance: 3, margin: 6 });
    expect(report.verdict).toBe('pass');
    expect(unanswered(report)).toMatchObject({
      severity: 'warning',
      message: expect.stringContaining('the verdict is the same'),
    });
    expect(report.facts.rerun).toEqual({ baseline: [], candidate: [] });
  });

  it('are counted where one side has no more of them than chance explains, and keep their scores', () => {
    const cut = (step: number) =>
      labelled((i) => (i % 25 === step ? { prediction: 'B', finish_reason: 'length' } : {}));
    const report = compare(cut(0), cut(5));
    expect(report.facts.metrics[0]).toMatchObject({ n: 500, delta: 0 });
    expect(unanswered(report)).toBeUndefined();
    expect(report.sections?.find(({ title }) => title === 'What became of the samples')).toMatchObject({
      rows: [
        ['answered', '480', '480', 'as scored'],
        ['truncated', '20', '20', 'as scored: no more on one side than chance explains'],
      ],
    });
  });

  it('are too many to be chance where a judge gives no mark, whatever the worst would be', () => {
    const rating = (i: number): Row => ({ score: 3 + (i % 3) });
    const report = compare(
      scored(rating),
      scored((i) => ({ ...rating(i), ...some({ score: -99 }, 5)(i) })),
    );
    expect(report.verdict).toBe('inconclusive');
    expect(unanswered(report)).toMatchObject({
      severity: 'error',
      message: expect.stringContaining('score -99'),
    });
    expect(report.facts.rerun?.candidate).toHaveLength(5);
  });

  it('have their share tested like a metric', () => {
    const report = compare(scored(), scored(some({ error: 'x' })));
    expect(report.facts.answered).toMatchObject({
      name: 'status:answered',
      baseline: 1,
      candidate: 0.96,
      n: 500,
      verdict: 'fail',
    });
    expect(unanswered(report)?.message).toContain('The share of samples that were answered fell 4.0 points');
  });

  const bare = (extra: Row): Row[] => scored(() => ({ score: undefined, ...extra }));
  it.each<[string, Row[], Row[], RegExp, [number, number]]>([
    [
      'with a score of 0',
      scored(),
      scored(() => ({ score: 0, error: 'x' })),
      /500 ended in an error/,
      [0, n],
    ],
    ['without a score', scored(), bare({ error: 'x' }), /500 ended in an error/, [0, n]],
    ['timeouts', scored(), bare({ status: 'timeout' }), /500 timed out/, [0, n]],
    ['no marks', scored(), scored(() => ({ score: null })), /500 could not be parsed/, [0, n]],
    ['of the baseline', bare({ error: 'x' }), scored(), /of the baseline .* 500 ended in an error/, [n, 0]],
    ['of both sides', bare({ error: 'x' }), bare({ error: 'y' }), /500 ended .* 500 ended/, [n, n]],
  ])('are all there are: %s', (_, baseline, candidate, says, [before, after]) => {
    const report = compare(baseline, candidate);
    expect(report.verdict).toBe('inconclusive');
    expect(report.title).toMatch(/^None of the 500 samples was answered on both sides/);
    expect(report.title).toMatch(says);
    expect(report.facts.metrics).toEqual([]);
    expect(report.facts.rerun?.baseline).toHaveLength(before);
    expect(report.facts.rerun?.candidate).toHaveLength(after);
    expect(report.findings.filter(({ severity }) => severity === 'error')).toHaveLength(1);
  });

  it.each<[string, (i: number) => number]>([
    ['a reward of -1, 0 and 1', (i) => (i % 3) - 1],
    ['a log likelihood', (i) => -i / 10],
    ['a judge whose scale begins at -2', (i) => (i % 5) - 2],
  ])('are not seen in %s', (_, score) => {
    const rows = scored((i) => ({ score: score(i) }));
    expect(unanswered(compare(rows, rows))).toBeUndefined();
  });

  it('are none where the words are those of a failed test', () => {
    const code = scored((i) => (right(i) ? {} : { error: 'AssertionError: expected 4' }));
    expect(unanswered(compare(code, code))).toBeUndefined();
  });
});
