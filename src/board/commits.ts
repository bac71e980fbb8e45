/** Records by the commit that they tell of, and what they say of it. */
import { locatedCommit, type LineageRecord } from '../lineage/index.ts';
import { groupBy } from '../kernel/group.ts';
import { worstVerdict, type Verdict } from '../report/model.ts';
import { compareText } from '../kernel/compare.ts';
import type { GateResult, Merge } from './model.ts';
import type { BoardSettings } from './settings.ts';

/** A commit and all records that had it as input, oldest first. */
export interface RecordedCommit {
  readonly sha: string;
  readonly records: readonly LineageRecord[];
}

/**
 * Of a record with several commits the first counts: that is the one it was made of. A search that names a merge later judges trunk, not that
 * merge as it came in: such records are left out.
 */
export function recordedCommits(records: readonly LineageRecord[]): Map<string, RecordedCommit> {
  const groups = groupBy(records, (record) =>
    locatedCommit(record) === undefined ? commitOf(record) : undefined,
  );
  const commits = [...groups].flatMap(([sha, own]): RecordedCommit[] =>
    sha === undefined ? [] : [{ sha, records: own.length === 1 ? own : own.toSorted(earlier) }],
  );
  return new Map(commits.map((commit) => [commit.sha, commit]));
}

function commitOf({ inputs }: LineageRecord): string | undefined {
  return inputs.find(({ kind }) => kind === 'commit')?.id;
}

/** By time, then by id: the same order whatever the order in which they were read. */
export function earlier(a: LineageRecord, b: LineageRecord): number {
  return compareText(a.at, b.at) || compareText(a.id, b.id);
}

/** `main` of `refs/heads/main`; `undefined` for a tag. */
export function branchOf(ref: string | undefined): string | undefined {
  if (ref === undefined || ref.startsWith('refs/tags/')) return undefined;
  return ref.replace(/^refs\/heads\//, '');
}

export function isTrunk(branch: string, { trunk }: Pick<BoardSettings, 'trunk'>): boolean {
  return trunk === undefined ? branch === 'main' || branch === 'master' : branch === trunk;
}

/** Commits of trunk and of release branches, newest first. */
export function mergesOf(
  commits: ReadonlyMap<string, RecordedCommit>,
  records: readonly LineageRecord[],
  settings: BoardSettings,
): Merge[] {
  const hotfixes = hotfixPulls(records, settings);
  return [...commits.values()]
    .flatMap((commit) => mergeOf(commit, hotfixes, settings) ?? [])
    .toSorted((a, b) => compareText(b.at, a.at) || compareText(b.sha, a.sha));
}

function mergeOf(
  { sha, records }: RecordedCommit,
  hotfixes: ReadonlySet<number>,
  settings: BoardSettings,
): Merge | undefined {
  const merged =
    records.find((record) => isMergeTarget(mergedInto(record), settings)) ??
    records.find((record) => hotfixMinutes(record) !== undefined);
  const branch = merged === undefined ? undefined : mergedInto(merged);
  if (merged === undefined || branch === undefined) return undefined;
  const gates = gatesOf(records);
  const pullRequest = first(records, 'pr_number');
  const hotfix =
    records.some((record) => isHotfix(record, settings)) ||
    (pullRequest !== undefined && hotfixes.has(pullRequest));
  const issue = firstNumber(records, 'evaluation_issue') ?? 0;
  return {
    sha,
    at: merged.at,
    branch,
    hotfix,
    gates,
    metrics: metricsOf(records),
    author: first(records, 'author'),
    pullRequest,
    verdict: verdictOver(gates),
    run: first(records, 'run'),
    minutes: firstNumber(records, 'hotfix_minutes'),
    triggeredAt: records.find((record) => hotfixMinutes(record) !== undefined)?.at,
    issue: Number.isSafeInteger(issue) && issue > 0 ? issue : undefined,
  };
}

/** The branch of the record; of one made when a pull request was closed, which names its head, the branch that it was merged into. */
function mergedInto({ git_ref: ref, parameters }: LineageRecord): string | undefined {
  const told = parameters?.['merged_into'];
  return branchOf(typeof told === 'string' && told !== '' ? told : ref);
}

function isMergeTarget(branch: string | undefined, settings: BoardSettings): boolean {
  return branch !== undefined && (isTrunk(branch, settings) || branch.startsWith('release/'));
}

/** Pull requests of which a record says that they are hotfixes: by branch, or by the mode of the plan. */
function hotfixPulls(records: readonly LineageRecord[], settings: BoardSettings): Set<number> {
  const pulls = records.filter((record) => isHotfix(record, settings)).map((record) => record.pr_number);
  return new Set(pulls.filter((number) => number !== undefined));
}

function isHotfix({ git_ref: ref, parameters }: LineageRecord, { hotfixBranches }: BoardSettings): boolean {
  const branch = branchOf(ref);
  if (parameters?.['mode'] === 'hotfix' || numberIn(parameters, 'hotfix_minutes') !== undefined) return true;
  return branch !== undefined && hotfixBranches.some((start) => branch.startsWith(start));
}

/** Minutes from the first push to the trigger of the deploy, on the record of a hotfix that was merged. */
function hotfixMinutes({ parameters }: LineageRecord): number | undefined {
  return numberIn(parameters, 'hotfix_minutes');
}

/** A parameter as a number; an action writes them all as text. */
function numberIn(parameters: LineageRecord['parameters'], name: string): number | undefined {
  const value = parameters?.[name];
  if (typeof value === 'number' && value >= 0) return value;
  return typeof value === 'string' && /^\d{1,15}(?:\.\d{1,3})?$/.test(value) ? Number(value) : undefined;
}

function firstNumber(records: readonly LineageRecord[], name: string): number | undefined {
  return records.map(({ parameters }) => numberIn(parameters, name)).find((value) => value !== undefined);
}

/** The field of the first record that has it. */
export function first<K extends keyof LineageRecord>(
  records: readonly LineageRecord[],
  key: K,
): LineageRecord[K] | undefined {
  return records.find((record) => record[key] !== undefined)?.[key];
}

/** The last verdict of each gate, in the order in which they first spoke. The verdict over all of them is none of a gate. */
export function gatesOf(records: readonly LineageRecord[]): GateResult[] {
  const last = new Map<string, GateResult>();
  for (const record of records)
    for (const told of record.verdicts ?? []) last.set(told.gate, resultOf(told, record.at));
  const single = [...last.values()].filter(({ gate }) => gate !== 'model-gates');
  return single.length > 0 ? single : [...last.values()];
}

/** The gravest; nothing where no gate spoke. */
export function verdictOver(gates: readonly GateResult[]): Verdict | undefined {
  return gates.length === 0 ? undefined : worstVerdict(gates.map(({ verdict }) => verdict));
}

type Told = NonNullable<LineageRecord['verdicts']>[number];

export function resultOf(told: Told, at: string): GateResult {
  const { gate, verdict, title, exempted_by: exemptedBy, exempted_at: exemptedAt, reason, declared } = told;
  return {
    gate,
    verdict,
    at,
    title,
    exemptedBy,
    exemptedAt,
    exemptedSha: told.exempted_sha,
    reason,
    declared,
  };
}

/** Of what was judged or evaluated: a training loss that a job reports is not a metric of the merge. */
export function metricsOf(records: readonly LineageRecord[]): ReadonlyMap<string, number> {
  const telling = records.filter(({ outputs }) =>
    outputs.some(({ kind }) => kind === 'verdict' || kind === 'evaluation'),
  );
  return new Map(telling.flatMap(({ metrics = {} }) => Object.entries(metrics)));
}

/** What counts as an answer of a gate: neither lifted nor left undecided. */
export function isDecided(verdict: Verdict): boolean {
  return verdict === 'pass' || verdict === 'fail';
}
