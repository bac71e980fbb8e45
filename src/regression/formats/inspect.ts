import { isRecord } from '../../kernel/record.ts';
import type { Sink } from '../samples/collector.ts';
import { digestOf, digestOfQuestion } from '../samples/long-text.ts';
import type { Sample } from '../samples/sample.ts';
import type { Status } from '../samples/status.ts';
import { unreadable } from './reader.ts';
import { field, rowsOf, scalarText, scoreOf, type Row } from './own-fields.ts';
import { labelsOf } from './rows.ts';
import type { DocumentFormat } from './json-document.ts';
import { statusOfFailure, statusOfWord } from './status-fields.ts';
import { at, entriesOf, state, textAt, textOf } from './tools/tool.ts';

/** inspect's log as JSON. */
export const inspectLog: DocumentFormat = {
  name: 'inspect log',
  matches: (value) => isRecord(field(value, 'eval')) && field(value, 'status') !== undefined,
  read({ value, path, outline }, sink) {
    const task = readHeader(value, path, sink);
    const lines = outline.elementLines('samples');
    const samples = rowsOf(field(value, 'samples'));
    samples.forEach((row, place) => readSample(row, { file: path, line: lines[place], task }, sink));
    checkCount(value, samples.length, path, sink);
  },
};

/** Status and set-up; an evaluation that did not finish is not a result. Returns the name of the task. */
export function readHeader(header: unknown, path: string, sink: Sink): string | undefined {
  const status = textAt(header, 'status') ?? 'unknown';
  if (status !== 'success')
    sink.problem(unreadable(path, `The evaluation did not finish: its status is ${status.slice(0, 40)}.`));
  const run = field(header, 'eval');
  const task = textAt(run, 'task');
  const of = task === undefined ? '' : ` of ${task}`;
  state(sink, {
    task,
    [`task version${of}`]: field(run, 'task_version'),
    [`task arguments${of}`]: full(field(run, 'task_args')),
    [`dataset${of}`]: at(run, 'dataset', 'name'),
    [`sample limit${of}`]: at(run, 'config', 'limit'),
    [`epochs${of}`]: at(run, 'config', 'epochs'),
    [`epochs reducer${of}`]: at(run, 'config', 'epochs_reducer'),
    [`scorers${of}`]: scorersOf(run),
    'harness version': at(run, 'packages', 'inspect_ai'),
    judge: at(run, 'model_roles', 'grader', 'model'),
    ...decodingOf(header),
  });
  return task;
}

/** A log may keep its header alone, or was cut while it was copied: fewer samples than it says that there are. */
export function checkCount(header: unknown, count: number, path: string, sink: Sink): void {
  const all = scoreOf(at(header, 'results', 'total_samples'));
  if (count >= all || !Number.isFinite(all)) return;
  sink.problem({
    ...unreadable(path, `The log contains ${count} of the ${all} samples that its header names.`),
    help: 'Give the whole log, with its samples: log_samples must not be off, and the log not be read by its header only.',
  });
}

/** What every task has is not stated. */
function full(value: unknown): unknown {
  return entriesOf(value).length === 0 ? undefined : value;
}

function scorersOf(run: unknown): unknown {
  const scorers = rowsOf(field(run, 'scorers')).map((scorer) => [
    field(scorer, 'name'),
    field(scorer, 'options'),
  ]);
  return scorers.length === 0 ? undefined : scorers;
}

/** The options of generation under their usual names; those of connections and retries change no answer. */
function decodingOf(header: unknown): Record<string, unknown> {
  // What the evaluation sets comes before what its model is created with.
  const configs = [at(header, 'eval', 'model_generate_config'), at(header, 'plan', 'config')];
  const options = configs
    .flatMap(entriesOf)
    .filter(([name, value]) => value !== null && !connection.test(name));
  return Object.fromEntries(options.map(([name, value]) => [name.replaceAll('_', ' '), value]));
}

const connection =
  /^(?:max_retries|timeout|attempt_timeout|max_connections|adaptive_connections|cache.*|batch)$/;

export interface InspectPlace {
  readonly file: string;
  readonly line?: number | undefined;
  readonly task: string | undefined;
}

/** A sample of the log or of its summaries. Several epochs of one sample are one cluster. */
export function readSample(row: Row, { file, line, task }: InspectPlace, sink: Sink): void {
  const id = scalarText(field(row, 'id'));
  if (id === undefined) return sink.problem(unreadable(file, 'A sample has no id.', line));
  const epoch = scalarText(field(row, 'epoch')) ?? '1';
  const status = statusOf(row);
  const input = inputOf(field(row, 'input'));
  sink.sample({
    id: epoch === '1' ? id : `${id}/epoch ${epoch}`,
    scores: scoresOf(field(row, 'scores')),
    ...targetHash(row),
    ...(input !== undefined && { input: digestOf(input), question: digestOfQuestion(input) }),
    ...(status !== undefined && { status }),
    ...(task !== undefined && { dataset: task }),
    cluster: id,
    slices: [],
    file,
    ...(line !== undefined && { line }),
  });
}

/** A text, or messages whose ids are new in every run. */
function inputOf(input: unknown): string | undefined {
  if (!Array.isArray(input)) return textOf(input);
  return textOf(rowsOf(input).map((message) => [field(message, 'role'), field(message, 'content')]));
}

const timeLimits = new Set(['time', 'working']);

/** An error (inspect has limits for what took too long), a limit that was reached, or an answer that ended at the limit of its tokens. */
function statusOf(row: Row): Status | undefined {
  if (statusOfFailure(field(row, 'error')) !== undefined) return 'error';
  const limit = textAt(row, 'limit', 'type') ?? textAt(row, 'limit');
  if (limit !== undefined) return timeLimits.has(limit) ? 'timeout' : 'truncated';
  const [choice] = rowsOf(at(row, 'output', 'choices'));
  return statusOfWord(field(choice, 'stop_reason'));
}

/** What the sample asks for stands for its content; only compared, never shown. */
function targetHash(row: Row): Pick<Sample, 'hash'> {
  const target = labelsOf(field(row, 'target'));
  return target === undefined ? {} : { hash: String(target).slice(0, 512) };
}

const grades: ReadonlyMap<unknown, number> = new Map<unknown, number>([
  ['C', 1],
  ['P', 0.5],
  ['I', 0],
  ['N', 0],
]);

/** A scorer gives one value, or several by name. */
function scoresOf(value: unknown): Map<string, number> {
  const scores = new Map<string, number>();
  for (const [scorer, score] of entriesOf(value)) {
    const given = isRecord(score) ? field(score, 'value') : score;
    if (isRecord(given))
      for (const [name, part] of Object.entries(given)) scores.set(`${scorer}.${name}`, gradeOf(part));
    else if (given !== undefined) scores.set(scorer, gradeOf(given));
  }
  return scores;
}

function gradeOf(value: unknown): number {
  return grades.get(value) ?? scoreOf(value);
}
