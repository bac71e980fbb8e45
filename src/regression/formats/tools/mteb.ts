/** MTEB: one file of totals for each task. */
import { isRecord } from '../../../kernel/record.ts';
import type { DocumentFormat } from '../json-document.ts';
import { field, rowsOf, type Row } from '../own-fields.ts';
import type { Sink } from '../../samples/collector.ts';
import { at, entriesOf, hasFields, listOf, numbersOf, state, textAt, total } from './tool.ts';

export const mteb: DocumentFormat = {
  name: 'MTEB',
  matches: (value) => hasFields(value, 'mteb_version') && (hasFields(value, 'scores') || isOlder(value)),
  read({ value, path }, sink) {
    const task = textAt(value, 'task_name') ?? textAt(value, 'mteb_dataset_name') ?? 'task';
    state(sink, {
      'harness version': field(value, 'mteb_version'),
      [`dataset revision of ${task}`]: field(value, 'dataset_revision'),
    });
    for (const [split, parts] of splitsOf(value))
      for (const part of parts) readPart(`${task}.${split}`, part, path, sink);
  },
};

/** Rows of a split, one for each language or subset. */
function splitsOf(value: unknown): [string, readonly Row[]][] {
  const scores = field(value, 'scores');
  if (scores !== undefined) return entriesOf(scores).map(([split, parts]) => [split, rowsOf(parts)]);
  return entriesOf(value)
    .filter(([, part]) => isSplit(part))
    .map(([split, part]) => [split, isRecord(part) ? languages(part) : []]);
}

/** Before version 1.12 a split had its scores in it, or below each language. */
function languages(split: Row): readonly Row[] {
  const below = Object.entries(split).filter(
    ([, part]) => isRecord(part) && Object.keys(numbersOf(part)).length > 0,
  );
  const own = Object.keys(numbersOf(split)).some((name) => name !== 'evaluation_time');
  return own ? [split] : below.map(([name, part]) => ({ ...(isRecord(part) ? part : {}), hf_subset: name }));
}

function isOlder(value: unknown): boolean {
  return entriesOf(value).some(([, part]) => isSplit(part));
}

function isSplit(part: unknown): boolean {
  return isRecord(part) && languages(part).length > 0;
}

/** The task says which of its scores counts; the others are shown, and judged where they are asked for. */
function readPart(prefix: string, part: Row, path: string, sink: Sink): void {
  const subset = textAt(part, 'hf_subset');
  const name = subset === undefined || subset === 'default' ? prefix : `${prefix}.${subset}`;
  const main = field(part, 'main_score');
  for (const [metric, value] of Object.entries(numbersOf(part, (one) => one !== 'evaluation_time')))
    total(sink, path, `${name}.${metric}`, value, {
      secondary: main !== undefined && metric !== 'main_score',
      n: listOf(at(part, 'scores_per_experiment')).length === 0 ? field(part, 'num_samples') : undefined,
    });
}
