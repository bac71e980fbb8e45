import type { FileTree } from './index.ts';

/** Every path at which a file of the tree can be read, below linked folders too, sorted by code unit: what globs are matched with. */
export async function readablePaths(tree: Pick<FileTree, 'list' | 'reachable'>): Promise<readonly string[]> {
  return (await tree.reachable?.()) ?? tree.list();
}

/** The same paths, each file once: a link to a file that is among them under its own name, or under another link, would show it again. */
export async function eachOnce(
  { linked }: Pick<FileTree, 'linked'>,
  paths: readonly string[],
): Promise<readonly string[]> {
  const targets = paths.length < 2 ? undefined : await linked?.();
  if (targets === undefined || targets.size === 0) return paths;
  const shown = new Set(paths.filter((path) => !targets.has(path)));
  return paths.filter((path) => {
    const file = targets.get(path);
    if (file === undefined) return true;
    if (shown.has(file)) return false;
    shown.add(file);
    return true;
  });
}
