/** Folds the inbox into the branch: every record into its own file and into the indexes, in one push. */
import { count } from '../../kernel/text.ts';
import { lineageRules } from '../rules.ts';
import {
  conflictPath,
  isAltered,
  pathsOf,
  readRecord,
  recordKey,
  resultsKey,
  resultsPath,
  type FoldFacts,
  type LineageRecord,
  type RecordResult,
} from '../index.ts';
import { type Finding, type Report, verdictOf } from '../../report/model.ts';
import { makeReport } from '../../report/make.ts';
import { UserError } from '../../kernel/user-error.ts';
import type { Folding, Ledger, LedgerSnapshot } from '../../ports/ledger.ts';
import type { WitnessedStates } from '../../ports/ledger-states.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Logger } from '../../ports/index.ts';
import { hashes } from './hashes.ts';
import { altered } from './sound.ts';
import { lossesBefore } from './states.ts';
import { storedRecords } from './stored.ts';

const gate = 'record-lineage';

/** Compactors that meet: the loser looks again. */
const maxTries = 12;

/** Empties the inbox as it is now. A broken record stays where it is and is reported; nothing is lost when it is killed. */
export async function compactInbox(
  ledger: Ledger,
  {
    log,
    clock,
    states,
    batchSize = ledger.batch,
  }: {
    readonly log: Logger;
    readonly clock: Clock;
    readonly states?: WitnessedStates;
    readonly batchSize?: number;
  },
): Promise<Report<FoldFacts>> {
  const findings = new Map<string, Finding>();
  const { head, tip } = states === undefined ? {} : await ledger.snapshot();
  for (const finding of await lossesBefore(head ?? tip, states)) findings.set(finding.message, finding);
  // What is laid on a ledger that lost records would hide the loss.
  if (verdictOf([...findings.values()]) === 'fail')
    return reportOf({ records: 0, results: 0 }, [...findings.values()]);
  const folded = { records: 0, results: 0 };
  for (let lost = 0; lost < maxTries;) {
    const snapshot = await ledger.snapshot();
    refuseRewritten(snapshot);
    const records = await recordsOf(snapshot, batchSize, findings);
    const results = await resultsOf(snapshot, findings);
    const both = [...records.taken, ...results.taken];
    if (both.length === 0) return reportOf(folded, [...findings.values()]);
    const message = said({ records: records.taken.size, results: results.taken.size });
    const files = new Map([...records.files, ...results.files]);
    if (
      await ledger.compact({
        tip: snapshot.tip,
        files,
        taken: new Map(both),
        added: records.added,
        message: `Fold ${message}`,
      })
    ) {
      folded.records += records.taken.size;
      folded.results += results.taken.size;
      log.info(`${message} went into the branch`);
    } else {
      lost += 1;
      await clock.pause(clock.random() * 100 * lost);
    }
  }
  throw new UserError(`others compacted the ledger ${maxTries} times in between`, {
    help: 'Run one compactor at a time (`concurrency:` in the workflow). Nothing is lost.',
  });
}

/** What is laid on a branch that lost records would hide the loss. */
function refuseRewritten({ tip, head }: LedgerSnapshot): void {
  if (head === undefined || tip === head) return;
  throw new UserError(
    `model-lineage was rewritten: it is at ${tip?.slice(0, 8) ?? 'nothing'}, the last compaction left it at ${head.slice(0, 8)}`,
    {
      help: 'Put it back: git fetch origin refs/lineage/head && git push --force origin FETCH_HEAD:refs/heads/model-lineage. The inbox is untouched.',
    },
  );
}

type Part = Pick<Folding, 'files' | 'taken'>;

/** Rows of evaluations in one push: each may have some megabytes. */
const resultsBatch = 20;

/** Rows under the name of their content; also those whose writer was killed before its record: a later one may name them. */
async function resultsOf(snapshot: LedgerSnapshot, findings: Map<string, Finding>): Promise<Part> {
  const waiting = [...snapshot.results]
    .filter(([sha256]) => !findings.has(resultsKey(sha256)))
    .slice(0, resultsBatch);
  const contents = await snapshot.read(waiting.map(([, { blob }]) => blob));
  const whole = waiting.filter(([sha256, { blob }]) => {
    const found = hashes.sha256(contents.get(blob) ?? '');
    if (found === sha256) return true;
    findings.set(resultsKey(sha256), corruptResults(resultsKey(sha256), found));
    return false;
  });
  return {
    files: new Map(whole.map(([sha256, { blob }]) => [resultsPath(sha256), blob])),
    taken: new Map(whole.map(([sha256, { oid }]) => [resultsKey(sha256), oid])),
  };
}

async function recordsOf(
  snapshot: LedgerSnapshot,
  batchSize: number,
  findings: Map<string, Finding>,
): Promise<Part & Pick<Folding, 'added'>> {
  const waiting = [...snapshot.inbox];
  const contents = await snapshot.read(waiting.map(([, { blob }]) => blob));
  const records = waiting.flatMap(([key, { oid, blob }]): Sound[] => {
    const result = readRecord(contents.get(blob) ?? new Uint8Array());
    if (result.ok && isAltered(result.record, hashes))
      findings.set(key, altered(`refs/lineage/inbox/${key}`, result.record));
    else if (result.ok && recordKey(result.record.id, hashes) === key)
      return [{ key, oid, blob, record: result.record }];
    else findings.set(key, corrupt(key, reasonOf(result)));
    return [];
  });
  const taken = records.slice(0, batchSize);
  const files = new Map<string, string>();
  const there = await storedRecords(
    snapshot,
    taken.map(({ record }) => record),
  );
  for (const { blob, record } of taken) {
    const before = there.get(record.id);
    const paths =
      before === undefined || before.same ? pathsOf(record, hashes) : [conflictPath(record.id, blob, hashes)];
    // What is there already keeps its bytes: only the time may differ.
    for (const path of paths) files.set(path, before?.same === true ? before.oid : blob);
  }
  return {
    files,
    taken: new Map(taken.map(({ key, oid }) => [key, oid])),
    added: taken.length - there.size,
  };
}

/** A record of the inbox that can be folded. */
interface Sound {
  readonly key: string;
  /** Object that its ref points at. */
  readonly oid: string;
  readonly blob: string;
  readonly record: LineageRecord;
}

function reasonOf(result: RecordResult): string {
  return result.ok ? `it contains the record ${result.record.id}` : result.problems.slice(0, 3).join('; ');
}

function corrupt(key: string, reason: string): Finding {
  return lineageRules['corrupt-record'].finding({
    message: `refs/lineage/inbox/${key} was left in the inbox: ${reason}`,
    help: `Write the record anew, then ${deletion(key)}`,
  });
}

function corruptResults(key: string, found: string): Finding {
  return lineageRules['corrupt-results'].finding({
    message: `refs/lineage/inbox/${key} was left in the inbox: its content has the SHA-256 ${found}`,
    help: `Nothing that was evaluated is in it: ${deletion(key)}`,
  });
}

/** A command to copy, of a name that no shell reads anything into. */
function deletion(key: string): string {
  const ref = `refs/lineage/inbox/${key}`;
  return /^[\w.%@-]+$/.test(key)
    ? `git push origin --delete ${ref}`
    : 'delete that ref; no writer of lineage names one so, and a shell may read more into it than a name';
}

interface Folded {
  readonly records: number;
  readonly results: number;
}

/** `3 lineage records and 1 file of results`. */
function said({ records, results }: Folded): string {
  const rows = results === 0 ? [] : [count(results, 'file of results', 'files of results')];
  const links = records === 0 && results > 0 ? [] : [count(records, 'lineage record')];
  return [...links, ...rows].join(' and ');
}

function reportOf(folded: Folded, findings: readonly Finding[]): Report<FoldFacts> {
  return makeReport({
    gate,
    title:
      folded.records + folded.results === 0
        ? 'Nothing waits in the inbox'
        : `${said(folded)} folded into model-lineage`,
    findings,
    facts: { folded: folded.records, ...(folded.results > 0 && { foldedResults: folded.results }) },
  });
}
