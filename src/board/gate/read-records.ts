/** Contents to records: what was found sound before is only parsed, all else is judged by its id and its place. */
import type { LineageRecord } from '../../lineage/index.ts';
import { isInPlace, readIn, soundRecord } from '../../lineage/gate/sound.ts';
import type { LedgerSnapshot } from '../../ports/ledger.ts';
import type { Finding } from '../../report/model.ts';
import { allPlaces } from './indexed-records.ts';
import type { KeptContents } from './kept-contents.ts';
import type { SortedIds } from './sorted-ids.ts';

/** Blobs that are fetched together. */
const batch = 100_000;

export interface Wanted {
  /** Numbers of contents that are kept and were found sound. */
  readonly kept: readonly number[];
  /** Blob ids of the others. */
  readonly oids: readonly string[];
}

export interface ReadRecords {
  readonly records: readonly LineageRecord[];
  readonly findings: readonly Finding[];
  /** Numbers of the kept contents that were taken. */
  readonly taken: readonly number[];
  /** The others that are as `recordText` writes them, by blob id. */
  readonly fresh: ReadonlyMap<string, Uint8Array>;
  /** Blob ids of what gave no record. */
  readonly lost: readonly string[];
}

export interface Sources {
  readonly kept: KeptContents;
  /** Contents that were read already. */
  readonly contents: ReadonlyMap<string, Uint8Array>;
  readonly places: Places;
}

/** In the order in which they are wanted. */
export async function readRecords(
  snapshot: LedgerSnapshot,
  { kept: numbers, oids }: Wanted,
  { kept, contents, places }: Sources,
): Promise<ReadRecords> {
  const records: LineageRecord[] = [];
  const findings: Finding[] = [];
  const [taken, lost]: [number[], string[]] = [[], []];
  const fresh = new Map<string, Uint8Array>();
  const note = (finding: Finding) => void findings.push(finding);
  const spoilt: string[] = [];
  for (const number of numbers) {
    const bytes = kept.bytesAt(number);
    const record = bytes === undefined ? undefined : soundRecord(bytes);
    if (record === undefined) spoilt.push(kept.oidAt(number));
    else {
      records.push(record);
      taken.push(number);
    }
  }
  const unread = [...spoilt, ...oids];
  for (let at = 0; at < unread.length; at += batch) {
    const part = unread.slice(at, at + batch);
    const absent = part.filter((oid) => !contents.has(oid));
    const fetched = absent.length === 0 ? contents : await snapshot.read(absent);
    for (const oid of part) {
      const bytes = contents.get(oid) ?? fetched.get(oid);
      const first = places.first(oid) ?? (await places.all(oid))[0];
      const read = readIn(bytes, first ?? '', note);
      // One that is its own suffices: another may be somebody's doing.
      const isOwn =
        read !== undefined &&
        first !== undefined &&
        (isInPlace(read.record, first, note) ||
          (await places.all(oid)).some((place) => place !== first && isInPlace(read.record, place, note)));
      if (!isOwn) {
        lost.push(oid);
        continue;
      }
      records.push(read.record);
      if (bytes !== undefined && read.isAsWritten) fresh.set(oid, bytes);
    }
  }
  return { records, findings, taken, fresh, lost };
}

/** Of rows that are wanted those that are kept, in the order in which they are, and the rows of the others. */
export function keptAmong(kept: KeptContents, ids: SortedIds, rows: Uint32Array) {
  const found = kept.findAll(ids, rows);
  const isKept = (number: number | undefined) => number !== undefined && number >= 0 && kept.isSound(number);
  return {
    kept: Array.from(found.filter(isKept).toSorted()),
    unread: rows.filter((_, at) => !isKept(found[at])),
  };
}

/** The same of blobs that are named. */
export function keptNamed(kept: KeptContents, oids: readonly string[]): Wanted {
  const numbers = oids.map((oid) => kept.find(oid));
  const isKept = (number: number | undefined) => number !== undefined && number >= 0 && kept.isSound(number);
  return { kept: numbers.filter(isKept), oids: oids.filter((_, at) => !isKept(numbers[at])) };
}

/** Where blobs stand. */
export interface Places {
  /** The first of them, where it is at hand. */
  first(oid: string): string | undefined;
  /** As is known, else from a listing of the whole index. */
  all(oid: string): Promise<readonly string[]>;
}

export function placesBy(
  snapshot: LedgerSnapshot,
  fresh: (oid: string) => string | undefined,
  known: readonly ReadonlyMap<string, readonly string[]>[],
): Places {
  const told = known.filter(({ size }) => size > 0);
  const at = (oid: string) => told.find((places) => places.has(oid))?.get(oid);
  let listed: Promise<ReadonlyMap<string, readonly string[]>> | undefined;
  return {
    first: (oid) => at(oid)?.[0] ?? fresh(oid),
    all: async (oid) => at(oid) ?? (await (listed ??= allPlaces(snapshot))).get(oid) ?? [],
  };
}
