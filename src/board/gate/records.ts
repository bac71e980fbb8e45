/** All records that a board is made from, read through the indexes; requests, of which there may be millions, are not among them. */
import { uniqueBy, groupBy } from '../../kernel/group.ts';
import { boardRules } from '../rules.ts';
import { fromFuture, sameRecord, type LineageRecord, type Lookup } from '../../lineage/index.ts';
import type { Finding } from '../../report/model.ts';
import { compareText } from '../../kernel/compare.ts';
import { grouped } from '../../kernel/text.ts';
import type { CorrectionRights, LedgerSnapshot } from '../../ports/ledger.ts';
import {
  correctionFindings,
  correctionJudge,
  setAside,
  type Correction,
} from '../../lineage/gate/corrections.ts';
import { maxAhead, openReader, twins, type Reading } from '../../lineage/gate/reader.ts';
import { isAsWritten, isInPlace, recordIn, soundRecord } from '../../lineage/gate/sound.ts';
import { allPlaces, indexedRecords, indexFolders } from './indexed-records.ts';
import { emptyIndex, newestOf, sizeOf, type Choice, type LedgerIndex } from './ledger-index.ts';

export interface BoardRecords {
  readonly records: readonly LineageRecord[];
  /** What the ledger is said to hold wrong, and what was not looked at. */
  readonly findings: readonly Finding[];
  /** Reads what a chain needs beyond these records; only where there are more than were read. */
  readonly lookup?: Lookup;
  /** For the next board. */
  readonly known: KnownRecords;
}

/** What is known of the ledger without reading all of it again. */
export interface KnownRecords {
  readonly index: LedgerIndex;
  /** Contents by blob id of the records that were read and are sound, as `recordText` writes them. */
  readonly sound: ReadonlyMap<string, Uint8Array>;
}

/** What an earlier board has kept. */
export interface KnownBefore {
  readonly index: LedgerIndex;
  /** The content of a record that was found sound. */
  soundAt(oid: string): Uint8Array | undefined;
  /** Reads contents that are not kept one by one. */
  readonly scan: LedgerSnapshot['read'];
}

/** Records that one page is made from: some years of a busy team. */
export const maxRecords = 100_000;

/** Older ones that are read all the same, for something serves by them. */
const maxServing = 10_000;

/** Blobs that are fetched together. */
const batch = 100_000;

interface BoardReading extends Reading {
  readonly most?: number;
  readonly before?: KnownBefore | undefined;
}

/** The newest records. Throws a UserError where the ledger cannot be read; a record that cannot is reported and left out. */
export async function boardRecords(
  snapshot: LedgerSnapshot,
  { rights, states, now, most = maxRecords, before }: BoardReading,
): Promise<BoardRecords> {
  if (before === undefined || sizeOf(before.index) === 0) await snapshot.bring?.(indexFolders);
  const reader = await openReader(snapshot, { rights, states, now });
  const waiting = new Map([...snapshot.inbox].map(([key, { blob }]) => [blob, [`inbox/${key}`]]));
  const scanned = { ...snapshot, read: before?.scan ?? snapshot.read };
  const indexed = await indexedRecords(scanned, before?.index ?? emptyIndex, most);
  const choice = newestOf(indexed.index, { most, mostServing: maxServing, now: now() });
  const stored = new Set([...choice.oids, ...indexed.index.suspects.keys()]);
  const wanted = [...new Set([...waiting.keys(), ...stored])];
  const places = placesBy(snapshot, indexed.fresh, [waiting, indexed.index.suspects]);
  const read = await readAll(scanned, wanted, {
    contents: indexed.contents,
    soundAt: before?.soundAt ?? (() => undefined),
    places,
  });
  // A record of the branch before one of the inbox with the same id, as every reader of the ledger has it.
  const named = byId(read.records.toSorted((a, b) => Number(stored.has(b.oid)) - Number(stored.has(a.oid))));
  const firsts = named.flatMap(([first]) => (first === undefined ? [] : [first]));
  const corrections = await correctionsIn(firsts, rights);
  const aside = setAside(corrections);
  const told = [
    ...reader.findings(),
    ...read.findings,
    ...named.flatMap(conflicting),
    ...correctionFindings(corrections),
    ...fromFuture(firsts, new Date(now()).toISOString()).slice(0, maxAhead),
  ];
  const suspects = [...stored].filter((oid) => !read.found.has(oid)).slice(0, maxSuspects);
  return {
    records: firsts.filter(({ id }) => !aside.has(id)),
    findings: unique([...told, ...cutFinding(choice, sizeOf(indexed.index) + waiting.size, wanted.length)]),
    ...(choice.since !== undefined && { lookup: gathered(reader.mentioning) }),
    known: {
      index: { ...indexed.index, suspects: await placesFor(suspects, places) },
      sound: read.sound,
    },
  };
}

/** Places are kept of so many blobs that contain no record. */
const maxSuspects = 1000;

async function placesFor(oids: readonly string[], { all }: Places): Promise<Map<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const oid of oids) found.set(oid, await all(oid));
  return found;
}

/** Questions of one turn of the event loop are asked as one: chains that are walked side by side fetch each of their levels once. */
function gathered(ask: Lookup): Lookup {
  let waiting: { nodes: Parameters<Lookup>[0]; answer(found: ReturnType<Lookup>): void }[] = [];
  const send = () => {
    const asked = waiting;
    waiting = [];
    const all = ask(asked.flatMap(({ nodes }) => nodes));
    let from = 0;
    for (const { nodes, answer } of asked) {
      const [start, end] = [from, (from += nodes.length)];
      answer(all.then((found) => found.slice(start, end)));
    }
  };
  return async (nodes) =>
    new Promise((resolve) => {
      if (waiting.push({ nodes, answer: resolve }) === 1) setImmediate(send);
    });
}

interface ReadRecord {
  readonly oid: string;
  readonly record: LineageRecord;
}

/** Where blobs stand. */
interface Places {
  /** The first of them, where it is at hand. */
  first(oid: string): string | undefined;
  /** As is known, else from a listing of the whole index. */
  all(oid: string): Promise<readonly string[]>;
}

function placesBy(
  snapshot: LedgerSnapshot,
  fresh: ReadonlyMap<string, string>,
  known: readonly ReadonlyMap<string, readonly string[]>[],
): Places {
  const at = (oid: string) => known.find((places) => places.has(oid))?.get(oid);
  let listed: Promise<ReadonlyMap<string, readonly string[]>> | undefined;
  return {
    first: (oid) => at(oid)?.[0] ?? fresh.get(oid),
    all: async (oid) => at(oid) ?? (await (listed ??= allPlaces(snapshot))).get(oid) ?? [],
  };
}

interface Sources {
  readonly contents: ReadonlyMap<string, Uint8Array>;
  readonly soundAt: KnownBefore['soundAt'];
  readonly places: Places;
}

async function readAll(
  snapshot: LedgerSnapshot,
  wanted: readonly string[],
  { contents, soundAt, places }: Sources,
) {
  const records: ReadRecord[] = [];
  const findings: Finding[] = [];
  const kept = new Map<string, Uint8Array>();
  const note = (finding: Finding) => void findings.push(finding);
  const take = (oid: string, record: LineageRecord, bytes: Uint8Array | undefined, isPlain: boolean) => {
    records.push({ oid, record });
    if (bytes !== undefined && isPlain) kept.set(oid, bytes);
  };
  const unread: string[] = [];
  for (const oid of wanted) {
    const bytes = soundAt(oid);
    const record = bytes === undefined ? undefined : soundRecord(bytes);
    if (record === undefined) unread.push(oid);
    else take(oid, record, bytes, true);
  }
  for (let at = 0; at < unread.length; at += batch) {
    const part = unread.slice(at, at + batch);
    const absent = part.filter((oid) => !contents.has(oid));
    const fetched = absent.length === 0 ? contents : await snapshot.read(absent);
    for (const oid of part) {
      const bytes = contents.get(oid) ?? fetched.get(oid);
      const first = places.first(oid) ?? (await places.all(oid))[0];
      const record = recordIn(bytes, first ?? '', note);
      if (record === undefined || first === undefined) continue;
      // One that is its own suffices: another may be somebody's doing.
      const isOwn =
        isInPlace(record, first, note) ||
        (await places.all(oid)).some((place) => place !== first && isInPlace(record, place, note));
      if (isOwn) take(oid, record, bytes, isAsWritten(record, bytes));
    }
  }
  return { records, findings, sound: kept, found: new Set(records.map(({ oid }) => oid)) };
}

function cutFinding({ since }: Choice, all: number, read: number): Finding[] {
  if (since === undefined) return [];
  const from = Number.isFinite(since)
    ? `those since ${new Date(since).toISOString().slice(0, 10)}`
    : 'the newest';
  return [
    boardRules['records-cut'].finding({
      message: `${grouped(read)} of ${grouped(all)} records were read, ${from}; older merges, metrics, exemptions and versions are not here`,
      help: 'What serves was read whenever it was recorded. Ask `model-gates trace` for what is missing here.',
    }),
  ];
}

/** All that have one id, in the order in which they count. */
function byId(records: readonly ReadRecord[]): LineageRecord[][] {
  const groups = groupBy(records, ({ record }) => record.id);
  return [...groups.values()].map((same) => same.map(({ record }) => record));
}

function conflicting([first, ...others]: readonly LineageRecord[]): Finding[] {
  if (first === undefined || others.every((other) => sameRecord(first, other))) return [];
  return [twins(first.id)];
}

async function correctionsIn(
  records: readonly LineageRecord[],
  rights: CorrectionRights | undefined,
): Promise<Correction[]> {
  const known = new Map(records.map((record) => [record.id, record]));
  const earlier = ({ corrects = '' }: LineageRecord) => known.get(corrects);
  const judge = correctionJudge(rights, earlier);
  const judged = records.map(async (after) => {
    const before = earlier(after);
    return before === undefined || before === after ? undefined : judge(before, after);
  });
  return (await Promise.all(judged)).filter((one) => one !== undefined);
}

function unique(findings: readonly Finding[]): Finding[] {
  return uniqueBy(findings, ({ message }) => message).toSorted((a, b) => compareText(a.message, b.message));
}
