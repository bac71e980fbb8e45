/** Records that an earlier board has read, so that the next one reads what is new only. Content is named by its digest: what was altered is read anew. */
import { createHash } from 'node:crypto';
import type { LedgerSnapshot } from '../../ports/ledger.ts';

/** A file that may be lost at any time. */
export interface KeptFile {
  /** `undefined` where there is none. */
  read(): Promise<Uint8Array | undefined>;
  write(content: Uint8Array): Promise<void>;
}

export interface KeptSnapshot {
  readonly snapshot: LedgerSnapshot;
  /** Keeps what was read through it, where that is more or other than before. */
  keep(): Promise<void>;
}

/** The same ledger, whose contents come from the file where it has them. */
export async function withKept(snapshot: LedgerSnapshot, file: KeptFile | undefined): Promise<KeptSnapshot> {
  if (file === undefined) return { snapshot, keep: () => Promise.resolve() };
  const before = entriesIn((await file.read()) ?? new Uint8Array());
  const used = new Map<string, Uint8Array>();
  let isNew = false;
  const read: LedgerSnapshot['read'] = async (oids) => {
    const known = new Map(oids.flatMap((oid) => soundEntry(oid, used.get(oid) ?? before.get(oid))));
    const fresh = await snapshot.read(oids.filter((oid) => !known.has(oid)));
    isNew ||= fresh.size > 0;
    for (const [oid, bytes] of [...known, ...fresh]) used.set(oid, bytes);
    return new Map([...known, ...fresh]);
  };
  return {
    snapshot: { ...snapshot, read },
    keep: async () => {
      if (isNew || used.size < before.size) await file.write(fileOf(used));
    },
  };
}

/** Empty where its content is not what its name says. */
function soundEntry(oid: string, bytes: Uint8Array | undefined): [string, Uint8Array][] {
  if (bytes === undefined) return [];
  const digest = createHash(oid.length === 40 ? 'sha1' : 'sha256')
    .update(`blob ${bytes.length}\0`)
    .update(bytes);
  return digest.digest('hex') === oid ? [[oid, bytes]] : [];
}

const version = 'model-gates board records 1\n';

/** `<oid> <bytes>\n<content>\n` for each, behind a line that names the format. */
function fileOf(entries: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const parts = [...entries].flatMap(([oid, bytes]) => [
    Buffer.from(`${oid} ${bytes.length}\n`),
    bytes,
    Buffer.from('\n'),
  ]);
  return Buffer.concat([Buffer.from(version), ...parts]);
}

/** What is cut off or of another version is left out. */
function entriesIn(file: Uint8Array): Map<string, Uint8Array> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length);
  const entries = new Map<string, Uint8Array>();
  if (!bytes.subarray(0, version.length).equals(Buffer.from(version))) return entries;
  for (let at = version.length; at < bytes.length;) {
    const end = bytes.indexOf(10, at);
    const [, oid, size] =
      /^([0-9a-f]{40,64}) (\d{1,9})$/.exec(bytes.toString('latin1', at, Math.max(at, end))) ?? [];
    if (oid === undefined) break;
    const from = end + 1;
    at = from + Number(size) + 1;
    if (at > bytes.length) break;
    entries.set(oid, bytes.subarray(from, at - 1));
  }
  return entries;
}
