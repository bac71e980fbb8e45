import { isRecord } from '../../kernel/record.ts';
import type { Sink } from '../samples/collector.ts';
import type { Sample } from '../samples/sample.ts';
import { unreadable } from './reader.ts';
import { field, rowsOf, scalarText, scoreOf, type Row } from './own-fields.ts';
import { labelsOf } from './rows.ts';
import type { DocumentFormat } from './json-document.ts';

/** inspect's log as JSON. */
export const inspectLog: DocumentFormat = {
  name: 'inspect log',
  matches: (value) => isRecord(field(value, 'eval')) && field(value, 'status') !== undefined,
  read({ value, path, outline }, sink) {
    readHeader(value, path, sink);
    const lines = outline.elementLines('samples');
    rowsOf(field(value, 'samples')).forEach((row, at) => readSample(row, path, lines[at], sink));
  },
};

/** Status and set-up; an evaluation that did not finish is no result. */
export function readHeader(header: unknown, path: string, sink: Sink): void {
  const status = scalarText(field(header, 'status')) ?? 'unknown';
  if (status !== 'success')
    sink.problem(unreadable(path, `The evaluation did not finish: its status is ${status.slice(0, 40)}.`));
  const run = field(header, 'eval');
  for (const name of ['task', 'task_version'])
    sink.setup(`inspect ${name}`, scalarText(field(run, name)) ?? 'unknown');
  sink.setup('inspect dataset', scalarText(field(field(run, 'dataset'), 'name')) ?? 'unknown');
}

/** A sample of the log or of its summaries. Several epochs of one sample are one cluster. */
export function readSample(row: Row, path: string, line: number | undefined, sink: Sink): void {
  const id = scalarText(field(row, 'id'));
  if (id === undefined) return sink.problem(unreadable(path, 'A sample has no id.', line));
  const epoch = scalarText(field(row, 'epoch')) ?? '1';
  sink.sample({
    id: epoch === '1' ? id : `${id}/epoch ${epoch}`,
    scores: scoresOf(field(row, 'scores')),
    ...targetHash(row),
    cluster: id,
    slices: [],
    file: path,
    ...(line !== undefined && { line }),
  });
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

function scoresOf(value: unknown): Map<string, number> {
  const scores = new Map<string, number>();
  for (const [scorer, score] of isRecord(value) ? Object.entries(value) : []) {
    const given = isRecord(score) ? field(score, 'value') : score;
    if (isRecord(given))
      for (const [name, part] of Object.entries(given)) scores.set(`${scorer}.${name}`, gradeOf(part));
    else scores.set(scorer, gradeOf(given));
  }
  return scores;
}

function gradeOf(value: unknown): number {
  return grades.get(value) ?? scoreOf(value);
}
