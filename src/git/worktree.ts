import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Git } from './process/run.ts';

/**
 * Checks a commit out into a new folder beside the working tree, without running hooks. Returns what makes the clone forget it, at once:
 * git itself would keep its notes, an index among them, for months after the folder is gone.
 */
export async function addWorktree(git: Git, sha: string, folder: string): Promise<() => void> {
  // A hooks path that does not exist: what the repository's owner has hooked in is for people, not for a comparison.
  const noHooks = ['-c', 'core.hooksPath=model-gates-runs-no-hooks'];
  await git.run([...noHooks, 'worktree', 'add', '--quiet', '--detach', '--force', '--', folder, sha]);
  const link = await readFile(join(folder, '.git'), 'utf8');
  const notes = resolve(folder, link.replace(/^gitdir: /, '').trim());
  if (basename(dirname(notes)) !== 'worktrees') return () => undefined;
  return () => rmSync(notes, { recursive: true, force: true });
}
