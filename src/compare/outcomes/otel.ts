/** `gen_ai.evaluation.result` events of OpenTelemetry, as the collector's file exporter writes them (OTLP JSON). */
import { isRecord } from '../../kernel/record.ts';
import { field } from '../../regression/index.ts';
import type { Row } from './columns.ts';

const resultName = 'gen_ai.evaluation.name';

/** The rows in one object of a file: the results of an OTLP batch; any other object is a row, its attributes beside its fields. */
export function rowsIn(value: Row): readonly Row[] {
  if (Object.hasOwn(value, 'resourceLogs') || Object.hasOwn(value, 'resourceSpans'))
    return [...logResults(value), ...spanResults(value)].filter((row) => Object.hasOwn(row, resultName));
  const attributes = field(value, 'attributes') ?? field(value, 'Attributes');
  if (attributes === undefined || attributes === null) return [value];
  return [{ ...attributesOf(field(value, 'resource')), ...attributesIn(attributes), ...value }];
}

function logResults(batch: Row): Row[] {
  return items(batch, 'resourceLogs').flatMap((group) =>
    items(group, 'scopeLogs')
      .flatMap((scope) => items(scope, 'logRecords'))
      .map((record) => ({
        ...attributesOf(field(group, 'resource')),
        ...attributesOf(record),
        time: timeOf(record),
      })),
  );
}

/** Older exporters write them as events of the span that was evaluated. */
function spanResults(batch: Row): Row[] {
  return items(batch, 'resourceSpans').flatMap((group) =>
    items(group, 'scopeSpans')
      .flatMap((scope) => items(scope, 'spans'))
      .flatMap((span) =>
        items(span, 'events').map((event) => ({
          ...attributesOf(field(group, 'resource')),
          ...attributesOf(span),
          ...attributesOf(event),
          traceId: field(span, 'traceId'),
          time: timeOf(event),
        })),
      ),
  );
}

function items(value: unknown, name: string): Row[] {
  const list = field(value, name);
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

function timeOf(event: Row): unknown {
  const [time, observed] = [field(event, 'timeUnixNano'), field(event, 'observedTimeUnixNano')];
  return time === undefined || Number(time) === 0 ? observed : time;
}

function attributesOf(value: unknown): Row {
  return attributesIn(field(value, 'attributes'));
}

/** A mapping, or OTLP's list of `{key, value: {stringValue: …}}`. */
function attributesIn(value: unknown): Row {
  if (isRecord(value)) return value;
  if (!Array.isArray(value)) return {};
  return Object.fromEntries(
    value.flatMap((item): [string, unknown][] => {
      const key = field(item, 'key');
      const any = field(item, 'value');
      return typeof key === 'string' && isRecord(any) ? [[key, Object.values(any)[0]]] : [];
    }),
  );
}
