/** What a change touches: the one place that follows links, for every gate. */
import type { ChangedFile, FileTree } from '../../ports/index.ts';
import type { Blobs } from '../objects/blobs.ts';
import type { Compared, EntryChange } from './changes.ts';
import { inOrder } from '../../kernel/compare.ts';
import type { Listings } from './listing.ts';
import { once } from './once.ts';
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
}

/** `base`: a full SHA. Reads nothing but links. */
export async function changeFiles(
  { changes, isOnDisk, isWhole }: Compared,
  base: string,
  { listing, blobs, root }: ChangeFilesOptions,
): Promise<ChangeFiles> {
  const listed = await listing(base);
  const isPlain = listed.isPlain && changes.every(({ path }) => isAscii(path));
  const list = isWhole && isPlain ? once(async () => filesAfter(listed.files(), changes)) : undefined;
  if (!listed.hasLinks && !changes.some(({ after }) => after?.kind === 'symlink'))
    return { files: ownChanges(changes), ...(list !== undefined && { head: withoutLinks(list) }) };
  const before = listed.entries();

  const stored = (_: string, { oid }: Entry) => storedTarget(blobs, oid);
  // To find renames git names the content of what is on disk alone: a name says nothing of whether it is stored.
  const fromDisk = new Set(isOnDisk ? changes.map(({ path }) => path) : []);
  const current = async (path: string, link: Entry) =>
    (fromDisk.has(path) ? linkOnDisk(root, path) : undefined) ?? stored(path, link);

  const [old, now] = await Promise.all([
    viewWith(before, stored),
    viewWith(applied(before, changes), current),
  ]);
  const files = await throughLinks(changes, old, now);
  const head = isWhole && { head: { ...linksOf(now), ...(list !== undefined && { list }) } };
  return { files, base: linksOf(old), ...head };
}

/** The files of the head, from those of the base: both sorted, and so merged in one pass. */
function filesAfter(files: readonly string[], changes: readonly EntryChange[]): readonly string[] {
  const gone = inOrder(changes.flatMap(({ path, previousPath = path }) => [path, previousPath]));
  const now = changes.filter(({ after }) => after !== undefined && after.kind !== 'submodule');
  const added = inOrder(now.map(({ path }) => path));
  const all: string[] = [];
  let [nextGone, nextAdded] = [0, 0];
  for (const path of files) {
    while (nextAdded < added.length && (added[nextAdded] ?? '') <= path) all.push(added[nextAdded++] ?? '');
    while (nextGone < gone.length && (gone[nextGone] ?? '') < path) nextGone += 1;
    if (path !== gone[nextGone]) all.push(path);
  }
  return [...all, ...added.slice(nextAdded)];
}

function isAscii(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  return /^[\0-\x7f]*$/.test(text);
}

function withoutLinks(list: FileTree['list']): Partial<FileTree> {
  const noView = () => Promise.resolve(undefined);
  return { list, ...linkedTree(noView, list) };
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
