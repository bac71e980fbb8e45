/** Records by what they mention: from the branch's index and from the inbox, which is read whole. */
import { uniqueBy, groupBy } from '../../kernel/group.ts';
import { lineageRules } from '../rules.ts';
import {
  entriesOf,
  hasOwnId,
  indexPlace,
  namesOf,
  nodeKinds,
  recordPath,
  type IndexEntry,
  type LineageNode,
  type LineageRecord,
} from '../index.ts';
import type { Finding } from '../../report/model.ts';
import type { CorrectionRights, FileNamed, LedgerSnapshot, NamesAsked } from '../../ports/ledger.ts';
import { allRecords } from './all-records.ts';
import { commitsOfTree, commitsStarting, recordedCommits } from './index-of-commits.ts';
import { correctionFindings, correctionsAmong, setAside, type Correction } from './corrections.ts';
import { fromFuture } from '../findings.ts';
import { hashes } from './hashes.ts';
import type { WitnessedStates } from '../../ports/ledger-states.ts';
import { stateFindings } from './states.ts';
import { isInPlace, recordIn } from './sound.ts';
import { blobsAt, storedRecords } from './stored.ts';

export interface RecordReader {
  /** No record is in the ledger, neither folded nor waiting. */
  readonly isEmpty: boolean;
  /** What is wrong with the ledger, as far as it was read. */
  findings(): readonly Finding[];
  /** Corrections that were met, whether they count or not. */
  corrections(): readonly Correction[];
  /** For each node the records that mention it; one that another corrects is left out, and so is a correction by who may not. */
  mentioning(nodes: readonly LineageNode[]): Promise<readonly (readonly LineageRecord[])[]>;
  /** Nodes that have this id, digest or service, or whose SHA starts so; with the kind, of that kind only. */
  named(id: string): Promise<readonly LineageNode[]>;
  /** Full SHAs of all commits that records mention. Lists the whole index of commits: for questions that nothing else answers. */
  commits(): Promise<readonly string[]>;
  /** Full SHAs of the commits of which records say that they have this tree. */
  ofTree(tree: string): Promise<readonly string[]>;
  /** All records that count, in no order. */
  all(): AsyncGenerator<readonly LineageRecord[]>;
}

export interface Reading {
  /** Who may correct records of others; without it, nobody. */
  readonly rights?: CorrectionRights | undefined;
  /** What runs of trunk saw of the ledger; without it a rewrite of all of it goes unnoticed. */
  readonly states?: WitnessedStates | undefined;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Records from the future that are reported one by one. */
export const maxAhead = 10;

/** Entries of the index that one question may read: an artifact that is mentioned more often is reported as such. */
const maxMentions = 2000;

/** Reads the inbox at once. Throws a UserError where the ledger cannot be read. */
export async function openReader(
  snapshot: LedgerSnapshot,
  { rights, states, now }: Reading,
): Promise<RecordReader> {
  const findings = new Map<string, Finding>();
  const parsed = new Map<string, LineageRecord | undefined>();
  const note = (finding: Finding) => void findings.set(finding.message, finding);
  const load = async (blobs: ReadonlyMap<string, string>) => {
    const wanted = [...blobs].filter(([, oid]) => !parsed.has(oid));
    const contents = await snapshot.read(wanted.map(([, oid]) => oid));
    for (const [place, oid] of wanted) parsed.set(oid, recordIn(contents.get(oid), place, note));
  };
  const records = (places: readonly (readonly [string, string])[]) =>
    places.flatMap(([place, oid]) => {
      const record = parsed.get(oid);
      return record !== undefined && isInPlace(record, place, note) ? [record] : [];
    });
  const state = snapshot.head ?? snapshot.tip;
  [...(await ledgerFindings(snapshot)), ...(await stateFindings(state, states))].forEach(note);
  const inbox = [...snapshot.inbox].map(([key, { blob }]) => [`inbox/${key}`, blob] as const);
  await load(new Map(inbox));
  const fresh = await withoutTwins(records(inbox), snapshot, note);
  const waiting = indexed(fresh);
  const waitingById = new Map(fresh.map((record) => [record.id, record]));
  const find = async (entries: readonly IndexEntry[]) => {
    const places = entries.map(({ kind, name }) => indexPlace(kind, name, hashes));
    const named = await (snapshot.starting?.(places) ?? listedStarting(snapshot, places));
    const files = places.map(({ folder }, at) => {
      const found = named[at] ?? [];
      if (found.length > maxMentions) note(unreadMentions(entries[at], found.length));
      return found.slice(0, maxMentions).map(([name, oid]) => [`${folder}/${name}`, oid] as const);
    });
    await load(new Map(files.flat()));
    return entries.map((entry, at) => {
      const stored = records(files[at] ?? []);
      return distinct([...stored, ...(waiting.get(entryKey(entry)) ?? [])], note);
    });
  };
  /** Records by their ids, where they are there. */
  const known = async (ids: readonly string[]) => {
    const paths = ids.map((id) => recordPath(id, hashes));
    const blobs = paths.length === 0 ? new Map<string, string>() : await blobsAt(snapshot, paths);
    await load(blobs);
    return ids.map((id, at) => {
      const [path = '', oid] = [paths[at], blobs.get(paths[at] ?? '')];
      return (oid === undefined ? undefined : records([[path, oid]])[0]) ?? waitingById.get(id);
    });
  };
  const corrected = correctionsAmong({ rights, known, correcting: (ids) => find(ids.map(byRecord)) });
  const current = async (mentioned: readonly LineageRecord[]) => {
    const corrections = await corrected.of(mentioned);
    correctionFindings(corrections).forEach(note);
    return setAside(corrections);
  };

  return {
    isEmpty: snapshot.head === undefined && snapshot.tip === undefined && snapshot.inbox.size === 0,
    findings: () => [...findings.values()],
    corrections: corrected.met,
    mentioning: async (nodes) => {
      const entries = nodes.map(entriesOfNode);
      const found = await find(entries.flat());
      const queue = found.values();
      const perNode = entries.map((own) =>
        distinct(
          own.flatMap(() => queue.next().value ?? []),
          note,
        ),
      );
      const all = distinct(perNode.flat(), note);
      const aside = await current(all);
      fromFuture(all, new Date(now()).toISOString()).slice(0, maxAhead).forEach(note);
      return perNode.map((own) => own.filter(({ id }) => !aside.has(id)));
    },
    named: async (id) => named(id, find, snapshot, waiting),
    commits: () => recordedCommits(snapshot, waiting),
    ofTree: (tree) => commitsOfTree(tree, find, current),
    all: () => allRecords(snapshot, fresh, { load, records, parsed, current }),
  };
}

async function listedStarting(
  snapshot: LedgerSnapshot,
  asked: readonly NamesAsked[],
): Promise<FileNamed[][]> {
  const folders = await snapshot.list([...new Set(asked.map(({ folder }) => folder))]);
  return asked.map(({ folder, prefix }) =>
    [...(folders.get(folder) ?? [])].filter(([name]) => name.startsWith(prefix)),
  );
}

/** A branch that was rewritten, and records kept aside because their id was taken. */
async function ledgerFindings(snapshot: LedgerSnapshot): Promise<Finding[]> {
  const found: Finding[] = [];
  const { tip, head } = snapshot;
  if (head !== undefined && tip !== head)
    found.push(
      lineageRules['branch-rewritten'].finding({
        message: `model-lineage is at ${tip?.slice(0, 8) ?? 'nothing'}, the last compaction left it at ${head.slice(0, 8)}; that one was read`,
        help: 'git fetch origin refs/lineage/head && git push --force origin FETCH_HEAD:refs/heads/model-lineage',
      }),
    );
  const aside = (await snapshot.list(['conflicts'])).get('conflicts') ?? new Map<string, string>();
  for (const name of [...aside.keys()].slice(0, 20))
    found.push(
      lineageRules['conflicting-record'].finding({
        message: `two records have one id; the later is kept as conflicts/${name}`,
        help: 'Read both, and write a new record with `corrects`.',
      }),
    );
  return found;
}

function byRecord(id: string): IndexEntry {
  return { kind: 'record', name: id };
}

function entryKey({ kind, name }: IndexEntry): string {
  return `${kind} ${name}`;
}

function unreadMentions(entry: IndexEntry | undefined, count: number): Finding {
  return lineageRules['not-whole'].finding({
    message: `${entry?.kind ?? ''} ${entry?.name ?? ''} is in ${count} records, of which ${maxMentions} were read`,
    help: 'What only the others tell is missing here: ask from the other end of the chain, or for a digest.',
  });
}

/** Without those whose id the branch has for another record: folded they will not count either. */
async function withoutTwins(
  records: readonly LineageRecord[],
  snapshot: LedgerSnapshot,
  note: (finding: Finding) => void,
): Promise<LineageRecord[]> {
  const chosen = records.filter((record) => hasOwnId(record, hashes));
  const stored = await storedRecords(snapshot, chosen);
  return records.filter(({ id }) => {
    if (stored.get(id)?.same !== false) return true;
    note(twins(id));
    return false;
  });
}

/** Another record of the branch has this id. */
export function twins(id: string): Finding {
  return lineageRules['conflicting-record'].finding({
    message: `two records have the id ${id}; the one in the branch counts`,
    help: 'Write a new record with `corrects` that says what is true.',
  });
}

function indexed(records: readonly LineageRecord[]): Map<string, LineageRecord[]> {
  const entries = records.flatMap((record) =>
    entriesOf(record).map((entry) => ({ key: entryKey(entry), record })),
  );
  const groups = groupBy(entries, ({ key }) => key);
  return new Map([...groups].map(([key, found]) => [key, found.map(({ record }) => record)]));
}

/** One record an id: what is in the inbox and in the branch is the same; where it is not, the first counts. */
function distinct(records: readonly LineageRecord[], note: (finding: Finding) => void): LineageRecord[] {
  const byId = new Map<string, LineageRecord>();
  for (const record of records) {
    const before = byId.get(record.id);
    if (before === undefined) byId.set(record.id, record);
    else if (before !== record && JSON.stringify(before) !== JSON.stringify(record)) note(twins(record.id));
  }
  return [...byId.values()];
}

function entriesOfNode(node: LineageNode): IndexEntry[] {
  const { kind, id, digest } = node;
  return (digest === undefined ? [id] : [id, digest]).map((name) => ({ kind, name }));
}

async function named(
  text: string,
  find: (entries: readonly IndexEntry[]) => Promise<readonly (readonly LineageRecord[])[]>,
  snapshot: LedgerSnapshot,
  waiting: ReadonlyMap<string, readonly LineageRecord[]>,
): Promise<LineageNode[]> {
  const id = text.normalize('NFC');
  const records = (await find(nodeKinds.map((kind) => ({ kind, name: id })))).flat();
  const nodes = records.flatMap(({ inputs, outputs }) => [...outputs, ...inputs]);
  const exact = nodes.filter((node) => namesOf(node).includes(id));
  const commits =
    /^[0-9a-f]{7,64}$/.test(id) && exact.length === 0 ? await commitsStarting(id, snapshot, waiting) : [];
  const all = [...exact, ...commits.map((sha): LineageNode => ({ kind: 'commit', id: sha }))];
  return uniqueBy(all, ({ kind, id: own, digest }) => `${kind} ${own} ${digest ?? ''}`);
}
