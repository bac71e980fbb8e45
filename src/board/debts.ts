/** Gates that were lifted for merged commits, and whether they were made up for. */
import type { LineageRecord } from '../lineage/index.ts';
import { compareText } from '../kernel/compare.ts';
import { isDecided, resultOf, type RecordedCommit } from './commits.ts';
import type { Debt, GateResult, Merge } from './model.ts';
import type { BoardSettings } from './settings.ts';

export const evaluationGate = 'regression-gate';

interface Lifted {
  readonly kind: Debt['kind'];
  readonly result: GateResult;
  /** The record that tells of it; none for a hotfix of which no evaluation was recorded. */
  readonly record: LineageRecord | undefined;
}

/**
 * What is owed first, oldest deadline before; then what was paid, newest first. Only the commit itself pays: a later merge is
 * compared with a merge base that contains the unjudged change already.
 */
export function debtsOf(
  merges: readonly Merge[],
  commits: ReadonlyMap<string, RecordedCommit>,
  settings: BoardSettings,
  now: string,
): Debt[] {
  const debts = merges.flatMap((merge) => {
    const records = commits.get(merge.sha)?.records ?? [];
    return liftedOf(merge, records).map((lifted) => debtOf(lifted, merge, records, settings, now));
  });
  return debts.toSorted(
    (a, b) =>
      Number(a.state === 'paid') - Number(b.state === 'paid') ||
      (a.state === 'paid' ? compareText(b.at, a.at) : compareText(a.due, b.due)) ||
      compareText(a.sha, b.sha) ||
      compareText(a.gate, b.gate),
  );
}

/** The first exemption of each gate; of a hotfix also an evaluation that was skipped, or of which nothing is recorded. */
function liftedOf(merge: Merge, records: readonly LineageRecord[]): Lifted[] {
  const kind = merge.hotfix ? 'hotfix' : 'exemption';
  const lifted = new Map<string, Lifted>();
  for (const record of records)
    for (const told of record.verdicts ?? []) {
      if (told.gate === 'model-gates' || lifted.has(told.gate)) continue;
      const skipped = merge.hotfix && told.gate === evaluationGate && told.verdict === 'skipped';
      if (told.verdict === 'exempt' || skipped)
        lifted.set(told.gate, { kind, result: resultOf(told, record.at), record });
    }
  // One that has an issue for its evaluation stays in the list once that is recorded: so the issue is closed.
  const told = merge.issue === undefined && merge.gates.some(({ gate }) => gate === evaluationGate);
  if (merge.hotfix && !told && !lifted.has(evaluationGate))
    lifted.set(evaluationGate, { kind, record: undefined, result: unrecorded(merge.at, records) });
  return [...lifted.values()];
}

/** In the name of who approved the hotfix, where its record tells. */
function unrecorded(at: string, records: readonly LineageRecord[]): GateResult {
  const [exemptedBy, exemptedSha] = ['approved_by', 'approved_sha'].map((name) => textIn(records, name));
  const reason = 'no evaluation was recorded';
  return { gate: evaluationGate, verdict: 'skipped', at, reason, exemptedBy, exemptedSha };
}

function textIn(records: readonly LineageRecord[], name: string): string | undefined {
  return records
    .map(({ parameters }) => parameters?.[name])
    .find((value): value is string => typeof value === 'string' && value !== '');
}

function debtOf(
  { kind, result, record }: Lifted,
  merge: Merge,
  records: readonly LineageRecord[],
  settings: BoardSettings,
  now: string,
): Debt {
  const settled = settledBy(result, record, records);
  const due = dueAt(records, result.at, settings.owedHours);
  const open = due < now ? 'overdue' : 'owed';
  const { sha, branch, pullRequest, author, minutes, servedMinutes, issue } = merge;
  return {
    kind,
    gate: result.gate,
    sha,
    branch,
    pullRequest,
    author,
    by: result.exemptedBy,
    on: result.exemptedSha,
    reason: result.reason ?? record?.note ?? result.title,
    at: result.at,
    due,
    state: settled === undefined ? open : 'paid',
    settled,
    minutes,
    servedMinutes,
    issue,
    serving: [],
  };
}

/** A verdict of the same gate made later; of an evaluation also its recorded values. */
function settledBy(
  { gate, at }: GateResult,
  lifted: LineageRecord | undefined,
  records: readonly LineageRecord[],
): Debt['settled'] {
  for (const record of records) {
    if (record.id === lifted?.id || record.at < at) continue;
    const said = record.verdicts?.find((told) => told.gate === gate && isDecided(told.verdict));
    if (said !== undefined) return { at: record.at, verdict: said.verdict };
    const measured =
      Object.keys(record.metrics ?? {}).length > 0 &&
      record.outputs.some(({ kind }) => kind === 'evaluation') &&
      record.verdicts === undefined;
    if (gate === evaluationGate && measured) return { at: record.at };
  }
  return undefined;
}

const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** As a record of the commit says (`parameters.evaluate_by`), else so many hours after it was lifted. */
function dueAt(records: readonly LineageRecord[], at: string, hours: number): string {
  const told = textIn(records, 'evaluate_by');
  const given = told !== undefined && isoTime.test(told) ? Date.parse(told) : Number.NaN;
  return new Date(Number.isNaN(given) ? Date.parse(at) + hours * 3_600_000 : given).toISOString();
}
