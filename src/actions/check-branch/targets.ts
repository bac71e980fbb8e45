/** Which branches an event asks about: that of its pull request, that which was pushed, or those of all open pull requests. */
import type { Repository } from '#lib/git';
import type { GitHub } from '#lib/github';
import type { OtherBranch } from '../../ports/branches.ts';
import type { RunnerEnvironment } from '../../runner/environment.ts';
import { actionLog } from '#lib/action';
import { isUserError, UserError } from '../../kernel/user-error.ts';
import type { BranchInputs } from './inputs.ts';

export interface Target {
  readonly branch: string;
  readonly head: string;
  /** Name of the branch that it is to merge into. */
  readonly trunk: string;
  readonly pullRequest?: number;
  readonly title?: string;
  /** The branch lies in another repository, whose record of branches this token may not read. */
  readonly fork: boolean;
}

export interface Targets {
  readonly targets: readonly Target[];
  /** One report for all of them, as on a schedule. */
  readonly all: boolean;
}

/** Open pull requests judged in one scheduled run. */
const mostBranches = 50;

export async function targetsOf(
  environment: RunnerEnvironment,
  { pullRequest }: BranchInputs,
  github: GitHub | undefined,
): Promise<Targets> {
  const { event, repository } = environment;
  if (pullRequest !== undefined && pullRequest !== event.pullRequest?.number) {
    const pull = await withToken(github, 'pull-request').pulls.get(pullRequest);
    if (pull.state !== 'open')
      throw new UserError(`#${pullRequest} is closed.`, { help: 'Name an open pull request.' });
    return { targets: [targetOf(pull, repository)], all: false };
  }
  const { headRef, headSha, baseRef } = event;
  if (event.pullRequest !== undefined && headRef !== undefined && headSha !== undefined) {
    const { number, fork } = event.pullRequest;
    return {
      targets: [{ branch: headRef, head: headSha, trunk: baseRef ?? 'main', pullRequest: number, fork }],
      all: false,
    };
  }
  if (event.kind === 'push') return { targets: pushed(event), all: false };
  // What the queue merges was judged in its pull requests.
  if (event.kind === 'merge-group') return { targets: [], all: false };
  return { targets: await openTargets(repository, withToken(github, 'github-token')), all: true };
}

/** None for trunk itself, a tag, and a branch that was deleted. */
function pushed({ headRef, headSha, defaultBranch }: RunnerEnvironment['event']): Target[] {
  const isBranch = headRef !== undefined && !headRef.startsWith('refs/') && headRef !== defaultBranch;
  if (!isBranch || headSha === undefined || /^0+$/.test(headSha)) return [];
  return [{ branch: headRef, head: headSha, trunk: defaultBranch ?? 'main', fork: false }];
}

async function openTargets(repository: string, github: GitHub): Promise<Target[]> {
  const pulls = await github.pulls.list({ state: 'open', max: mostBranches });
  return pulls.map((pull) => targetOf(pull, repository));
}

type Pull = Awaited<ReturnType<GitHub['pulls']['list']>>[number];

export function targetOf({ number, title, head, base }: Pull, repository: string): Target {
  return {
    branch: head.ref,
    head: head.sha,
    trunk: base.ref,
    pullRequest: number,
    title,
    fork: head.repository?.toLowerCase() !== repository.toLowerCase(),
  };
}

function withToken(github: GitHub | undefined, input: string): GitHub {
  if (github !== undefined) return github;
  throw new UserError(`${input}: GitHub cannot be asked without a token.`, {
    help: 'Pass `github-token: ${{ github.token }}`, or run on pull_request.',
  });
}

/** Open pull requests as other people's work. */
export function others(pulls: readonly Pull[]): OtherBranch[] {
  return pulls.map(({ number, title, head }) => ({ name: `#${number}`, number, title, head: head.sha }));
}

/** Full SHA of trunk's tip now: the event's may be old, but stands in where GitHub does not tell. */
export async function tipOf(
  trunk: string,
  { event }: RunnerEnvironment,
  github: GitHub | undefined,
  repository: Repository,
): Promise<string> {
  const branch = await github?.branches.get(trunk).catch(toldBelow);
  if (branch !== undefined) return branch.sha;
  return trunk === event.baseRef && event.baseSha !== undefined
    ? event.baseSha
    : repository.remoteBranch(trunk);
}

function toldBelow(error: unknown): undefined {
  if (!isUserError(error)) throw error;
  actionLog.warning(`GitHub did not tell the tip of trunk (${error.message}); that of the event counts.`);
}
