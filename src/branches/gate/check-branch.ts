/** check-branch: gathers what GitHub and git know of a branch, and judges it. */
import { branchRules } from '../rules.ts';
import type { Finding, NoFacts, Report } from '../../report/model.ts';
import { makeReport } from '../../report/make.ts';
import { isUserError } from '../../kernel/user-error.ts';
import type { Policy } from '../../policy/index.ts';
import {
  branchStart,
  judgeBranch,
  lastSync,
  type BranchFacts,
  type BranchState,
  type CreationRecord,
  type KnownBranch,
} from '../index.ts';
import type { OwnCommit } from '../../kernel/branch.ts';
import { predict, type PredictionLimits } from './predict.ts';
import type { BranchGit, Distance, OtherBranch } from '../../ports/branches.ts';
import type { GitHub } from '../../ports/github.ts';
import type { Logger } from '../../ports/index.ts';

const gate = 'check-branch';

export interface BranchRequest {
  readonly branch: string;
  readonly trunk: string;
  /** Full SHAs of the tips. */
  readonly head: string;
  readonly base: string;
  readonly pullRequest?: number;
  readonly policy: Policy;
  /** Other unmerged branches, without this one; the last changed first. */
  readonly others: readonly OtherBranch[];
  /** Why the others are not known, where they are not. */
  readonly othersUnread?: string;
  readonly limits: PredictionLimits;
}

export interface BranchPorts {
  readonly git: BranchGit;
  readonly log: Logger;
  now(): number;
  /** GitHub's record of when a branch of this name was created; absent without a token and for a fork's branch. */
  creations?(branch: string): Promise<readonly CreationRecord[]>;
}

/** Throws a UserError where the commits cannot be had or have no common history. */
export async function checkBranch(request: BranchRequest, ports: BranchPorts): Promise<Report<BranchFacts>> {
  const { git } = ports;
  const { base, head, policy } = request;
  await git.available([base, head]);
  const distance = await git.distance(base, head);
  const [own, recorded, branchPointAt] = await Promise.all([
    git.ownCommits(base, head),
    creationsOf(request.branch, ports),
    git.commitDate(distance.mergeBase),
  ]);
  const state = await stateOf(request, ports, distance, {
    own,
    creations: recorded.creations,
    branchPointAt,
  });
  const judgement = judgeBranch(state, {
    settings: policy.branches,
    alsoNamed: [...policy.hotfix.branches, ...(policy.dependencies.botBranches ?? [])],
  });
  return makeReport({ gate, ...judgement, findings: [...judgement.findings, ...recorded.findings] });
}

/** What GitHub knows of a branch; what it does not tell speaks for a feature branch, which is judged. */
export async function knownBranch(
  branch: string,
  { branches, pulls }: Pick<GitHub, 'branches' | 'pulls'>,
): Promise<KnownBranch> {
  const [found, [into]] = await Promise.all([
    branches.get(branch).catch(untold),
    pulls.list({ state: 'all', base: branch, max: 1 }).catch(noneTold),
  ]);
  const baseOf = into === undefined ? {} : { baseOf: into.number };
  return { protected: found?.protected === true, ...baseOf };
}

function untold(error: unknown): undefined {
  if (!isUserError(error)) throw error;
}

function noneTold(error: unknown): never[] {
  if (!isUserError(error)) throw error;
  return [];
}

/** A branch that is not a feature branch is not judged: its age and its name are as they are meant to be. */
export function standingBranch(branch: string, why: string): Report<NoFacts> {
  return noBranch(`${branch} is not judged as a feature branch: ${why}`);
}

/** Trunk itself, a tag, a deletion: `title` says what there is instead of a branch. */
export function noBranch(title: string): Report<NoFacts> {
  return makeReport({ gate, verdict: 'skipped', title, facts: {} });
}

interface Gathered {
  readonly own: readonly OwnCommit[];
  readonly creations: readonly CreationRecord[];
  readonly branchPointAt: string;
}

async function stateOf(
  request: BranchRequest,
  ports: BranchPorts,
  distance: Distance,
  { own, creations, branchPointAt }: Gathered,
): Promise<BranchState> {
  const { branch, trunk, head, base, pullRequest } = request;
  const start = branchStart(creations, own);
  return {
    branch,
    trunk,
    head,
    base,
    ...distance,
    ...(start === undefined ? {} : { start }),
    ...(pullRequest === undefined ? {} : { pullRequest }),
    lastSync: lastSync(own, branchPointAt),
    prediction: await predict({ ...request, ...distance }, ports.git, ports.log),
    now: ports.now(),
  };
}

/** Where GitHub cannot be asked the first commit tells, and the report says why. */
async function creationsOf(
  branch: string,
  { creations }: BranchPorts,
): Promise<{ readonly creations: readonly CreationRecord[]; readonly findings: readonly Finding[] }> {
  if (creations === undefined) return { creations: [], findings: [] };
  try {
    return { creations: await creations(branch), findings: [] };
  } catch (error) {
    if (!isUserError(error)) throw error;
    return { creations: [], findings: [unrecorded(error.message, error.help)] };
  }
}

function unrecorded(message: string, help: string | undefined): Finding {
  return branchRules['age-from-commits'].finding({
    message: `The age is that of the first commit, because GitHub's record could not be read: ${message}`,
    help: help ?? 'Give the job a token with contents: read.',
  });
}
