/** What a change touches: the one place that follows links, for every gate. */
import { readlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { ChangedFile, FileTree } from '../../ports/index.ts';
import { compareText } from '../../kernel/compare.ts';
import type { Blobs } from '../objects/blobs.ts';
import { decodeName } from '../names.ts';
import { isUnstored, type EntryChange } from './changes.ts';
import { maxLinkBytes } from './commit-tree.ts';
import type { Listings } from './listing.ts';
import { once } from './once.ts';
import { ownChanges, throughLinks } from './expand-change.ts';
import { pathsThroughLinks } from './through-links.ts';
import type { Entry } from './tree-paths.ts';
import { treeView, type TreeView } from './tree-view.ts';

export interface ChangeFilesOptions {
  readonly listing: Listings;
  readonly blobs: Blobs;
  /** Real path of the working tree. */
  readonly root: string;
}

export interface ChangeFiles {
  readonly files: readonly ChangedFile[];
  /** Of the two trees, where there are links. */
  readonly base?: Pick<FileTree, 'reachable'>;
  readonly head?: Pick<FileTree, 'reachable'>;
}

/** `base`: a full SHA. Reads nothing but links. */
export async function changeFiles(
  changes: readonly EntryChange[],
  base: string,
  { listing, blobs, root }: ChangeFilesOptions,
): Promise<ChangeFiles> {
  const listed = await listing(base);
  if (!listed.hasLinks && !changes.some(({ after }) => after?.kind === 'symlink'))
    return { files: ownChanges(changes) };
  const before = listed.entries();

  const viewOf = async (entries: ReadonlyMap<string, Entry>) => {
    const links = [...entries].filter(([, { kind }]) => kind === 'symlink');
    const targets = links.map(async ([path, { oid }]): Promise<[string, string]> => [
      path,
      isUnstored(oid) ? targetOnDisk(root, path) : await targetOf(blobs, oid),
    ]);
    return treeView(entries, new Map(await Promise.all(targets)));
  };

  const [old, now] = await Promise.all([viewOf(before), viewOf(applied(before, changes))]);
  return { files: await throughLinks(changes, old, now), base: reachableIn(old), head: reachableIn(now) };
}

/** The entries of the head: no second listing is needed for them. */
function applied(
  entries: ReadonlyMap<string, Entry>,
  changes: readonly EntryChange[],
): ReadonlyMap<string, Entry> {
  const all = new Map(entries);
  for (const { path, previousPath = path } of changes) {
    all.delete(path);
    all.delete(previousPath);
  }
  for (const { path, after } of changes) if (after !== undefined) all.set(path, after);
  return all;
}

/** Leads nowhere: on no system may a name hold it. */
const nowhere = '\0';

async function targetOf(blobs: Blobs, oid: string): Promise<string> {
  const { bytes } = await blobs.read(oid, maxLinkBytes);
  return bytes === undefined ? nowhere : decodeName(bytes);
}

/** Where links cannot be made on disk git writes a file in their place, which leads nowhere. */
function targetOnDisk(root: string, path: string): string {
  try {
    return readlinkSync(join(root, path)).replaceAll('\\', '/');
  } catch {
    return nowhere;
  }
}

function reachableIn(tree: TreeView): Pick<FileTree, 'reachable'> {
  return { reachable: once(() => reachablePaths(tree)) };
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
