/** `gen_ai.evaluation.result` events of OpenTelemetry, as the collector's file exporter writes them (OTLP JSON). */
import { isRecord } from '../../kernel/record.ts';
import { field } from '../../regression/index.ts';
import type { Row } from './columns.ts';

const resultName = 'gen_ai.evaluation.name';

/**
 * The rows in one object of a file: the results of an OTLP batch, or of one log record; any other object is a row, its attributes beside
 * its fields. `all`: also log records of anything else, where the user names the column that counts.
 */
export function rowsIn(value: Row, all: boolean): readonly Row[] {
  if (Object.hasOwn(value, 'resourceLogs') || Object.hasOwn(value, 'resourceSpans'))
    return [...logResults(value), ...spanResults(value)].filter(isResult).map(withoutNoTrace);
  const attributes = firstOf(value, ['attributes', 'Attributes', 'LogAttributes']);
  if (attributes === undefined && !isLogRecord(value)) return [value];
  const row = withoutNoTrace({
    ...attributesOf(field(value, 'resource')),
    ...attributesIn(field(value, 'ResourceAttributes')),
    ...attributesIn(attributes),
    ...value,
  });
  return all || isResult(row) || !isLogRecord(value) ? [row] : [];
}

function isResult(row: Row): boolean {
  return Object.hasOwn(row, resultName);
}

/** As exporters write one: with its severity, which an outcome has not, or with attributes and the name of its event. */
function isLogRecord(row: Row): boolean {
  const event = firstOf(row, ['event_name', 'eventName', 'EventName']);
  const attributes = firstOf(row, ['attributes', 'Attributes', 'LogAttributes']);
  const severity = firstOf(row, ['severity_number', 'severityNumber', 'SeverityNumber']);
  return severity !== undefined || (typeof event === 'string' && event !== '' && isRecord(attributes));
}

function firstOf(row: Row, names: readonly string[]): unknown {
  return names.map((name) => field(row, name)).find((value) => value !== undefined);
}

/** What is logged outside of any trace has an id of zeros: nothing belongs to it. */
function withoutNoTrace(row: Row): Row {
  const kept = Object.entries(row).filter(
    ([name, value]) => !(/^trace_?id$/i.test(name) && /^(?:0x)?0*$/.test(String(value))),
  );
  return kept.length === Object.keys(row).length ? row : Object.fromEntries(kept);
}

function logResults(batch: Row): Row[] {
  return items(batch, 'resourceLogs').flatMap((group) =>
    items(group, 'scopeLogs')
      .flatMap((scope) => items(scope, 'logRecords'))
      .map((record) => ({
        ...attributesOf(field(group, 'resource')),
        ...attributesOf(record),
        traceId: field(record, 'traceId'),
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
