/** Which branches of closed pull requests may go, which are to be announced first, and why the others stay. */
import picomatch from 'picomatch';
import { compareText } from '../kernel/compare.ts';
import { spanText } from './age.ts';
import type { SweepSettings } from '../policy/settings.ts';

export interface SweepBranch {
  readonly name: string;
  /** Full SHA of its tip. */
  readonly sha: string;
  readonly protected: boolean;
}

export interface ClosedPull {
  readonly number: number;
  readonly author: string;
  /** Name of the head branch, which lies in this repository. */
  readonly branch: string;
  /** Tip of the head branch when the pull request was closed. */
  readonly headSha: string;
  /** ISO 8601. */
  readonly closedAt: string;
  readonly merged: boolean;
  readonly labels: readonly string[];
}

/** The repository at one moment. */
export interface SweepState {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly branches: readonly SweepBranch[];
  readonly closed: readonly ClosedPull[];
  /** Trunk and the default branch, heads of open pull requests, and what any pull request was ever to merge into: never touched. */
  readonly inUse: ReadonlySet<string>;
  /** Globs of branches that live on: `branches.lines` of the policy. */
  readonly lines: readonly string[];
}

/** What can be determined without looking at a single pull request. */
export type BranchStanding =
  | { readonly kind: 'stays'; readonly branch: string; readonly reason: string }
  | { readonly kind: 'due'; readonly candidate: Candidate };

export interface Candidate {
  readonly branch: string;
  readonly sha: string;
  readonly pull: ClosedPull;
  /** Milliseconds since the epoch from which the author may be reminded, and at which the term ends. */
  readonly remindFrom: number;
  readonly endsAt: number;
}

const dayMs = 86_400_000;

/** Every branch, the longest overdue first among those that are due; the others with the reason why they stay. */
export function standings(state: SweepState, settings: SweepSettings): BranchStanding[] {
  const pulls = pullsByBranch(state.closed);
  const all = state.branches.map((branch) => standing(branch, pulls.get(branch.name) ?? [], state, settings));
  return all.toSorted((a, b) => remindFrom(a) - remindFrom(b) || compareText(branchOf(a), branchOf(b)));
}

function remindFrom(one: BranchStanding): number {
  return one.kind === 'due' ? one.candidate.remindFrom : Number.MAX_VALUE;
}

function branchOf(one: BranchStanding): string {
  return one.kind === 'due' ? one.candidate.branch : one.branch;
}

/** Branches of the merge queue, which GitHub removes by itself. */
const ofGitHub = ['gh-readonly-queue/**'];

function standing(
  { name, sha, protected: isProtected }: SweepBranch,
  pulls: readonly ClosedPull[],
  { inUse, now, lines }: SweepState,
  settings: SweepSettings,
): BranchStanding {
  const stays = (reason: string): BranchStanding => ({ kind: 'stays', branch: name, reason });
  const last = lastClosed(pulls);
  if (isProtected) return stays('protected');
  if (inUse.has(name))
    return stays('in use: trunk, head of an open pull request, or the base of one, open or closed');
  if (isProtectedName(name, { settings, lines }))
    return stays('protected by the policy (sweep.protect, branches.lines)');
  if (last === undefined) return stays('no closed pull request');
  if (pulls.some(({ labels }) => labels.includes(settings.keepLabel)))
    return stays(`kept by the label ${settings.keepLabel}`);
  if (pulls.some(({ closedAt }) => Number.isNaN(Date.parse(closedAt))))
    return stays('it is not known when its pull request was closed');
  if (last.headSha !== sha) return stays(`commits after #${last.number} was closed`);
  const endsAt = Date.parse(last.closedAt) + settings.afterDays * dayMs;
  const from = endsAt - Math.min(settings.remindDays, settings.afterDays) * dayMs;
  if (now < from) return stays(waitText(last, from, now));
  return { kind: 'due', candidate: { branch: name, sha, pull: last, remindFrom: from, endsAt } };
}

/** Whether the policy keeps a branch of this name for good. */
export function isProtectedName(
  name: string,
  {
    settings,
    lines,
  }: { readonly settings: Pick<SweepSettings, 'protect'>; readonly lines: readonly string[] },
): boolean {
  return [...settings.protect, ...lines, ...ofGitHub].some((glob) => picomatch.isMatch(name, glob));
}

function waitText({ number, merged }: ClosedPull, from: number, now: number): string {
  const what = `#${number} was ${merged ? 'merged' : 'closed'} not long ago`;
  return `${what}: a reminder in ${spanText((from - now) / 3_600_000)}`;
}

/** What the pull request itself tells of a candidate. */
export interface CandidateDetails {
  /** When the author was reminded of this very tip, ISO 8601. */
  readonly remindedAt?: string;
  /** Who wrote /keep and may. */
  readonly keptBy?: string;
}

export type SweepStep =
  | { readonly step: 'remind' | 'delete'; readonly reason: string }
  | { readonly step: 'stay'; readonly reason: string };

/** What is next for a candidate: first the reminder, and the deletion only the full time after it. */
export function nextStep(
  { endsAt, pull }: Candidate,
  { remindedAt, keptBy }: CandidateDetails,
  { remindDays }: Pick<SweepSettings, 'remindDays'>,
  now: number,
): SweepStep {
  if (keptBy !== undefined) return { step: 'stay', reason: `kept by /keep of ${keptBy}` };
  if (remindedAt === undefined)
    return {
      step: 'remind',
      reason: `#${pull.number} was ${pull.merged ? 'merged' : 'closed'} ${pull.closedAt}`,
    };
  const deleteFrom = deletionTime(endsAt, remindedAt, remindDays);
  if (now >= deleteFrom) return { step: 'delete', reason: `announced ${remindedAt}` };
  const left = (deleteFrom - now) / 3_600_000;
  return {
    step: 'stay',
    reason: `announced ${remindedAt}; it goes in ${spanText(Number.isNaN(left) ? 0 : left)}`,
  };
}

/** Milliseconds since the epoch from which it may be deleted: the term is over, and the reminder is old enough. NaN for no time. */
export function deletionTime(endsAt: number, remindedAt: string, remindDays: number): number {
  return Math.max(endsAt, Date.parse(remindedAt) + remindDays * dayMs);
}

function pullsByBranch(closed: readonly ClosedPull[]): Map<string, ClosedPull[]> {
  const pulls = new Map<string, ClosedPull[]>();
  for (const pull of closed) pulls.set(pull.branch, [...(pulls.get(pull.branch) ?? []), pull]);
  return pulls;
}

function lastClosed(pulls: readonly ClosedPull[]): ClosedPull | undefined {
  return pulls.toSorted((a, b) => Date.parse(b.closedAt) - Date.parse(a.closedAt) || b.number - a.number)[0];
}
