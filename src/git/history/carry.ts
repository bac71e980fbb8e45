/** Carries one commit onto another branch without a working tree, as `git cherry-pick -x` would, and publishes it as a branch of its own. */
import type { Carried } from '../../ports/branches.ts';
import { failure } from '../process/errors.ts';
import { parseMergeTree } from './merge-output.ts';
import { splitNul } from '../names.ts';
import { checkRefName, checkSha } from '../refs/refs.ts';
import { tryOverNetwork, type Remote } from '../refs/remote.ts';
import type { Git } from '../process/run.ts';

export interface CarryRequest {
  /** Full SHAs: the commit, and what it is laid on. */
  readonly sha: string;
  readonly onto: string;
  /** Name of the new branch of the remote; one that is there is left as it is. */
  readonly branch: string;
}

/** `merge-tree --write-tree` needs git 2.38. */
export async function carry(
  git: Git,
  remote: () => Promise<Remote>,
  { sha, onto, branch }: CarryRequest,
): Promise<Carried> {
  const ref = `refs/heads/${checkRefName(branch, 'branch')}`;
  const [parent = ''] = (
    await git.text(['show', '-s', '--no-show-signature', '--format=%P', checkSha(sha), '--'])
  ).split(' ');
  // A commit with the target's files on the parent: so the parent is the merge base, which only git 2.40 lets one name.
  const beside = await git.text(['commit-tree', `${checkSha(onto)}^{tree}`, '-p', checkSha(parent)], {
    input: 'x',
    env: ours,
  });
  const how = ['--write-tree', '-z', '--name-only', '--messages'];
  const merged = await git.attempt(['merge-tree', ...how, beside, sha]);
  const conflicts = merged.exitCode === 1 ? parseMergeTree(merged.stdout) : [];
  if (conflicts.length > 0) return { conflicts };
  if (merged.exitCode !== 0) throw failure('merge-tree', merged);
  const tree = checkSha((splitNul(merged.stdout)[0] ?? Buffer.alloc(0)).toString('latin1').trim());
  const commit = await git.text(['commit-tree', tree, '-p', onto], await saysWhat(git, sha));
  const pushing = await remote();
  const push = ['push', '--porcelain', '--no-verify', `--force-with-lease=${ref}:`, '--', pushing.name];
  const pushed = await tryOverNetwork(git, pushing, [...push, `${commit}:${ref}`]);
  if (pushed.exitCode === 0) return { commit };
  if (/stale info|already exists/i.test(`${pushed.stdout.toString('utf8')}${pushed.stderr}`))
    return { there: true };
  throw failure('push', pushed);
}

const [name, email] = ['model-gates', 'model-gates@users.noreply.github.com'];
const committer = { GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email };
const ours = { ...committer, GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email };

/** The message with git's own trailer, and who wrote the change. */
async function saysWhat(git: Git, sha: string) {
  const format = '--format=%an%x00%ae%x00%aI%x00%B';
  const shown = await git.text(['show', '-s', '--no-show-signature', format, sha, '--']);
  const [author = '', address = '', date = '', message = ''] = shown.split('\0');
  return {
    input: `${message.trimEnd()}\n\n(cherry picked from commit ${sha})\n`,
    env: { ...committer, GIT_AUTHOR_NAME: author, GIT_AUTHOR_EMAIL: address, GIT_AUTHOR_DATE: date },
  };
}
