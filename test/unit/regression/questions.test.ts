/** The question that stands beside an id: the same id with another question is no pair. */
import { describe, expect, it } from 'vitest';
import { compareResults, readResults, regressionDefaults } from '../../../src/regression/index.ts';
import { recordedRows, readRecordedFiles } from '../../../src/regression/recorded/rows.ts';
import { compareSets } from '../../../src/regression/decision/compare.ts';
import type { SetupPart } from '../../../src/regression/samples/setup-parts.ts';
import { jsonl } from './rows.ts';

const n = 60;
const places = Array.from({ length: n }, (_, i) => i);
/** Another order of the same samples. */
const order = places.map((i) => (i * 7 + 3) % n);
const right = (i: number): number => Number(i % 5 > 0);
/** One in five of those that were right is lost. */
const now = (i: number): number => Number(i % 5 > 1);

const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) });

function compare(before: string, after: string, path: string, changed: readonly SetupPart[] = []) {
  return compareResults([file(path, before)], [file(path, after)], { ...regressionDefaults, changed });
}

type Write = (order: readonly number[], score: (i: number) => number, text?: (i: number) => string) => string;

const csv =
  (column: string, question: string): Write =>
  (all, score, text = (i) => `what is ${i}?`) =>
    `${column},${question},score\n${all.map((i, at) => `${at},${text(i)},${score(i)}\n`).join('')}`;

const writers: readonly (readonly [string, string, Write])[] = [
  ['an index that counts rows', 'r.csv', csv('index', 'question')],
  ['ids that count, beside the prompt', 'r.csv', csv('id', 'prompt')],
  ['ids that count, beside a text', 'r.csv', csv('idx', 'sentence')],
  [
    'rows of JSON',
    'r.jsonl',
    (all, score, text = (i) => `q${i}`) =>
      jsonl(all.map((i, at) => ({ id: at, question: text(i), score: score(i) }))),
  ],
  [
    'a log of inspect',
    'log.json',
    (all, score, text = (i) => `q${i}`) =>
      JSON.stringify({
        status: 'success',
        eval: { task: 't' },
        samples: all.map((i, at) => ({
          id: at + 1,
          epoch: 1,
          input: text(i),
          target: 'x',
          scores: { score: { value: score(i) } },
        })),
      }),
  ],
  [
    'tests without names of their own',
    'run.json',
    (all, score, text = (i) => `q${i}`) =>
      JSON.stringify({
        testCases: all.map((i, at) => ({
          name: `test_case_${at}`,
          input: text(i),
          success: score(i) === 1,
          metricsData: [],
        })),
      }),
  ],
];

describe('ids that were given anew', () => {
  it.each(writers)('%s: paired by the questions, and said', (_, path, write) => {
    const { facts, findings } = compare(write(places, right), write(order, now), path);
    expect(facts.metrics[0]?.delta).toBeCloseTo(-0.2, 10);
    // By the wrong pairs many more would differ.
    expect(facts.metrics[0]?.discordant).toBe(n / 5);
    const said = findings.filter(({ rule }) => rule === 'regression/renumbered');
    expect(said.map(({ severity }) => severity)).toEqual(['warning']);
  });

  it('asks for the ids of the candidate again', () => {
    const rows = (all: readonly number[], status?: string) =>
      jsonl(
        all.map((i, at) => ({
          id: at,
          question: `q${i}`,
          score: right(i),
          ...(i < 20 && status !== undefined && { status }),
        })),
      );
    const { facts } = compare(rows(places), rows(order, 'timeout'), 'r.jsonl');
    const expected = order.flatMap((i, at) => (i < 20 ? [`${at}`] : []));
    expect(facts.rerun?.candidate.toSorted()).toEqual(expected.toSorted());
  });
});

describe('other questions under the same ids', () => {
  it.each(writers.filter(([name]) => !name.includes('prompt')))('%s: nothing is judged', (_, path, write) => {
    const report = compare(
      write(places, right),
      write(places, right, (i) => `other ${i}`),
      path,
    );
    expect(report.verdict).toBe('inconclusive');
    expect(report.facts.metrics).toEqual([]);
    expect(report.title).toMatch(/60 samples have the same id and another question/);
  });

  it('of a prompt are another set-up', () => {
    const write = csv('id', 'prompt');
    const report = compare(
      write(places, right),
      write(places, right, (i) => `other ${i}`),
      'r.csv',
    );
    expect(report.verdict).toBe('inconclusive');
    expect(report.title).toMatch(/the prompts of 60 of 60 samples are others/);
  });

  it.each([
    ['three were changed', (i: number) => (i < 3 ? `other ${i}` : `q${i}`), 57],
    ['all share one text', () => 'describe the picture', 60],
  ])('%s', (_, text, pairs) => {
    const write: Write = (all, score, of = (i) => `q${i}`) =>
      jsonl(all.map((i) => ({ id: i, question: of(i), score: score(i) })));
    const report = compare(
      write(places, right, pairs === 60 ? text : undefined),
      write(places, now, text),
      'r.jsonl',
    );
    expect(report.facts.metrics[0]?.n).toBe(pairs);
    expect(report.verdict).toBe(pairs === 60 ? 'fail' : 'inconclusive');
  });

  it('are the same where one of two texts is', () => {
    const write = (question: string): string =>
      jsonl(places.map((i) => ({ id: i, question: `${question} ${i}`, query: `say ${i}`, score: right(i) })));
    expect(compare(write('a'), write('b'), 'r.jsonl').facts.metrics[0]?.n).toBe(n);
  });

  it('pair where the change is about the prompt', () => {
    const [, path, write] = writers[3] ?? [];
    if (write === undefined || path === undefined) throw new Error('no writer');
    const report = compare(
      write(places, right),
      write(places, now, (i) => `Please: ${i}`),
      path,
      ['prompt'],
    );
    expect(report.facts.metrics[0]).toMatchObject({ n, discordant: n / 5 });
  });

  it('are seen against a baseline of the ledger, too', () => {
    const [, path, write] = writers[3] ?? [];
    if (write === undefined || path === undefined) throw new Error('no writer');
    const kept = recordedRows(readResults([file(path, write(places, right))]));
    if (!('text' in kept)) throw new Error('not kept');
    const baseline = readRecordedFiles(new Map([[path, new TextEncoder().encode(kept.text)]]));
    const other = readResults([
      file(
        path,
        write(places, right, (i) => `other ${i}`),
      ),
    ]);
    const settings = regressionDefaults;
    expect(compareSets(baseline, other, settings).title).toMatch(/another question/);
    const same = readResults([
      file(
        path,
        write(places, right, (i) => `  q${i}\r\n`),
      ),
    ]);
    expect(compareSets(baseline, same, settings).facts.metrics[0]?.n).toBe(n);
  });
});
