/** One state of the repository in memory: its entries, and where its links point. */
import { compareText } from '../../kernel/compare.ts';
import { foldersOf, lookUp, type Entry, type Lookup } from './tree-paths.ts';

export interface TreeView {
  readonly entries: ReadonlyMap<string, Entry>;
  /** Paths of the links. */
  readonly links: readonly string[];
  /** All paths of the entries that lie below a folder, sorted. */
  below(folder: string): readonly string[];
  lookUp(path: string): Promise<Lookup>;
}

/** `targets`: what each link says. A link without one leads nowhere. */
export function treeView(
  entries: ReadonlyMap<string, Entry>,
  targets: ReadonlyMap<string, string>,
): TreeView {
  const folders = foldersOf(entries.keys());
  let sorted: readonly string[] | undefined;
  const find = (path: string) =>
    Promise.resolve(
      entries.get(path) ?? (folders.has(path) ? ({ kind: 'folder', oid: '' } as const) : undefined),
    );
  const target = (_: Entry, path: string) => Promise.resolve(targets.get(path) ?? '\0');
  return {
    entries,
    links: [...targets.keys()],
    below: (folder) => pathsBelow((sorted ??= [...entries.keys()].toSorted(compareText)), folder),
    lookUp: (path) => lookUp(find, path, target),
  };
}

/** The part of a sorted list that lies below the folder; all of it for the root. */
export function pathsBelow(sorted: readonly string[], folder: string): readonly string[] {
  if (folder === '') return sorted;
  // `0` is the character behind `/`.
  return sorted.slice(firstNotBefore(sorted, `${folder}/`), firstNotBefore(sorted, `${folder}0`));
}

function firstNotBefore(sorted: readonly string[], text: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareText(sorted[middle] ?? '', text) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
