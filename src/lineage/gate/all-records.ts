/** All records that count, a few folders at a time: a million would not fit into memory at once. */
import type { LedgerSnapshot } from '../../ports/ledger.ts';
import type { LineageRecord } from '../index.ts';
import { storedRecords } from './stored.ts';

type Places = readonly (readonly [place: string, oid: string])[];

interface Reading {
  load(places: ReadonlyMap<string, string>): Promise<void>;
  /** Of what was loaded those that are sound and in their place. */
  records(places: Places): readonly LineageRecord[];
  /** What was loaded, by blob id. */
  readonly parsed: Map<string, unknown>;
  /** Ids of those that others correct. */
  current(records: readonly LineageRecord[]): Promise<ReadonlySet<string>>;
}

/** Folders that are read together. */
const together = 16;

const folders = Array.from({ length: 256 }, (_, shard) => `records/${shard.toString(16).padStart(2, '0')}`);

/** `waiting`: records of the inbox, of which those come last that the branch does not have. */
export async function* allRecords(
  snapshot: LedgerSnapshot,
  waiting: readonly LineageRecord[],
  { load, records, parsed, current }: Reading,
): AsyncGenerator<readonly LineageRecord[]> {
  const counting = async (found: readonly LineageRecord[]) => {
    const aside = await current(found);
    return found.filter(({ id }) => !aside.has(id));
  };
  await snapshot.bring?.(['records', 'by/record']);
  for (let from = 0; from < folders.length; from += together) {
    const listed = await snapshot.list(folders.slice(from, from + together));
    const places = [...listed].flatMap(([folder, names]) =>
      [...names].map(([name, oid]) => [`${folder}/${name}`, oid] as const),
    );
    await load(new Map(places));
    yield await counting(records(places));
    for (const [, oid] of places) parsed.delete(oid);
  }
  const stored = await storedRecords(snapshot, waiting);
  yield await counting(waiting.filter(({ id }) => !stored.has(id)));
}
