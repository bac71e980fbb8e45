import type { Sink } from '../samples/collector.ts';
import { shown } from '../shown.ts';
import { CsvSplitter } from './csv-text.ts';
import { Unreadable, type FileFormat, type Reader } from './reader.ts';
import { isToolRow, rowReader } from './row-dialects.ts';
import { names } from './rows.ts';
import { looksNumeric, scoreOf } from './own-fields.ts';

const longestField = 64 * 1024 * 1024;

/** Comma- or tab-separated, with the names of the columns in the first record. */
export const csv: FileFormat = {
  name: 'CSV',
  supports: (path) => /\.(?:csv|tsv)$/.test(path),
  open: openCsv,
};

function openCsv(path: string, sink: Sink): Reader {
  const problems = new Unreadable(path, sink);
  const table = tableReader(path, sink, problems);
  const decoder = new TextDecoder();
  let splitter: CsvSplitter | undefined;
  return {
    push(chunk) {
      const text = decoder.decode(chunk, { stream: true });
      splitter ??= new CsvSplitter(separatorOf(path, text), table);
      if (splitter.pending <= longestField) splitter.push(text);
    },
    end() {
      const open = splitter?.end() === false;
      if (open) problems.add(1, 'a quote is never closed; was the file cut?');
      problems.tell();
    },
  };
}

/** Tabs in a .tsv; in a .csv, semicolons where the first line has no comma. */
function separatorOf(path: string, text: string): ',' | '\t' | ';' {
  if (path.toLowerCase().endsWith('.tsv')) return '\t';
  const first = text.slice(0, Math.max(0, text.indexOf('\n')));
  return !first.includes(',') && first.includes(';') ? ';' : ',';
}

/** Reads records, the first of which names the columns, into the sink. */
export function tableReader(
  path: string,
  sink: Sink,
  problems: Unreadable,
): (fields: string[], line: number) => void {
  const read = rowReader(path, sink);
  let header: readonly string[] | undefined;
  let isRows: boolean | undefined;
  return (fields, line) => {
    if (header === undefined) {
      header = fields.map((name) => name.trim());
      const twice = header.find((name, at) => name !== '' && header?.indexOf(name) !== at);
      if (twice !== undefined) problems.add(line, `column ${shown(twice)} occurs twice`);
      return;
    }
    const row = rowOf(header, fields);
    const rows = (isRows ??= header.some((name) => names.id.includes(name)) || isToolRow(row));
    if (!rows && totalsOf(header, fields, path, line, sink)) return;
    const reason =
      fields.length === header.length
        ? read(row, line)
        : `it has ${fields.length} fields where the header has ${header.length}`;
    if (reason !== undefined) problems.add(line, reason);
  };
}

/** A table without ids holds totals, such as VLMEvalKit's `_acc.csv`: a number for each column, named after the row's first text. */
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
