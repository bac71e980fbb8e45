import { inOrder } from '../../kernel/compare.ts';
import { firstNotBefore } from '../../kernel/sorted-paths.ts';
import type { EntryChange } from './changes.ts';
import { listingWith, made, type Listing } from './listing.ts';
import type { Entry } from './tree-paths.ts';

/** What is listed after changes, without asking git once more; `undefined` where a name is not read as it is written. */
export function changedListing(before: Listing, changes: readonly EntryChange[]): Listing | undefined {
  if (!before.isPlain || !changes.every(({ path }) => isAscii(path))) return undefined;
  return listingWith({
    hasLinks: before.hasLinks || changes.some(({ after }) => after?.kind === 'symlink'),
    isPlain: true,
    files: made(() => (changes.length === 0 ? before.files() : filesAfter(before.files(), changes))),
    entries: made(() => entriesAfter(before.entries(), changes)),
  });
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
function filesAfter(files: readonly string[], changes: readonly EntryChange[]): readonly string[] {
  const now = changes.filter(({ after }) => after !== undefined && after.kind !== 'submodule');
  const added = new Set(now.map(({ path }) => path));
  const touched = new Set(changes.flatMap(({ path, previousPath = path }) => [path, previousPath]));
  const all: string[] = [];
  let next = 0;
  for (const path of inOrder([...touched])) {
    for (const end = firstNotBefore(files, path); next < end; next += 1) all.push(files[next] ?? '');
    if (added.has(path)) all.push(path);
    if (files[next] === path) next += 1;
  }
  for (; next < files.length; next += 1) all.push(files[next] ?? '');
  return all;
}

function isAscii(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  return /^[\0-\x7f]*$/.test(text);
}
