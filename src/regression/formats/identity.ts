/** Which sample a plain row is: by its id, else by what the model was asked. */
import { inputId } from '../samples/align.ts';
import type { Columns } from '../samples/collector.ts';
import { digestOf, digestOfQuestion } from '../samples/long-text.ts';
import type { Sample } from '../samples/sample.ts';
import { isSetting } from './plain-setup.ts';
import { isStatusField } from './status-fields.ts';
import { field, firstField, scalarText, type Row } from './own-fields.ts';
import {
  isCounter,
  isInput,
  isText,
  names,
  promptColumns,
  questionColumns,
  questionNames,
} from './row-names.ts';

export interface Identity {
  readonly id: string;
  /** Nothing but the question names it. */
  readonly isByInput?: true;
  readonly example?: string | undefined;
  readonly input?: string | undefined;
  readonly question?: number | undefined;
  readonly prompt?: string | undefined;
  readonly cluster?: string | undefined;
  readonly dataset?: string | undefined;
  readonly repeats?: boolean | undefined;
  readonly repetition?: string | undefined;
}

/** What names the sample, or why nothing does. */
export function identityOf(row: Row, columns: Columns): Identity | string {
  const column = idColumn(row, columns);
  const id = column === undefined ? undefined : scalarText(field(row, column));
  const dataset = columns.dataset === undefined ? undefined : scalarText(field(row, columns.dataset));
  const set = dataset === undefined ? {} : { dataset };
  if (column === undefined || id === undefined || id === '')
    return columns.id === undefined
      ? withoutId(row, set)
      : `it has no ${columns.id}, which regression.id names`;
  const repetition = scalarText(firstField(row, names.repetition));
  // Several answers to one question are one observation.
  const cluster = scalarText(firstField(row, names.cluster)) ?? (repetition === undefined ? undefined : id);
  const isOwn = columns.id === undefined;
  const isQuestion = isOwn && questionNames.has(column);
  const counter = isQuestion || repetition !== undefined ? undefined : counterOf(row, column);
  const place = {
    id: repetition === undefined ? id : `${id}/trial ${repetition}`,
    cluster,
    dataset,
    repeats: isQuestion || counter !== undefined ? true : undefined,
    repetition: counter,
    ...contentBeside(row, column),
  };
  return isOwn && isOfRun(id) ? { ...place, ...elsewhere(row, column) } : place;
}

function idColumn(row: Row, columns: Columns): string | undefined {
  return columns.id ?? names.id.find((name) => isNamed(field(row, name)));
}

/** Columns whose text is carried over and decides nothing else, as long as `isPlainId` is true of the id, or the row is `isNamedByIdAlone`; `undefined` where one may decide more. */
export interface CarriedColumns {
  readonly id: string;
  readonly question?: string;
  readonly prompt?: string;
}

export function carriedColumns(row: Row, columns: Columns): CarriedColumns | undefined {
  const id = idColumn(row, columns);
  if (id === undefined) return undefined;
  const question = columnAmong(questionColumns, row, id);
  const prompt = columnAmong(promptColumns, row, id, question);
  const areOnlyThat =
    names.id.includes(id) &&
    [question, prompt].every((one) => one === undefined || isInput(one) || isText(one));
  if (!areOnlyThat || [id, question, prompt].some(saysMore)) return undefined;
  return { id, ...(question !== undefined && { question }), ...(prompt !== undefined && { prompt }) };
}

function saysMore(column: string | undefined): boolean {
  return column !== undefined && (isSetting(column) || isStatusField(column));
}

/** An id as people and counters write them, which other columns need not stand in for. */
export function isPlainId(id: string, columns: Columns): boolean {
  return id !== '' && (columns.id !== undefined || !isOfRun(id));
}

/** Whether nothing of a row could stand in for an id that is new in every run. */
export function isNamedByIdAlone(row: Row, column: string): boolean {
  return Object.keys(elsewhere(row, column)).length === 0;
}

/** What stands beside an id says whether it is still the id of the same question; a prompt may be put in other words on purpose. */
function contentBeside(row: Row, column: string): Pick<Sample, 'question' | 'prompt'> {
  const question = columnAmong(questionColumns, row, column);
  const prompt = columnAmong(promptColumns, row, column, question);
  return {
    ...(question !== undefined && { question: digestOfQuestion(textOf(row[question])) }),
    ...(prompt !== undefined && { prompt: digestOfQuestion(textOf(row[prompt])).toString(36) }),
  };
}

function columnAmong(
  columns: readonly string[],
  row: Row,
  ...others: readonly (string | undefined)[]
): string | undefined {
  return columns.find((name) => Object.hasOwn(row, name) && isAsked(row[name]) && !others.includes(name));
}

function isAsked(value: unknown): boolean {
  return isNamed(value) && value !== '';
}

/** All that may count the answers to one question. */
function counterOf(row: Row, column: string): string | undefined {
  let counter: string | undefined;
  for (const name of Object.keys(row)) {
    const value = name !== column && isCounter(name) ? scalarText(row[name]) : undefined;
    if (value !== undefined) counter = counter === undefined ? value : `${counter} ${value}`;
  }
  return counter;
}

function isNamed(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** Equal questions are several answers to one. */
function withoutId(row: Row, set: Pick<Sample, 'dataset'>): Identity | string {
  const input = inputOf(row) ?? inputOf(row, isText);
  if (input === undefined)
    return 'it has no id, and no question by which to pair it; name its column in regression.id';
  const cluster = scalarText(firstField(row, names.cluster));
  return {
    id: inputId(input),
    input,
    isByInput: true,
    repeats: true,
    ...(cluster !== undefined && { cluster }),
    ...set,
  };
}

/** Of a row whose id may be new in every run: what names the sample in all of them. */
function elsewhere(row: Row, column: string): Pick<Sample, 'example' | 'input'> {
  const example = scalarText(
    firstField(
      row,
      names.id.filter((name) => name !== column),
    ),
  );
  const input = inputOf(row);
  return { ...(example !== undefined && { example }), ...(input !== undefined && { input }) };
}

/** A UUID, a hash or the like: no person and no counter wrote it. */
function isOfRun(id: string): boolean {
  return id.length >= shortestOfRun && id.length <= longestOfRun && /^(?=.*\d)[\w-]+$/.test(id);
}

const shortestOfRun = 16;
const longestOfRun = 64;

function inputOf(row: Row, isOne: (name: string) => boolean = isInput): string | undefined {
  const parts = Object.keys(row)
    .filter((name) => isOne(name) && isNamed(row[name]) && row[name] !== '')
    .map((name) => textOf(row[name]));
  return parts.length === 0 ? undefined : digestOf(parts.join('\u0000'));
}

/** The question that a row without an id is known by, in its own words. */
export function questionIn(row: Row): string | undefined {
  const all = [
    ...questionColumns,
    ...promptColumns,
    ...Object.keys(row).filter((name) => isInput(name) || isText(name)),
  ];
  const name = all.find((one) => isAsked(field(row, one)));
  return name === undefined ? undefined : textOf(row[name]);
}

function textOf(value: unknown): string {
  return scalarText(value) ?? JSON.stringify(value);
}
