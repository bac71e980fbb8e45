import {
  fieldsOf,
  finite,
  flag,
  integer,
  line,
  listOf,
  mapOf,
  matching,
  name,
  oneOf,
  Problems,
  prose,
  scalar,
  time,
  type Read,
  type Shape,
} from './fields.ts';
import { maxRecordBytes, nodeKinds, type Hashes, type LineageRecord, type RecordDraft } from './model.ts';

export type DraftResult =
  | { readonly ok: true; readonly draft: RecordDraft }
  | { readonly ok: false; readonly problems: readonly string[] };

export type RecordResult =
  | { readonly ok: true; readonly record: LineageRecord }
  | { readonly ok: false; readonly problems: readonly string[] };

const sha = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const digest = matching(
  /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[A-Za-z0-9=_-]{16,256}$/,
  300,
  'a digest such as sha256:… (the OCI grammar)',
);

/** Longest id of an artifact. */
export const maxIdLength = 512;

/** Most files of results in one record. */
export const maxResults = 200;

const nodeShape: Shape = {
  required: { kind: oneOf(nodeKinds), id: name(maxIdLength) },
  optional: { digest, service: name(maxIdLength), external: flag },
};

const node: Read<unknown> = (value, path, problems) => {
  const read = fieldsOf(nodeShape, value, path, problems);
  if (read?.['kind'] === 'commit' && typeof read['id'] === 'string' && !sha.test(read['id']))
    return problems.add(`${path}.id`, 'a commit is named by its full SHA, in small letters');
  if (read?.['service'] !== undefined && read['kind'] !== 'serving')
    return problems.add(`${path}.service`, 'belongs to nodes of kind serving only');
  return read;
};

const shaped =
  (shape: Shape): Read<unknown> =>
  (value, path, problems) =>
    fieldsOf(shape, value, path, problems);

const file = shaped({
  required: { role: oneOf(['config', 'lock', 'data', 'other']), path: line(1000), digest },
  optional: {},
});

const run = shaped({
  required: {},
  optional: { id: line(200), attempt: integer(1), url: line(1000), workflow: line(200) },
});

const verdict = shaped({
  required: { gate: line(100), verdict: oneOf(['pass', 'fail', 'inconclusive', 'exempt', 'skipped']) },
  optional: {
    title: line(1000),
    exempted_by: line(200),
    exempted_at: time,
    exempted_sha: matching(sha, 64, 'a full SHA, in small letters'),
    reason: line(1000),
  },
});

const results = shaped({
  required: {
    path: line(1000),
    digest: matching(/^sha256:[0-9a-f]{64}$/, 71, 'sha256: and 64 hexadecimal digits'),
    samples: integer(0),
    bytes: integer(1),
  },
  optional: {},
});

const one: Read<1> = (value, path, problems) =>
  value === 1 ? 1 : problems.add(path, `expected 1, got ${JSON.stringify(value)?.slice(0, 40)}`);

const recordShape: Shape = {
  required: { schema: one, inputs: listOf(node, 100), outputs: listOf(node, 100, 1) },
  optional: {
    id: name(200),
    at: time,
    by: line(200),
    git_ref: line(1000),
    author: line(200),
    pr_number: integer(1),
    repository: line(1000),
    run,
    command: prose(20_000),
    seed: integer(0),
    files: listOf(file, 200),
    parameters: mapOf(scalar, 2000),
    dependencies: mapOf(line(200), 2000),
    metrics: mapOf(finite, 500),
    results: listOf(results, maxResults),
    verdicts: listOf(verdict, 50),
    replaces: name(maxIdLength),
    corrects: name(200),
    note: prose(4000),
  },
};

/** What was written, checked and normalised: ids in NFC, times in UTC, names in order. Unknown fields are problems. */
export function readDraft(value: unknown): DraftResult {
  const problems = new Problems();
  // Schema 1 is the only one there is: who writes by hand may leave it out.
  const versioned = isObject(value) && !Object.hasOwn(value, 'schema') ? { schema: 1, ...value } : value;
  const read = fieldsOf(recordShape, versioned, '', problems);
  if (read === undefined || problems.list.length > 0) return { ok: false, problems: problems.list };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each field was read by the reader of its name
  return { ok: true, draft: read as unknown as RecordDraft };
}

/** A record from the bytes of the ledger; nothing may be missing in it. */
export function readRecord(bytes: Uint8Array): RecordResult {
  if (bytes.length > maxRecordBytes)
    return { ok: false, problems: [`it has ${bytes.length} bytes, at most ${maxRecordBytes} are read`] };
  const value = parseJson(bytes);
  if (value === undefined) return { ok: false, problems: ['it is not JSON in UTF-8'] };
  const result = readDraft(value);
  if (!result.ok) return result;
  const { id, at, by } = result.draft;
  if (id === undefined || at === undefined || by === undefined)
    return { ok: false, problems: ['it lacks id, at or by'] };
  return { ok: true, record: { ...result.draft, id, at, by } };
}

/** Fills in who and when, and the id: given, or made from the content less the time, so that a repeated step records nothing new. */
export function completeRecord(
  draft: RecordDraft,
  surroundings: { readonly at: string; readonly by: string },
  hashes: Hashes,
): LineageRecord {
  const filled = { ...draft, at: draft.at ?? surroundings.at, by: draft.by ?? surroundings.by };
  return { ...filled, id: draft.id ?? contentId(filled, hashes) };
}

function contentId(record: Omit<LineageRecord, 'id'>, { sha256 }: Hashes): string {
  return sha256(canonicalText({ ...record, at: undefined, id: undefined })).slice(0, 32);
}

/** Whether somebody chose its id: another record may have the same. */
export function hasOwnId(record: LineageRecord, hashes: Hashes): boolean {
  return record.id !== contentId(record, hashes);
}

/** The bytes that the ledger keeps. The same record gives the same text, whatever the order in which it was written. */
export function recordText(record: LineageRecord): string {
  return `${canonicalText(record)}\n`;
}

/** Whether two records of one id say the same; when they were written is left aside. */
export function sameRecord(a: LineageRecord, b: LineageRecord): boolean {
  return canonicalText({ ...a, at: undefined }) === canonicalText({ ...b, at: undefined });
}

function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_key, found: unknown) => (isObject(found) ? sorted(found) : found));
}

function sorted(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : Number(a > b))));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}
