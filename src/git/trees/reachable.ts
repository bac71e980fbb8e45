/** Every path of a state of the repository at which a file can be read, below linked folders too. */
import { readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../../kernel/compare.ts';
import { SortedPaths } from '../../kernel/sorted-paths.ts';
import { decodeName } from '../names.ts';
import type { Blobs } from '../objects/blobs.ts';
import type { FileTree } from '../../ports/index.ts';
import { pathsOf } from '../../ports/asked-paths.ts';
import { listPaths } from './listing.ts';
import { once } from './once.ts';
import { isUnstored } from './changes.ts';
import { pathsThroughLinks } from './through-links.ts';
import type { Entry } from './tree-paths.ts';
import { treeView, type TreeView } from './tree-view.ts';

/** Bytes of a symlink's target: longer ones lead nowhere on any system. */
export const maxLinkBytes = 4096;

/** Leads nowhere: on no system may a name hold it. */
const nowhere = '\0';

/** The entries, with what each of their links says by `target`. */
export async function viewWith(
  entries: ReadonlyMap<string, Entry>,
  target: (path: string, link: Entry) => Promise<string> | string,
): Promise<TreeView> {
  const links = [...entries].filter(([, { kind }]) => kind === 'symlink');
  const targets = links.map(async ([path, link]): Promise<[string, string]> => [
    path,
    await target(path, link),
  ]);
  return treeView(entries, new Map(await Promise.all(targets)));
}

/** What a tree knows of its links. `view`: `undefined` where there are none. */
export function linkedTree(
  view: () => Promise<TreeView | undefined>,
  list: FileTree['list'],
): Required<Pick<FileTree, 'reachable' | 'linked'>> {
  const seen = once(view);
  return {
    reachable: listPaths(
      once(async () => {
        const tree = await seen();
        return tree === undefined ? pathsOf(list) : new SortedPaths(await reachablePaths(tree));
      }),
    ),
    linked: once(async () => {
      const tree = await seen();
      return tree === undefined ? new Map() : linkedFiles(tree);
    }),
  };
}

async function linkedFiles(tree: TreeView): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const path of await pathsThroughLinks(tree)) {
    const found = await tree.lookUp(path);
    if (found.found === 'entry' && found.entry.kind === 'file') files.set(path, found.at);
  }
  return files;
}

async function reachablePaths(tree: TreeView): Promise<readonly string[]> {
  const paths = new Set([...tree.entries.keys(), ...(await pathsThroughLinks(tree))]);
  for (const path of paths) if (await isNoFile(tree, path)) paths.delete(path);
  return [...paths].toSorted(compareText);
}

async function isNoFile(tree: TreeView, path: string): Promise<boolean> {
  const entry = tree.entries.get(path);
  if (entry?.kind === 'file') return false;
  const found = await tree.lookUp(path);
  return found.found === 'folder' || (found.found === 'entry' && found.entry.kind === 'submodule');
}

/** What a link that git has stored says. */
export async function storedTarget(blobs: Blobs, oid: string): Promise<string> {
  if (isUnstored(oid)) return nowhere;
  const { bytes } = await blobs.read(oid, maxLinkBytes);
  return bytes === undefined ? nowhere : decodeName(bytes);
}

/** Where links cannot be made on disk git writes a file in their place, which leads nowhere. */
export function targetOnDisk(root: string, path: string): string {
  return linkOnDisk(root, path) ?? nowhere;
}

/** `undefined` where no link is. */
export function linkOnDisk(root: string, path: string): string | undefined {
  try {
    return readlinkSync(join(root, path)).replaceAll('\\', '/');
  } catch {
    return undefined;
  }
}
