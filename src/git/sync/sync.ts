/** The git side of `model-gates sync`: changes the checked out branch, and nothing else. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SyncGit, SyncMode, Underway } from '../../ports/sync.ts';
import { UserError } from '../../kernel/user-error.ts';
import { failure } from '../process/errors.ts';
import type { History } from '../history/history.ts';
import { distance } from '../history/merge.ts';
import { decodeName, splitNul } from '../names.ts';
import { headOf, type Head } from '../refs/head.ts';
import { checkRefName, checkSha } from '../refs/refs.ts';
import { tryOverNetwork, type Remote } from '../refs/remote.ts';
import type { Git } from '../process/run.ts';
import { filesInTheWay } from './files.ts';
import { unresolved } from './conflicts.ts';

export interface SyncOptions {
  readonly git: Git;
  readonly history: History;
  readonly root: string;
  /** Of this working tree, where git keeps what is under way. */
  readonly gitDir: string;
  /** What is checked out, where that is known. */
  readonly head: Head | undefined;
  readonly remoteName: string;
  readonly remote: () => Promise<Remote>;
}

/** Hooks and signing may ask a person. */
const patienceMs = 15 * 60_000;

export function syncOf({ git, history, root, gitDir, head, remoteName, remote }: SyncOptions): SyncGit {
  const tracking = (branch: string) => `refs/remotes/${remoteName}/${checkRefName(branch, 'branch')}`;
  return {
    head: async () => head ?? headOf(git),
    underway: () => underway(gitDir),
    uncommitted: async () => {
      const args = ['status', '--porcelain=v1', '-z', '--no-renames', '--untracked-files=no'];
      return splitNul(await git.run(args)).map((entry) => decodeName(entry.subarray(3)));
    },
    fetch: async (branches) =>
      fetchBranches(
        git,
        await remote(),
        new Map(branches.map((branch) => [`refs/heads/${branch}`, tracking(branch)])),
      ),
    distance: (base, head) => distance(git, history, base, head),
    merges: async (theirs) =>
      Number(await git.text(['rev-list', '--merges', '--count', `${checkSha(theirs)}..HEAD`, '--'])),
    inTheWay: (theirs) => filesInTheWay(git, root, checkSha(theirs)),
    bring: async (how, branch) => {
      const { env } = await remote();
      const result = await git.attempt(commandOf(how, tracking(branch)), { timeoutMs: patienceMs, env });
      if (result.exitCode === 0) return { conflicts: [], after: (await headOf(git)).sha };
      const conflicts = await unresolved(git, root);
      if (conflicts.length === 0) throw stoppedWithout(how, failure(how, result), await underway(gitDir));
      return { conflicts };
    },
  };
}

/** A hook or a signature that refused, and nothing to resolve: the person must know how to go back. */
function stoppedWithout(how: SyncMode, error: UserError, state: Underway | undefined): UserError {
  if (state === undefined) return error;
  return new UserError(`${error.message}; the ${state} is under way`, {
    help: `Fix what it names and run \`git ${how} --continue\`, or go back with \`git ${how} --abort\`.`,
    cause: error,
  });
}

/** Settings of the person that would stash, squash or move other branches along are left out: this does one thing. Nobody reads what changed. */
const commands: Readonly<Record<SyncMode, readonly string[]>> = {
  merge: [
    '-c',
    'merge.autoStash=false',
    '-c',
    'merge.stat=false',
    'merge',
    '--no-edit',
    '--ff',
    '--no-overwrite-ignore',
  ],
  rebase: [
    ...['rebase.autoStash', 'rebase.autoSquash', 'rebase.updateRefs', 'rebase.stat'].flatMap((name) => [
      '-c',
      `${name}=false`,
    ]),
    'rebase',
    '--merge',
    '--no-rebase-merges',
  ],
};

function commandOf(how: SyncMode, ref: string): string[] {
  return [...commands[how], ref];
}

/** The tips of branches of the remote, by name, which the tracking branches then name too; full history, or as deep as this clone is. */
async function fetchBranches(
  git: Git,
  remote: Remote,
  branches: ReadonlyMap<string, string>,
): Promise<readonly (string | undefined)[]> {
  const found = await fetchPresent(git, remote, branches);
  if (found.length === 0) return [];
  const tips = (await git.text(['rev-parse', ...found.map(([, tracking]) => `${tracking}^{commit}`)])).split(
    '\n',
  );
  const tipOf = new Map(found.map(([name], at) => [name, tips[at]]));
  return [...branches.keys()].map((name) => tipOf.get(name));
}

/**
 * Fetches those of the branches that the remote has. They are not asked for beforehand, which would be a connection more: git fetches
 * nothing where the remote lacks one of them, and names it.
 */
async function fetchPresent(
  git: Git,
  remote: Remote,
  branches: ReadonlyMap<string, string>,
): Promise<[name: string, tracking: string][]> {
  const args = ['fetch', '--quiet', '--no-tags', '--no-recurse-submodules', '--no-write-fetch-head'];
  const left = new Map(branches);
  while (left.size > 0) {
    const refspecs = [...left].map(([name, tracking]) => `+${name}:${tracking}`);
    const { exitCode, stderr } = await remote.inTurn(() =>
      tryOverNetwork(git, remote, [...args, '--', remote.name, ...refspecs]),
    );
    if (exitCode === 0) break;
    const absent = /^fatal: couldn't find remote ref (.+)$/im.exec(stderr)?.[1] ?? '';
    if (!left.delete(absent)) throw failure('fetch', { exitCode, stderr });
  }
  return [...left];
}

/** What git keeps while something is under way: https://git-scm.com/docs/git-status, "state". */
const marks: readonly (readonly [string, Underway])[] = [
  ['rebase-merge', 'rebase'],
  ['rebase-apply/applying', 'am'],
  ['rebase-apply', 'rebase'],
  ['MERGE_HEAD', 'merge'],
  ['CHERRY_PICK_HEAD', 'cherry-pick'],
  ['REVERT_HEAD', 'revert'],
];

async function underway(gitDir: string): Promise<Underway | undefined> {
  for (const [mark, state] of marks)
    if ((await stat(join(gitDir, mark)).catch(() => undefined)) !== undefined) return state;
  return undefined;
}
