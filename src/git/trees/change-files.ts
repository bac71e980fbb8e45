/** What a change touches: the one place that follows links, for every gate. */
import type { ChangedFile, FileTree } from '../../ports/index.ts';
import type { Blobs } from '../objects/blobs.ts';
import type { Compared } from './changes.ts';
import type { OidOf } from './commit-tree.ts';
import { changedListing, entriesAfter, undone } from './changed-listing.ts';
import { listedByIndex } from './index-listing.ts';
import { listPaths, type Listing, type Listings } from './listing.ts';
import { ownChanges, throughLinks } from './expand-change.ts';
import { linkedTree, linkOnDisk, storedTarget, viewWith } from './reachable.ts';
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
  /** What is known of the two trees without listing them once more. */
  readonly base?: Partial<FileTree>;
  readonly head?: Partial<FileTree>;
  /** Objects of files of both, for commits without links. */
  readonly oids?: { readonly base: OidOf; readonly head: OidOf };
}

/** Full SHAs. */
export interface Sides {
  readonly base: string;
  /** Where it is a commit, and listed from a large index: that hardly differs from what is mostly checked out. */
  readonly indexed: string | undefined;
}

/** Reads nothing but links. */
export async function changeFiles(
  compared: Compared,
  sides: Sides,
  { listing, blobs, root }: ChangeFilesOptions,
): Promise<ChangeFiles> {
  const { changes, isOnDisk, isWhole } = compared;
  const { listed, after } = await bothListed(compared, sides, listing);
  const list = after === undefined ? undefined : listPaths(async () => after.paths());
  if (!listed.hasLinks && !changes.some(({ after }) => after?.kind === 'symlink'))
    return {
      files: ownChanges(changes),
      ...(list !== undefined && { head: withoutLinks(list) }),
      ...(after !== undefined && { oids: { base: listed.oidOf, head: after.oidOf } }),
    };
  const before = listed.entries();

  const stored = (_: string, { oid }: Entry) => storedTarget(blobs, oid);
  // To find renames git names the content of what is on disk alone: a name says nothing of whether it is stored.
  const fromDisk = new Set(isOnDisk ? changes.map(({ path }) => path) : []);
  const current = async (path: string, link: Entry) =>
    (fromDisk.has(path) ? linkOnDisk(root, path) : undefined) ?? stored(path, link);

  const [old, now] = await Promise.all([
    viewWith(before, stored),
    viewWith(entriesAfter(before, changes), current),
  ]);
  const files = await throughLinks(changes, old, now);
  const head = isWhole && { head: { ...linksOf(now), ...(list !== undefined && { list }) } };
  return { files, base: linksOf(old), ...head };
}

interface Both {
  readonly listed: Listing;
  /** Absent where it is not known from the base. */
  readonly after: Listing | undefined;
}

/** One of the two is listed, and the other known from it. */
async function bothListed(
  { changes, isWhole, index }: Compared,
  { base, indexed }: Sides,
  listing: Listings,
): Promise<Both> {
  if (indexed !== undefined) {
    const after = await listing(indexed);
    return { after, listed: await listing(base, () => changedListing(after, changes.map(undone))) };
  }
  const listed = await listing(base, () => (index === undefined ? undefined : listedByIndex(index)));
  return { listed, after: isWhole ? changedListing(listed, changes) : undefined };
}

function withoutLinks(list: FileTree['list']): Partial<FileTree> {
  const noView = () => Promise.resolve(undefined);
  return { list, ...linkedTree(noView, list) };
}

type Links = Pick<FileTree, 'reachable' | 'linked'>;

function linksOf(tree: TreeView): Links {
  return linkedTree(
    () => Promise.resolve(tree),
    () => Promise.resolve([]),
  );
}
