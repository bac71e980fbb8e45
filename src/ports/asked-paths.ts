import { SortedPaths } from '../kernel/sorted-paths.ts';
import type { FileTree, ListPaths } from './index.ts';

/** Every path at which a file of the tree can be read, to be asked for a part of them. */
export function askedPaths({
  list,
  reachable = list,
}: Pick<FileTree, 'list' | 'reachable'>): Promise<SortedPaths> {
  return pathsOf(reachable);
}

/** What is listed, to be asked for a part of it. */
export async function pathsOf(list: ListPaths): Promise<SortedPaths> {
  return list.paths?.() ?? new SortedPaths(await list());
}
