/** Records of the branch with the ids of others: a writer that repeated itself, or a second one. */
import { posix } from 'node:path';
import { readRecord, recordPath, sameRecord, type LineageRecord } from '../index.ts';
import type { LedgerSnapshot } from '../../ports/ledger.ts';
import { hashes } from './hashes.ts';

export interface StoredRecord {
  /** Blob in the branch. */
  readonly oid: string;
  /** It says what the other of its id says. */
  readonly same: boolean;
}

/** By id, for those whose id is in the branch. */
export async function storedRecords(
  snapshot: LedgerSnapshot,
  records: readonly LineageRecord[],
): Promise<Map<string, StoredRecord>> {
  const paths = records.map(({ id }) => recordPath(id, hashes));
  const blobs = await blobsAt(snapshot, paths);
  const contents = await snapshot.read([...blobs.values()]);
  return new Map(
    records.flatMap((record, at): [string, StoredRecord][] => {
      const oid = blobs.get(paths[at] ?? '');
      if (oid === undefined) return [];
      const before = readRecord(contents.get(oid) ?? new Uint8Array());
      return [[record.id, { oid, same: before.ok && sameRecord(before.record, record) }]];
    }),
  );
}

/** Blob ids by path, of the files that are in the branch. */
export async function blobsAt(
  snapshot: LedgerSnapshot,
  paths: readonly string[],
): Promise<Map<string, string>> {
  const folders = await snapshot.list([...new Set(paths.map((path) => posix.dirname(path)))]);
  return new Map(
    paths.flatMap((path): [string, string][] => {
      const oid = folders.get(posix.dirname(path))?.get(posix.basename(path));
      return oid === undefined ? [] : [[path, oid]];
    }),
  );
}
