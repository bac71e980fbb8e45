/** Records that an earlier board has read, so that the next one reads what is new only. Content is named by its digest: what was altered is read anew. */
import { createHash } from 'node:crypto';
import type { LedgerSnapshot } from '../../ports/ledger.ts';
import { emptyIndex, indexBytes, readIndex, type LedgerIndex } from './ledger-index.ts';
import { joined, partsOf } from './parts.ts';
import type { KnownBefore, KnownRecords } from './records.ts';

/** A file that may be lost at any time. */
export interface KeptFile {
  /** `undefined` where there is none. */
  read(): Promise<Uint8Array | undefined>;
  write(content: Uint8Array): Promise<void>;
}

export interface KeptSnapshot {
  /** The same ledger, whose contents come from the file where it has them. */
  readonly snapshot: LedgerSnapshot;
  /** What an earlier board knew of all records; absent where nothing is kept. */
  readonly before?: KnownBefore;
  /** Keeps what is known now, and what else was read through the snapshot, where that is more or other than before. */
  keep(known: KnownRecords): Promise<void>;
}

export async function withKept(snapshot: LedgerSnapshot, file: KeptFile | undefined): Promise<KeptSnapshot> {
  if (file === undefined) return { snapshot, keep: () => Promise.resolve() };
  const { index, entries } = contentOf((await file.read()) ?? new Uint8Array());
  const used = new Map<string, Uint8Array>();
  const before = (oid: string) => soundEntry(oid, used.get(oid) ?? entries.get(oid)?.bytes);
  const read: LedgerSnapshot['read'] = async (oids) => {
    const known = new Map(oids.flatMap((oid) => before(oid)));
    const fresh = await snapshot.read(oids.filter((oid) => !known.has(oid)));
    for (const [oid, bytes] of [...known, ...fresh]) used.set(oid, bytes);
    return new Map([...known, ...fresh]);
  };
  return {
    snapshot: { ...snapshot, read },
    before: {
      index,
      soundAt: (oid) => (entries.get(oid)?.isSound === true ? before(oid)[0]?.[1] : undefined),
      scan: snapshot.read,
    },
    keep: async (known) => {
      const all = new Map<string, Entry>();
      for (const [oid, bytes] of known.sound) all.set(oid, { bytes, isSound: true });
      for (const [oid, bytes] of used) if (!all.has(oid)) all.set(oid, { bytes, isSound: false });
      const isOld = known.index.rows === index.rows && known.index.suspects.size === index.suspects.size;
      if (isOld && all.size === entries.size && [...all.keys()].every((oid) => entries.has(oid))) return;
      await file.write(fileOf(known.index, all));
    },
  };
}

interface Entry {
  readonly bytes: Uint8Array;
  /** Whether it was found to be a record as it is written. */
  readonly isSound: boolean;
}

/** Empty where its content is not what its name says. */
function soundEntry(oid: string, bytes: Uint8Array | undefined): [string, Uint8Array][] {
  if (bytes === undefined) return [];
  const digest = createHash(oid.length === 40 ? 'sha1' : 'sha256')
    .update(`blob ${bytes.length}\0`)
    .update(bytes);
  return digest.digest('hex') === oid ? [[oid, bytes]] : [];
}

const version = 'model-gates board records 3\n';

/** Behind a line that names the format: the index with its digest, ids, sizes and kinds of the contents, and the contents themselves. */
function fileOf(index: LedgerIndex, entries: ReadonlyMap<string, Entry>): Uint8Array {
  const rows = indexBytes(index);
  const contents = [...entries.values()];
  const sizes = Buffer.alloc(4 * contents.length);
  for (const [at, { bytes }] of contents.entries()) sizes.writeUInt32LE(bytes.length, 4 * at);
  const parts = [
    digestOf(rows),
    rows,
    Buffer.from([...entries.keys()].join(''), 'hex'),
    sizes,
    Uint8Array.from(contents, ({ isSound }) => Number(isSound)),
  ];
  return Buffer.concat([Buffer.from(version), joined(parts), ...contents.map(({ bytes }) => bytes)]);
}

function digestOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** What is cut off, damaged or of another version is left out. */
function contentOf(file: Uint8Array): { index: LedgerIndex; entries: Map<string, Entry> } {
  const all = Buffer.from(file.buffer, file.byteOffset, file.length);
  const bytes = all.subarray(version.length);
  const isOurs = all.subarray(0, version.length).equals(Buffer.from(version));
  const { parts: [digest, rows, ids, sizes, kinds] = [], end } = (isOurs ? partsOf(bytes, 5) : undefined) ?? {
    end: 0,
  };
  const entries = new Map<string, Entry>();
  if (digest === undefined || rows === undefined || ids === undefined || sizes === undefined)
    return { index: emptyIndex, entries };
  const index = digestOf(rows).equals(digest) ? readIndex(rows) : undefined;
  const width = ids.length / (sizes.length >>> 2);
  const count = width === 20 || width === 32 ? sizes.length >>> 2 : 0;
  for (let at = 0, from = end; at < count; at += 1) {
    const to = from + sizes.readUInt32LE(4 * at);
    if (to > bytes.length) break;
    const oid = ids.toString('hex', at * width, (at + 1) * width);
    entries.set(oid, { bytes: bytes.subarray(from, to), isSound: kinds?.[at] === 1 });
    from = to;
  }
  return { index: index ?? emptyIndex, entries };
}
