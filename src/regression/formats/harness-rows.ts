import type { Sink } from '../collector.ts';
import type { Sample } from '../sample.ts';
import { taskOf } from './file-name.ts';
import type { RowDialect } from './row-dialects.ts';
import type { RowPlace } from './rows.ts';
import { field, isRow, scalarText, scoreOf, type Row } from './value.ts';

/** lm-evaluation-harness and lmms-eval, `--log_samples`: one row a document and filter, ids count from 0 in each task. */
export const harnessRows: RowDialect = {
  name: 'lm-eval samples',
  matches: (row) =>
    field(row, 'doc_id') !== undefined &&
    (field(row, 'filtered_resps') !== undefined || field(row, 'resps') !== undefined),
  sample: harnessSample,
};

function harnessSample(row: Row, place: RowPlace, sink: Sink): Sample | string {
  const document = scalarText(field(row, 'doc_id'));
  if (document === undefined) return 'its doc_id is neither text nor a number';
  const scores = metricsOf(row);
  if (scores.size === 0) return 'it has no metric';
  const task = taskOf(place.file);
  const filter = scalarText(field(row, 'filter')) ?? 'none';
  const filtered = filter !== 'none';
  const hash = hashOf(row);
  sink.setup('task', task);
  return {
    id: `${task}/${document}${filtered ? `/${filter}` : ''}`,
    scores,
    // The same document under several filters is one observation.
    ...(filtered && { cluster: `${task}/${document}` }),
    slices: [`task=${task}`, ...(filtered ? [`filter=${filter}`] : [])],
    ...(hash !== '' && { hash }),
    ...place,
  };
}

const described = new Set([
  'doc_id',
  'doc',
  'target',
  'arguments',
  'resps',
  'filtered_resps',
  'filter',
  'metrics',
  'doc_hash',
  'prompt_hash',
  'target_hash',
  'input',
]);

/** The metrics that the row names; before they were named, every field that is none of the harness's own. */
function metricsOf(row: Row): Map<string, number> {
  const listed = field(row, 'metrics');
  const names = Array.isArray(listed)
    ? listed.filter((name) => typeof name === 'string')
    : Object.keys(row).filter((name) => !described.has(name));
  const scores = new Map<string, number>();
  for (const name of names) {
    const value = field(row, name);
    // lmms-eval keeps a small object with the score in it; lists belong to metrics that are no mean of samples.
    const score = isRow(value) ? field(value, 'score') : value;
    if (score !== undefined && !Array.isArray(score)) scores.set(name, scoreOf(score));
  }
  return scores;
}

function hashOf(row: Row): string {
  return ['doc_hash', 'prompt_hash', 'target_hash']
    .flatMap((name) => scalarText(field(row, name)) ?? [])
    .join(' ');
}
