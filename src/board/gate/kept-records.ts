/** Records that an earlier board has read, so that the next one reads what is new only. Content is named by its digest: what was altered is read anew. */
import { createHash } from 'node:crypto';
import type { LedgerSnapshot } from '../../ports/ledger.ts';
import { emptyIndex, indexBytes, readIndex, type LedgerIndex } from './ledger-index.ts';
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

const version = 'model-gates board records 2\n';

/** Behind a line that names the format: the index with its digest, and `<oid> <bytes> <s or r>\n<content>\n` for each content. */
function fileOf(index: LedgerIndex, entries: ReadonlyMap<string, Entry>): Uint8Array {
  const rows = indexBytes(index);
  const parts = [...entries].flatMap(([oid, { bytes, isSound }]) => [
    Buffer.from(`${oid} ${bytes.length} ${isSound ? 's' : 'r'}\n`),
    bytes,
    newline,
  ]);
  return Buffer.concat([
    Buffer.from(`${version}${digestOf(rows)} ${rows.length} i\n`),
    rows,
    newline,
    ...parts,
  ]);
}

const newline = Buffer.from('\n');

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What is cut off, damaged or of another version is left out. */
function contentOf(file: Uint8Array): { index: LedgerIndex; entries: Map<string, Entry> } {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length);
  const entries = new Map<string, Entry>();
  let index = emptyIndex;
  if (!bytes.subarray(0, version.length).equals(Buffer.from(version))) return { index, entries };
  for (let at = version.length; at < bytes.length;) {
    const end = bytes.indexOf(10, at);
    const line = bytes.toString('latin1', at, Math.max(at, end));
    const [, oid, size, kind] = /^([0-9a-f]{40,64}) (\d{1,12}) ([irs])$/.exec(line) ?? [];
    if (oid === undefined) break;
    const from = end + 1;
    at = from + Number(size) + 1;
    if (at > bytes.length) break;
    const content = bytes.subarray(from, at - 1);
    if (kind !== 'i') entries.set(oid, { bytes: content, isSound: kind === 's' });
    else if (digestOf(content) === oid) index = readIndex(content) ?? emptyIndex;
  }
  return { index, entries };
}
