/** Where the ledger keeps what: names of refs, folders and files, made from ids that may hold anything. */
import { uniqueBy } from '../../kernel/group.ts';
import { nodeKinds, type Hashes, type LineageNode, type LineageRecord, type NodeKind } from './model.ts';

/** What can be looked up: artifacts of each kind, records that correct another, and commits by their tree. */
export const indexKinds = [...nodeKinds, 'record', 'tree'] as const;
export type IndexKind = (typeof indexKinds)[number];

const longest = 100;

/**
 * An id as a name for a ref and a file on any system: small letters, digits, dots, dashes and underscores stand for themselves,
 * every other byte of its UTF-8 is `%xx`; what is too long is cut, and ends with `%-` and its digest.
 */
export function encodeName(id: string, { sha256 }: Hashes): string {
  // A SHA, as most are: nothing is to be escaped.
  if (id.length <= longest && /^[a-z0-9_][a-z0-9_-]*$/.test(id)) return id;
  const encoded = latin1Of(id)
    .replaceAll(/[^a-z0-9._-]/g, (char) => escaped(char.charCodeAt(0)))
    .replaceAll(/^[.-]|\.(?=\.|$|lock$)|(?<=\.)\./g, (char) => escaped(char.charCodeAt(0)));
  return encoded.length <= longest ? encoded : `${encoded.slice(0, 40)}%-${sha256(id).slice(0, 40)}`;
}

/** Its UTF-8, a character for each byte. */
function latin1Of(id: string): string {
  // oxlint-disable-next-line no-control-regex -- all of ASCII is one byte each
  if (/^[\u0000-\u007F]*$/.test(id)) return id;
  return Array.from(new TextEncoder().encode(id), (byte) => String.fromCharCode(byte)).join('');
}

function escaped(byte: number): string {
  return `%${byte.toString(16).padStart(2, '0')}`;
}

/** Two hexadecimal digits that spread the entries; of a commit its own, so that an abbreviation finds it. */
export function shardOf(kind: IndexKind, id: string, { sha256 }: Hashes): string {
  return kind === 'commit' ? id.slice(0, 2) : sha256(id).slice(0, 2);
}

/** Name of a record's ref and file. */
export function recordKey(id: string, hashes: Hashes): string {
  return encodeName(id, hashes);
}

export function recordPath(id: string, hashes: Hashes): string {
  return `records/${hashes.sha256(id).slice(0, 2)}/${recordKey(id, hashes)}.json`;
}

/** Folder of the index in which an id is looked up, and how the names in it begin. */
export function indexPlace(kind: IndexKind, id: string, hashes: Hashes): { folder: string; prefix: string } {
  return { folder: `by/${kind}/${shardOf(kind, id, hashes)}`, prefix: `${encodeName(id, hashes)}@` };
}

/** Every name by which a node can be asked for: its id, its digest, the service that it is a version of. */
export function namesOf({ id, digest, service }: LineageNode): string[] {
  return [id, digest, service].filter((name) => name !== undefined);
}

export interface IndexEntry {
  readonly kind: IndexKind;
  readonly name: string;
}

/** What a record is found by. That of a request is not found by what answered it: a serving version answers any number of them. */
export function entriesOf(record: LineageRecord): IndexEntry[] {
  const ofRequest = record.outputs.every(({ kind }) => kind === 'trace');
  const found = [...(ofRequest ? [] : record.inputs), ...record.outputs];
  const nodes = found.flatMap((node) =>
    namesOf(node).map((name) => ({ kind: node.kind as IndexKind, name })),
  );
  const trees = found.flatMap(({ tree: name }): IndexEntry[] =>
    name === undefined ? [] : [{ kind: 'tree', name }],
  );
  const more: IndexEntry[] = [];
  if (record.corrects !== undefined) more.push({ kind: 'record', name: record.corrects });
  if (record.replaces !== undefined) more.push({ kind: 'serving', name: record.replaces });
  return unique([...nodes, ...trees, ...more]);
}

function unique(entries: readonly IndexEntry[]): IndexEntry[] {
  return uniqueBy(entries, ({ kind, name }) => `${kind} ${name}`);
}

/** Files of the branch that contain a record: its own, and one in each index. All of them are the same blob. */
export function pathsOf(record: LineageRecord, hashes: Hashes): string[] {
  const key = recordKey(record.id, hashes);
  const indexed = entriesOf(record).map(({ kind, name }) => {
    const { folder, prefix } = indexPlace(kind, name, hashes);
    return `${folder}/${prefix}${key}.json`;
  });
  return [recordPath(record.id, hashes), ...indexed];
}

/** Name in the inbox of an evaluation's rows, by the SHA-256 of them. No record is named so: `@` is escaped in their names. */
export function resultsKey(sha256: string): string {
  return `results@${sha256}`;
}

/** File of the branch that contains an evaluation's rows. */
export function resultsPath(sha256: string): string {
  return `results/${sha256.slice(0, 2)}/${sha256}.jsonl`;
}

/** Where a second record of an id is kept: nothing is lost, and readers tell of it. */
export function conflictPath(id: string, blob: string, hashes: Hashes): string {
  return `conflicts/${recordKey(id, hashes)}@${blob}.json`;
}

export function isNodeKind(text: string): text is NodeKind {
  return nodeKinds.some((kind) => kind === text);
}
