import type { FileTree } from './index.ts';

/** Every path at which a file of the tree can be read, below linked folders too, sorted by code unit: what globs are matched with. */
export async function readablePaths(tree: Pick<FileTree, 'list' | 'reachable'>): Promise<readonly string[]> {
  return (await tree.reachable?.()) ?? tree.list();
}
