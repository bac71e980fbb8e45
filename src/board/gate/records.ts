/** All records that a board is made from, read through the indexes; requests, of which there may be millions, are not among them. */
import { uniqueBy, groupBy } from '../../kernel/group.ts';
import { boardRules } from '../rules.ts';
import {
  fromFuture,
  sameRecord,
  type IndexKind,
  type LineageRecord,
  type Lookup,
} from '../../lineage/index.ts';
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
import { isInPlace, recordIn } from '../../lineage/gate/sound.ts';

export interface BoardRecords {
  readonly records: readonly LineageRecord[];
  /** What the ledger is said to hold wrong, and what was not looked at. */
  readonly findings: readonly Finding[];
  /** Reads what a chain needs beyond these records; only where there are more than were read. */
  readonly lookup?: Lookup;
}

/** In the order of their weight: what serves is read first, should there be too much. */
const kinds: readonly IndexKind[] = ['serving', 'verdict', 'evaluation', 'weights', 'job', 'image', 'commit'];

/** Records that one page is made from: some years of a busy team. */
export const maxRecords = 50_000;

/** Blobs that are fetched together. */
const batch = 5000;

/** Throws a UserError where the ledger cannot be read; a record that cannot is reported and left out. */
export async function boardRecords(
  snapshot: LedgerSnapshot,
  { rights, states, now, most = maxRecords }: Reading & { readonly most?: number },
): Promise<BoardRecords> {
  const reader = await openReader(snapshot, { rights, states, now });
  const waiting = new Map([...snapshot.inbox].map(([key, { blob }]) => [blob, [`inbox/${key}`]]));
  const indexed = await indexedBlobs(snapshot);
  const all = new Map([...waiting, ...indexed]);
  const chosen = [...all].slice(0, most);
  const read = await readAll(snapshot, chosen);
  // A record of the branch before one of the inbox with the same id, as every reader of the ledger has it.
  const named = byId(
    read.records.toSorted((a, b) => Number(indexed.has(b.oid)) - Number(indexed.has(a.oid))),
  );
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
  return {
    records: firsts.filter(({ id }) => !aside.has(id)),
    findings: unique([...told, ...cutFinding(chosen.length, all.size)]),
    ...(chosen.length < all.size ? { lookup: reader.mentioning } : {}),
  };
}

/** Blob id → its places. A record stands in the index of everything that it links, always as the same blob. */
async function indexedBlobs(snapshot: LedgerSnapshot): Promise<Map<string, string[]>> {
  const shards = Array.from({ length: 256 }, (_, shard) => shard.toString(16).padStart(2, '0'));
  const folders = kinds.flatMap((kind) => shards.map((shard) => `by/${kind}/${shard}`));
  const listed = await snapshot.list(folders);
  const blobs = new Map<string, string[]>();
  for (const folder of folders)
    for (const [name, oid] of listed.get(folder) ?? []) {
      const places = blobs.get(oid);
      if (places === undefined) blobs.set(oid, [`${folder}/${name}`]);
      else places.push(`${folder}/${name}`);
    }
  return blobs;
}

interface ReadRecord {
  readonly oid: string;
  readonly record: LineageRecord;
}

async function readAll(
  snapshot: LedgerSnapshot,
  chosen: readonly (readonly [string, readonly string[]])[],
): Promise<{ readonly records: readonly ReadRecord[]; readonly findings: readonly Finding[] }> {
  const records: ReadRecord[] = [];
  const findings: Finding[] = [];
  const note = (finding: Finding) => void findings.push(finding);
  for (let at = 0; at < chosen.length; at += batch) {
    const part = chosen.slice(at, at + batch);
    const contents = await snapshot.read(part.map(([oid]) => oid));
    for (const [oid, places] of part) {
      const record = recordIn(contents.get(oid), places[0] ?? '', note);
      // One that is its own suffices: another may be somebody's doing.
      if (record !== undefined && places.some((place) => isInPlace(record, place, note)))
        records.push({ oid, record });
    }
  }
  return { records, findings };
}

function cutFinding(read: number, all: number): Finding[] {
  if (read >= all) return [];
  return [
    boardRules['records-cut'].finding({
      message: `${grouped(read)} of ${grouped(all)} records were read; merges, metrics and exemptions may lack some`,
      help: 'What serves was read first, and its chains are whole. Ask `model-gates trace` for what is missing here.',
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
