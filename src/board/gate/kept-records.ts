/** Records that an earlier board has read, so that the next one reads what is new only. Content is named by its digest: what was altered is read anew. */
import { createHash } from 'node:crypto';
import type { LedgerSnapshot } from '../../ports/ledger.ts';
import {
  contentBytes,
  contentColumns,
  keptContents,
  noContents,
  type Content,
  type KeptContents,
} from './kept-contents.ts';
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
  const { index, contents } = contentOf((await file.read()) ?? new Uint8Array());
  /** What was read through the snapshot: numbers of what is kept, and what is not. */
  const [used, fresh] = [new Set<number>(), new Map<string, Uint8Array>()];
  const kept = (oid: string) => {
    const number = contents.find(oid);
    const bytes = number < 0 ? undefined : contents.bytesAt(number);
    if (bytes !== undefined) used.add(number);
    return bytes ?? fresh.get(oid);
  };
  const read: LedgerSnapshot['read'] = async (oids) => {
    const known = new Map<string, Uint8Array>();
    for (const oid of oids) {
      const bytes = kept(oid);
      if (bytes !== undefined) known.set(oid, bytes);
    }
    for (const [oid, bytes] of await snapshot.read(oids.filter((one) => !known.has(one)))) {
      fresh.set(oid, bytes);
      known.set(oid, bytes);
    }
    return known;
  };
  return {
    snapshot: { ...snapshot, read },
    before: { index, contents, scan: snapshot.read },
    keep: async (known) => {
      const taken = new Set(known.taken);
      const others = [...used].filter((number) => !taken.has(number));
      const unsound = [...fresh].filter(([oid]) => !known.fresh.has(oid));
      const isOld = known.index.rows === index.rows && known.index.suspects.size === index.suspects.size;
      const isSame = known.fresh.size + unsound.length === 0 && taken.size + others.length === contents.count;
      if (isOld && isSame) return;
      const all = [
        ...contentsAt(contents, known.taken, true),
        ...named(known.fresh, true),
        ...contentsAt(contents, others, false),
        ...named(unsound, false),
      ];
      await file.write(fileOf(known.index, all));
    },
  };
}

function contentsAt(contents: KeptContents, numbers: readonly number[], isSound: boolean): Content[] {
  return numbers.flatMap((number) => {
    const bytes = contents.bytesAt(number);
    return bytes === undefined ? [] : [{ oid: contents.oidAt(number), bytes, isSound }];
  });
}

function named(contents: Iterable<readonly [string, Uint8Array]>, isSound: boolean): Content[] {
  return Array.from(contents, ([oid, bytes]) => ({ oid, bytes, isSound }));
}

const version = 'model-gates board records 4\n';

/** Behind a line that names the format: the index with its digest, columns of the contents, and the contents themselves. */
function fileOf(index: LedgerIndex, all: readonly Content[]): Uint8Array {
  const rows = indexBytes(index);
  const { columns, contents } = contentBytes(all);
  return Buffer.concat([Buffer.from(version), joined([digestOf(rows), rows, ...columns]), contents]);
}

function digestOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** What is cut off, damaged or of another version is left out. */
function contentOf(file: Uint8Array): { index: LedgerIndex; contents: KeptContents } {
  const all = Buffer.from(file.buffer, file.byteOffset, file.length);
  const bytes = all.subarray(version.length);
  const isOurs = all.subarray(0, version.length).equals(Buffer.from(version));
  const found = isOurs ? partsOf(bytes, 2 + contentColumns) : undefined;
  const [digest, rows, ...columns] = found?.parts ?? [];
  if (found === undefined || digest === undefined || rows === undefined)
    return { index: emptyIndex, contents: noContents };
  const index = digestOf(rows).equals(digest) ? readIndex(rows) : undefined;
  return { index: index ?? emptyIndex, contents: keptContents(columns, bytes.subarray(found.end)) };
}
