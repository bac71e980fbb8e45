import type { ChangedFile, ChangeSet, FileTree } from '../ports/index.ts';

/** A change set of two trees without history: two folders, two files, or nothing and a folder. No renames, no commits. */
export async function compareTrees(base: FileTree, head: FileTree): Promise<ChangeSet> {
  const [before, after] = await Promise.all([base.list(), head.list()]);
  const paths = [...new Set([...before, ...after])].toSorted();
  const present = { base: new Set(before), head: new Set(after) };
  const files: ChangedFile[] = [];
  for (const path of paths) {
    if (!present.base.has(path)) files.push({ status: 'added', path });
    else if (!present.head.has(path)) files.push({ status: 'deleted', path });
    else if (!(await sameBytes(base, head, path))) files.push({ status: 'modified', path });
  }
  return { base, head, files, commits: () => Promise.resolve([]) };
}

/** A change set in which nothing changed: for judging files as they stand. */
export function unchanged(tree: FileTree): ChangeSet {
  return { base: tree, head: tree, files: [], commits: () => Promise.resolve([]) };
}

async function sameBytes(base: FileTree, head: FileTree, path: string): Promise<boolean> {
  const [before, after] = await Promise.all([base.read(path), head.read(path)]);
  return before !== undefined && after !== undefined && Buffer.from(before).equals(after);
}
