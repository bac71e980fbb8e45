import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeName, splitNul } from '../names.ts';
import type { Git } from '../process/run.ts';

/** Names in one command line: Windows allows 32,767 characters. */
const namesAtOnce = 100;

/**
 * Files on disk that git does not track and that a merge or rebase would write over or remove. Git guards untracked files but
 * takes ignored ones for expendable; to a person a local settings file or a checkpoint is not.
 */
export async function filesInTheWay(git: Git, root: string, theirs: string): Promise<string[]> {
  const tree = ['-r', '-z', '--name-only', '--no-renames'];
  const [coming, replayed] = await Promise.all([
    // In their tree and not in ours.
    git.run(['diff-tree', ...tree, '--diff-filter=A', 'HEAD', theirs, '--']),
    // Once in a commit of ours and removed since: a rebase writes it and removes it again.
    git.run([
      'log',
      '-z',
      '--format=',
      '--name-only',
      '--no-renames',
      '--diff-filter=D',
      `${theirs}..HEAD`,
      '--',
    ]),
  ]);
  const names = new Set([...splitNul(coming), ...splitNul(replayed)].map(decodeName));
  const here = await present(root, names);
  return untracked(git, here);
}

/** Paths that exist, and files where the names need a folder. */
async function present(root: string, names: Iterable<string>): Promise<string[]> {
  const found = new Set<string>();
  const folders = new Map<string, boolean>();
  for (const name of names) {
    if (name === '') continue;
    const parts = name.split('/');
    let blocked = false;
    for (let length = 1; length < parts.length && !blocked; length += 1) {
      const folder = parts.slice(0, length).join('/');
      const isFolder = folders.get(folder) ?? (await isFolderOrNothing(join(root, folder)));
      folders.set(folder, isFolder);
      if (!isFolder) found.add(folder);
      blocked = !isFolder;
    }
    if (!blocked && (await exists(join(root, name)))) found.add(name);
  }
  return [...found];
}

async function isFolderOrNothing(path: string): Promise<boolean> {
  return lstat(path).then(
    (entry) => entry.isDirectory(),
    () => true,
  );
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** Of the paths, and below them, what git does not track; ignored files too. */
async function untracked(git: Git, paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (let start = 0; start < paths.length; start += namesAtOnce) {
    const some = paths.slice(start, start + namesAtOnce);
    found.push(...splitNul(await git.run(['ls-files', '-z', '--others', '--', ...some])).map(decodeName));
  }
  return found;
}
