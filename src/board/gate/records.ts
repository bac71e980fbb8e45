/** All records that a board is made from, read through the indexes; requests, of which there may be millions, are not among them. */
import { uniqueBy } from '../../kernel/group.ts';
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
import { indexedRecords, indexFolders } from './indexed-records.ts';
import { noContents, type KeptContents } from './kept-contents.ts';
import { keptAmong, keptNamed, placesBy, readRecords, type Places } from './read-records.ts';
import {
  emptyIndex,
  newestOf,
  oidsByTime,
  rowOf,
  sizeOf,
  type Choice,
  type LedgerIndex,
} from './ledger-index.ts';

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
  /** Numbers of those records that an earlier board has kept. */
  readonly taken: readonly number[];
  /** Contents by blob id of the others that are sound, as `recordText` writes them, the oldest first. */
  readonly fresh: ReadonlyMap<string, Uint8Array>;
}

/** What an earlier board has kept. */
export interface KnownBefore {
  readonly index: LedgerIndex;
  readonly contents: KeptContents;
  /** Reads contents that are not kept one by one. */
  readonly scan: LedgerSnapshot['read'];
}

/** Records that one page is made from: some years of a busy team. */
export const maxRecords = 100_000;

/** Older ones that are read all the same, for something serves by them. */
const maxServing = 10_000;

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
  const places = placesBy(snapshot, indexed.first, [waiting, indexed.index.suspects]);
  const sources = { kept: before?.contents ?? noContents, contents: indexed.contents, places };
  const unchosen = notAmong(indexed.index, choice);
  const suspected = unchosen(indexed.index.suspects.keys());
  const { kept, unread } = keptAmong(sources.kept, indexed.index.rows, choice.rows);
  const oids = [...oidsByTime(indexed.index, unread), ...suspected];
  const stored = await readRecords(scanned, { kept, oids }, sources);
  const own = unchosen(waiting.keys()).filter((oid) => !indexed.index.suspects.has(oid));
  const inbox = await readRecords(scanned, keptNamed(sources.kept, own), sources);
  // A record of the branch before one of the inbox with the same id, as every reader of the ledger has it.
  const { firsts, conflicts } = byId([...stored.records, ...inbox.records]);
  const corrections = await correctionsIn(firsts, rights);
  const aside = setAside(corrections);
  const told = [
    ...reader.findings(),
    ...stored.findings,
    ...inbox.findings,
    ...conflicts,
    ...correctionFindings(corrections),
    ...fromFuture(firsts, new Date(now()).toISOString()).slice(0, maxAhead),
  ];
  const looked = choice.rows.length + suspected.length + own.length;
  return {
    records: aside.size === 0 ? firsts : firsts.filter(({ id }) => !aside.has(id)),
    findings: unique([...told, ...cutFinding(choice, sizeOf(indexed.index) + waiting.size, looked)]),
    ...(choice.since !== undefined && { lookup: gathered(reader.mentioning) }),
    known: {
      index: { ...indexed.index, suspects: await placesFor(stored.lost.slice(0, maxSuspects), places) },
      taken: [...stored.taken, ...inbox.taken],
      fresh: new Map([...stored.fresh, ...inbox.fresh]),
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

/** Of blob ids those that are not chosen by what is known of them. */
function notAmong(index: LedgerIndex, { rows }: Choice): (oids: Iterable<string>) => string[] {
  return (oids) => [...oids].filter((oid) => !includes(rows, rowOf(index, oid)));
}

function includes(sorted: Uint32Array, wanted: number): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? wanted) < wanted) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === wanted;
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

/** Of records with one id the first counts. */
function byId(records: readonly LineageRecord[]) {
  const known = new Map<string, LineageRecord>();
  const conflicts: Finding[] = [];
  for (const record of records) {
    const first = known.get(record.id);
    if (first === undefined) known.set(record.id, record);
    else if (!sameRecord(first, record)) conflicts.push(twins(record.id));
  }
  return { firsts: [...known.values()], conflicts };
}

async function correctionsIn(
  records: readonly LineageRecord[],
  rights: CorrectionRights | undefined,
): Promise<Correction[]> {
  const correcting = records.filter(({ corrects }) => corrects !== undefined);
  if (correcting.length === 0) return [];
  const known = new Map(records.map((record) => [record.id, record]));
  const earlier = ({ corrects = '' }: LineageRecord) => known.get(corrects);
  const judge = correctionJudge(rights, earlier);
  const judged = correcting.map(async (after) => {
    const before = earlier(after);
    return before === undefined || before === after ? undefined : judge(before, after);
  });
  return (await Promise.all(judged)).filter((one) => one !== undefined);
}

function unique(findings: readonly Finding[]): Finding[] {
  return uniqueBy(findings, ({ message }) => message).toSorted((a, b) => compareText(a.message, b.message));
}
