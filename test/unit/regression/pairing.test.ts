import { describe, expect, it } from 'vitest';
import {
  Collector,
  compareResults,
  openReader,
  readResults,
  regressionDefaults,
  type Columns,
  type Comparison,
  type RegressionSettings,
} from '../../../src/regression/index.ts';
import { namesOf } from '../../../src/regression/samples/apart.ts';
import { jsonl } from './rows.ts';

type Row = Record<string, unknown>;
type Files = Readonly<Record<string, string>>;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const side = (files: Files) => Object.entries(files).map(([path, text]) => ({ path, bytes: bytes(text) }));

function compare(baseline: Files, candidate: Files, settings: Partial<RegressionSettings> = {}): Comparison {
  return compareResults(side(baseline), side(candidate), { ...regressionDefaults, ...settings });
}

/** 60 rows, every fifth wrong; of the candidate twelve more. */
const was = (i: number): number => Number(i % 5 > 0);
const now = (i: number): number => Number(i % 5 > 1);
const rows = (row: (i: number, ok: number) => Row, ok: (i: number) => number): Row[] =>
  Array.from({ length: 60 }, (_, i) => row(i, ok(i)));
const both = (row: (i: number, ok: number, run: string) => Row): [string, string] => [
  jsonl(rows((i, ok) => row(i, ok, 'b'), was)),
  jsonl(rows((i, ok) => row(i, ok, 'c'), now)),
];
const uuid = (run: string, i: number): string =>
  `${run}${String(i).padStart(7, '0')}-0000-4000-8000-000000000000`;

describe('pairs', () => {
  it.each<[string, string, string, string, object]>([
    [
      'by what was asked, where a table has no ids',
      'scores.csv',
      ...csv('user_input,response,faithfulness', (i, ok) => `q${i},some answer,${ok}`),
      { n: 60, name: 'faithfulness' },
    ],
    [
      'by what was asked, where rows have no ids',
      'r.jsonl',
      ...both((i, ok) => ({ prompt: `p${i}`, correct: Boolean(ok) })),
      { n: 60 },
    ],
    [
      'by the question and its context together',
      'r.jsonl',
      ...both((i, ok) => ({ question: 'What is it?', context: `page ${i}`, score: ok })),
      { n: 60 },
    ],
    [
      'by example_id, where the id is new in every run',
      'r.jsonl',
      ...both((i, ok, run) => ({ id: uuid(run, i), example_id: `e${i}`, score: ok })),
      { n: 60 },
    ],
    [
      'by what was asked, where the id is new and nothing else names the sample',
      'r.jsonl',
      ...both((i, ok, run) => ({ id: uuid(run, i), input: { q: i }, score: ok })),
      { n: 60 },
    ],
    [
      'several answers to one question as a cluster',
      'r.jsonl',
      ...both((i, ok) => ({ task_id: `t${Math.floor(i / 5)}`, passed: Boolean(ok) })),
      { n: 60, clusters: 12 },
    ],
    [
      'turns of one question as a cluster',
      'r.jsonl',
      ...both((i, ok) => ({ question_id: Math.floor(i / 2), turn: 1 + (i % 2), score: ok })),
      { n: 60, clusters: 30 },
    ],
    [
      'by a text, where a table has neither ids nor questions',
      'r.csv',
      ...csv('sentence,label,score', (i, ok) => `sentence ${i},x,${ok}`),
      { n: 60 },
    ],
    [
      'answers that a column counts as a cluster',
      'r.jsonl',
      ...both((i, ok) => ({ id: `q${Math.floor(i / 4)}`, sample_idx: i % 4, score: ok })),
      { n: 60, clusters: 15 },
    ],
    [
      'runs of one question as a cluster',
      'r.jsonl',
      ...both((i, ok, run) => ({ id: `q${i % 15}`, run_id: `${run}${Math.floor(i / 15)}`, score: ok })),
      { n: 60, clusters: 15 },
    ],
    [
      'samples by their ids alone, where the epoch is that of the training',
      'r.jsonl',
      ...both((i, ok, run) => ({ id: i, epoch: run === 'b' ? 3 : 4, score: ok })),
      { n: 60 },
    ],
    [
      'equal questions without ids as a cluster',
      'r.jsonl',
      ...both((i, ok) => ({ prompt: `p${Math.floor(i / 3)}`, score: ok })),
      { n: 60, clusters: 20 },
    ],
  ])('%s', (_, path, baseline, candidate, metric) => {
    const { facts, findings } = compare({ [path]: baseline }, { [path]: candidate });
    expect(facts.metrics[0]).toMatchObject(metric);
    expect(facts.metrics[0]?.delta).toBeCloseTo(-0.2, 12);
    expect(findings.map(({ rule }) => rule)).not.toContain('regression/duplicate-sample');
  });

  function csv(header: string, row: (i: number, ok: number) => string): [string, string] {
    const text = (ok: (i: number) => number): string =>
      [header, ...Array.from({ length: 60 }, (_, i) => row(i, ok(i)))].join('\n');
    return [text(was), text(now)];
  }

  it('no row that is there twice, though a column counts', () => {
    const row = (i: number, score: number) => ({ id: i % 30, epoch: 3, score });
    const { findings } = compare({ 'r.jsonl': jsonl(rows(row, was)) }, { 'r.jsonl': jsonl(rows(row, now)) });
    expect(findings.map(({ message }) => message).join()).toMatch(/30 samples occur more than once/);
  });

  it('nothing where neither an id nor a question names the rows', () => {
    const [baseline, candidate] = csv('answer_text,score', (i, ok) => `a${i},${ok}`);
    const report = compare({ 'r.csv': baseline }, { 'r.csv': candidate });
    expect(report.verdict).toBe('fail');
    expect(report.title).toMatch(/no column of ids and none of questions.*regression\.id/);
    expect(report.facts.metrics).toEqual([]);
  });

  it('by the column that the settings name', () => {
    const [baseline, candidate] = csv('nr,score', (i, ok) => `${i},${ok}`);
    const report = compare({ 'r.csv': baseline }, { 'r.csv': candidate }, {});
    expect(report.verdict).toBe('fail');
    expect(read('r.csv', baseline, { id: 'nr' }).samples.size).toBe(60);
    expect([...read('r.csv', baseline, { id: 'nr' }).samples.values()][3]).toMatchObject({
      id: '3',
      scores: new Map([['score', 1]]),
    });
    expect(candidate).not.toBe(baseline);
  });

  it('clusters, unit and range by the baseline alone', () => {
    const [baseline, candidate] = both((i, ok, run) => ({
      id: i,
      score: run === 'c' && i === 59 ? 40 : ok,
      ...(run === 'c' && { cluster: 'all' }),
    }));
    const report = compare({ 'r.jsonl': baseline }, { 'r.jsonl': candidate });
    expect(report.facts.metrics[0]).toMatchObject({ unit: 'points' });
    expect(report.facts.metrics[0]?.clusters).toBe(report.facts.metrics[0]?.n);
    expect(report.findings.map(({ rule }) => rule)).toContain('regression/different-scale');
  });

  it('several epochs of one question as one question of a look', () => {
    const text = (ok: (i: number) => number): string =>
      jsonl(rows((i, score) => ({ id: `q${i % 20}`, trial: Math.floor(i / 20), score }), ok));
    const report = compare({ 'r.jsonl': text(was) }, { 'r.jsonl': text(now) }, { looks: [20, 40] });
    expect(report.facts.look).toMatchObject({ number: 1, of: 1 });
  });
});

function read(path: string, text: string, columns: Columns) {
  const collector = new Collector({ columns });
  const reader = openReader(path, collector);
  reader.push(bytes(text));
  void reader.end();
  return collector.result();
}

describe('datasets of one folder', () => {
  const hits = (ok: (i: number) => number): string =>
    [
      'index,question,answer,prediction,hit',
      ...rows((i, hit) => ({ i, hit }), ok).map(({ i, hit }) => `${String(i)},q,A,B,${String(hit)}`),
    ].join('\n');

  it('are kept apart where their ids start again', () => {
    const files = (ok: (i: number) => number): Files => ({
      'r/Own_MMBench_result.csv': hits(ok),
      'r/Own_MMStar_result.csv': hits(ok),
    });
    const report = compare(files(was), files(now));
    expect(report.facts.metrics[0]).toMatchObject({ n: 120 });
    expect(report.facts.slices?.map(({ slice }) => slice)).toEqual(['dataset=MMBench', 'dataset=MMStar']);
  });

  it('are kept apart by the column that the settings name', () => {
    const text = jsonl(rows((i, score) => ({ id: i % 30, bench: i < 30 ? 'a' : 'b', score }), was));
    const set = read('r.jsonl', text, { dataset: 'bench' });
    expect(set.findings).toEqual([]);
    expect([...set.samples.keys()].slice(28, 32)).toEqual(['a/28', 'a/29', 'b/0', 'b/1']);
  });

  it.each<[string, (i: number, score: number) => Row]>([
    ['dataset', (i, score) => ({ id: i % 30, dataset: i < 30 ? 'a' : 'b', score })],
    ['task, of questions', (i, score) => ({ question_id: i % 30, task: i < 30 ? 'a' : 'b', score })],
    ['subject', (i, score) => ({ index: i % 30, subject: i < 30 ? 'a' : 'b', difficulty: 'hard', score })],
  ])('are kept apart within one file by the column %s', (_, row) => {
    const [baseline, candidate] = both((i, ok) => row(i, ok));
    const report = compare({ 'r.jsonl': baseline }, { 'r.jsonl': candidate });
    expect(report.findings.map(({ rule }) => rule)).not.toContain('regression/duplicate-sample');
    expect(report.facts.metrics[0]).toMatchObject({ n: 60 });
    expect(report.facts.metrics[0]?.clusters).toBe(report.facts.metrics[0]?.n);
  });

  it('are not an excuse for a row that is there twice, whatever its difficulty', () => {
    const text = jsonl([1, 2].map((k) => ({ id: 1, difficulty: `d${k}`, score: 1 })));
    expect(readResults(side({ 'r.jsonl': text })).findings).toHaveLength(1);
  });

  it.each<[string, Files, Files, string[], number]>([
    [
      'two folders',
      { 'a/m.json': '{"accuracy": 0.8}', 'b/m.json': '{"accuracy": 0.7}' },
      { 'a/m.json': '{"accuracy": 0.6}', 'b/m.json': '{"accuracy": 0.7}' },
      ['a/accuracy', 'b/accuracy'],
      0,
    ],
    [
      'two names, and one total of its own',
      { 'm_aime.json': '{"acc": 0.8}', 'm_gpqa.json': '{"acc": 0.8, "f1": 0.5}' },
      { 'm_aime.json': '{"acc": 0.8}', 'm_gpqa.json': '{"acc": 0.8, "f1": 0.5}' },
      ['aime/acc', 'f1', 'gpqa/acc'],
      0,
    ],
    [
      'two times of day',
      { 'm_1.json': '{"acc": 0.8}', 'm_2.json': '{"acc": 0.7}' },
      { 'm_1.json': '{"acc": 0.8}', 'm_2.json': '{"acc": 0.7}' },
      ['acc'],
      2,
    ],
  ])('have totals of their own, by the names of %s', (_, baseline, candidate, totals, conflicts) => {
    const report = compare(baseline, candidate);
    expect(report.facts.metrics.map(({ name }) => name).toSorted()).toEqual(totals);
    const twice = report.findings.filter(({ rule }) => rule === 'regression/duplicate-sample');
    expect(twice).toHaveLength(conflicts);
  });

  it.each<[string, Files]>([
    [
      'shards that overlap',
      { 'shard0.jsonl': jsonl([{ id: 1, score: 1 }]), 'shard1.jsonl': jsonl([{ id: 1, score: 1 }]) },
    ],
    [
      'runs of two days',
      {
        'run-2026-01-01.jsonl': jsonl([{ id: 1, score: 1 }]),
        'run-2026-01-02.jsonl': jsonl([{ id: 1, score: 1 }]),
      },
    ],
    [
      'named samples in two files',
      { 'old.jsonl': jsonl([{ id: 'a1', score: 1 }]), 'new.jsonl': jsonl([{ id: 'a1', score: 1 }]) },
    ],
  ])('are not an excuse for %s', (_, files) => {
    expect(readResults(side(files)).findings.map(({ rule }) => rule)).toEqual([
      'regression/duplicate-sample',
    ]);
  });

  it.each<[readonly string[], readonly string[]]>([
    [
      ['x/Own_MMBench_result.csv', 'x/Own_MMStar_result.csv'],
      ['MMBench', 'MMStar'],
    ],
    [
      ['aime24/out.jsonl', 'aime25/out.jsonl'],
      ['aime24', 'aime25'],
    ],
    [
      ['rag.json', 'chat.json'],
      ['rag', 'chat'],
    ],
    [
      ['part-00001.jsonl', 'part-00002.jsonl'],
      ['', ''],
    ],
    [
      ['2026-01-01T00-00-00_gsm8k_x.json', '2026-01-02T00-00-00_mmlu_x.json'],
      ['gsm8k', 'mmlu'],
    ],
  ])('are named by their files: %j', (files, expected) => {
    expect([...namesOf(files).values()]).toEqual(expected);
  });
});
