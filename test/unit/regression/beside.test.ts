/** What lies beside what is judged, and numbers that are none. */
import { describe, expect, it } from 'vitest';
import {
  compareSets,
  readRecordedFiles,
  readResults,
  recordedRows,
  regressionDefaults,
  type Comparison,
} from '../../../src/regression/index.ts';
import { jsonl } from './rows.ts';

type Files = Readonly<Record<string, string>>;

const read = (files: Files) =>
  readResults(Object.entries(files).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) })));

function compare(baseline: Files, candidate: Files, metrics: readonly string[] = []): Comparison {
  return compareSets(read(baseline), read(candidate), { ...regressionDefaults, metrics });
}

const rules = ({ findings }: Comparison) => findings.map(({ rule, severity }) => `${severity} ${rule}`);
const range = <T>(n: number, of: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => of(i));

describe('totals beside results of samples', () => {
  const samples = jsonl(range(500, (i) => ({ id: `s${i}`, score: Number(i % 5 > 0) })));
  const totals = (accuracy: number, more: object = {}): string => JSON.stringify({ accuracy, ...more });

  it.each<[string, Files, Files, string, unknown]>([
    [
      'the same on both sides',
      { 'a.jsonl': samples, 'm.json': totals(0.8) },
      { 'a.jsonl': samples, 'm.json': totals(0.8) },
      'notice',
      [{ name: 'accuracy', file: 'm.json', baseline: 0.8, candidate: 0.8 }],
    ],
    [
      'a fall that the samples do not show',
      { 'a.jsonl': samples, 'm.json': totals(0.8, { loss: 1, steps: 10 }) },
      { 'a.jsonl': samples, 'm.json': totals(0.6, { loss: 1, steps: 20 }) },
      'warning',
      [
        { name: 'accuracy', baseline: 0.8, candidate: 0.6 },
        { name: 'loss', baseline: 1, candidate: 1 },
      ],
    ],
    [
      'on one side',
      { 'a.jsonl': samples },
      { 'a.jsonl': samples, 'm.csv': 'split,accuracy\nval,0.6\n' },
      'notice',
      [{ name: 'val.accuracy', file: 'm.csv', baseline: null, candidate: 0.6 }],
    ],
  ])('are said not to be judged: %s', (_, before, after, severity, unjudged) => {
    const report = compare(before, after);
    expect(report.verdict).toBe('pass');
    expect(rules(report)).toContain(`${severity} regression/unjudged-totals`);
    expect(report.facts.unjudged).toMatchObject(unjudged as object[]);
    expect(report.facts.metrics.map(({ name }) => name)).toEqual(['score']);
  });

  it('are not those that a file states of its own samples, and nothing is said without any', () => {
    const report = compare({ 'a.jsonl': samples }, { 'a.jsonl': samples });
    expect(report.facts).not.toHaveProperty('unjudged');
  });

  it('are not a warning where the samples fell as well', () => {
    const fallen = jsonl(range(500, (i) => ({ id: `s${i}`, score: Number(i % 5 > 1) })));
    const report = compare(
      { 'a.jsonl': samples, 'm.json': totals(0.8) },
      { 'a.jsonl': fallen, 'm.json': totals(0.6) },
    );
    expect(report.verdict).toBe('fail');
    expect(rules(report)).toContain('notice regression/unjudged-totals');
  });
});

describe('scores beside free answers', () => {
  const answers = (mark: (i: number) => object): string =>
    jsonl(range(100, (i) => ({ id: `s${i}`, target: `town ${i}`, prediction: `I think ${i}`, ...mark(i) })));
  const judged = (files: Files) => compare(files, files).facts.metrics.map(({ name }) => name);

  it.each<[string, (i: number) => object, string[]]>([
    ['listed', (i) => ({ scores: { judge: i % 5, fluency: i % 3 } }), ['judge', 'fluency']],
    ['listed, one of them bookkeeping', (i) => ({ scores: { judge: i % 5, confidence: 0.5 } }), ['judge']],
    ['a column of no known name', (i) => ({ year: 1990 + i }), ['accuracy']],
    [
      'a known column beside what is listed',
      (i) => ({ correct: i % 2, scores: { judge: i % 5 } }),
      ['correct', 'judge'],
    ],
    ['a column that is a metric by its name', (i) => ({ faithfulness: (i % 5) / 4 }), ['faithfulness']],
    ['whether each call succeeded', (i) => ({ correct: i % 2, success: true }), ['correct']],
    ['whether each succeeded', (i) => ({ correct: i % 2, success: i % 3 > 0 }), ['correct', 'success']],
  ])('%s', (_, mark, metrics) => {
    expect(judged({ 'a.jsonl': answers(mark) })).toEqual(metrics);
  });

  it.each<[string, (i: number) => object, string[]]>([
    ['letters alone', () => ({}), ['f1']],
    ['letters of a list of choices', () => ({ options: ['yes', 'no', 'perhaps'] }), ['accuracy']],
    ['letters of columns', () => ({ answer: 'A', A: 'yes', B: 'no', C: 'perhaps' }), ['accuracy']],
  ])('are none for %s', (_, more, metrics) => {
    const letter = (i: number): string => 'ABC'.charAt(i % 3);
    const rows = range(100, (i) => ({
      id: i,
      target: letter(i),
      prediction: letter(i + (i % 9 ? 0 : 1)),
      ...more(i),
    }));
    expect(judged({ 'a.jsonl': jsonl(rows) })).toEqual(metrics);
  });

  const columns = (name: string, now: number): [Files, Files] => {
    const side = (value: number): Files => ({
      'a.csv': `id,accuracy,${name}\n${range(100, (i) => `${i},${i % 2},${(value * (50 + (i % 10))) / 60}\n`).join('')}`,
    });
    return [side(0.8), side(now)];
  };

  it.each<[string, number, RegExp | undefined]>([
    [
      'politeness',
      0.7,
      /^warning .*got worse and are not judged: politeness \(0\.7\d* before, 0\.6\d* now\)/,
    ],
    ['politeness', 0.9, /^notice .*not judged: politeness/],
    ['rudeness_penalty', 0.9, /^warning .*rudeness_penalty/],
    ['answer_length', 0.9, undefined],
    ['latency', 0.9, undefined],
    ['politeness', 0.8, undefined],
  ])('that nobody judges are said: %s, now %d', (name, now, says) => {
    const report = compare(...columns(name, now));
    const found = report.findings.filter(({ rule }) => rule === 'regression/unjudged-scores');
    expect(report.facts.metrics.map((metric) => metric.name)).toEqual(['accuracy']);
    expect(found.map(({ severity, message }) => `${severity} ${message}`)).toEqual(
      [says ?? []].flat().map((one): unknown => expect.stringMatching(one)),
    );
    expect(report.facts.unjudged?.map((one) => one.name)).toEqual(says === undefined ? undefined : [name]);
    expect(
      compare(...columns(name, now), ['accuracy']).findings.filter(
        ({ rule }) => rule === 'regression/unjudged-scores',
      ),
    ).toEqual([]);
  });

  it('stand beside F1 of classes', () => {
    const file = jsonl(
      range(100, (i) => ({ id: i, target: i % 2, prediction: i % 3, scores: { margin: i % 7 } })),
    );
    expect(judged({ 'a.jsonl': file })).toEqual(['f1', 'margin']);
  });

  it('are known in what the ledger keeps', () => {
    const set = read({ 'a.jsonl': answers((i) => ({ scores: { judge: i % 5 }, year: i })) });
    const kept = recordedRows(set);
    if (Array.isArray(kept)) throw new Error('not recorded');
    const again = readRecordedFiles(new Map([['a.jsonl', new TextEncoder().encode(kept.text)]]));
    expect([...again.marks]).toEqual(['judge']);
    expect(again.samples.get('s3')?.scores.get('year')).toBe(3);
  });
});

describe('what is nearly a number', () => {
  it.each([
    ['a.jsonl', jsonl([{ id: 1, score: '0,85' }]), 'its score "0,85" is not a number; write 0.85'],
    ['a.jsonl', jsonl([{ id: 1, scores: { judge: '7,5' } }]), 'its judge "7,5" is not a number; write 7.5'],
    ['a.jsonl', jsonl([{ id: 1, accuracy: '85 %' }]), 'its accuracy "85 %" is not a number; write 85'],
    [
      'a.jsonl',
      jsonl([{ id: 1, quality: '0,7' }]),
      'a score, and its quality "0,7" is not a number; write 0.7',
    ],
    ['a.csv', 'id;score\n1;0,85\n', 'its score "0,85" is not a number; write 0.85'],
    ['a.csv', 'id,score\n1,"0,85"\n', 'its score "0,85" is not a number; write 0.85'],
    [
      'a.csv',
      'id,score\na,0,85\n',
      '3 fields where the header has 2; where that is a decimal comma, write 0.85',
    ],
    ['a.csv', 'split;acc\nval;0,85\n', '"0,85" is not a number; write 0.85'],
  ])('in %s is said with what to write: %s', (path, text, says) => {
    const { findings, samples, aggregates } = read({ [path]: text });
    expect(findings.map(({ message }) => message).join('\n')).toContain(says);
    expect(samples.size + aggregates.size).toBe(0);
  });

  it('is text where nothing says that it is a score', () => {
    const { findings, samples } = read({
      'a.jsonl': jsonl([{ id: 1, target: '1,5', prediction: '1,5', note: '2,5' }]),
    });
    expect(findings).toEqual([]);
    expect(samples.get('1')?.prediction).toBe('1,5');
  });
});
