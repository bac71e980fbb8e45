/** Writes prepared records to the inbox: create-only, and none of them overwrites another. */
import { uniqueBy } from '../../kernel/group.ts';
import { lineageRules } from '../rules.ts';
import {
  hasOwnId,
  readRecord,
  recordKey,
  recordText,
  resultsKey,
  resultsPath,
  sameRecord,
  type LineageRecord,
  type RecordFacts,
} from '../index.ts';
import { type Finding, type NoFacts, type Report, verdictOf } from '../../report/model.ts';
import { makeReport } from '../../report/make.ts';
import type { Appended, Ledger } from '../../ports/ledger.ts';
import { hashes } from './hashes.ts';
import { taken, type Prepared } from './prepare.ts';
import { blobsAt, storedRecords, type StoredRecord } from './stored.ts';

const gate = 'record-lineage';

/** Writes what was prepared. The same record again is success with `created: false`. Throws a UserError where the ledger cannot be written. */
export async function appendRecords(prepared: Prepared, ledger: Ledger): Promise<Report<RecordFacts>> {
  const { records } = prepared;
  if (verdictOf(prepared.findings) === 'fail') return reportOf(records, [], prepared.findings);
  // The rows first: a record never names what is not there, and rows without a record harm nobody.
  const rows = prepared.results ?? new Map<string, Uint8Array>();
  const absent = await missingRows(records, rows, ledger);
  if (absent.length > 0) return reportOf(records, [], [...prepared.findings, ...absent]);
  const spoilt = await appendResults(rows, ledger);
  const findings = [...prepared.findings, ...spoilt];
  if (spoilt.length > 0) return reportOf(records, [], findings);
  const unique = uniqueBy(records, ({ id }) => id);
  const before = await foldedBefore(unique, ledger);
  const foldedElse = unique.filter(({ id }) => before.get(id)?.same === false);
  if (foldedElse.length > 0)
    return reportOf(unique, [], [...findings, ...foldedElse.map(({ id }) => taken(id))]);
  const appended = await ledger.append(
    unique.map((record) => ({
      key: recordKey(record.id, hashes),
      bytes: new TextEncoder().encode(recordText(record)),
    })),
  );
  const conflicts = unique.filter((record, at) => !agrees(record, appended[at]));
  return reportOf(unique, appended, [...findings, ...conflicts.map(({ id }) => taken(id))]);
}

/** The inbox tells a writer which ids wait in it, not which are in the branch: those that somebody chose are looked up there. */
async function foldedBefore(records: readonly LineageRecord[], ledger: Ledger) {
  const chosen = records.filter((record) => hasOwnId(record, hashes));
  return chosen.length === 0
    ? new Map<string, StoredRecord>()
    : storedRecords(await ledger.snapshot(), chosen);
}

/** Rows that a record names, and that neither come with it nor are in the ledger. */
async function missingRows(
  records: readonly LineageRecord[],
  rows: ReadonlyMap<string, Uint8Array>,
  ledger: Ledger,
): Promise<Finding[]> {
  const open = [...new Set(records.flatMap(rowsNamedBy))].filter((sha256) => !rows.has(sha256));
  if (open.length === 0) return [];
  const snapshot = await ledger.snapshot();
  const kept = await blobsAt(snapshot, open.map(resultsPath));
  return open
    .filter((sha256) => !kept.has(resultsPath(sha256)) && !snapshot.results.has(sha256))
    .map((sha256) =>
      lineageRules['no-results'].finding({
        message: `a record names the results sha256:${sha256}, and they are nowhere`,
        help: `Put them beside the file of the record as ${resultsFile(sha256)}, or record the files of the evaluation themselves (\`results\`).`,
      }),
    );
}

function rowsNamedBy({ results = [] }: LineageRecord): string[] {
  return results.map(({ digest }) => digest.slice('sha256:'.length));
}

/** Name of the file in which rows are kept beside a record that is to be replayed. */
export function resultsFile(sha256: string): string {
  return `${sha256}.jsonl`;
}

/** Rows that the records name, from files beside them; those that are not there are left out. */
export async function rowsBeside(
  records: readonly LineageRecord[],
  read: (file: string) => Promise<Uint8Array | undefined>,
): Promise<Map<string, Uint8Array>> {
  const rows = new Map<string, Uint8Array>();
  for (const sha256 of new Set(records.flatMap(rowsNamedBy))) {
    const bytes = await read(resultsFile(sha256));
    if (bytes !== undefined && hashes.sha256(bytes) === sha256) rows.set(sha256, bytes);
  }
  return rows;
}

async function appendResults(results: ReadonlyMap<string, Uint8Array>, ledger: Ledger): Promise<Finding[]> {
  const blobs = [...results].map(([sha256, bytes]) => ({ key: resultsKey(sha256), bytes }));
  const appended = blobs.length === 0 ? [] : await ledger.append(blobs);
  return [...results.keys()].flatMap((sha256, at) => {
    const there = appended[at];
    return there === undefined || there.created || hashes.sha256(there.bytes) === sha256
      ? []
      : [foreign(sha256)];
  });
}

function foreign(sha256: string): Finding {
  const ref = `refs/lineage/inbox/${resultsKey(sha256)}`;
  return lineageRules['corrupt-results'].finding({
    severity: 'error',
    message: `${ref} contains different data; nothing was written`,
    help: `Somebody put it there: git push origin --delete ${ref}`,
  });
}

function agrees(record: LineageRecord, appended: Appended | undefined): boolean {
  if (appended === undefined) return false;
  if (appended.created) return true;
  const there = readRecord(appended.bytes);
  return there.ok && sameRecord(there.record, record);
}

function reportOf(
  records: readonly LineageRecord[],
  appended: readonly Appended[],
  findings: readonly Finding[],
): Report<RecordFacts> {
  const created = appended.filter((one) => one.created).length;
  const first = findings.find(({ severity }) => severity === 'error');
  const ids = records.map(({ id }) => id);
  const what = records.length === 1 ? `Record ${ids[0] ?? ''}` : `${records.length} records`;
  const state =
    created === records.length ? 'written' : created === 0 ? 'was there already' : `${created} of them new`;
  return makeReport({
    gate,
    title: first === undefined ? `${what}: ${state}` : first.message,
    findings,
    facts: { ids, id: ids[0] ?? '', created: appended.length > 0 && created > 0, count: created },
  });
}

export function nothingRecorded(title: string): Report<NoFacts> {
  return makeReport({ gate, verdict: 'skipped', title, facts: {} });
}

/** The text from which `model-gates record` writes the same records later. */
export function replayText(records: readonly LineageRecord[]): string {
  return `${JSON.stringify(records, null, 2)}\n`;
}
