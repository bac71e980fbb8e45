/** What the readers of single tools have in common: each says what an answer of its tool is, and the rest is done here. */
import { isRecord } from '../../../kernel/record.ts';
import type { Sink } from '../../samples/collector.ts';
import { digestOf, digestOfQuestion } from '../../samples/long-text.ts';
import { askedOf, type Sample } from '../../samples/sample.ts';
import type { Status } from '../../samples/status.ts';
import type { DocumentFormat, JsonDocument } from '../json-document.ts';
import { field, scalarText, scoreOf, type Row } from '../own-fields.ts';
import { Unreadable } from '../reader.ts';
import type { RowDialect } from '../row-dialect.ts';
import { labelsOf, type RowPlace } from '../rows.ts';

/** One answer of the model as a tool reports it; what is `undefined` is not known. */
export interface Answer {
  /** Names the sample in every run; without one its input does. */
  readonly id?: unknown;
  /** Further answers under the same id are expected. */
  readonly repeats?: boolean;
  readonly cluster?: unknown;
  /** What was asked. */
  readonly input?: unknown;
  /** In what words: another prompt is not another question. */
  readonly prompt?: unknown;
  readonly dataset?: unknown;
  readonly target?: unknown;
  readonly prediction?: unknown;
  /** By name; `null` or an empty text where nothing could grade the answer. */
  readonly scores: Readonly<Record<string, unknown>>;
  readonly status?: Status | undefined;
  /** `{task: 'mmlu'}` */
  readonly slices?: Readonly<Record<string, unknown>>;
}

/** Answers of a row or of a part of a document, none where it says nothing of a sample; or why it cannot be read. */
export type Answers = readonly Answer[] | string;

/** How the rows of one tool, in JSON, JSONL, CSV or Parquet, are answers. */
export interface RowTool {
  readonly name: string;
  matches(row: Row): boolean;
  answers(row: Row, place: RowPlace, sink: Sink): Answers;
}

export function dialectOf({ name, matches, answers }: RowTool): RowDialect {
  return { name, matches, sample: (row, place, sink) => samplesOf(answers(row, place, sink), place) };
}

/** A document of one tool as answers, each with its line where it is known. */
export interface DocumentTool {
  readonly name: string;
  matches(value: unknown): boolean;
  answers(
    document: JsonDocument,
    sink: Sink,
  ): Iterable<readonly [answers: Answers, line?: number | undefined]>;
}

export function documentOf({ name, matches, answers }: DocumentTool): DocumentFormat {
  return {
    name,
    matches,
    read(document, sink) {
      const problems = new Unreadable(document.path, sink);
      for (const [found, line] of answers(document, sink)) {
        const samples = samplesOf(found, { file: document.path, ...(line !== undefined && { line }) });
        if (typeof samples === 'string') problems.add(line ?? 1, samples);
        else for (const sample of samples) sink.sample(sample);
      }
      problems.tell();
    },
  };
}

function samplesOf(answers: Answers, place: RowPlace): readonly Sample[] | string {
  if (typeof answers === 'string') return answers;
  const samples = answers.map((answer) => sampleOf(answer, place));
  return samples.find((sample) => typeof sample === 'string') ?? samples.filter(isSample);
}

function isSample(sample: Sample | string): sample is Sample {
  return typeof sample !== 'string';
}

function sampleOf(answer: Answer, place: RowPlace): Sample | string {
  const [input, prompt] = [textOf(answer.input), textOf(answer.prompt)];
  const own = scalarText(answer.id);
  const id = own ?? (input === undefined ? undefined : `input ${digestOf(input)}`);
  if (id === undefined || id === '') return 'nothing in it names its sample: it has no id and no input';
  const [target, prediction] = [labelsOf(answer.target), labelsOf(answer.prediction)];
  const scores = scoresOf(answer.scores);
  const status = answer.status ?? (isUngraded(answer.scores) ? 'unparsed' : undefined);
  const paired = target !== undefined && prediction !== undefined;
  if (scores.size === 0 && !paired && status === undefined) return 'it has no score';
  const asked =
    own === undefined
      ? askedOf({ scores, ...(status !== undefined && { status }) }, () => questionOf(answer.input))
      : undefined;
  const [cluster, dataset] = [scalarText(answer.cluster), scalarText(answer.dataset)];
  return {
    id,
    scores,
    ...((answer.repeats === true || own === undefined) && { repeats: true }),
    ...(paired && { target, prediction }),
    ...(cluster !== undefined && { cluster }),
    ...(dataset !== undefined && { dataset }),
    ...(input !== undefined && {
      input: digestOf(input),
      ...(own !== undefined && { question: digestOfQuestion(input) }),
    }),
    ...(asked !== undefined && { asked }),
    ...(prompt !== undefined && { prompt: digestOfQuestion(prompt).toString(36) }),
    ...(status !== undefined && { status }),
    slices: Object.entries(answer.slices ?? {}).flatMap(([name, value]) => {
      const text = scalarText(value);
      return text === undefined || text === '' ? [] : [`${name}=${text}`];
    }),
    ...place,
  };
}

/** `{question: 'why?'}` asks the same as its text. */
function questionOf(input: unknown): string | undefined {
  const values = isRecord(input) ? Object.values(input) : [];
  return textOf(values.length === 1 ? values[0] : input);
}

function scoresOf(scores: Answer['scores']): Map<string, number> {
  return new Map(
    Object.entries(scores).flatMap(([name, value]): [string, number][] =>
      value === undefined || isMissing(value) ? [] : [[name, scoreOf(value)]],
    ),
  );
}

/** A score that stands there as nothing: whatever was to grade the answer could not. */
function isUngraded(scores: Answer['scores']): boolean {
  return Object.values(scores).some(isMissing);
}

/** A CSV has an empty field in place of null. */
function isMissing(score: unknown): boolean {
  return score === null || score === '';
}

/** Text as it stands, anything else as JSON; `undefined` for nothing. */
export function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  return scalarText(value) ?? JSON.stringify(value);
}

/** Own entries of an object; none of anything else. */
export function entriesOf(value: unknown): [string, unknown][] {
  return isRecord(value) ? Object.entries(value) : [];
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Follows names down from a value. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce(field, value);
}

/** Text of a scalar below a value. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  return scalarText(at(value, ...path));
}

export function hasFields(value: unknown, ...names: readonly string[]): boolean {
  return names.every((name) => field(value, name) !== undefined);
}

/** States how the evaluation was set up; what is not there is not stated. */
export function state(sink: Sink, settings: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(settings)) {
    const text = textOf(value);
    if (text !== undefined) sink.setup(key, text);
  }
}

/** The numbers and truth values among the entries of an object, also those that are not finite numbers. */
export function numbersOf(
  value: unknown,
  wanted: (name: string) => boolean = () => true,
): Record<string, unknown> {
  return Object.fromEntries(entriesOf(value).filter(([name, of]) => isNumber(of) && wanted(name)));
}

/** `parseJson` gives Python's NaN and Infinity as text. */
function isNumber(value: unknown): boolean {
  return (
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    (typeof value === 'string' && /^(?:NaN|-?Infinity)$/.test(value))
  );
}

/** A total where it is a number, with its standard error and size where they are known. */
export function total(
  sink: Sink,
  file: string,
  name: string,
  value: unknown,
  more: { standardError?: unknown; n?: unknown; secondary?: boolean; higherIsBetter?: boolean } = {},
): void {
  if (value === undefined || value === null) return;
  const [standardError, n] = [scoreOf(more.standardError), scoreOf(more.n)];
  sink.aggregate({
    name,
    value: scoreOf(value),
    ...(Number.isFinite(standardError) && { standardError }),
    ...(n > 0 && { n }),
    ...(more.secondary === true && { secondary: true }),
    ...(more.higherIsBetter !== undefined && { higherIsBetter: more.higherIsBetter }),
    file,
  });
}
