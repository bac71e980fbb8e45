/** Files of outcomes, read as they come: CSV and JSON lines row by row, Parquet a row group at a time, a JSON document as a whole. */
import { isRecord } from '../../kernel/record.ts';
import { readParquet } from '../../documents/parquet/read.ts';
import { LineSplitter } from '../../documents/json/lines.ts';
import { CsvSplitter, field, separatorOf, shown, type Reader } from '../../regression/index.ts';
import { parseJson, tooDeep } from '../../documents/json/parse.ts';
import type { OutcomeCollector } from './collector.ts';
import type { Row } from './columns.ts';
import type { RowOptions } from './binding.ts';
import { rowReader, type RowReader } from './rows.ts';

const longestLine = 16 * 1024 * 1024;
const largestWhole = 256 * 1024 * 1024;

type Open = (path: string, rows: Rows) => Reader;

const formats: readonly { supports: RegExp; open: Open }[] = [
  { supports: /\.(?:csv|tsv)$/i, open: openCsv },
  { supports: /\.(?:parquet|pq)$/i, open: openParquet },
  { supports: /\.json$/i, open: openJson },
];

/** Begins to read one file, by its name; any other name holds JSON lines. Throws a UserError where it has not the columns that are needed. */
export function openOutcomes(path: string, collector: OutcomeCollector, options: RowOptions): Reader {
  collector.file(path);
  const rows = new Rows(path, collector, options);
  const open = formats.find(({ supports }) => supports.test(path))?.open ?? openLines;
  const reader = open(path, rows);
  return {
    push: (chunk) => reader.push(chunk),
    async end() {
      await reader.end();
      rows.end();
    },
  };
}

/** Rows of one file, and those of them that could not be read. */
class Rows {
  readonly #file: string;
  readonly #collector: OutcomeCollector;
  readonly #reader: RowReader;
  readonly #before: number;
  #bad = 0;
  #first: { line: number | undefined; reason: string } | undefined;

  constructor(file: string, collector: OutcomeCollector, options: RowOptions) {
    this.#file = file;
    this.#collector = collector;
    this.#reader = rowReader(file, collector, options);
    this.#before = collector.rows;
  }

  row(row: Row, line?: number): void {
    const reason = this.#reader.read(row);
    if (reason !== undefined) this.problem(reason, line);
  }

  problem(reason: string, line?: number): void {
    this.#bad++;
    this.#first ??= { line, reason };
  }

  end(): void {
    this.#reader.end();
    if (this.#first === undefined && this.#collector.rows === this.#before)
      this.problem('it contains no outcomes');
    if (this.#first === undefined) return;
    const { line, reason } = this.#first;
    this.#collector.unreadable({
      file: this.#file,
      rows: this.#bad,
      reason,
      ...(line !== undefined && { line }),
    });
  }
}

function openCsv(path: string, rows: Rows): Reader {
  const decoder = new TextDecoder();
  let splitter: CsvSplitter | undefined;
  let header: readonly string[] | undefined;
  const record = (fields: string[], line: number): void => {
    if (header === undefined) header = fields.map((name) => name.trim());
    else if (fields.length !== header.length)
      rows.problem(`it has ${fields.length} fields where the header has ${header.length}`, line);
    else rows.row(Object.fromEntries(header.map((name, at) => [name, fields[at]])), line);
  };
  return {
    push(chunk) {
      const text = decoder.decode(chunk, { stream: true });
      splitter ??= new CsvSplitter(separatorOf(path, text), record);
      if (splitter.pending <= longestLine) splitter.push(text);
    },
    end() {
      if (splitter?.end() === false) rows.problem('a quote is never closed; was the file cut?');
    },
  };
}

function openLines(_path: string, rows: Rows): Reader {
  let stopped = false;
  const splitter = new LineSplitter((text, line) => {
    if (text.trim() === '') return;
    const value = parsed(text);
    if (value === undefined) rows.problem('it is not a JSON object; was the file cut?', line);
    else rows.row(value, line);
  }, longestLine);
  return {
    push(chunk) {
      if (stopped || splitter.push(chunk)) return;
      stopped = true;
      rows.problem('a line is longer than 16 MiB');
    },
    end() {
      if (!stopped) splitter.end();
    },
  };
}

function parsed(text: string): Row | undefined {
  if (text.length > 10_000 && tooDeep(text)) return undefined;
  try {
    const value = parseJson(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A list of rows, or an object with one under a usual name; else JSON lines under another name. */
function openJson(path: string, rows: Rows): Reader {
  return whole(rows, (bytes) => {
    const text = new TextDecoder().decode(bytes);
    if (tooDeep(text)) return rows.problem('it is nested too deeply');
    const value = documentIn(text);
    if (value === undefined) {
      const lines = openLines(path, rows);
      lines.push(bytes);
      return lines.end();
    }
    const list = [value, ...['data', 'scores', 'rows', 'outcomes'].map((name) => field(value, name))].find(
      Array.isArray,
    );
    const found: readonly unknown[] = list ?? [value];
    for (const [at, row] of found.entries())
      if (isRecord(row)) rows.row(row);
      else rows.problem(`item ${at + 1} is not an object`);
  });
}

function documentIn(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

function openParquet(_path: string, rows: Rows): Reader {
  return whole(rows, async (bytes) => {
    let failure: unknown;
    try {
      await readParquet(bytes, {
        wants: (_name, isNumbers) => !isNumbers,
        row: (row, at) => {
          try {
            if (failure === undefined) rows.row(row, at + 1);
          } catch (error) {
            failure = error;
          }
        },
      });
    } catch (error) {
      rows.problem(error instanceof Error ? shown(error.message) : 'it is broken');
    }
    if (failure !== undefined) throw failure;
  });
}

function whole(rows: Rows, read: (bytes: Uint8Array) => void | Promise<void>): Reader {
  const chunks: Uint8Array[] = [];
  let size = 0;
  return {
    push(chunk) {
      size += chunk.length;
      if (size <= largestWhole) chunks.push(chunk);
    },
    end() {
      if (size <= largestWhole) return read(Buffer.concat(chunks));
      rows.problem(
        `it is larger than ${largestWhole / 1024 / 1024} MiB, and this format is read as a whole; write JSON lines or CSV`,
      );
    },
  };
}
