/** Hugging Face's lighteval: the details of each sample, in Parquet. */
import { isRecord } from '../../../kernel/record.ts';
import { field, type Row } from '../own-fields.ts';
import type { RowDialect } from '../row-dialect.ts';
import { dialectOf, entriesOf, listOf, numbersOf, textAt, type Answer } from './tool.ts';

export const lightEval: RowDialect = dialectOf({
  name: 'lighteval details',
  matches: (row) => (isRecord(field(row, 'doc')) && isRecord(field(row, 'metric'))) || isOlder(row),
  answers: (row) => [isOlder(row) ? older(row) : detail(row)],
});

function detail(row: Row): Answer {
  const doc = field(row, 'doc');
  const task = textAt(doc, 'task_name');
  const id = textAt(doc, 'id') ?? '';
  const query = field(doc, 'query');
  return {
    ...(id === '' ? { input: query } : { id, prompt: query }),
    dataset: task,
    scores: numbersOf(field(row, 'metric')),
    slices: { task },
  };
}

/** Before version 0.10: texts and metrics side by side. */
function isOlder(row: Row): boolean {
  return (
    isRecord(field(row, 'metrics')) &&
    field(row, 'example') !== undefined &&
    entriesOf(field(row, 'metrics')).length > 0
  );
}

function older(row: Row): Answer {
  return {
    input: [field(row, 'example'), ...listOf(field(row, 'gold'))],
    scores: numbersOf(field(row, 'metrics')),
  };
}
