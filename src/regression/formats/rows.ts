import { isRecord } from '../../kernel/record.ts';
import type { Sample } from '../samples/sample.ts';
import { field, firstField, looksNumeric, scalarText, scoreOf, type Row } from './own-fields.ts';
import { isStatusField, statusOf, statusOfAnswer } from './status-fields.ts';

/** Where a row stands, and what its file's name says. */
export interface RowPlace {
  readonly file: string;
  readonly line?: number;
}

/** The names under which results carry the same thing, the plain form first. */
export const names = {
  id: [
    'id',
    'sample_id',
    'doc_id',
    'question_id',
    'uid',
    'uuid',
    'pid',
    'idx',
    'index',
    'qid',
    'task_id',
    'instance_id',
    'example_id',
    'problem_id',
    'query_id',
    'prompt_id',
    'case_id',
  ],
  repetition: ['trial', 'repeat', 'repetition', 'completion_id'],
  target: [
    'target',
    'label',
    'gold',
    'reference',
    'expected',
    'ground_truth',
    'actual',
    'targets',
    'references',
    'answer',
  ],
  prediction: [
    'prediction',
    'pred',
    'predicted',
    'predicted_label',
    'pred_label',
    'pred_indexs',
    'extraction',
    'predictions',
    'outputs',
    'response',
    'output',
  ],
  cluster: ['cluster', 'cluster_id', 'group_id', 'image_id'],
  hash: ['hash', 'content_hash', 'doc_hash'],
  slices: ['slices', 'slice'],
};

/** Columns that are scores by their name, so that they are judged without being asked for. */
export const scoreNames: readonly string[] = [
  'score',
  'correct',
  'is_correct',
  'acc',
  'acc_norm',
  'accuracy',
  'exact_match',
  'em',
  'f1',
  'pass',
  'passed',
  'success',
  'hit',
  'if_right',
  'true_false',
  'pass_rate',
  'pass@1',
  'resolved',
  'solved',
  'reward',
];

/** Columns with few values, by which results are looked at in parts. */
const sliceColumns = [
  'task',
  'language',
  'lang',
  'category',
  'subject',
  'split',
  'difficulty',
  'topic_difficulty',
  'question_type',
];

const reserved = new Set([...Object.values(names).flat(), ...sliceColumns]);
const mostScores = 64;

/** A plain row `{id, target, prediction}` or `{id, score}`, under the names in common use; or why it cannot be read. */
export function plainSample(row: Row, place: RowPlace): Sample | string {
  const id = scalarText(firstField(row, names.id));
  if (id === undefined || id === '') return 'it has no id';
  const target = labelsOf(firstField(row, names.target));
  const prediction = predictionOf(row);
  const { scores, hasNull } = marksOf(row);
  const status = statusOf(row) ?? statusOfAnswer(prediction) ?? (hasNull ? 'unparsed' : undefined);
  const paired = target !== undefined && prediction !== undefined;
  if (!paired && scores.size === 0 && status === undefined)
    return 'it has neither target and prediction nor a score';
  const repetition = scalarText(firstField(row, names.repetition));
  // Several answers to one question are one observation.
  const cluster = scalarText(firstField(row, names.cluster)) ?? (repetition === undefined ? undefined : id);
  const hash = scalarText(firstField(row, names.hash));
  return {
    id: repetition === undefined ? id : `${id}/trial ${repetition}`,
    ...(paired ? { target, prediction } : status !== undefined && target !== undefined && { target }),
    scores,
    ...(cluster !== undefined && { cluster }),
    slices: [
      ...slicesOf(firstField(row, names.slices)),
      ...sliceColumns.flatMap((name) => nameSlices(name, field(row, name))),
    ],
    ...(hash !== undefined && { hash }),
    ...(status !== undefined && { status }),
    ...keptParts(field(row, 'kept')),
    ...place,
  };
}

/** What the ledger kept of a sample beside the plain fields. */
function keptParts(kept: unknown): Partial<Sample> {
  if (!isRecord(kept)) return {};
  const text = (name: string) => {
    const value = scalarText(field(kept, name));
    return value === undefined ? {} : { [name]: value };
  };
  return { ...text('example'), ...text('input'), ...text('prompt'), ...text('dataset') };
}

function predictionOf(row: Row): string | readonly string[] | null | undefined {
  const present = names.prediction.find((name) => field(row, name) !== undefined);
  if (present === undefined) return undefined;
  const value = field(row, present);
  return value === null ? null : labelsOf(value);
}

/** One label, or several. */
export function labelsOf(value: unknown): string | readonly string[] | undefined {
  if (Array.isArray(value)) return value.map(scalarText).filter((label) => label !== undefined);
  return scalarText(value);
}

interface Marks {
  readonly scores: ReadonlyMap<string, number>;
  /** A score is there and null: nothing could grade the answer. */
  readonly hasNull: boolean;
}

/** `scores: {name: value}` and every column that holds a number. */
function marksOf(row: Row): Marks {
  const scores = new Map<string, number>();
  let hasNull = false;
  const take = (name: string, value: unknown): void => {
    if (value === null) hasNull = true;
    else if (scores.size < mostScores) scores.set(name, scoreOf(value));
  };
  const nested = field(row, 'scores');
  if (isRecord(nested)) for (const name of Object.keys(nested)) take(name, nested[name]);
  for (const name of Object.keys(row)) {
    const value = row[name];
    if (reserved.has(name) || isStatusField(name)) continue;
    if (scoreNames.includes(name) || looksNumeric(value)) take(name, value);
  }
  return { scores, hasNull };
}

/** `{language: eu}`, `["hard"]`, `language=eu;length=long` or `hard`. */
function slicesOf(value: unknown): string[] {
  if (isRecord(value)) return Object.entries(value).flatMap(([name, of]) => nameSlices(name, of));
  const texts = Array.isArray(value) ? value : (scalarText(value)?.split(/[;|]/) ?? []);
  return texts
    .map(scalarText)
    .filter((text) => text !== undefined && text.trim() !== '')
    .map((text) => String(text).trim());
}

function nameSlices(name: string, value: unknown): string[] {
  const text = scalarText(value);
  return text === undefined || text === '' ? [] : [`${name}=${text}`];
}
