/** Which commit an event asks to judge, and against which. */
import { actionLog } from '#lib/action';
import type { Repository } from '#lib/git';
import { isUserError, UserError } from '../../kernel/user-error.ts';
import { judgesNothing, type TrunkEvent } from '../../policy/index.ts';
import type { ChangedFile, ChangeSet } from '../../ports/index.ts';
import type { RunnerEnvironment } from '../environment.ts';
import type { ChangeInputs } from './inputs.ts';

export interface Merged {
  readonly event: TrunkEvent;
  /** Full SHA of the commit that GitHub has merged for this run, where it is known as that. */
  readonly merge?: string;
}

/**
 * The payload of a pull request names the tip of its base as it was at the last push to the branch, weeks before a label or a review; the
 * commit that GitHub has merged for this run names the tip that it merged.
 */
export async function withBaseTip(
  { event, sha }: RunnerEnvironment,
  repository: Repository,
): Promise<Merged> {
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

/**
 * What may be checked out. An event without a head, such as a schedule, is about the commit that GitHub runs it on; with the input
 * `base` it judges what is checked out, whatever that is.
 */
export function judgedCommits(
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

export interface Endpoints {
  readonly base: string;
  readonly head: string;
}

/** Full SHAs of the base's tip and of the head: the pull request's own head, never GitHub's merge commit. */
export async function endpoints(
  event: TrunkEvent,
  inputs: ChangeInputs,
  repository: Repository,
): Promise<Endpoints> {
  if (judgesNothing(event) && inputs.base === undefined) throw nothingToJudge(event.name);
  const head = event.headSha ?? (await repository.head()).sha;
  if (inputs.base !== undefined) return { base: await namedBase(inputs.base, event, repository), head };
  if (event.baseSha !== undefined) return { base: event.baseSha, head };
  if (event.defaultBranch !== undefined)
    return { base: await repository.remoteBranch(event.defaultBranch), head };
  throw new UserError(`The event ${event.name} does not say what to compare with.`, {
    help: 'Give the input base: a branch, a tag or a commit.',
  });
}

/** By the name of trunk its branch on the remote is meant: a clone may contain a tag, or a branch that somebody moved, of that name. */
async function namedBase(name: string, event: TrunkEvent, repository: Repository): Promise<string> {
  const branch = name.replace(/^(?:refs\/heads\/|(?:refs\/remotes\/)?origin\/)/, '');
  if (event.pullRequest !== undefined && branch === event.baseRef && event.baseSha !== undefined)
    return event.baseSha;
  return branch === event.defaultBranch ? repository.remoteBranch(branch) : repository.resolve(name);
}

/**
 * The commit whose policy holds: the tip of the base branch, or the commit before a push. Neither an old branch point nor an input of the
 * workflow brings a weaker policy back. An event that is about no change takes what it compares with.
 */
export async function policyCommit(
  { kind, baseSha, defaultBranch }: TrunkEvent,
  inputs: ChangeInputs,
  base: string,
  repository: Repository,
): Promise<string> {
  if (baseSha !== undefined) return repository.resolve(baseSha);
  const isNewBranch = kind === 'push' && inputs.base !== undefined && defaultBranch !== undefined;
  return isNewBranch ? repository.remoteBranch(defaultBranch) : base;
}

function nothingToJudge(name: string): UserError {
  return new UserError(
    `GitHub runs ${name} on the tip of the default branch: there is no change here to judge, and a verdict would stand for nothing.`,
    {
      help: 'Run this on pull_request, merge_group, push, schedule or workflow_dispatch. After a comment, putting the label on (`labeled`) starts the gates again. To compare what is checked out all the same, give the input base.',
    },
  );
}

/** Full SHA. */
export type MergeBase = (a: string, b: string) => Promise<string>;

/** In a shallow clone GitHub knows the merge base in one request; where git has the history, or there is no token, git finds it. */
export function mergeBases(
  environment: RunnerEnvironment,
  { token }: ChangeInputs,
  repository: Repository,
): MergeBase {
  const ask = async (a: string, b: string): Promise<string | undefined> => {
    if (token === undefined || !(await repository.isShallow())) return undefined;
    try {
      const { connect } = await import('#lib/github');
      const { apiUrl, repository: name } = environment;
      return await connect({ token, apiUrl, repository: name, log: actionLog }).commits.mergeBase(a, b);
    } catch (error) {
      actionLog.warning(
        `GitHub did not tell the merge base (${error instanceof Error ? error.message : String(error)}); git looks for it.`,
      );
      return undefined;
    }
  };
  return async (a, b) => (await ask(a, b)) ?? repository.mergeBase(a, b);
}

/**
 * The files that the change itself brings, against the base of its event. The input `base` may name something older, to compare with
 * more; it throws a UserError where a pull request would be compared with a part of itself.
 */
export async function filesOfEvent(
  event: TrunkEvent,
  inputs: ChangeInputs,
  { base, head, files }: ChangeSet,
  mergeBase: MergeBase,
  repository: Repository,
): Promise<readonly ChangedFile[]> {
  const [from, to] = [base.sha, head.sha];
  if (inputs.base === undefined || event.baseSha === undefined || from === undefined || to === undefined)
    return files;
  const own = await repository.resolve(await mergeBase(event.baseSha, to));
  if (own === from) return files;
  const proposed = event.kind === 'pull-request' || event.kind === 'merge-group';
  if (proposed && (await mergeBase(from, own)) !== from) throw insideOfChange(inputs.base, from, own);
  return repository.changedFiles(own, to);
}

function insideOfChange(base: string, from: string, own: string): UserError {
  return new UserError(
    `The input base names ${JSON.stringify(base)}, which leads to commit ${from.slice(0, 8)} of this change itself: it would be compared with what it brought.`,
    {
      help: `Leave the input out, or name the base branch, or a commit no younger than ${own.slice(0, 8)}, where this change began.`,
    },
  );
}
