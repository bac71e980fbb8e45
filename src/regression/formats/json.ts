import { regressionRules } from '../rules.ts';
import type { Sink } from '../samples/collector.ts';
import { shown } from '../shown.ts';
import { documents } from './documents.ts';
import { pageOf } from './page.ts';
import { parseJson, tooDeep } from '../../documents/json/parse.ts';
import { openJsonl } from './jsonl.ts';
import { outlineOf } from '../../documents/json/outline.ts';
import { unreadable, wholeFile, type FileFormat } from './reader.ts';

export const largestDocument = 256 * 1024 * 1024;

/** A whole JSON document: the first of the known forms that fits reads it. */
export const json: FileFormat = {
  name: 'JSON',
  isText: true,
  supports: () => true,
  open: (path, sink) => wholeFile(path, sink, largestDocument, (bytes) => readJson(path, bytes, sink)),
};

function readJson(path: string, bytes: Uint8Array, sink: Sink): void {
  const text = new TextDecoder().decode(bytes);
  if (tooDeep(text)) return sink.problem(unreadable(path, 'The file is nested too deeply to be results.'));
  const value = parsed(text);
  if (value === undefined) return readLines(path, bytes, text, sink);
  const outline = outlineOf(text);
  for (const { key, line } of outline.duplicates.slice(0, 1))
    sink.problem(duplicateKey(path, key, line, outline.duplicates.length));
  const form = documents.find((candidate) => candidate.matches(value));
  if (form === undefined)
    return sink.problem(
      unreadable(path, 'This JSON is in none of the known forms of evaluation results.', 1),
    );
  const page = pageOf(value);
  if (page !== undefined) sink.page(path, page);
  form.read({ value, path, outline }, sink);
}

function parsed(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** Some tools write JSON lines into a .json. */
function readLines(path: string, bytes: Uint8Array, text: string, sink: Sink): void {
  const first = text.slice(0, 1_000_000).split('\n', 1)[0] ?? '';
  if (!first.trimStart().startsWith('{') || parsed(first) === undefined) {
    return sink.problem(unreadable(path, notJson(path, text), 1));
  }
  const reader = openJsonl(path, sink);
  reader.push(bytes);
  void reader.end();
}

function notJson(path: string, text: string): string {
  return /\.json$/i.test(path) || /^\s*[[{]/.test(text.slice(0, 1000))
    ? 'This is not whole JSON. Was the file cut?'
    : 'This is neither JSON nor named as one of the other kinds that are read (.jsonl, .csv, .tsv, .yaml, .xml, .xlsx, .eval, .parquet).';
}

function duplicateKey(path: string, key: string, line: number, count: number) {
  return regressionRules['duplicate-sample'].finding({
    severity: 'error' as const,
    message: `The key ${shown(key)} occurs twice in one object${count > 1 ? ` (and ${count - 1} more such keys)` : ''}: only the last value would count.`,
    file: path,
    line,
    help: 'Give each key once.',
  });
}
