/** Records of the branch with the ids of others: a writer that repeated itself, or a second one. */
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
  const places = records.map((record) => {
    const path = recordPath(record.id, hashes);
    const slash = path.lastIndexOf('/');
    return { record, folder: path.slice(0, slash), name: path.slice(slash + 1) };
  });
  const folders = await snapshot.list([...new Set(places.map(({ folder }) => folder))]);
  const met = places.flatMap(({ record, folder, name }) => {
    const oid = folders.get(folder)?.get(name);
    return oid === undefined ? [] : [{ record, oid }];
  });
  const contents = await snapshot.read(met.map(({ oid }) => oid));
  return new Map(
    met.map(({ record, oid }) => {
      const before = readRecord(contents.get(oid) ?? new Uint8Array());
      return [record.id, { oid, same: before.ok && sameRecord(before.record, record) }];
    }),
  );
}
