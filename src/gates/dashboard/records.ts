/** All records that a board is made from, read through the indexes; requests, of which there may be millions, are not among them. */
import { readRecord, type IndexKind, type LineageRecord, type Lookup } from '../../lineage/index.ts';
import { compareText, type Finding } from '../../report/model.ts';
import { grouped } from '../../report/text.ts';
import type { LedgerSnapshot } from '../ledger.ts';
import { openReader } from '../lineage/reader.ts';

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

/** Throws a UserError where the ledger cannot be read; a record that cannot is told and left out. */
export async function boardRecords(snapshot: LedgerSnapshot, most = maxRecords): Promise<BoardRecords> {
  const reader = await openReader(snapshot);
  const waiting = new Map([...snapshot.inbox].map(([key, oid]) => [oid, `inbox/${key}`]));
  const indexed = await indexedBlobs(snapshot);
  const all = new Map([...waiting, ...indexed]);
  const chosen = [...all].slice(0, most);
  const read = await readAll(snapshot, chosen);
  return {
    records: counted(read.records),
    findings: unique([...reader.findings(), ...read.findings, ...cutFinding(chosen.length, all.size)]),
    ...(chosen.length < all.size ? { lookup: reader.mentioning } : {}),
  };
}

/** Blob id → a name for it. A record stands in the index of everything that it links, always as the same blob. */
async function indexedBlobs(snapshot: LedgerSnapshot): Promise<Map<string, string>> {
  const shards = Array.from({ length: 256 }, (_, shard) => shard.toString(16).padStart(2, '0'));
  const folders = kinds.flatMap((kind) => shards.map((shard) => `by/${kind}/${shard}`));
  const listed = await snapshot.list(folders);
  const blobs = new Map<string, string>();
  for (const folder of folders)
    for (const [name, oid] of listed.get(folder) ?? [])
      if (!blobs.has(oid)) blobs.set(oid, `${folder}/${name}`);
  return blobs;
}

async function readAll(
  snapshot: LedgerSnapshot,
  chosen: readonly (readonly [string, string])[],
): Promise<BoardRecords> {
  const records: LineageRecord[] = [];
  const findings: Finding[] = [];
  for (let at = 0; at < chosen.length; at += batch) {
    const part = chosen.slice(at, at + batch);
    const contents = await snapshot.read(part.map(([oid]) => oid));
    for (const [oid, name] of part) {
      const bytes = contents.get(oid);
      const result =
        bytes === undefined ? { ok: false as const, problems: ['it is not there'] } : readRecord(bytes);
      if (result.ok) records.push(result.record);
      else findings.push(corrupt(name, result.problems));
    }
  }
  return { records, findings };
}

/** The same words as of any reader of the ledger, so that a record is told once. */
function corrupt(name: string, problems: readonly string[]): Finding {
  return {
    rule: 'lineage/corrupt-record',
    severity: 'warning',
    message: `a record cannot be read (${name}): ${problems.slice(0, 3).join('; ')}`,
    help: 'Write the record anew under another id.',
  };
}

function cutFinding(read: number, all: number): Finding[] {
  if (read >= all) return [];
  return [
    {
      rule: 'board/records-cut',
      severity: 'warning',
      message: `${grouped(read)} of ${grouped(all)} records were read; merges, metrics and exemptions may lack some`,
      help: 'What serves was read first, and its chains are whole. Ask `model-gates trace` for what is missing here.',
    },
  ];
}

/** One record an id, none that another corrects; in an order that does not depend on the ledger's. */
function counted(records: readonly LineageRecord[]): LineageRecord[] {
  const byId = new Map<string, LineageRecord>();
  for (const record of records) {
    const before = byId.get(record.id);
    if (before === undefined || JSON.stringify(record) < JSON.stringify(before)) byId.set(record.id, record);
  }
  const corrected = new Set(records.map(({ corrects }) => corrects));
  return [...byId.values()]
    .filter(({ id }) => !corrected.has(id))
    .toSorted((a, b) => compareText(a.at, b.at) || compareText(a.id, b.id));
}

function unique(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [finding.message, finding])).values()].toSorted((a, b) =>
    compareText(a.message, b.message),
  );
}
