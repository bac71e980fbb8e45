import { isRecord } from '../../kernel/record.ts';
import { askedOf, type Draft, type Sample } from '../samples/sample.ts';
import type { Columns } from '../samples/collector.ts';
import { identityOf, questionIn, type Identity } from './identity.ts';
import { names, scoreNames, sliceColumns } from './row-names.ts';
import {
  field,
  firstField,
  isVerdict,
  looksNumeric,
  nearlyNumber,
  scalarText,
  scoreOf,
  type Row,
} from './own-fields.ts';
import { shown } from '../shown.ts';
import { isSetting } from './plain-setup.ts';
import { isErrorAmount, isStatusField, runStateOf, statusOf, statusOfAnswer } from './status-fields.ts';

/** Where a row stands, and what its file's name says. */
export interface RowPlace {
  readonly file: string;
  readonly line?: number;
}

const reserved = new Set([...Object.values(names).flat(), ...sliceColumns]);
const areScores = new Set(scoreNames);
const mostScores = 64;
/** Of a row that sums up the others. */
const totalNames = /^(?:mean|average|avg|total|overall|macro[ _]avg|micro[ _]avg|weighted[ _]avg)$/i;
/** The column in which pandas writes the number of a row. */
const unnamed = /^(?:\s*|Unnamed: \d+)$/;

/** A plain row `{id, target, prediction}` or `{id, score}`, under the names in common use; or why it cannot be read. */
export function plainSample(row: Row, place: RowPlace, columns: Columns = {}): Sample | string {
  const identity = identityOf(row, columns);
  if (typeof identity === 'string') return identity;
  if (isTotal(identity.id))
    return `its id is "${identity.id}": a total among the samples; leave it out, or write it into a file of its own`;
  const target = labelsOf(firstField(row, names.target));
  if (isDetection(row, target))
    return 'it is a detection, whose score is how sure the model is and not how good; write a score of each image, or totals such as mAP';
  const prediction = predictionOf(row);
  const { scores, hasNull, nearly } = marksOf(row, columns);
  if (nearly?.isScore === true) return nearly.text;
  const paired = target !== undefined && prediction !== undefined;
  const run = runStateOf(row);
  // Without anything to judge by it is not a wrong answer, whatever the word means elsewhere.
  const isBare = run === 'failed' && !paired && scores.size === 0;
  const status =
    (isOnlyError(scores, paired) ? undefined : statusOf(row)) ??
    statusOfAnswer(prediction) ??
    (isBare ? 'error' : undefined) ??
    (hasNull ? 'unparsed' : undefined);
  if (!paired && scores.size === 0 && status === undefined)
    return `it has neither target and prediction nor a score${nearly === undefined ? '' : `, and ${nearly.text}`}`;
  const sample: Draft = { id: identity.id, scores, slices: slicesIn(row), file: place.file };
  if (place.line !== undefined) sample.line = place.line;
  if (target !== undefined && (paired || status !== undefined)) sample.target = target;
  if (paired) sample.prediction = prediction;
  if (status !== undefined) sample.status = status;
  else if (run !== undefined) sample.run = run;
  addContent(sample, scalarText(firstField(row, names.hash)));
  addIdentity(sample, identity);
  if (identity.isByInput === true) {
    const asked = askedOf(sample, () => questionIn(row));
    if (asked !== undefined) sample.asked = asked;
  }
  return withKept(sample, field(row, 'kept'));
}

/** Whether an id is none, but says that its row sums up the others. */
export function isTotal(id: string): boolean {
  return id.length <= longestTotal && totalNames.test(id);
}

const longestTotal = 'weighted avg'.length;

/** A number of errors, or how far off the answer is, beside nothing else: that is the score. */
function isOnlyError(scores: ReadonlyMap<string, number>, paired: boolean): boolean {
  return !paired && scores.size === 1 && scores.has('error');
}

function addIdentity(
  sample: Draft,
  { cluster, example, input, question, prompt, dataset, repeats, repetition }: Identity,
): void {
  if (cluster !== undefined) sample.cluster = cluster;
  if (example !== undefined) sample.example = example;
  if (input !== undefined) sample.input = input;
  if (question !== undefined) sample.question = question;
  if (prompt !== undefined) sample.prompt ??= prompt;
  if (dataset !== undefined) sample.dataset = dataset;
  if (repeats !== undefined) sample.repeats = repeats;
  if (repetition !== undefined) sample.repetition = repetition;
}

function slicesIn(row: Row): string[] {
  const slices = slicesOf(firstField(row, names.slices));
  for (const name of sliceColumns) if (Object.hasOwn(row, name)) slices.push(...nameSlices(name, row[name]));
  return slices;
}

/** Boxes that a model proposes, as COCO's evaluation takes them. */
function isDetection(row: Row, target: unknown): boolean {
  return (
    target === undefined &&
    ['bbox', 'segmentation', 'boxes', 'keypoints'].some((name) => Array.isArray(field(row, name)))
  );
}

/** Earlier records of the ledger kept the hash of lm-eval's prompt among those of its content. */
function addContent(sample: Draft, hash: string | undefined): void {
  if (hash === undefined) return;
  const parts = hash.length < longestSingle ? null : threeHashes.exec(hash);
  sample.hash = parts === null ? hash : `${parts[1]} ${parts[3]}`;
  if (parts?.[2] !== undefined) sample.prompt = parts[2];
}

const longestSingle = 100;
const threeHashes = /^([0-9a-f]{32,64}) ([0-9a-f]{32,64}) ([0-9a-f]{32,64})$/;

/** What the ledger kept of a sample beside the plain fields. */
function withKept(sample: Sample, kept: unknown): Sample {
  if (!isRecord(kept)) return sample;
  const text = (name: string) => {
    const value = scalarText(field(kept, name));
    return value === undefined ? {} : { [name]: value };
  };
  return {
    ...sample,
    ...text('example'),
    ...text('input'),
    ...questionOf(kept),
    ...text('prompt'),
    ...text('dataset'),
  };
}

function questionOf(kept: Row): Pick<Sample, 'question'> {
  const question = field(kept, 'question');
  return typeof question === 'number' ? { question } : {};
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
  /** Text that was meant as a number, such as `0,85`. */
  readonly nearly?: { readonly text: string; readonly isScore: boolean };
}

/** `scores: {name: value}` and every column that contains a number. */
function marksOf(row: Row, columns: Columns): Marks {
  const scores = new Map<string, number>();
  let hasNull = false;
  let nearly: Marks['nearly'];
  const take = (name: string, value: unknown): void => {
    const text = nearlyNumber(value);
    if (text !== undefined) nearly = { text: `its ${shown(name)} ${text}`, isScore: true };
    if (value === null) hasNull = true;
    else if (scores.size < mostScores) scores.set(name, scoreOf(value));
  };
  for (const group of scoreGroups) {
    const nested = field(row, group);
    if (isRecord(nested))
      for (const name of Object.keys(nested))
        if (group === 'scores' || isMark(nested[name])) take(name, nested[name]);
  }
  for (const name of Object.keys(row)) {
    const value = row[name];
    if (
      reserved.has(name) ||
      unnamed.test(name) ||
      (isStatusField(name) && !isErrorAmount(name, value)) ||
      isSetting(name) ||
      name === columns.id ||
      name === columns.dataset
    )
      continue;
    if (areScores.has(name) || looksNumeric(value)) take(name, soleValue(value));
    else if (verdictNames.has(name) && isVerdict(value)) take(name, value);
    else if (nearly === undefined && nearlyNumber(value) !== undefined)
      nearly = { text: `its ${shown(name)} ${nearlyNumber(value) ?? ''}`, isScore: false };
  }
  return { scores, hasNull, ...(nearly !== undefined && { nearly }) };
}

/** Where rows list their scores by name. */
const scoreGroups = ['scores', 'metrics', 'evaluation'];

function isMark(value: unknown): boolean {
  return looksNumeric(value) || isVerdict(value);
}

/** Columns that say by a word whether an answer is right; anything else in them is text. */
const verdictNames = new Set(['verdict', 'grade', 'result', 'judgement', 'judgment']);

/** The number in `{value: 1}`, `{score: 1}` and `[1]`. */
function soleValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 1 ? value[0] : value;
  return isRecord(value) ? (field(value, 'value') ?? field(value, 'score') ?? value) : value;
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
