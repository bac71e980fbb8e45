/** The records of the branch, as its index lists them: only folders that have changed since an earlier board are listed again. */
import { isRecord } from '../../kernel/record.ts';
import type { IndexKind } from '../../lineage/index.ts';
import type { LedgerSnapshot } from '../../ports/ledger.ts';
import {
  emptyIndex,
  rowOf,
  withRows,
  type FolderState,
  type IndexRow,
  type LedgerIndex,
} from './ledger-index.ts';

/** What a board is made from. Requests, of which there may be millions, are not among them. */
const kinds: readonly IndexKind[] = ['serving', 'verdict', 'evaluation', 'weights', 'job', 'image', 'commit'];

/** Where they are indexed. */
export const indexFolders: readonly string[] = kinds.map((kind) => `by/${kind}`);

/** Blobs that are fetched together. */
const batch = 100_000;

export interface IndexedRecords {
  readonly index: LedgerIndex;
  /** Of blobs that the index did not have before: the first of their places. */
  readonly fresh: ReadonlyMap<string, string>;
  /** Contents of those, where they are no more than `most`. */
  readonly contents: ReadonlyMap<string, Uint8Array>;
}

export async function indexedRecords(
  snapshot: LedgerSnapshot,
  before: LedgerIndex,
  most: number,
): Promise<IndexedRecords> {
  const now = await foldersOf(snapshot);
  const changed = [...now].filter(
    ([folder, tree]) => tree === '' || before.folders.get(folder)?.tree !== tree,
  );
  const listed = await snapshot.list(changed.map(([folder]) => folder));
  const fresh = new Map<string, string>();
  const folders = new Map<string, FolderState>(before.folders);
  let isLess = [...before.folders.keys()].some((folder) => !now.has(folder));
  for (const [folder, tree] of changed) {
    const entries = listed.get(folder) ?? new Map<string, string>();
    let known = 0;
    for (const [name, oid] of entries)
      if (rowOf(before, oid) >= 0) known += 1;
      else if (!fresh.has(oid)) fresh.set(oid, `${folder}/${name}`);
    isLess ||= known < (before.folders.get(folder)?.entries ?? 0);
    folders.set(folder, { tree, entries: entries.size });
  }
  // Records are never taken out; where some were, nothing that is known of this ledger is sure.
  if (isLess) return indexedRecords(snapshot, emptyIndex, most);
  const { rows, contents } = await rowsOf(snapshot, [...fresh.keys()], most);
  const unreadable = new Set(rows.filter(({ at }) => Number.isNaN(at)).map(({ oid }) => oid));
  const suspects = new Map([...before.suspects, ...placesIn(listed, (oid) => unreadable.has(oid))]);
  return { index: withRows({ ...before, folders, suspects }, rows), fresh, contents };
}

/** Path → tree id; of a ledger that does not know trees all folders there may be, with `''`. */
async function foldersOf(snapshot: LedgerSnapshot): Promise<Map<string, string>> {
  const known = await snapshot.folders?.(indexFolders);
  if (known === undefined) return new Map(allFolders().map((folder) => [folder, '']));
  return new Map(
    indexFolders.flatMap((parent) =>
      [...(known.get(parent) ?? [])]
        .filter(([name]) => /^[0-9a-f]{2}$/.test(name))
        .map(([name, tree]): [string, string] => [`${parent}/${name}`, tree]),
    ),
  );
}

function allFolders(): string[] {
  const shards = Array.from({ length: 256 }, (_, shard) => shard.toString(16).padStart(2, '0'));
  return kinds.flatMap((kind) => shards.map((shard) => `by/${kind}/${shard}`));
}

/** Blob id → its places. A record stands in the index of everything that it links, always as the same blob. */
export async function allPlaces(snapshot: LedgerSnapshot): Promise<ReadonlyMap<string, readonly string[]>> {
  return placesIn(await snapshot.list(allFolders()), () => true);
}

type Listed = Awaited<ReturnType<LedgerSnapshot['list']>>;

function placesIn(listed: Listed, isWanted: (oid: string) => boolean): Map<string, string[]> {
  const places = new Map<string, string[]>();
  for (const [folder, entries] of listed)
    for (const [name, oid] of entries) {
      if (!isWanted(oid)) continue;
      const [own, place] = [places.get(oid), `${folder}/${name}`];
      if (own === undefined) places.set(oid, [place]);
      else own.push(place);
    }
  return places;
}

async function rowsOf(snapshot: LedgerSnapshot, oids: readonly string[], most: number) {
  const rows: IndexRow[] = [];
  const contents = new Map<string, Uint8Array>();
  for (let at = 0; at < oids.length; at += batch) {
    const part = await snapshot.read(oids.slice(at, at + batch));
    for (const [oid, bytes] of part) {
      rows.push(readRow(oid, bytes));
      if (oids.length <= most) contents.set(oid, bytes);
    }
  }
  return { rows, contents };
}

/** As records are written, the time comes first; what was written otherwise is parsed. */
function readRow(oid: string, bytes: Uint8Array): IndexRow {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const plain = /^\{"at":"(\d{4}-\d\d-\d\dT[\d:.]{8,12}Z)"/.exec(text.toString('latin1', 0, 48))?.[1];
  if (plain !== undefined) return { oid, at: Date.parse(plain), serves: text.includes('"kind":"serving"') };
  const value = jsonOf(text);
  const at = isRecord(value) && typeof value['at'] === 'string' ? Date.parse(value['at']) : Number.NaN;
  return { oid, at, serves: text.includes('serving') };
}

function jsonOf(text: Buffer): unknown {
  try {
    return JSON.parse(text.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
