/** The records of the branch, as its index lists them: only folders that have changed since an earlier board are listed again. */
import { isRecord } from '../../kernel/record.ts';
import type { IndexKind } from '../../lineage/index.ts';
import type { FolderEntries, LedgerSnapshot } from '../../ports/ledger.ts';
import { emptyIndex, withRows, type FolderState, type LedgerIndex, type Said } from './ledger-index.ts';
import { idBytes, idSet, placeIn } from './sorted-ids.ts';

/** What a board is made from. Requests, of which there may be millions, are not among them. */
const kinds: readonly IndexKind[] = ['serving', 'verdict', 'evaluation', 'weights', 'job', 'image', 'commit'];

/** Where they are indexed. */
export const indexFolders: readonly string[] = kinds.map((kind) => `by/${kind}`);

/** Blobs that are fetched together. */
const batch = 100_000;

export interface IndexedRecords {
  readonly index: LedgerIndex;
  /** Of a blob that the index did not have before: the first of its places. */
  readonly first: (oid: string) => string | undefined;
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
  const listed = await entriesOf(
    snapshot,
    changed.map(([folder]) => folder),
  );
  const fresh = freshIds(listed, before);
  const folders = new Map<string, FolderState>(before.folders);
  let isLess = [...before.folders.keys()].some((folder) => !now.has(folder));
  for (const [folder, tree] of changed) {
    const entries = listed.get(folder)?.ids.length ?? 0;
    isLess ||= entries - (fresh.unknown.get(folder) ?? 0) < (before.folders.get(folder)?.entries ?? 0);
    folders.set(folder, { tree, entries });
  }
  // Records are never taken out; where some were, nothing that is known of this ledger is sure.
  if (isLess) return indexedRecords(snapshot, emptyIndex, most);
  const { ids, width, first } = fresh;
  const oids = hexOf(ids, width);
  const { said, contents } = await readAll(snapshot, oids, most);
  const unreadable = new Set(oids.filter((_, at) => Number.isNaN(said.times[at])));
  const suspects = new Map([...before.suspects, ...placesIn(listed, unreadable)]);
  return { index: withRows({ ...before, folders, suspects }, ids, width, said), first, contents };
}

/** Ids that are not known, each once, and how many entries of each folder have one. */
function freshIds(listed: Listed, { rows }: LedgerIndex) {
  const width = [...listed.values()].find(({ ids }) => ids.length > 0)?.width ?? rows.width;
  const set = idSet(width);
  const unknown = new Map<string, number>();
  /** Of each its first place: the number of the folder, and of the entry there. */
  const [inFolder, asEntry]: [number[], number[]] = [[], []];
  for (const [folder, { bytes, ids }] of listed) {
    let count = 0;
    for (const [entry, at] of ids.entries()) {
      if (rows.count > 0 && placeIn(rows, bytes, at) >= 0) continue;
      count += 1;
      if (!set.add(bytes, at)) continue;
      inFolder.push(unknown.size);
      asEntry.push(entry);
    }
    unknown.set(folder, count);
  }
  const all = [...listed];
  const ids = set.ids();
  return {
    ids,
    width,
    unknown,
    first: (oid: string) => {
      const number = oid.length === 2 * width ? set.find(Buffer.from(oid, 'hex'), 0) : -1;
      const [folder, entries] = all[inFolder[number] ?? -1] ?? [];
      return entries && `${folder}/${entries.name(asEntry[number] ?? 0)}`;
    },
  };
}

function hexOf(ids: Buffer, width: number): string[] {
  return Array.from({ length: ids.length / width }, (_, at) =>
    ids.toString('hex', at * width, (at + 1) * width),
  );
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

type Listed = ReadonlyMap<string, FolderEntries>;

async function entriesOf(snapshot: LedgerSnapshot, folders: readonly string[]): Promise<Listed> {
  if (snapshot.entries !== undefined) return snapshot.entries(folders);
  const listed = await snapshot.list(folders);
  return new Map([...listed].map(([folder, names]) => [folder, entriesIn(names)]));
}

function entriesIn(listed: ReadonlyMap<string, string>): FolderEntries {
  const names = [...listed.keys()];
  const { ids: bytes, width } = idBytes([...listed.values()]);
  return { bytes, width, ids: names.map((_, at) => at * width), name: (at) => names[at] ?? '' };
}

/** Blob id → its places. A record stands in the index of everything that it links, always as the same blob. */
export async function allPlaces(snapshot: LedgerSnapshot): Promise<ReadonlyMap<string, readonly string[]>> {
  return placesIn(await entriesOf(snapshot, allFolders()));
}

function placesIn(listed: Listed, wanted?: ReadonlySet<string>): Map<string, string[]> {
  const places = new Map<string, string[]>();
  if (wanted?.size === 0) return places;
  for (const [folder, { bytes, width, ids, name }] of listed)
    for (const [at, start] of ids.entries()) {
      const oid = bytes.toString('hex', start, start + width);
      if (wanted?.has(oid) === false) continue;
      const [own, place] = [places.get(oid), `${folder}/${name(at)}`];
      if (own === undefined) places.set(oid, [place]);
      else own.push(place);
    }
  return places;
}

async function readAll(snapshot: LedgerSnapshot, oids: readonly string[], most: number) {
  const said = { times: new Float64Array(oids.length), serving: new Uint8Array(oids.length) };
  const contents = new Map<string, Uint8Array>();
  const each = snapshot.each ?? inBatches(snapshot);
  await each(oids, (at, bytes) => {
    readInto(said, at, bytes);
    if (oids.length <= most) contents.set(oids[at] ?? '', Buffer.from(bytes));
  });
  return { said, contents };
}

function inBatches({ read }: LedgerSnapshot): NonNullable<LedgerSnapshot['each']> {
  return async (oids, take) => {
    for (let from = 0; from < oids.length; from += batch) {
      const part = oids.slice(from, from + batch);
      const found = await read(part);
      for (const [at, oid] of part.entries()) take(from + at, found.get(oid) ?? new Uint8Array());
    }
  };
}

const serving = Buffer.from('"kind":"serving"');

/** As records are written, the time comes first; what was written otherwise is parsed. */
function readInto({ times, serving: serves }: Said, row: number, bytes: Uint8Array): void {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const plain = /^\{"at":"(\d{4}-\d\d-\d\dT[\d:.]{8,12}Z)"/.exec(text.toString('latin1', 0, 48))?.[1];
  if (plain !== undefined) {
    times[row] = Date.parse(plain);
    serves[row] = Number(text.includes(serving));
    return;
  }
  const value = jsonOf(text);
  times[row] = isRecord(value) && typeof value['at'] === 'string' ? Date.parse(value['at']) : Number.NaN;
  serves[row] = Number(text.includes('serving'));
}

function jsonOf(text: Buffer): unknown {
  try {
    return JSON.parse(text.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
