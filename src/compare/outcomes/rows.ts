/** From a row of a file to an outcome. */
import { isRecord } from '../../kernel/record.ts';
import { UserError } from '../../kernel/user-error.ts';
import { field, scoreOf, shown } from '../../regression/index.ts';
import type { OutcomeCollector } from './collector.ts';
import { aliases, nameIn, valueAt, type ColumnNames, type Row } from './columns.ts';
import { momentOf } from './moments.ts';
import { rowsIn } from './otel.ts';

export interface RowOptions {
  readonly columns: ColumnNames;
  /** Further columns of numbers: guardrails, and goals that are columns. */
  readonly metrics: readonly string[];
}

interface Binding {
  readonly unit: string;
  readonly arm: string;
  readonly time: string | undefined;
  readonly metric: string | undefined;
  /** Columns of numbers. */
  readonly values: readonly string[];
  /** Those of them that nobody asked for. */
  readonly aside: readonly string[];
}

/** Reads rows into the collector; gives the reason where one cannot be read. The columns are those of the first row. */
export function rowReader(
  file: string,
  collector: OutcomeCollector,
  options: RowOptions,
): (row: Row) => string | undefined {
  let binding: Binding | undefined;
  return (value) => {
    for (const row of rowsIn(value)) {
      if (binding === undefined) {
        binding = bind(row, file, options);
        collector.named(told(binding), binding.aside);
      }
      const reason = read(row, binding, collector);
      if (reason !== undefined) return reason;
    }
    return undefined;
  };
}

function told({ unit, arm, time = '', values }: Binding): Record<string, string> {
  return { unit, arm, time, outcome: values.join(', ') };
}

function bind(row: Row, file: string, { columns, metrics }: RowOptions): Binding {
  const needed = (what: 'unit' | 'arm'): string => {
    const named = columns[what];
    const found = named === undefined ? nameIn(filled(row), aliases[what]) : nameIn(row, [named]);
    if (found === undefined) throw noColumn(what, row, file, named);
    return found;
  };
  const optional = (what: 'outcome' | 'time'): string | undefined => {
    const named = columns[what];
    const found = nameIn(row, named === undefined ? aliases[what] : [named]);
    if (found === undefined && named !== undefined) throw noColumn(what, row, file, named);
    return found;
  };
  const metric = nameIn(row, aliases.metric) ?? (isLangfuseScore(row) ? 'name' : undefined);
  const scores = metric === undefined && columns.outcome === undefined && hasScores(row);
  const outcome = scores ? undefined : (optional('outcome') ?? nameIn(row, ['status']));
  const asked = [outcome, ...metrics.filter((name) => nameIn(row, [name]) !== undefined)];
  const aside = [nameIn(row, aliases.cost), nameIn(row, aliases.latency)].filter(
    (name) => !asked.includes(name),
  );
  const values = [...asked, ...aside].filter((name) => name !== undefined);
  if (outcome === undefined && !scores && metrics.length === 0)
    throw noColumn('outcome', row, file, undefined);
  return {
    unit: needed('unit'),
    arm: needed('arm'),
    time: optional('time'),
    metric,
    values: [...new Set(values)],
    aside: aside.filter((name) => name !== undefined),
  };
}

/** Langfuse's scores: `name`, `value` and the trace that was scored. */
function isLangfuseScore(row: Row): boolean {
  const has = (name: string): boolean => Object.hasOwn(row, name);
  return (
    has('name') && has('value') && (has('traceId') || has('trace_id') || has('dataType') || has('data_type'))
  );
}

/** Langfuse's traces: `scores` beside cost and latency. */
function hasScores(row: Row): boolean {
  const scores = field(row, 'scores');
  return Array.isArray(scores) || isRecord(scores);
}

/** Without what is empty: a column that says nothing names no unit and no arm. */
function filled(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '' && value !== null));
}

function noColumn(what: keyof ColumnNames, row: Row, file: string, named: string | undefined): UserError {
  const have = Object.keys(row).slice(0, 12).map(shown).join(', ');
  const missing =
    named === undefined ? `no column that is known to contain the ${what}` : `no column ${shown(named)}`;
  return new UserError(`There is ${missing}; the columns are ${have === '' ? 'none' : have}.`, {
    place: { file },
    help: `Name the column with --${what}; a dot leads into an object, such as --${what} metadata.variant.`,
  });
}

function read(row: Row, binding: Binding, collector: OutcomeCollector): string | undefined {
  const [unit, arm] = [nameOf(valueAt(row, binding.unit)), nameOf(valueAt(row, binding.arm))];
  if (unit === undefined) return `${shown(binding.unit)}, its unit, is empty`;
  if (arm === undefined) return `${shown(binding.arm)}, its arm, is empty`;
  const told = binding.time === undefined ? undefined : valueAt(row, binding.time);
  const time = isEmpty(told) ? undefined : momentOf(told);
  if (!isEmpty(told) && time === undefined) return `${shown(String(told))} is not a time`;
  const values = [...valuesOf(row, binding), ...scoresOf(row, binding)];
  const bad = values.find(([, value]) => !Number.isFinite(value) && value !== missing);
  if (bad !== undefined) return `${shown(bad[0])} is not a number`;
  return collector.add({ unit, arm, time, values: values.filter(([, value]) => value !== missing) });
}

type Value = readonly [name: string, value: number];

/** No outcome yet: the unit was assigned all the same. */
const missing = Infinity;

function valuesOf(row: Row, { values, metric }: Binding): Value[] {
  return values.map((name, at): Value => {
    const title = at === 0 && metric !== undefined ? nameOf(valueAt(row, metric)) : undefined;
    return [title ?? name, valueOf(valueAt(row, name))];
  });
}

function scoresOf(row: Row, { metric }: Binding): Value[] {
  if (metric !== undefined) return [];
  const scores = field(row, 'scores');
  if (Array.isArray(scores))
    return scores.filter(isRecord).flatMap((score): Value[] => {
      const name = nameOf(field(score, 'name'));
      return name === undefined ? [] : [[name, valueOf(field(score, 'value'))]];
    });
  return isRecord(scores)
    ? Object.entries(scores).map(([name, value]): Value => [
        name,
        valueOf(Array.isArray(value) ? value[0] : value),
      ])
    : [];
}

/** What says yes and no in logs, beside the words of result files. */
const words: ReadonlyMap<string, number> = new Map([
  ...['success', 'succeeded', 'ok', 'correct', 'relevant', 'good', 'resolved', 'thumbs_up', 'up'].map(
    (word) => [word, 1] as const,
  ),
  ...[
    'failure',
    'failed',
    'error',
    'incorrect',
    'not_relevant',
    'bad',
    'unresolved',
    'thumbs_down',
    'down',
  ].map((word) => [word, 0] as const),
]);

/** NaN for what is not a number. */
function valueOf(value: unknown): number {
  if (isEmpty(value)) return missing;
  const known = typeof value === 'string' ? words.get(value.trim().toLowerCase()) : undefined;
  const number = known ?? scoreOf(value);
  return Number.isFinite(number) ? number : Number.NaN;
}

function nameOf(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' ? undefined : text;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
