/** From a row of a file to an outcome. */
import { isRecord } from '../../kernel/record.ts';
import { field, shown } from '../../regression/index.ts';
import {
  identityIn,
  measuredIn,
  noColumn,
  type Identity,
  type Measured,
  type RowOptions,
} from './binding.ts';
import type { OutcomeCollector } from './collector.ts';
import { otherThan, valueAt, type Row } from './columns.ts';
import { momentOf } from './moments.ts';
import { rowsIn } from './otel.ts';
import { isEmpty, missing, valueOf } from './values.ts';

export interface RowReader {
  /** The reason where the row cannot be read. Throws a UserError where the first has no unit or arm. */
  read(value: Row): string | undefined;
  /** Throws a UserError where no row had what may be an outcome. */
  end(): void;
}

interface Binding extends Identity, Measured {}

const nothing: Measured = { metric: undefined, values: [], aside: [] };

/** Reads rows into the collector. Unit, arm and time have the columns of the first row; the outcome those of the first that has one. */
export function rowReader(file: string, collector: OutcomeCollector, options: RowOptions): RowReader {
  let first: Row | undefined;
  let identity: Identity | undefined;
  let measured: Measured | undefined;
  const readOne = (row: Row): string | undefined => {
    first ??= row;
    identity ??= identityIn(row, file, options);
    if (measured === undefined && (measured = measuredIn(row, options)) !== undefined)
      collector.named(told({ ...identity, ...measured }), measured.aside);
    return read(row, { ...identity, ...(measured ?? nothing) }, collector);
  };
  const isNamed = options.columns.outcome !== undefined;
  return {
    read(value) {
      for (const row of rowsIn(value, isNamed)) {
        const reason = readOne(row);
        if (reason !== undefined) return reason;
      }
      return undefined;
    },
    end() {
      const { outcome, time } = options.columns;
      if (first !== undefined && measured === undefined) throw noColumn('outcome', first, file, outcome);
      if (first !== undefined && time !== undefined && identity?.time === undefined)
        throw noColumn('time', first, file, time);
    },
  };
}

function told({ unit, arm, time = '', values }: Binding): Record<string, string> {
  return { unit, arm, time, outcome: values.join(', ') };
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
  if (bad !== undefined)
    return `${shown(bad[0])} is not a number; where another column counts, name it with --metric`;
  return collector.add({ unit, arm, time, values: values.filter(([, value]) => value !== missing) });
}

type Value = readonly [name: string, value: number];

function valuesOf(row: Row, { values, metric }: Binding): Value[] {
  return values.map((name, at): Value => {
    const title = at === 0 && metric !== undefined ? nameOf(valueAt(row, metric)) : undefined;
    const own = valueAt(row, name);
    const other = isEmpty(own) ? otherThan(name) : undefined;
    return [title ?? name, valueOf(other === undefined ? own : valueAt(row, other))];
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
  return isRecord(scores) ? Object.entries(scores).map(([name, value]): Value => [name, valueOf(value)]) : [];
}

function nameOf(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' ? undefined : text;
}
