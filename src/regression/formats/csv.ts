import type { Columns, Sink } from '../samples/collector.ts';
import { shown } from '../shown.ts';
import { CsvSplitter, type Separator } from './csv-text.ts';
import { Unreadable, type FileFormat, type Reader } from './reader.ts';
import { isToolRow, rowReader } from './row-dialects.ts';
import { isInput, isText, names, scoreNames } from './row-names.ts';
import { looksNumeric, nearlyNumber, scoreOf } from './own-fields.ts';

const longestField = 64 * 1024 * 1024;

/** Comma- or tab-separated, with the names of the columns in the first record. */
export const csv: FileFormat = {
  name: 'CSV',
  isText: true,
  supports: (path) => /\.(?:csv|tsv)$/.test(path),
  open: openCsv,
};

function openCsv(path: string, sink: Sink): Reader {
  const problems = new Unreadable(path, sink);
  const table = tableReader(path, sink, problems);
  const decoder = new TextDecoder();
  let splitter: CsvSplitter | undefined;
  let last = '';
  return {
    push(chunk) {
      const text = decoder.decode(chunk, { stream: true });
      const [, hint = '', separator] = splitter === undefined ? (excelHint.exec(text) ?? []) : [];
      splitter ??= new CsvSplitter(
        isSeparator(separator) ? separator : separatorOf(path, text),
        table.record,
      );
      last = text.at(-1) ?? last;
      if (splitter.pending <= longestField) splitter.push(text.slice(hint.length));
    },
    end() {
      const open = splitter?.end() === false;
      if (open) problems.add(1, 'a quote is never closed; was the file cut?');
      else if (last !== '\n') sink.openEnd(path);
      table.end();
      problems.tell();
    },
  };
}

/** The line that says to Excel what separates the columns; its end stays, so that the lines are counted. */
const excelHint = /^(sep=(.))\r?\n/;

function isSeparator(text: string | undefined): text is Separator {
  return separators.some((separator) => separator === text);
}

/** A tab in a .tsv and a comma in a .csv; where the first line has none, what else separates its names. */
export function separatorOf(path: string, text: string): Separator {
  const usual: Separator = path.toLowerCase().endsWith('.tsv') ? '\t' : ',';
  const [first = ''] = text.split('\n', 1);
  return [usual, ...separators].find((separator) => first.includes(separator)) ?? usual;
}

const separators: readonly Separator[] = [',', ';', '\t'];

/** Reads records, the first of which names the columns, into the sink; `end` is called after the last. */
export function tableReader(
  path: string,
  sink: Sink,
  problems: Unreadable,
): { record(fields: string[], line: number): void; end(): void } {
  const read = rowReader(path, sink);
  let header: readonly string[] | undefined;
  let isRows: boolean | undefined;
  const records: TableRecord[] = [];
  return {
    record(fields, line) {
      if (header === undefined) {
        header = fields.map((name) => name.trim());
        const twice = header.find((name, at) => name !== '' && header?.indexOf(name) !== at);
        if (twice !== undefined) problems.add(line, `column ${shown(twice)} occurs twice`);
        return;
      }
      if (isRows === undefined) {
        isRows = holdsRows(header, sink.columns) || isToolRow(rowOf(header, fields));
        const plain = isRows ? header : plainHeader(header);
        if (!isRows && holdsRows(plain, sink.columns)) [isRows, header] = [true, plain];
      }
      const row = rowOf(header, fields);
      const reason =
        fields.length === header.length
          ? isRows
            ? read(row, line)
            : undefined
          : `it has ${fields.length} fields where the header has ${header.length}${cutNumber(header, fields)}`;
      if (reason !== undefined) problems.add(line, reason);
      else if (!isRows && records.length <= mostTotals) records.push({ fields, line });
    },
    end() {
      if (header === undefined || isRows !== false) return;
      if (records.length > mostTotals)
        problems.add(
          records[0]?.line ?? 1,
          `the table has no column of ids and none of questions, and more than ${mostTotals} rows are not totals; name the column that tells the samples apart in regression.id`,
        );
      else for (const { fields, line } of records) readTotals(header, fields, { path, line }, sink, problems);
    },
  };
}

/** `ID` and `Score` for `id` and `score`: only names that rows are known by. */
function plainHeader(header: readonly string[]): readonly string[] {
  const plain = header.map((name) => name.toLowerCase().replaceAll(' ', '_'));
  return header.map((name, at) => {
    const other = plain[at] ?? name;
    return isRowName(other) && !header.includes(other) && plain.indexOf(other) === at ? other : name;
  });
}

function isRowName(name: string): boolean {
  return rowNames.has(name) || isInput(name) || isText(name);
}

const rowNames = new Set([...names.id, ...names.target, ...names.prediction, ...scoreNames]);

/** `0,85` without quotes is two fields. */
function cutNumber(header: readonly string[], fields: readonly string[]): string {
  const whole = fields.findLastIndex((part, at) => areDigits(part) && areDigits(fields[at + 1]));
  return fields.length > header.length && whole >= 0
    ? `; where that is a decimal comma, write ${fields[whole]}.${fields[whole + 1]}`
    : '';
}

function areDigits(text: string | undefined): boolean {
  return text !== undefined && /^\d+$/.test(text);
}

interface TableRecord {
  readonly fields: readonly string[];
  readonly line: number;
}

/** Most rows of a table of totals: one for each split or category. */
const mostTotals = 30;

/** A column names the samples, or what the model was asked, or there are answers: then each row is a sample. */
function holdsRows(header: readonly string[], columns: Columns): boolean {
  const has = (wanted: readonly string[]): boolean => header.some((name) => wanted.includes(name));
  return (
    (columns.id !== undefined && header.includes(columns.id)) ||
    has(names.id) ||
    header.some((name) => isInput(name) || isText(name)) ||
    (has(names.target) && has(names.prediction))
  );
}

function readTotals(
  header: readonly string[],
  fields: readonly string[],
  { path, line }: { path: string; line: number },
  sink: Sink,
  problems: Unreadable,
): void {
  if (!totalsOf(header, fields, path, line, sink))
    problems.add(
      line,
      fields.map(nearlyNumber).find((text) => text !== undefined) ??
        'it has no id, no question and no number; name the column of ids in regression.id',
    );
}

/** A table without ids contains totals, such as VLMEvalKit's `_acc.csv`: a number for each column, named after the row's first text. */
function totalsOf(
  header: readonly string[],
  fields: readonly string[],
  file: string,
  line: number,
  sink: Sink,
): boolean {
  const label = fields.find((field) => field !== '' && !looksNumeric(field));
  const numbers = header.flatMap((name, at) =>
    looksNumeric(fields[at]) ? [{ name, value: scoreOf(fields[at]) }] : [],
  );
  const whole = numbers.some(({ name }) => isWhole(name));
  for (const { name, value } of numbers) {
    const secondary = whole && !isWhole(name);
    sink.aggregate({
      name: label === undefined ? name : `${label}.${name}`,
      value,
      ...(secondary && { secondary }),
      file,
      line,
    });
  }
  return numbers.length > 0 && fields.length === header.length;
}

/** VLMEvalKit's average over all categories, beside which they are parts. */
function isWhole(name: string): boolean {
  return name.toLowerCase() === 'overall';
}

function rowOf(header: readonly string[], fields: readonly string[]): Record<string, unknown> {
  const row: Record<string, unknown> = Object.create(null);
  header.forEach((name, at) => {
    row[name] = fields[at];
  });
  return row;
}
