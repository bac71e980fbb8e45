/** Documents of single tools: OpenCompass, MLflow, pytest-benchmark. */
import { isRecord } from '../../kernel/record.ts';
import type { Sink } from '../samples/collector.ts';
import { digestOf } from '../samples/long-text.ts';
import { baseName } from './file-name.ts';
import type { DocumentFormat, JsonDocument } from './json-document.ts';
import { Unreadable } from './reader.ts';
import { names, scoreNames } from './row-names.ts';
import { plainSample } from './rows.ts';
import { state, textOf } from './tools/tool.ts';
import { field, firstField, rowsOf, scalarText, scoreOf, type Row } from './own-fields.ts';

const longestHash = 2000;

/** Content as text: only compared, never shown. */
function contentOf(value: unknown): { hash?: string } {
  return value === undefined ? {} : { hash: JSON.stringify(value).slice(0, longestHash) };
}

/** OpenCompass `results/<model>/<dataset>.json`: totals in percent, and details of each sample. */
export const openCompass: DocumentFormat = {
  name: 'OpenCompass',
  matches: (value) => detailsOf(value).length > 0,
  read({ value, path }, sink) {
    const dataset = baseName(path);
    const problems = new Unreadable(path, sink);
    for (const [key, row] of detailsOf(value)) {
      const sample = plainSample(
        {
          ...row,
          ...(field(row, 'correct') === undefined && { correct: field(row, 'is_correct') }),
          id: `${dataset}/${key}`,
        },
        { file: path },
      );
      if (typeof sample === 'string') problems.add(1, sample);
      else sink.sample({ ...sample, ...promptOf(row), slices: [...sample.slices, `task=${dataset}`] });
    }
    problems.tell();
  },
};

/** The prompt as OpenCompass sent it, template and examples in it. */
function promptOf(row: Row): { prompt?: string } {
  const text = textOf(field(row, 'origin_prompt') ?? field(row, 'prompt'));
  return text === undefined ? {} : { prompt: digestOf(text) };
}

/** A list, or an object by position that also names its kind. */
function detailsOf(value: unknown): [string, Row][] {
  const details = field(value, 'details');
  const entries = Array.isArray(details)
    ? details.map((row, at): [string, unknown] => [String(at), row])
    : isRecord(details)
      ? Object.entries(details)
      : [];
  return entries.flatMap(([key, row]): [string, Row][] => (isRecord(row) ? [[key, row]] : []));
}

/** MLflow's `eval_results_table.json`: pandas' split orientation. Without ids the row's number is the id and its inputs the content. */
export const splitTable: DocumentFormat = {
  name: 'MLflow table',
  matches: (value) => Array.isArray(field(value, 'columns')) && Array.isArray(field(value, 'data')),
  read({ value, path, outline }, sink) {
    const columns = listOf(field(value, 'columns')).map((name) => String(name));
    for (const [, metric, version] of columns.map((name) => judgedColumn.exec(name) ?? []))
      if (metric !== undefined) state(sink, { [`version of the judge of ${metric}`]: version });
    const lines = outline.elementLines('data');
    const problems = new Unreadable(path, sink);
    listOf(field(value, 'data')).forEach((cells, at) =>
      readCells(columns, cells, { at, path, line: lines[at] }, problems, sink),
    );
    problems.tell();
  },
};

/** A metric that a model judges by a prompt of MLflow's, which has a version. */
const judgedColumn = /^(.+)\/(v\d+)\/score$/;

function readCells(
  columns: readonly string[],
  cells: unknown,
  place: { at: number; path: string; line: number | undefined },
  problems: Unreadable,
  sink: Sink,
): void {
  const values = listOf(cells);
  const row = Object.fromEntries(columns.map((name, i) => [name.replace(judgedColumn, '$1'), values[i]]));
  const known = firstField(row, names.id) !== undefined;
  const sample = plainSample(known ? row : { ...row, id: String(place.at) }, {
    file: place.path,
    ...(place.line !== undefined && { line: place.line }),
  });
  if (typeof sample === 'string') problems.add(place.line ?? 1, sample);
  else
    sink.sample({
      ...(known ? {} : contentOf(firstField(row, ['inputs', 'input', 'question', 'prompt']))),
      ...sample,
    });
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** pytest-benchmark: mean seconds of each benchmark, with their standard error over the rounds. */
export const pytestBenchmark: DocumentFormat = {
  name: 'pytest-benchmark',
  matches: (value) => rowsOf(field(value, 'benchmarks')).some((row) => isRecord(field(row, 'stats'))),
  read({ value, path, outline }, sink) {
    const lines = outline.elementLines('benchmarks');
    rowsOf(field(value, 'benchmarks')).forEach((row, at) => {
      const stats = field(row, 'stats');
      const rounds = scoreOf(field(stats, 'rounds'));
      const standardError = scoreOf(field(stats, 'stddev')) / Math.sqrt(rounds);
      const line = lines[at];
      sink.aggregate({
        name: `${scalarText(field(row, 'fullname')) ?? scalarText(field(row, 'name')) ?? `benchmark ${at}`} seconds`,
        value: scoreOf(field(stats, 'mean')),
        ...(Number.isFinite(standardError) && { standardError }),
        ...(Number.isFinite(rounds) && { n: rounds }),
        higherIsBetter: false,
        file: path,
        ...(line !== undefined && { line }),
      });
    });
  },
};

/** Rows under their ids, `{"17": {answer, prediction}}`, as OpenCompass predictions and MathVista have them. */
export const rowsById: DocumentFormat = {
  name: 'rows by id',
  matches: (value) =>
    isRecord(value) &&
    Object.values(value).length > 0 &&
    Object.values(value).every((row) => isRecord(row) && hasOutcome(row)),
  read({ value, path, outline }: JsonDocument, sink) {
    const problems = new Unreadable(path, sink);
    for (const [key, row] of isRecord(value) ? Object.entries(value) : []) {
      const line = outline.memberLine(key);
      const own = isRecord(row) ? row : {};
      const dataset = isPrediction(own) ? baseName(path) : undefined;
      const sample = plainSample(
        { ...own, id: dataset === undefined ? key : `${dataset}/${key}` },
        { file: path, ...(line !== undefined && { line }) },
      );
      if (typeof sample === 'string') problems.add(line ?? 1, sample);
      else
        sink.sample(
          dataset === undefined
            ? sample
            : { ...sample, ...promptOf(own), slices: [...sample.slices, `task=${dataset}`] },
        );
    }
    problems.tell();
  },
};

/** pandas' `to_json()` as it comes: `{score: {"0": 1, "1": 0}}`, a column under its name and in it a value for each row. */
export const columnTable: DocumentFormat = {
  name: 'table by columns',
  matches: (value) =>
    isRecord(value) &&
    Object.keys(value).some((name) => columnNames.has(name)) &&
    Object.values(value).every(isColumn),
  read({ value, path }, sink) {
    const columns = Object.entries(isRecord(value) ? value : {});
    const labels = new Set(columns.flatMap(([, cells]) => (isRecord(cells) ? Object.keys(cells) : [])));
    const known = columns.some(([name]) => names.id.includes(name));
    const problems = new Unreadable(path, sink);
    for (const label of labels) {
      const row = Object.fromEntries(columns.map(([name, cells]) => [name, field(cells, label)]));
      const sample = plainSample(known ? row : { ...row, id: label }, { file: path });
      if (typeof sample === 'string') problems.add(1, sample);
      else sink.sample(sample);
    }
    problems.tell();
  },
};

const columnNames = new Set([...names.id, ...names.prediction, ...scoreNames]);

/** Rows are numbered where nobody names them: that tells a column from a group of metrics. */
function isColumn(cells: unknown): boolean {
  return (
    isRecord(cells) &&
    Object.keys(cells).length > 0 &&
    Object.keys(cells).every((label) => /^\d+$/.test(label))
  );
}

/** OpenCompass counts from 0 in every file of predictions. */
function isPrediction(row: Row): boolean {
  return field(row, 'origin_prompt') !== undefined || field(row, 'in-context examples') !== undefined;
}

function hasOutcome(row: Row): boolean {
  const labelled =
    firstField(row, names.target) !== undefined &&
    names.prediction.some((name) => field(row, name) !== undefined);
  return (
    labelled ||
    ['correct', 'is_correct', 'true_false', 'if_right', 'hit'].some(
      (name) => typeof field(row, name) === 'boolean',
    )
  );
}
