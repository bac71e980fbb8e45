/** Which columns of a file contain what. */
import { isRecord } from '../../kernel/record.ts';
import { UserError } from '../../kernel/user-error.ts';
import { field, shown, shownList } from '../../regression/index.ts';
import { aliases, nameIn, type ColumnNames, type Row } from './columns.ts';
import { isEmpty, listIn } from './values.ts';

export interface RowOptions {
  readonly columns: ColumnNames;
  /** Further columns of numbers: guardrails, and goals that are columns. */
  readonly metrics: readonly string[];
}

/** What every row must have, and when it was. */
export interface Identity {
  readonly unit: string;
  readonly arm: string;
  readonly time: string | undefined;
}

export interface Measured {
  /** Column that names what was measured: then the first of `values` is its value. */
  readonly metric: string | undefined;
  /** Columns of numbers. */
  readonly values: readonly string[];
  /** Those of them that nobody asked for. */
  readonly aside: readonly string[];
}

/** Throws a UserError where the row has no unit or arm. */
export function identityIn(row: Row, file: string, { columns }: RowOptions): Identity {
  const needed = (what: 'unit' | 'arm'): string => {
    const named = columns[what];
    const found = named === undefined ? nameIn(filled(row), aliases[what]) : nameIn(row, [named]);
    if (found === undefined) throw noColumn(what, row, file, named);
    return found;
  };
  return { unit: needed('unit'), arm: needed('arm'), time: nameIn(row, namesOf('time', columns)) };
}

/** `undefined` where the row has none of what may be an outcome; a later one may have. */
export function measuredIn(row: Row, { columns, metrics }: RowOptions): Measured | undefined {
  const metric = nameIn(row, aliases.metric) ?? (isLangfuseScore(row) ? 'name' : undefined);
  const nested = metric === undefined && columns.outcome === undefined && hasScores(row);
  const spread = columns.outcome === undefined ? spreadScores(row) : [];
  const single =
    nested || spread.length > 0
      ? undefined
      : nameIn(row, [...namesOf('outcome', columns), ...status(columns)]);
  if (single === undefined && !nested && spread.length === 0 && metrics.length === 0) return undefined;
  const asked = [single, ...(metrics.length > 0 ? metrics : spread)].filter((name) => name !== undefined);
  const aside = [nameIn(row, aliases.cost), nameIn(row, aliases.latency)]
    .filter((name) => name !== undefined)
    .filter((name) => !asked.includes(name));
  return { metric, values: [...new Set([...asked, ...aside])], aside };
}

function namesOf(what: 'outcome' | 'time', columns: ColumnNames): readonly string[] {
  const named = columns[what];
  return named === undefined ? aliases[what] : [named];
}

/** Logs of calls say at least whether one succeeded. */
function status({ outcome }: ColumnNames): string[] {
  return outcome === undefined ? ['status'] : [];
}

/** Langfuse's scores: `name`, `value` and the trace that was scored. */
function isLangfuseScore(row: Row): boolean {
  const has = (name: string): boolean => Object.hasOwn(row, name);
  return (
    has('name') && has('value') && (has('traceId') || has('trace_id') || has('dataType') || has('data_type'))
  );
}

/** Langfuse's traces by its API: `scores` beside cost and latency. */
function hasScores(row: Row): boolean {
  const scores = field(row, 'scores');
  return Array.isArray(scores) || isRecord(scores);
}

/** Lists of what Langfuse exports of a trace that are not scores. */
const otherLists: ReadonlySet<string> = new Set(['tags', 'comments', 'input', 'output', 'metadata']);

/** Langfuse's traces as its page exports them: a column for each score, with a list of its values or nothing. */
function spreadScores(row: Row): string[] {
  if (!Object.hasOwn(row, 'bookmarked') || !Object.hasOwn(row, 'userId')) return [];
  const names = Object.keys(row);
  // Columns of scores come last, after those that every trace has.
  const own = names.slice(names.findLastIndex((name) => traceFields.has(name)) + 1);
  return own.filter(
    (name) => !otherLists.has(name) && (isEmpty(row[name]) || listIn(row[name]) !== undefined),
  );
}

const traceFields: ReadonlySet<string> = new Set([
  'id',
  'userId',
  'bookmarked',
  'public',
  'totalCost',
  'observationCount',
  'inputTokens',
  'outputTokens',
  'totalTokens',
]);

/** Without what is empty: a column that says nothing names no unit and no arm. */
function filled(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '' && value !== null));
}

/** Of the first row of a file. */
export function noColumn(
  what: keyof ColumnNames,
  row: Row,
  file: string,
  named: string | undefined,
): UserError {
  const names = Object.keys(row);
  const have = names.length === 0 ? 'none' : shownList(names, names.length, 40);
  const missing =
    named === undefined ? `no column that is known to contain the ${what}` : `no column ${shown(named)}`;
  return new UserError(`There is ${missing}; the columns are ${have}.`, {
    place: { file },
    help: `Name the column with --${what}; a dot leads into an object, such as --${what} metadata.variant.`,
  });
}
