/**
 * Results as the ledger keeps them: a line about the whole, then a plain row for each sample, so that anything that reads JSONL
 * reads them too. Long answers are kept as digests, beside the scores that need their words; the same results give the same text.
 */
import { isRecord } from '../../kernel/record.ts';
import { regressionRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';
import { compareText } from '../../kernel/compare.ts';
import { Collector, type Sink } from '../samples/collector.ts';
import { openJsonl } from '../formats/jsonl.ts';
import { unreadable } from '../formats/reader.ts';
import { field, rowsOf, scalarText } from '../formats/own-fields.ts';
import { comparable } from '../samples/long-text.ts';
import { textScores } from '../metrics/squad.ts';
import type { Aggregate, ResultSet, Sample } from '../samples/sample.ts';

/** Most samples of one file in the ledger: every merge brings them anew. */
export const mostRecorded = 50_000;

/** Most bytes of one file in the ledger. */
export const mostRecordedBytes = 16 * 1024 * 1024;

export interface RecordedRows {
  readonly text: string;
  readonly samples: number;
}

/** The text of one file's results; or why they are not kept: what is broken, empty or too large is not a baseline for anybody. */
export function recordedRows(set: ResultSet): RecordedRows | Finding[] {
  const file = set.files[0] ?? '';
  const broken = set.findings.filter(({ severity }) => severity === 'error');
  if (broken.length > 0) return broken;
  const samples = [...set.samples.values()].toSorted((a, b) => compareText(a.id, b.id));
  if (samples.length > mostRecorded)
    return [tooLarge(file, `${samples.length} samples, and at most ${mostRecorded} are kept`)];
  const lines = [headOf(set, samples.length), ...samples.map(rowOf)].map((line) => JSON.stringify(line));
  const text = `${lines.join('\n')}\n`;
  // Three bytes at most for each UTF-16 code unit: the exact size is counted by who writes.
  if (text.length > mostRecordedBytes)
    return [tooLarge(file, `more than ${mostRecordedBytes / 1024 / 1024} MiB, and no more is kept`)];
  return { text, samples: samples.length };
}

/** Puts what the ledger kept of a file into the side that is read; what is wrong with it is a finding there. */
export function readRecorded(path: string, bytes: Uint8Array, collector: Collector): void {
  const end = bytes.indexOf(10);
  const head = end < 0 ? undefined : headIn(bytes.subarray(0, end));
  collector.file(path);
  collector.format('ledger');
  if (head === undefined) {
    collector.problem(unreadable(path, 'The ledger contains no results under this name.'));
    return;
  }
  const before = collector.size;
  const rows = openJsonl(path, withoutMarks(collector));
  rows.push(bytes.subarray(end + 1));
  void rows.end();
  const samples = collector.size - before;
  if (samples !== head.samples)
    collector.problem(unreadable(path, `The ledger names ${head.samples} samples and contains ${samples}.`));
  for (const [key, value] of head.setup) collector.setup(key, value);
  for (const [score, higher] of head.directions) collector.direction(score, higher);
  for (const score of head.marks) collector.mark(score);
  for (const total of head.totals) readTotal(path, total, collector);
}

/** All scores are kept in one place here, whatever they were in the file. */
function withoutMarks(collector: Collector): Sink {
  return {
    columns: collector.columns,
    sample: (sample) => collector.sample(sample),
    aggregate: (aggregate) => collector.aggregate(aggregate),
    setup: (key, value) => collector.setup(key, value),
    direction: (score, higher) => collector.direction(score, higher),
    mark: () => undefined,
    page: () => undefined,
    openEnd: () => undefined,
    problem: (finding) => collector.problem(finding),
  };
}

/** Reads files of the ledger as one side. */
export function readRecordedFiles(files: ReadonlyMap<string, Uint8Array>): ResultSet {
  const collector = new Collector();
  for (const [path, bytes] of files) readRecorded(path, bytes, collector);
  return collector.result();
}

function tooLarge(file: string, reason: string): Finding {
  return regressionRules['results-too-large'].finding({
    message: `The ledger does not take these results: they have ${reason}.`,
    file,
    help: 'Record a fixed part of the samples, or commit the results to the repository, where the gate reads files of any size.',
  });
}

function headOf({ setup, directions, marks, aggregates }: ResultSet, samples: number): unknown {
  return {
    results: {
      schema: 1,
      samples,
      setup: sorted(setup),
      directions: sorted(directions),
      marks: marks.size === 0 ? undefined : [...marks].toSorted(compareText),
      totals: [...aggregates.values()].toSorted((a, b) => compareText(a.name, b.name)).map(totalOf),
    },
  };
}

function sorted<T>(entries: ReadonlyMap<string, T>): Record<string, T> {
  return Object.fromEntries([...entries].toSorted(([a], [b]) => compareText(a, b)));
}

function totalOf({ name, value, standardError, n, higherIsBetter, secondary }: Aggregate): unknown {
  return { name, value, standardError, n, higherIsBetter, secondary };
}

/** The row that the plain reader reads as the same sample. */
function rowOf(sample: Sample): unknown {
  const { id, target, prediction, cluster, slices, hash, status, example, input, question, prompt, dataset } =
    sample;
  const scores = new Map([...sample.scores, ...textScores(sample)]);
  return {
    id,
    target: briefly(target),
    prediction: prediction === null ? null : briefly(prediction),
    scores: scores.size === 0 ? undefined : sorted(new Map([...scores].map(writable))),
    cluster,
    slices: slices.length === 0 ? undefined : slices,
    hash,
    status,
    kept: keptOf({ example, input, question, prompt, dataset }),
  };
}

/** JSON would write null for what is not a number, which is not a score at all. */
function writable([name, score]: [string, number]): [string, number | string] {
  return [name, Number.isFinite(score) ? score : String(score)];
}

/** What only the reader of the first file knew where to find. */
function keptOf(parts: Readonly<Record<string, string | number | undefined>>): unknown {
  return Object.values(parts).some((part) => part !== undefined) ? parts : undefined;
}

function briefly(labels: string | readonly string[] | undefined): string | readonly string[] | undefined {
  return typeof labels === 'string' ? comparable(labels) : labels?.map(comparable);
}

interface Head {
  readonly samples: number;
  readonly setup: readonly (readonly [string, string])[];
  readonly directions: readonly (readonly [string, boolean])[];
  readonly marks: readonly string[];
  readonly totals: readonly unknown[];
}

function headIn(line: Uint8Array): Head | undefined {
  const head = field(parsed(line), 'results');
  const samples = field(head, 'samples');
  if (field(head, 'schema') !== 1 || typeof samples !== 'number') return undefined;
  const entries = (name: string): [string, unknown][] => {
    const value = field(head, name);
    return isRecord(value) ? Object.entries(value) : [];
  };
  return {
    samples,
    setup: entries('setup').flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value] as const] : [],
    ),
    directions: entries('directions').flatMap(([key, value]) =>
      typeof value === 'boolean' ? [[key, value] as const] : [],
    ),
    marks: textsOf(field(head, 'marks')),
    totals: rowsOf(field(head, 'totals')),
  };
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];
}

function parsed(line: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line)) as unknown;
  } catch {
    return undefined;
  }
}

function readTotal(file: string, total: unknown, sink: Sink): void {
  const number = (name: string): number | undefined => {
    const value = field(total, name);
    return typeof value === 'number' ? value : undefined;
  };
  const name = scalarText(field(total, 'name')) ?? '';
  const higher = field(total, 'higherIsBetter');
  const [standardError, n] = [number('standardError'), number('n')];
  sink.aggregate({
    name,
    value: number('value') ?? Number.NaN,
    ...(standardError !== undefined && { standardError }),
    ...(n !== undefined && { n }),
    ...(typeof higher === 'boolean' && { higherIsBetter: higher }),
    ...(field(total, 'secondary') === true && { secondary: true }),
    file,
  });
}
