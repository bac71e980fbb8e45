import { isRecord } from '../../kernel/record.ts';
import { comparable, longestCompared } from '../samples/long-text.ts';
import { shown } from '../shown.ts';
import type { Sink } from '../samples/collector.ts';
import type { Sample } from '../samples/sample.ts';
import { taskOf } from './file-name.ts';
import type { RowDialect } from './row-dialect.ts';
import type { RowPlace } from './rows.ts';
import { mmmuCorrect } from './tools/mmmu.ts';
import { isStatusField, statusOf } from './status-fields.ts';
import { field, scalarText, scoreOf, type Row } from './own-fields.ts';

/** lm-evaluation-harness and lmms-eval, `--log_samples`: one row a document and filter, ids count from 0 in each task. */
export const harnessRows: RowDialect = {
  name: 'lm-eval samples',
  matches: (row) =>
    field(row, 'doc_id') !== undefined &&
    ['filtered_resps', 'resps', 'filter'].some((name) => field(row, name) !== undefined),
  sample: (row, place, sink) => {
    const task = taskOf(place.file);
    sink.setup('task', task);
    stateDecoding(row, task, sink);
    return harnessSample(row, place, task);
  },
};

/** A document of the task under one filter, or why it cannot be read. */
export function harnessSample(row: Row, place: RowPlace, task: string): Sample | string {
  const document = scalarText(field(row, 'doc_id'));
  if (document === undefined) return 'its doc_id is neither text nor a number';
  const scores = metricsOf(row);
  if (scores.size === 0) return noScore(row);
  const filter = scalarText(field(row, 'filter')) ?? 'none';
  const filtered = filter !== 'none';
  const cluster = filtered ? `${task}/${document}` : mediaOf(row);
  return {
    id: `${task}/${document}${filtered ? `/${filter}` : ''}`,
    scores,
    // The same document under several filters is one observation, and so are several questions to one image.
    ...(cluster !== undefined && { cluster }),
    dataset: task,
    ...statusOfAnswer(row),
    slices: [`task=${task}`, ...(filtered ? [`filter=${filter}`] : []), ...categoriesOf(row)],
    ...contentOf(row),
    ...place,
  };
}

/** What the row says, or that the filter found no answer in the model's words: it keeps its score. */
function statusOfAnswer(row: Row): Pick<Sample, 'status'> {
  const answers = field(row, 'filtered_resps');
  const status = statusOf(row) ?? (isInvalid(answers) ? 'unparsed' : undefined);
  return status === undefined ? {} : { status };
}

/** lm-eval's fallback of its regular expression filters. */
function isInvalid(answers: unknown): boolean {
  const [first] = Array.isArray(answers) ? answers : [answers];
  return first === '[invalid]';
}

/** A perplexity, say, is measured over all samples at once. */
function noScore(row: Row): string {
  const names = metricNames(row).map(shown).join(', ');
  return names === ''
    ? 'it has no metric'
    : `its metrics (${names}) are not scores of single samples; leave this file out of the globs, or compare the totals of results_*.json`;
}

/** What lmms-eval shows the model. */
function mediaOf(row: Row): string | undefined {
  const media = field(row, 'input_media');
  return Array.isArray(media) && media.length > 0
    ? media.map(String).join(' ').slice(0, longestCompared)
    : undefined;
}

/** lmms-eval keeps a sample's category beside its score. */
function categoriesOf(row: Row): string[] {
  const categories = Object.values(row).flatMap((value) => scalarText(field(value, 'category')) ?? []);
  return [...new Set(categories)].map((category) => `category=${category}`);
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
  'input_media',
  'token_counts',
]);

/** The metrics that the row names; before they were named, every field that is none of the harness's own. */
function metricNames(row: Row): string[] {
  const listed = field(row, 'metrics');
  return Array.isArray(listed)
    ? listed.filter((name) => typeof name === 'string')
    : Object.keys(row).filter((name) => !described.has(name) && !isStatusField(name));
}

/** By name; where nothing else scores the row, by the parsed answers that lmms-eval keeps beside the right ones. */
function metricsOf(row: Row): Map<string, number> {
  const scores = scoresBy(row, (value) => (isRecord(value) ? field(value, 'score') : value));
  return scores.size > 0
    ? scores
    : scoresBy(row, (value) => (isRecord(value) ? mmmuCorrect(value) : undefined));
}

function scoresBy(row: Row, scoreIn: (value: unknown) => unknown): Map<string, number> {
  const scores = new Map<string, number>();
  for (const name of metricNames(row)) {
    // lmms-eval keeps a small object with the score in it; lists belong to metrics that are not a mean of samples.
    const score = scoreIn(field(row, name));
    if (score !== undefined && !Array.isArray(score)) scores.set(name, scoreOf(score));
  }
  return scores;
}

/**
 * What was asked, apart from the prompt it was put into. Where the row has no hash of its target (lmms-eval gives every document of a
 * task the same doc_hash), its texts stand for it.
 */
function contentOf(row: Row): Pick<Sample, 'hash' | 'prompt'> {
  const text = (name: string): string[] => {
    const value = scalarText(field(row, name));
    return value === undefined ? [] : [value];
  };
  const hashes = ['doc_hash', 'target_hash'].flatMap(text);
  const texts = ['target', 'input'].flatMap(text);
  const parts = field(row, 'target_hash') === undefined ? [...hashes, ...texts.map(comparable)] : hashes;
  const [prompt] = text('prompt_hash');
  return {
    ...(parts.length > 0 && { hash: parts.join(' ') }),
    ...(prompt !== undefined && { prompt }),
  };
}

/** The options of generation stand beside the prompt of each request. */
function stateDecoding(row: Row, task: string, sink: Sink): void {
  const given = field(row, 'arguments');
  const [first] = Array.isArray(given) ? given : isRecord(given) ? Object.values(given) : [];
  const options = Array.isArray(first) ? (first[1] as unknown) : field(first, 'arg_1');
  if (isRecord(options)) sink.setup(`generation kwargs of ${task}`, JSON.stringify(options));
}
