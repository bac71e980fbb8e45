/** What a change touches: the one place that follows links, for every gate. */
import { readlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { ChangedFile, FileTree } from '../../ports/index.ts';
import { compareText } from '../../kernel/compare.ts';
import type { Blobs } from '../objects/blobs.ts';
import { decodeName } from '../names.ts';
import { isUnstored, type EntryChange } from './changes.ts';
import { maxLinkBytes, once, type Listings } from './commit-tree.ts';
import { ownChanges, throughLinks } from './expand-change.ts';
import { pathsThroughLinks } from './through-links.ts';
import type { Entry } from './tree-paths.ts';
import { treeView, type TreeView } from './tree-view.ts';

export interface ChangeFilesOptions {
  readonly listing: Listings;
  readonly blobs: Blobs;
  readonly fetchMissing: (sha: string, oids: readonly string[]) => Promise<void>;
  /** Real path of the working tree. */
  readonly root: string;
}

export interface ChangeFiles {
  readonly files: readonly ChangedFile[];
  /** Of the two trees, where there are links. */
  readonly base?: Pick<FileTree, 'reachable'>;
  readonly head?: Pick<FileTree, 'reachable'>;
}

/** `base` and `head`: full SHAs; `head` that of the last commit where the files on disk are compared. Reads nothing but links. */
export async function changeFiles(
  changes: readonly EntryChange[],
  base: string,
  head: string,
  { listing, blobs, fetchMissing, root }: ChangeFilesOptions,
): Promise<ChangeFiles> {
  const before = (await listing(base)).entries;
  if (!hasLinks(before, changes)) return { files: ownChanges(changes) };

  const viewOf = async (sha: string, entries: ReadonlyMap<string, Entry>) => {
    const links = [...entries].filter(([, { kind }]) => kind === 'symlink');
    const stored = links.filter(([, { oid }]) => !isUnstored(oid)).map(([, { oid }]) => oid);
    await fetchMissing(sha, stored);
    const targets = links.map(async ([path, { oid }]): Promise<[string, string]> => [
      path,
      isUnstored(oid) ? targetOnDisk(root, path) : await targetOf(blobs, oid),
    ]);
    return treeView(entries, new Map(await Promise.all(targets)));
  };

  const [old, now] = await Promise.all([viewOf(base, before), viewOf(head, applied(before, changes))]);
  return { files: await throughLinks(changes, old, now), base: reachableIn(old), head: reachableIn(now) };
}

function hasLinks(entries: ReadonlyMap<string, Entry>, changes: readonly EntryChange[]): boolean {
  if (changes.some(({ after }) => after?.kind === 'symlink')) return true;
  for (const { kind } of entries.values()) if (kind === 'symlink') return true;
  return false;
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
