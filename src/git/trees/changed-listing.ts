import { inOrder } from '../../kernel/compare.ts';
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

/** Both sorted, and so merged in one pass. */
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
  for (; nextAdded < added.length; nextAdded += 1) all.push(added[nextAdded] ?? '');
  return all;
}

function isAscii(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  return /^[\0-\x7f]*$/.test(text);
}
