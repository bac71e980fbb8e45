/** Records from and to the bytes that the ledger keeps, and the id that is made from the content. */
import { isRecord } from '../../kernel/record.ts';
import { compareText, inOrder } from '../../kernel/compare.ts';
import { readShape } from '../../kernel/shape.ts';
import {
  draft,
  maxRecordBytes,
  type Hashes,
  type LineageNode,
  type LineageRecord,
  type RecordDraft,
} from './model.ts';

export type DraftResult =
  | { readonly ok: true; readonly draft: RecordDraft }
  | { readonly ok: false; readonly problems: readonly string[] };

export type RecordResult =
  | { readonly ok: true; readonly record: LineageRecord }
  | { readonly ok: false; readonly problems: readonly string[] };

/** What was written, checked and normalised: ids in NFC, times in UTC, names in order. Unknown fields are problems. */
export function readDraft(value: unknown): DraftResult {
  const result = readShape(draft, value, 'record');
  return result.ok ? { ok: true, draft: result.value } : result;
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

function contentId(record: Omit<LineageRecord, 'id'>, hashes: Hashes): string {
  return idOf(ordered({ ...record }), hashes);
}

function idOf(inOrder: object, { sha256 }: Hashes): string {
  return sha256(JSON.stringify({ ...inOrder, at: undefined, id: undefined })).slice(0, 32);
}

/** Whether somebody chose its id: another record may have the same. */
export function hasOwnId(record: LineageRecord, hashes: Hashes): boolean {
  return record.id !== contentId(record, hashes);
}

/** Whether its id has the form of one made from the content, and the content is another: it was changed after it was written. */
export function isAltered(record: LineageRecord, hashes: Hashes): boolean {
  return hasFormOfContent(record) && hasOwnId(record, hashes);
}

function hasFormOfContent({ id }: LineageRecord): boolean {
  return /^[0-9a-f]{32}$/.test(id);
}

/** The bytes that the ledger keeps. The same record gives the same text, whatever the order in which it was written. */
export function recordText(record: LineageRecord): string {
  return `${canonicalText(record)}\n`;
}

/** Both of a record, in one pass over it: `recordText` and `isAltered`. */
export function writtenAs(record: LineageRecord, hashes: Hashes): { text: string; altered: boolean } {
  const fields = ordered({ ...record });
  const altered = hasFormOfContent(record) && idOf(fields, hashes) !== record.id;
  return { text: `${JSON.stringify(fields)}\n`, altered };
}

/** The order in which records were made. */
export function byTime(a: LineageRecord, b: LineageRecord): number {
  return compareText(a.at, b.at);
}

/** Whether two records of one id say the same; when they were written is left aside, and so is whether the trees of commits were at hand. */
export function sameRecord(a: LineageRecord, b: LineageRecord): boolean {
  return canonicalText(said(a)) === canonicalText(said(b));
}

function said(record: LineageRecord) {
  const plain = ({ inputs, outputs }: LineageRecord) => [inputs, outputs].map((nodes) => nodes.map(treeless));
  return { ...record, at: undefined, inputs: plain(record), outputs: undefined };
}

function treeless(node: LineageNode) {
  return { ...node, tree: undefined };
}

/** Fields in which one record says something else than the other, each with both versions: `inputs [...] -> [...]`. */
export function changedFields(before: LineageRecord, after: LineageRecord): string[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted();
  const [old, now]: Record<string, unknown>[] = [{ ...before }, { ...after }];
  return fields
    .filter((field) => !notCompared.has(field) && canonicalText(old?.[field]) !== canonicalText(now?.[field]))
    .map((field) => `${field} ${shortText(old?.[field])} -> ${shortText(now?.[field])}`);
}

/** What names a record and its writing, and is given beside. */
const notCompared = new Set(['id', 'at', 'by', 'corrects', 'run', 'schema']);

function shortText(value: unknown): string {
  const text = value === undefined ? 'nothing' : canonicalText(value);
  return text.length <= 160 ? text : `${text.slice(0, 159)}…`;
}

function canonicalText(value: unknown): string {
  return JSON.stringify(inCanon(value) ?? null);
}

function inCanon(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inCanon);
  return isRecord(value) ? ordered(value) : value;
}

/** With its keys by code units; but those that are whole numbers come first, by their value, as in every object of JavaScript: so ids have always been made. */
function ordered(value: Readonly<Record<string, unknown>>): object {
  const found: Record<string, unknown> = {};
  for (const key of inOrder(Object.keys(value)))
    if (key === '__proto__')
      Object.defineProperty(found, key, { value: inCanon(value[key]), enumerable: true });
    else found[key] = inCanon(value[key]);
  return found;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}
