/** From an event to the change it asks to judge: which commit against which, and the policy that holds. */
import type { Repository } from '#lib/git';
import { loadPolicy, type LoadedPolicy } from '../../policy/gate/policy.ts';
import type { ChangeSet, Ports } from '../../ports/index.ts';
import type { RunnerEnvironment } from '../environment.ts';
import { actionLog } from '#lib/action';
import { repositoryPorts } from '../repository-ports.ts';
import { workingFolder } from '../paths.ts';
import { isUserError, UserError } from '../../kernel/user-error.ts';
import { judgesNothing, type TrunkEvent } from '../../policy/index.ts';
import type { ChangeInputs } from './inputs.ts';
import { guardedTrees } from './guarded-trees.ts';
import { judgedWorkspace } from './workspace.ts';
import { openRunnerLedger } from '../ledger/lineage-ledger.ts';
import { ledgerPorts } from '../ledger/ledger-ports.ts';

export interface OpenChange {
  readonly ports: Ports;
  readonly policy: LoadedPolicy;
}

/** Throws a UserError where the repository, a commit or the policy cannot be had. */
export async function openChange(environment: RunnerEnvironment, inputs: ChangeInputs): Promise<OpenChange> {
  const cwd = await workingFolder(environment.workspace, inputs.workingDirectory);
  const { commands, openRepository } = await import('#lib/git');
  const repository = await openRepository({
    cwd,
    log: actionLog,
    ...(inputs.token ? { token: inputs.token } : {}),
  });
  const { event, merge } = await withBaseTip(environment, repository);
  const { base, head } = await endpoints(event, inputs, repository);
  const mergeBase = await knownMergeBase(environment, inputs, repository, base, head);
  const change = await repository.changeSet({
    base,
    head,
    ...(mergeBase ? { mergeBaseSha: mergeBase } : {}),
  });
  // The tip of the base branch: neither an old branch point nor an input of the workflow brings a weaker policy back.
  const guarded = await repository.resolve(event.baseSha ?? base);
  const policy = await loadPolicy(repository.tree(guarded), inputs.policy);
  const fromClone = repositoryPorts(repository, change, environment.temp, () =>
    openRunnerLedger(environment, { cwd, remote: 'origin', token: inputs.token }),
  );
  const commits = judgedCommits(environment, inputs, change, merge);
  const ports = {
    change,
    ...fromClone,
    ...judgedWorkspace({ ...fromClone, commands }, { event, commits }, repository),
    treeAt: guardedTrees(repository, event, change),
    log: actionLog,
    now: Date.now,
    ...ledgerPorts(environment, { cwd, token: inputs.token }, policy.policy),
  };
  return { ports, policy };
}

/**
 * The payload of a pull request names the tip of its base as it was at the last push to the branch, weeks before a label or a review; the
 * commit that GitHub has merged for this run names the tip that it merged.
 */
async function withBaseTip({ event, sha }: RunnerEnvironment, repository: Repository): Promise<Merged> {
  if (event.pullRequest === undefined || sha === undefined || sha === '' || sha === event.headSha)
    return { event };
  try {
    const [tip, head, ...others] = await repository.parents(sha);
    return tip !== undefined && head === event.headSha && others.length === 0
      ? { event: { ...event, baseSha: tip }, merge: sha }
      : { event };
  } catch (error) {
    if (!isUserError(error)) throw error;
    actionLog.debug(`${sha} is not known as a merge of this pull request: ${error.message}`);
    return { event };
  }
}

interface Merged {
  readonly event: TrunkEvent;
  /** Full SHA of the commit that GitHub has merged for this run, where it is known as that. */
  readonly merge?: string;
}

/**
 * What may be checked out. An event without a head, such as a schedule, is about the commit that GitHub runs it on; with the input
 * `base` it judges what is checked out, whatever that is.
 */
function judgedCommits(
  { event, sha }: RunnerEnvironment,
  { base }: ChangeInputs,
  { head }: ChangeSet,
  merge: string | undefined,
): string[] {
  const all =
    event.headSha === undefined && base === undefined
      ? [sha]
      : [head.sha, merge, event.pullRequest?.mergeCommit];
  return all.filter((one) => one !== undefined);
}

interface Endpoints {
  readonly base: string;
  readonly head: string;
}

/** Full SHAs of the base's tip and of the head: the pull request's own head, never GitHub's merge commit. */
async function endpoints(
  event: TrunkEvent,
  inputs: ChangeInputs,
  repository: Repository,
): Promise<Endpoints> {
  if (judgesNothing(event) && inputs.base === undefined) throw nothingToJudge(event.name);
  const head = event.headSha ?? (await repository.head()).sha;
  if (inputs.base !== undefined) return { base: await repository.resolve(inputs.base), head };
  if (event.baseSha !== undefined) return { base: event.baseSha, head };
  if (event.defaultBranch !== undefined) return { base: await repository.resolve(event.defaultBranch), head };
  throw new UserError(`The event ${event.name} does not say what to compare with.`, {
    help: 'Give the input base: a branch, a tag or a commit.',
  });
}

function nothingToJudge(name: string): UserError {
  return new UserError(
    `GitHub runs ${name} on the tip of the default branch: there is no change here to judge, and a verdict would stand for nothing.`,
    {
      help: 'Run this on pull_request, merge_group, push, schedule or workflow_dispatch. After a comment, putting the label on (`labeled`) starts the gates again. To compare what is checked out all the same, give the input base.',
    },
  );
}

/** In a shallow clone GitHub knows the merge base in one request; where git has the history, or there is no token, git finds it. */
async function knownMergeBase(
  environment: RunnerEnvironment,
  inputs: ChangeInputs,
  repository: Repository,
  base: string,
  head: string,
): Promise<string | undefined> {
  if (inputs.token === undefined || !(await repository.isShallow())) return undefined;
  try {
    const { connect } = await import('#lib/github');
    const { apiUrl, repository: name } = environment;
    return await connect({
      token: inputs.token,
      apiUrl,
      repository: name,
      log: actionLog,
    }).commits.mergeBase(base, head);
  } catch (error) {
    actionLog.warning(
      `GitHub did not tell the merge base (${error instanceof Error ? error.message : String(error)}); git looks for it.`,
    );
    return undefined;
  }
}
