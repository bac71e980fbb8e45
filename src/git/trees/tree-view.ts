/** One state of the repository in memory: its entries, and where its links point. */
import { compareText } from '../../kernel/compare.ts';
import { pathsBelow } from '../../kernel/sorted-paths.ts';
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
