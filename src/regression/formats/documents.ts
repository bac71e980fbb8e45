import { isRecord } from '../../kernel/record.ts';
import type { DocumentFormat } from './json-document.ts';
import type { Sink } from '../samples/collector.ts';
import { harnessResults } from './harness-results.ts';
import { inspectLog } from './inspect.ts';
import { readMetrics } from './metric-tree.ts';
import { promptfoo } from './promptfoo.ts';
import { stateDocumentSetup } from './plain-setup.ts';
import { scoresById, unknownNumbers } from './scores-by-id.ts';
import { Unreadable } from './reader.ts';
import { rowReader } from './row-dialects.ts';
import { columnTable, openCompass, pytestBenchmark, rowsById, splitTable } from './tool-documents.ts';
import { documentTools } from './tools/index.ts';
import { field, looksNumeric, rowsOf } from './own-fields.ts';

/** Where plain documents keep their rows. */
const rowKeys = ['samples', 'rows', 'data', 'results', 'examples', 'predictions', 'events', 'items'];

const rowArray: DocumentFormat = {
  name: 'rows',
  matches: (value) => Array.isArray(value),
  read: ({ value, path, outline }, sink) => readRows(value, path, outline.elementLines(), sink),
};

const rowsUnderKey: DocumentFormat = {
  name: 'rows under a key',
  matches: (value) => rowKeys.some((key) => rowsOf(field(value, key)).length > 0),
  read({ value, path, outline }, sink) {
    const key = rowKeys.find((name) => rowsOf(field(value, name)).length > 0);
    if (key === undefined) return;
    stateDocumentSetup(value, sink);
    readRows(field(value, key), path, outline.elementLines(key), sink);
  },
};

/** Metrics of a whole run: `{accuracy: 0.85, train: {loss: 1.2}}`. */
const metricTree: DocumentFormat = {
  name: 'metrics',
  matches: (value) => isRecord(value) && mostlyNumbers(ownValues(value)),
  read({ value, path, outline }, sink) {
    stateDocumentSetup(value, sink);
    readMetrics(value, path, outline, sink);
  },
};

/** Without what a tool says of itself, such as `_timestamp` and `_git_commit_hash` of `evaluate`. */
function ownValues(value: Readonly<Record<string, unknown>>): unknown[] {
  return Object.keys(value)
    .filter((name) => !name.startsWith('_'))
    .map((name) => value[name]);
}

/** A map from ids to answers contains a number here and there; that makes none of them a metric. */
function mostlyNumbers(values: readonly unknown[]): boolean {
  const numbers = values.filter((value) => looksNumeric(value) || isRecord(value)).length;
  return numbers > 0 && 2 * numbers >= values.length;
}

/** The first that matches reads the document; the most telling forms come first. */
export const documents: readonly DocumentFormat[] = [
  ...documentTools,
  rowArray,
  inspectLog,
  promptfoo,
  harnessResults,
  openCompass,
  splitTable,
  pytestBenchmark,
  rowsUnderKey,
  rowsById,
  columnTable,
  scoresById,
  unknownNumbers,
  metricTree,
];

/** Rows of a document, each with its line. */
export function readRows(rows: unknown, path: string, lines: readonly number[], sink: Sink): void {
  const problems = new Unreadable(path, sink);
  const read = rowReader(path, sink);
  (Array.isArray(rows) ? rows : []).forEach((row: unknown, at) => {
    const line = lines[at];
    const reason = isRecord(row) ? read(row, line) : 'it is not a JSON object';
    if (reason !== undefined) problems.add(line ?? 1, reason);
  });
  problems.tell();
}
