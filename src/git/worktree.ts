import type { Git } from './run.ts';

/** Checks a commit out into a new folder beside the working tree, without running hooks. */
export async function addWorktree(git: Git, sha: string, folder: string): Promise<void> {
  // A hooks path that does not exist: what the repository's owner has hooked in is for people, not for a comparison.
  const noHooks = ['-c', 'core.hooksPath=model-gates-runs-no-hooks'];
  await git.run([...noHooks, 'worktree', 'add', '--quiet', '--detach', '--force', '--', folder, sha]);
}
