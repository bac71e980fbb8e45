/** Excel workbooks, in which VLMEvalKit writes by default: the first sheet as a table (ECMA-376). A formula is never computed; its stored value counts. */
import type { Sink } from '../samples/collector.ts';
import { unpack } from '../../documents/zip/archive.ts';
import { tableReader } from './csv.ts';
import { Unreadable, unreadable, wholeFile, type FileFormat } from './reader.ts';
import { attribute, walkXml, type XmlHandler } from './xml.ts';

const largestWorkbook = 128 * 1024 * 1024;
/** More columns than any evaluation writes; Excel itself has 16,384. */
const mostColumns = 512;
/** Excel's own limit. */
const mostRows = 1_048_576;
/** Of all rows together, empty ones among them. */
const mostCells = 10_000_000;
const mostTexts = 2_000_000;
/** Sum of the expanded parts that are read. */
const largestContent = 256 * 1024 * 1024;

const workbookPart = 'xl/workbook.xml';
const relationsPart = 'xl/_rels/workbook.xml.rels';
const stringsPart = 'xl/sharedStrings.xml';

export const xlsx: FileFormat = {
  name: 'Excel',
  supports: (path) => /\.xls[xm]$/.test(path),
  open: (path, sink) => wholeFile(path, sink, largestWorkbook, (bytes) => readWorkbook(path, bytes, sink)),
};

function readWorkbook(path: string, bytes: Uint8Array, sink: Sink): void {
  const reason = readSheet(path, bytes, sink);
  if (reason !== undefined)
    sink.problem({
      ...unreadable(path, `This workbook cannot be read: ${reason}${reason.endsWith('?') ? '' : '.'}`),
      help: 'Save it again without a password, or let the evaluation write TSV, CSV or JSON (VLMEvalKit: PRED_FORMAT=tsv).',
    });
}

/** What is wrong with the workbook, if so. */
function readSheet(path: string, bytes: Uint8Array, sink: Sink): string | undefined {
  const index = unpack(bytes, (name) => name === workbookPart || name === relationsPart, largestContent);
  if (typeof index === 'string') return index;
  const sheet = firstSheet(textOf(index.get(workbookPart)), textOf(index.get(relationsPart)));
  if (sheet === undefined) return 'it is not a whole zip archive with a workbook in it, or it is protected';
  const parts = unpack(bytes, (name) => name === sheet || name === stringsPart, largestContent);
  if (typeof parts === 'string') return parts;
  const xml = parts.get(sheet);
  if (xml === undefined) return `its sheet ${sheet.slice(0, 80)} is missing`;
  const strings = new Texts();
  const broken = walkXml(textOf(parts.get(stringsPart)), strings);
  if (broken !== undefined) return broken;
  const problems = new Unreadable(path, sink);
  const table = tableReader(path, sink, problems);
  const rows = new Sheet(strings.all, table.record);
  const cut = walkXml(textOf(xml), rows);
  table.end();
  problems.tell();
  return cut ?? rows.problem;
}

function textOf(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes ?? new Uint8Array());
}

/** The part of the sheet that stands first in the workbook. */
function firstSheet(workbook: string, relations: string): string | undefined {
  let id: string | undefined;
  walkXml(workbook, {
    open: (name, attributes) => {
      if (name === 'sheet') id ??= attribute(attributes, 'r:id');
    },
    text: () => undefined,
    close: () => undefined,
  });
  let target: string | undefined;
  walkXml(relations, {
    open: (name, attributes) => {
      if (name === 'Relationship' && attribute(attributes, 'Id') === id)
        target ??= attribute(attributes, 'Target');
    },
    text: () => undefined,
    close: () => undefined,
  });
  if (id === undefined || target === undefined) return undefined;
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** The texts that cells refer to by number; runs of a rich text are one, without the reading aids beside them. */
class Texts implements XmlHandler {
  readonly all: string[] = [];
  problem: string | undefined;
  #text = '';
  #isTaken = false;
  #isAside = false;

  open(name: string): void {
    if (name === 'si') this.#text = '';
    if (name === 'rPh') this.#isAside = true;
    this.#isTaken = name === 't' && !this.#isAside;
  }

  text(more: string): void {
    if (this.#isTaken) this.#text += more;
  }

  close(name: string): void {
    this.#isTaken = false;
    if (name === 'rPh') this.#isAside = false;
    if (name !== 'si') return;
    this.all.push(plain(this.#text));
    if (this.all.length > mostTexts) this.problem = `it has more than ${mostTexts} texts`;
  }
}

/** Excel writes characters that XML cannot hold as `_x000D_`. */
function plain(text: string): string {
  return text.includes('_x')
    ? text.replaceAll(/_x([\dA-Fa-f]{4})_/g, (_, hex) =>
        String.fromCharCode(Number.parseInt(String(hex), 16)),
      )
    : text;
}

interface Cell {
  readonly column: number;
  readonly type: string;
  text: string;
}

/** Gathers the cells of each row and hands it on as one record. */
class Sheet implements XmlHandler {
  /** Why the rest is not read, if so. */
  problem: string | undefined;
  readonly #strings: readonly string[];
  readonly #record: (fields: string[], line: number) => void;
  #row: string[] = [];
  #number = 0;
  #cells = 0;
  /** Columns of the first row. */
  #width = 0;
  #cell: Cell | undefined;
  #inValue = false;

  constructor(strings: readonly string[], record: (fields: string[], line: number) => void) {
    this.#strings = strings;
    this.#record = record;
  }

  open(name: string, attributes: string): void {
    if (name === 'row') {
      this.#row = [];
      this.#number = rowNumber(attributes, this.#number);
      if (this.#number > mostRows) this.problem ??= `it has more than ${mostRows} rows`;
    } else if (name === 'c') this.#cell = cellOf(attributes, this.#row.length);
    this.#inValue = name === 'v' || name === 't';
  }

  text(text: string): void {
    if (this.#inValue && this.#cell !== undefined) this.#cell.text += text;
  }

  close(name: string): void {
    this.#inValue = false;
    if (name === 'c' && this.#cell !== undefined) this.#endCell(this.#cell);
    else if (name === 'row' && this.#row.some((value) => value !== '')) this.#endRow();
  }

  #endCell(cell: Cell): void {
    this.#cell = undefined;
    const value = valueOf(cell, this.#strings);
    if (value === undefined) this.problem ??= 'a cell refers to a text that it does not hold';
    else if (cell.column >= mostColumns) this.problem ??= `it has more than ${mostColumns} columns`;
    else put(this.#row, cell.column, value);
  }

  #endRow(): void {
    this.#width ||= this.#row.length;
    // Excel leaves out the empty cells at the end of a row.
    if (this.#row.length < this.#width) put(this.#row, this.#width - 1, '');
    this.#cells += this.#row.length;
    if (this.#cells > mostCells) this.problem ??= `it has more than ${mostCells} cells`;
    if (this.problem === undefined) this.#record(this.#row, this.#number);
  }
}

function rowNumber(attributes: string, before: number): number {
  const given = Number(attribute(attributes, 'r'));
  return Number.isInteger(given) && given > before ? given : before + 1;
}

/** `t="s"`, `r="B7"`; without a reference a cell stands after the one before it. */
function cellOf(attributes: string, next: number): Cell {
  const letters = /^[A-Z]{1,3}/.exec(attribute(attributes, 'r') ?? '')?.[0];
  const column =
    letters === undefined
      ? next
      : Array.from(letters).reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;
  return { column, type: attribute(attributes, 't') ?? 'n', text: '' };
}

/** What a cell holds, as a CSV would have it; `undefined` for a reference to nothing. An error such as #DIV/0! is its text, which no score accepts. */
function valueOf({ type, text }: Cell, strings: readonly string[]): string | undefined {
  if (type === 's') return strings[Number(text)];
  if (type === 'b') return text.trim() === '1' ? 'true' : 'false';
  return type === 'n' ? text.trim() : plain(text);
}

function put(row: string[], column: number, value: string): void {
  while (row.length < column) row.push('');
  row[column] = value;
}
