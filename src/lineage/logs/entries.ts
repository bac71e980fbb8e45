/** Entries of logs of requests, whoever wrote them: OpenTelemetry (OTLP as JSON), Langfuse, LiteLLM, and gateways with JSON or plain lines. */
import { isRecord } from '../../kernel/record.ts';

/** What one entry says, by dotted name; a plain line has what it writes as `name=value`, and its other words under their number. */
export type LogEntry = ReadonlyMap<string, string>;

type Json = Readonly<Record<string, unknown>>;

/** Most names of one entry that are looked at. */
const most = 2000;

/** Lists in which exporters keep entries. */
const lists = [
  'data',
  'items',
  'results',
  'traces',
  'observations',
  'generations',
  'spans',
  'logs',
  'events',
  'requests',
  'scores',
];

/** A document, a line of JSON, also behind what a collector writes before it, or words. */
export function entriesInText(text: string): LogEntry[] {
  const trimmed = text.trim();
  const begin = trimmed.search(/[[{]/);
  if (begin >= 0 && begin < 1000 && /[\]}]$/.test(trimmed)) {
    const value = jsonIn(trimmed.slice(begin));
    // A plain line may have a bracket too.
    if (value !== undefined) return entriesIn(value);
  }
  return [wordsOf(trimmed)];
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Lists in lists are gone into ten levels. */
export function entriesIn(value: unknown, depth = 0): LogEntry[] {
  if (depth > 10) return [];
  if (Array.isArray(value)) return value.flatMap((one: unknown) => entriesIn(one, depth + 1));
  if (!isRecord(value)) return [];
  const batches = [
    ...batch(value, ['resourceSpans', 'batches'], ['scopeSpans', 'instrumentationLibrarySpans'], 'spans'),
    ...batch(value, ['resourceLogs'], ['scopeLogs', 'instrumentationLibraryLogs'], 'logRecords'),
  ];
  if (batches.length > 0) return batches;
  const below = lists.flatMap((name) =>
    Array.isArray(value[name]) ? entriesIn(value[name], depth + 1) : [],
  );
  return [flat([value]), ...below];
}

/** OTLP: each span or record, with what its resource says; under the older names, and those of Tempo, too. */
function batch(
  value: Json,
  resources: readonly string[],
  scopes: readonly string[],
  entries: string,
): LogEntry[] {
  const groups = resources.flatMap((name) => items(value[name]));
  return groups.flatMap((group) =>
    scopes
      .flatMap((name) => items(group[name]))
      .flatMap((scope) => items(scope[entries]).map((entry) => flat([entry, group['resource']]))),
  );
}

function items(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** The first that has a name counts; what a text within says stands below the name of that text. */
function flat(values: readonly unknown[]): LogEntry {
  const found = new Map<string, string>();
  const within: (() => void)[] = [];
  const add = (name: string, value: unknown, depth: number): void => {
    if (found.size >= most || depth > 12) return;
    if (typeof value === 'string' || typeof value === 'number') {
      if (!found.has(name)) found.set(name, String(value));
      if (typeof value === 'string' && wrapped.test(name)) within.push(() => addWrapped(name, value, depth));
    } else if (Array.isArray(value)) {
      for (const one of items(value))
        if (typeof one['key'] === 'string') add(one['key'], valueOf(one['value']), depth + 1);
    } else if (isRecord(value)) {
      // Attributes have names of their own.
      const prefix = name === '' || /(?:^|\.)attributes$/i.test(name) ? '' : `${name}.`;
      for (const [key, one] of Object.entries(value)) add(`${prefix}${key}`, one, depth + 1);
    }
  };
  const addWrapped = (name: string, text: string, depth: number): void => {
    const own = /^\s*\{/.test(text) ? jsonIn(text) : undefined;
    add(name, own ?? Object.fromEntries(wordsOf(text)), depth + 1);
  };
  for (const value of values) add('', value, 0);
  for (let next = within.shift(); next !== undefined; next = within.shift()) next();
  return found;
}

/** Where Docker, journald, Cloud Logging and others keep a line that somebody else wrote. */
const wrapped = /(?:^|\.)(?:log|message|msg|line|body|body\.stringValue|textPayload|raw|metadata)$/i;

/** A field below such a text, or one that whoever calls may fill. */
const foreign =
  /(?:^|\.)(?:log|messages?|msg|line|body|body\.stringValue|textPayload|raw|metadata|input|output|prompt|user)\./i;

/** OTLP's `{ stringValue: "…" }`. */
function valueOf(value: unknown): unknown {
  return isRecord(value) ? (Object.values(value)[0] ?? '') : value;
}

function wordsOf(line: string): LogEntry {
  const found = new Map<string, string>();
  for (const [, name = '', quoted, plain = ''] of line.matchAll(
    /(?<![\w.-])([A-Za-z_][\w.-]{0,100})[=:]\s?(?:"([^"]{0,1000})"|([^\s",;|]{1,1000}))/g,
  ))
    if (found.size < most) found.set(name, quoted ?? plain);
  const words = line.split(/[\s"'=,;|[\]{}()]+/).filter((word) => word !== '');
  for (const [at, word] of words.slice(0, most).entries()) found.set(String(at), word);
  return found;
}

/** Whether an entry is of the request with this id: of a trace also where it is written with dashes, in capitals, or in Base64. */
export function isOf(entry: LogEntry, id: string): boolean {
  const wanted = plain(id);
  const packed = base64Of(wanted);
  for (const value of entry.values())
    if (value === id || value === packed || (isHex(wanted) && plain(value) === wanted)) return true;
  return false;
}

function plain(id: string): string {
  return id.length <= 64 ? id.replaceAll('-', '').toLowerCase() : id;
}

function isHex(id: string): boolean {
  return /^[0-9a-f]{16,64}$/.test(id);
}

/** As Protobuf writes the bytes of a trace or a span in JSON, and Tempo with it. */
function base64Of(hex: string): string | undefined {
  if (!/^(?:[0-9a-f]{32}|[0-9a-f]{16})$/.test(hex)) return undefined;
  const bytes = hex.match(/../g) ?? [];
  return btoa(String.fromCharCode(...bytes.map((one) => Number.parseInt(one, 16))));
}

/** As the text of a log may have an id: escaped in JSON; that of a trace also with dashes, in capitals, or in Base64. */
export function spellings(id: string): readonly string[] {
  const json = JSON.stringify(id).slice(1, -1);
  const ascii = json.replaceAll(
    /[^\x20-\x7e]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const plainly = [id, json, ascii, ascii.replaceAll('/', '\\/')];
  const hex = plain(id);
  const packed = base64Of(hex);
  if (packed === undefined) return [...new Set(plainly)];
  const dashed = hex.length === 32 ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : hex;
  const cases = [hex, dashed].flatMap((one) => [one, one.toUpperCase()]);
  return [...new Set([...plainly, ...cases, packed, packed.replaceAll('/', '\\/')])];
}

const traces = /(?:^|[._-])trace[._-]?id$/i;

/** Traces that an entry names beside its own id. */
export function tracesIn(entry: LogEntry, id: string): string[] {
  return [...entry].flatMap(([name, value]) =>
    traces.test(name) && value !== '' && plain(value) !== plain(id) ? [value] : [],
  );
}

/** By which names an entry tells what answered, the surest first; the rest of its values may be an id too. */
const names: readonly RegExp[] = [
  /(?:^|[._-])serving(?:[._-](?:version|id))?$/i,
  /(?:^|\.)service\.version$/i,
  /(?:^|[._-])deployment(?:[._-](?:id|version|name))?$/i,
  /(?:^|[._-])model[._-]?(?:version|revision)$/i,
  /(?:^|\.)(?:release|version)$/i,
  /(?:^|[._-])model[._-]?(?:id|group|info\.id)$/i,
  /(?:^|\.)response\.model$/i,
  /(?:^|\.)(?:model|model_name|served_model|litellm_model_name)$/i,
  /(?:^|\.)request\.model$/i,
  /(?:^|\.)service(?:\.name)?$/i,
];

export interface Candidate {
  readonly name: string;
  readonly value: string;
  /** Whether its name says that it names what answered. */
  readonly isNamed: boolean;
}

/**
 * Values that could name what answered, in the order in which they are believed: fields that say so, those of a text that somebody else
 * wrote after those of the log itself, then all others.
 */
export function candidatesIn(entry: LogEntry): readonly Candidate[] {
  const all = [...entry]
    .filter(([, value]) => value.length > 0 && value.length <= 512)
    .map(([name, value]) => ({ name, value, rank: rankOf(name), isNamed: rankOf(name) < 2 * names.length }));
  return all.toSorted((a, b) => a.rank - b.rank).slice(0, 100);
}

function rankOf(name: string): number {
  const at = names.findIndex((pattern) => pattern.test(name));
  const isForeign = foreign.test(name);
  if (at === -1) return 2 * names.length + Number(isForeign);
  return isForeign ? names.length + at : at;
}

const times = /(?:^|\.)(?:timestamp|time|starttime|start_time|createdat|created_at|@timestamp|ts)$/i;

/** When: milliseconds since the epoch. */
export function timeOf(entry: LogEntry): number | undefined {
  for (const [name, value] of entry) {
    if (name.endsWith('UnixNano') && /^\d{16,20}$/.test(value) && Number(value) > 0)
      return Number(value) / 1e6;
    // A plain line begins with its time.
    const isFirst = /^(?:.*\.)?0$/.test(name) && /^\d{4}-\d\d-\d\dT\d/.test(value);
    if (!isFirst && !times.test(name)) continue;
    const at = /^\d{10}(?:\.\d+)?$/.test(value)
      ? Number(value) * 1000
      : /^\d{13}$/.test(value)
        ? Number(value)
        : Date.parse(value);
    if (!Number.isNaN(at)) return at;
  }
  return undefined;
}
