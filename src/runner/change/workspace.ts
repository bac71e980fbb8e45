/** The files and programs of the job, as far as they belong to the commit that is judged. */
import type { Repository } from '#lib/git';
import { isUserError, UserError } from '../../kernel/user-error.ts';
import type { Ports } from '../../ports/index.ts';
import type { TrunkEvent } from '../../policy/index.ts';

export interface Judged {
  readonly event: TrunkEvent;
  /** Full SHAs of the commits that may be checked out: the head, or what GitHub merged of it. */
  readonly commits: readonly string[];
}

/**
 * The same ports, which ask at first use whether the right commit is checked out: results, a checkpoint or an environment that another
 * commit made say nothing of this one. They throw a UserError with the `ref` that actions/checkout needs.
 */
export function judgedWorkspace(
  { workspace, commands }: Pick<Ports, 'workspace' | 'commands'>,
  judged: Judged,
  repository: Pick<Repository, 'checkedOut' | 'parents' | 'remoteRef'>,
): Pick<Ports, 'workspace' | 'commands'> {
  let checked: Promise<void> | undefined;
  const after = async <T>(read: () => Promise<T>): Promise<T> => {
    await (checked ??= requireJudged(judged, repository));
    return read();
  };
  const { readRange, reachable, linked } = workspace;
  return {
    workspace: {
      ...workspace,
      list: () => after(() => workspace.list()),
      ...(reachable && { reachable: () => after(reachable) }),
      ...(linked && { linked: () => after(linked) }),
      read: (path, maxBytes) => after(() => workspace.read(path, maxBytes)),
      ...(readRange && { readRange: (...part) => after(() => readRange(...part)) }),
    },
    commands: { run: (...command) => after(() => commands.run(...command)) },
  };
}

async function requireJudged(
  { event, commits }: Judged,
  repository: Parameters<typeof judgedWorkspace>[2],
): Promise<void> {
  const { checkedOut } = repository;
  if (checkedOut === undefined)
    throw notJudged(event, 'HEAD names no commit, so nobody can tell which one the workspace belongs to');
  if (commits.includes(checkedOut) || (await isMergeOfNow(checkedOut, event, repository))) return;
  const [wanted = 'none that is known'] = commits;
  throw notJudged(event, anotherCommit(event, checkedOut.slice(0, 8), wanted.slice(0, 8)));
}

/** A workflow may check out `refs/pull/<number>/merge`, which GitHub makes anew when trunk moves: a younger merge of the same head. */
async function isMergeOfNow(
  commit: string,
  { headSha, pullRequest }: TrunkEvent,
  repository: Pick<Repository, 'parents' | 'remoteRef'>,
): Promise<boolean> {
  if (pullRequest === undefined) return false;
  try {
    const [, head, ...others] = await repository.parents(commit);
    if (head === undefined || head !== headSha || others.length > 0) return false;
    return (await repository.remoteRef(`refs/pull/${pullRequest.number}/merge`)) === commit;
  } catch (error) {
    if (isUserError(error)) return false;
    throw error;
  }
}

function anotherCommit(event: TrunkEvent, found: string, wanted: string): string {
  if (event.name === 'pull_request_target')
    return `pull_request_target checks out the base branch by default: the workspace contains ${found}, not the head ${wanted}`;
  const merge = event.pullRequest === undefined ? '' : ', nor what GitHub merges of it';
  return `the workspace contains commit ${found}, not ${wanted}, which this ${event.name} is about${merge}`;
}

function notJudged(event: TrunkEvent, reason: string): UserError {
  const ref = refOf(event);
  return new UserError(`What lies in the workspace belongs to another commit than is judged: ${reason}.`, {
    rule: 'another-commit',
    help: `Let actions/checkout check it out before anything is made there: \`ref: \${{ ${ref} }}\`${byDefault(event)}. By hand: \`git fetch origin "$SHA" && git checkout --detach "$SHA"\`, with that as SHA.`,
  });
}

/** Where the event names the commit, as an expression of a workflow. */
function refOf({ kind, pullRequest }: TrunkEvent): string {
  if (pullRequest?.mergeCommit !== undefined) return 'github.event.pull_request.merge_commit_sha';
  if (kind === 'pull-request') return 'github.event.pull_request.head.sha';
  return kind === 'merge-group' ? 'github.event.merge_group.head_sha' : 'github.sha';
}

function byDefault({ name }: TrunkEvent): string {
  return name === 'pull_request_target' ? ', or run it on pull_request' : ', or no `ref` at all';
}
