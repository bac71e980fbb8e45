import { inOrder } from '../../kernel/compare.ts';
import { SortedPaths } from '../../kernel/sorted-paths.ts';
import { isUnstored, type EntryChange } from './changes.ts';
import { RecordedPaths } from './recorded-paths.ts';
import { listingWith, made, type Listing } from './listing.ts';
import type { Entry } from './tree-paths.ts';

/** What is listed after changes, without asking git once more; `undefined` where a name is not read as it is written. */
export function changedListing(before: Listing, changes: readonly EntryChange[]): Listing | undefined {
  if (!before.isPlain || !changes.every(({ path }) => isAscii(path))) return undefined;
  const touched = made(() => entriesOf(changes));
  return listingWith({
    hasLinks: before.hasLinks || changes.some(({ after }) => after?.kind === 'symlink'),
    isPlain: true,
    paths: made(() => pathsAfter(before.paths(), changes)),
    entries: made(() => entriesAfter(before.entries(), changes)),
    oidOf: (path) => {
      if (!touched().has(path)) return before.oidOf(path);
      const after = touched().get(path);
      return after?.kind === 'file' && !isUnstored(after.oid) ? after.oid : undefined;
    },
  });
}

/** What takes the change back. */
export function undone({ path, previousPath, before, after }: EntryChange): EntryChange {
  return {
    path: previousPath ?? path,
    ...(previousPath !== undefined && { previousPath: path }),
    ...(after !== undefined && { before: after }),
    ...(before !== undefined && { after: before }),
  };
}

/** What is at each path that changes touch. */
function entriesOf(changes: readonly EntryChange[]): ReadonlyMap<string, Entry | undefined> {
  const gone = changes.flatMap(({ path, previousPath = path }) => [path, previousPath]);
  return new Map([
    ...gone.map((path) => [path, undefined] as const),
    ...changes.flatMap(({ path, after }) => (after === undefined ? [] : [[path, after] as const])),
  ]);
}

export function entriesAfter(
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

/** Copied in pieces between what changes: in a large repository that is little. */
function pathsAfter(before: SortedPaths, all: readonly EntryChange[]): SortedPaths {
  const changes = all.filter((change) => !isEdit(change));
  const now = changes.filter(({ after }) => isListed(after));
  const present = new Set(now.map(({ path }) => path));
  const touched = inOrder([
    ...new Set(changes.flatMap(({ path, previousPath = path }) => [path, previousPath])),
  ]);
  if (before instanceof RecordedPaths) return before.edited(touched, present);
  return touched.length === 0 ? before : new SortedPaths(filesAfter(before.all, touched, present));
}

/** Most changes: the path was there and is. */
function isEdit({ previousPath, before, after }: EntryChange): boolean {
  return previousPath === undefined && isListed(before) && isListed(after);
}

function isListed(entry: Entry | undefined): boolean {
  return entry !== undefined && entry.kind !== 'submodule';
}

function filesAfter(
  files: readonly string[],
  touched: readonly string[],
  present: ReadonlySet<string>,
): readonly string[] {
  const gone = new Set(touched);
  return inOrder([
    ...files.filter((path) => !gone.has(path)),
    ...touched.filter((path) => present.has(path)),
  ]);
}

function isAscii(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  return /^[\0-\x7f]*$/.test(text);
}
