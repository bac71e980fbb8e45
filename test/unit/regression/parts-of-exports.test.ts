/** Files that are a part of an evaluation, and samples that only their question names. */
import { describe, expect, it } from 'vitest';
import {
  compareSets,
  readResults,
  regressionDefaults,
  type Comparison,
  type ResultSet,
} from '../../../src/regression/index.ts';
import { jsonl } from './rows.ts';
import { zstdZip } from '../../support/evaluations/zip.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(files: Files): ResultSet {
  return readResults(
    Object.entries(files).map(([path, text]) => ({
      path,
      bytes: typeof text === 'string' ? bytes(text) : text,
    })),
  );
}

function compare(before: Files, after: Files): Comparison {
  return compareSets(read(before), read(after), regressionDefaults);
}

const range = <T>(from: number, to: number, of: (i: number) => T): T[] =>
  Array.from({ length: to - from }, (_, i) => of(from + i));
const right = (i: number): number => Number(i % 5 > 0);

describe('pages of an export', () => {
  const page = (from: number, more: object): string =>
    JSON.stringify({ data: range(from, from + 20, (i) => ({ id: i, score: right(i) })), ...more });

  it.each<[string, Files, RegExp | undefined]>([
    ['one of more', { 'a.json': page(0, { has_more: true }) }, /more results follow.*a\.json/],
    ['the last of one', { 'a.json': page(0, { has_more: false }) }, undefined],
    [
      'all of two',
      { 'a.json': page(0, { has_more: true }), 'b.json': page(20, { has_more: false }) },
      undefined,
    ],
    [
      'the first of three',
      { 'a.json': page(0, { meta: { page: 1, totalPages: 3 } }) },
      /1 page of 3 is here/,
    ],
    [
      'two of three',
      {
        'a.json': page(0, { meta: { page: 1, totalPages: 3 } }),
        'c.json': page(40, { meta: { page: 3, totalPages: 3 } }),
      },
      /2 pages of 3 are here/,
    ],
    [
      'two of two',
      {
        'a.json': page(0, { meta: { page: 1, totalPages: 2 } }),
        'c.json': page(40, { meta: { page: 2, totalPages: 2 } }),
      },
      undefined,
    ],
    ['a token for the next', { 'a.json': page(0, { next_page_token: 'abc' }) }, /more results follow/],
    ['no token', { 'a.json': page(0, { next_page_token: '' }) }, undefined],
    ['a link to the next', { 'a.json': page(0, { links: { next: 'https://x/?page=2' } }) }, /more results/],
    ['nothing of pages', { 'a.json': page(0, { limit: 20 }) }, undefined],
  ])('%s', (_, files, says) => {
    expect(read(files).findings.map(({ message }) => message)).toEqual(
      [says ?? []].flat().map((one): unknown => expect.stringMatching(one)),
    );
  });
});

describe('logs of inspect', () => {
  const header = { status: 'success', eval: { task: 't' }, results: { total_samples: 20 } };
  const samples = (n: number) =>
    range(0, n, (i) => ({ id: i, epoch: 1, target: 'x', scores: { match: { value: 'C' } } }));
  const archive = (n: number): Uint8Array =>
    zstdZip([
      { name: 'header.json', data: bytes(JSON.stringify(header)) },
      ...samples(n).map((sample) => ({
        name: `samples/${sample.id}_epoch_1.json`,
        data: bytes(JSON.stringify(sample)),
      })),
    ]);
  const log = (n: number): string => JSON.stringify({ ...header, samples: n === 0 ? null : samples(n) });

  it.each<[string, Files, RegExp | undefined]>([
    ['an archive of all', { 'a.eval': archive(20) }, undefined],
    ['an archive of some', { 'a.eval': archive(15) }, /contains 15 of the 20 samples/],
    ['an archive of none', { 'a.eval': archive(0) }, /contains 0 of the 20 samples/],
    ['JSON of all', { 'a.json': log(20) }, undefined],
    ['JSON of its header', { 'a.json': log(0) }, /contains 0 of the 20 samples/],
  ])('%s', (_, files, says) => {
    expect(read(files).findings.map(({ message }) => message)).toEqual(
      [says ?? []].flat().map((one): unknown => expect.stringMatching(one)),
    );
  });
});

describe('a table whose last line does not end', () => {
  const table = (cut: number): string => {
    const text = `id,score\n${range(0, 50, (i) => `${i},0.${75 + (i % 9)}\n`).join('')}`;
    return text.slice(0, text.length - cut);
  };

  it.each([
    ['the candidate, within a number', 0, 2, 1],
    ['the baseline', 1, 0, 1],
    ['both', 1, 1, 0],
    ['neither', 0, 0, 0],
  ])('%s', (_, before, after, many) => {
    const { findings } = compare({ 'r.csv': table(before) }, { 'r.csv': table(after) });
    const told = findings.filter(({ message }) => message.startsWith('The last line has no line break'));
    expect(told.map(({ severity }) => severity)).toEqual(many === 0 ? [] : ['warning']);
  });
});

it('names both files of samples that are there twice', () => {
  const rows = (extra = {}): string => jsonl(range(0, 3, (i) => ({ id: `s${i}`, score: 1, ...extra })));
  expect(read({ 'a.jsonl': rows(), 'b.jsonl': rows() }).findings[0]?.message).toBe(
    '3 samples occur more than once: s0, s1, s2, in a.jsonl and again in b.jsonl.',
  );
});

describe('samples that only their question names', () => {
  const failing = (i: number): boolean => i < 10;
  const sides: readonly (readonly [string, string, (isFailed: boolean, all: number) => string])[] = [
    [
      'rows',
      'r.jsonl',
      (isFailed, all) =>
        jsonl(
          range(0, all, (i) => ({
            question: ` why\n${i}? `,
            score: right(i),
            ...(isFailed && failing(i) && { error: 'HTTP 503' }),
          })),
        ),
    ],
    [
      'spans',
      's.jsonl',
      (isFailed, all) =>
        jsonl(
          range(0, all, (i) => ({
            id: `${isFailed}-${i}`,
            span_id: `${i}`,
            input: { question: `why ${i}?` },
            error: isFailed && failing(i) ? 'HTTP 503' : null,
            scores: isFailed && failing(i) ? {} : { Judge: right(i) },
          })),
        ),
    ],
    [
      'marks of a judge',
      'j.csv',
      (isFailed, all) =>
        `question,score\n${range(0, all, (i) => `why ${i}?,${isFailed && failing(i) ? -1 : 1 + 9 * right(i)}\n`).join('')}`,
    ],
  ];

  it.each(sides)('%s are asked for by it again', (_, file, write) => {
    const { facts, findings } = compare({ [file]: write(false, 60) }, { [file]: write(true, 60) });
    expect(facts.rerun?.candidate).toEqual(range(0, 10, (i) => `why ${i}?`));
    const told = findings.find(({ rule }) => rule === 'regression/unanswered');
    expect(told?.message).toContain('(why 0?, why 1?, why 2?');
  });

  it.each(sides.slice(0, 2))('%s take the place of those that failed', (_, file, write) => {
    const again = file.replace('.jsonl', '-again.jsonl');
    const { findings, samples } = read({ [file]: write(true, 60), [again]: write(false, 10) });
    expect(findings).toEqual([]);
    expect([samples.size, [...samples.values()].filter(({ status }) => status !== undefined)]).toEqual([
      60,
      [],
    ]);
  });

  it('one of several answers to a question takes the place of the one that failed', () => {
    const answer = (i: number, error?: string) => ({ task_id: 't', passed: i % 2, ...(error && { error }) });
    const { findings, samples } = read({
      'a.jsonl': jsonl([answer(0), answer(1), answer(0, 'killed'), answer(1)]),
      'b.jsonl': jsonl([answer(1)]),
    });
    expect(findings).toEqual([]);
    expect([...samples.values()].map(({ id, status, file }) => [id, status, file])).toContainEqual([
      't/repeat 3',
      undefined,
      'b.jsonl',
    ]);
    expect(samples.size).toBe(4);
  });
});

it('a result of LangSmith is named by its example, and says what failed', () => {
  const rows = (lost: boolean): string =>
    JSON.stringify(
      range(0, 40, (i) => ({
        run: { id: `r${lost}${i}`, inputs: { q: i }, error: i === 39 && lost ? 'Timeout' : null },
        example: { id: `e${i}`, inputs: { q: `q${i}` } },
        evaluation_results: {
          results: [
            { key: 'correctness', score: lost && i < 8 ? 0 : 1, value: null },
            { key: 'tone', score: null, value: 'kind' },
          ],
        },
      })),
    );
  const { facts } = compare({ 'l.json': rows(false) }, { 'l.json': rows(true) });
  expect(facts.metrics).toMatchObject([{ name: 'correctness', n: 39, discordant: 8 }]);
  expect(facts.candidate?.statuses).toEqual({ answered: 39, timeout: 1 });
});
