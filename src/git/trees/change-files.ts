/** What a change touches: the one place that follows links, for every gate. */
import type { ChangedFile, FileTree } from '../../ports/index.ts';
import type { Blobs } from '../objects/blobs.ts';
import { isUnstored, type EntryChange } from './changes.ts';
import type { Listings } from './listing.ts';
import { ownChanges, throughLinks } from './expand-change.ts';
import { linkedTree, storedTarget, targetOnDisk, viewWith } from './reachable.ts';
import type { Entry } from './tree-paths.ts';
import type { TreeView } from './tree-view.ts';

export interface ChangeFilesOptions {
  readonly listing: Listings;
  readonly blobs: Blobs;
  /** Real path of the working tree. */
  readonly root: string;
}

export interface ChangeFiles {
  readonly files: readonly ChangedFile[];
  /** Of the two trees, where there are links. */
  readonly base?: Links;
  readonly head?: Links;
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

  const viewOf = (entries: ReadonlyMap<string, Entry>) =>
    viewWith(entries, (path, { oid }) =>
      isUnstored(oid) ? targetOnDisk(root, path) : storedTarget(blobs, oid),
    );

  const [old, now] = await Promise.all([viewOf(before), viewOf(applied(before, changes))]);
  return { files: await throughLinks(changes, old, now), base: linksOf(old), head: linksOf(now) };
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

type Links = Pick<FileTree, 'reachable' | 'linked'>;

function linksOf(tree: TreeView): Links {
  return linkedTree(
    () => Promise.resolve(tree),
    () => Promise.resolve([]),
  );
}
