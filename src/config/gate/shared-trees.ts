import type { SortedPaths } from '../../kernel/sorted-paths.ts';
import type { ChangeSet, FileTree, ListPaths } from '../../ports/index.ts';
import { pathsOf } from '../../ports/asked-paths.ts';

type Trees = Pick<ChangeSet, 'base' | 'head'>;

const known = new WeakMap<ChangeSet, Trees>();

/**
 * Both sides of a change, of which each file is read once, and one that the change leaves alone once for both: they give the same bytes,
 * so that what is made of these is made once.
 */
export function sharedTrees(change: ChangeSet): Trees {
  const trees = known.get(change) ?? made(change);
  known.set(change, trees);
  return trees;
}

function made({ base, head, files }: ChangeSet): Trees {
  const changed = new Set(
    files.flatMap(({ path, previousPath }) => (previousPath === undefined ? [path] : [path, previousPath])),
  );
  const once = readOnce(head);
  const ofBase = readOnce(base);
  let paths: Promise<SortedPaths> | undefined;
  const read: FileTree['read'] = async (path, most) => {
    if (changed.has(path)) return ofBase.read(path, most);
    paths ??= pathsOf(once.list);
    return (await paths).has(path) ? once.read(path, most) : ofBase.read(path, most);
  };
  return { head: once, base: { ...ofBase, read } };
}

function readOnce(tree: FileTree): FileTree {
  const files = new Map<string, Known>();
  const read: FileTree['read'] = async (path, most = Infinity) => {
    const known = files.get(path);
    if (known !== undefined && (known.most === most || (await isSmall(known, most)))) return known.bytes;
    const bytes = tree.read(path, most === Infinity ? undefined : most);
    files.set(path, { most, bytes });
    return bytes;
  };
  let paths: Promise<SortedPaths> | undefined;
  const asked = () => (paths ??= pathsOf(tree.list));
  const list: ListPaths = Object.assign(async () => (await asked()).all, { paths: asked });
  return { ...tree, list, read };
}

interface Known {
  readonly most: number;
  readonly bytes: Promise<Uint8Array | undefined>;
}

/** What was read within a smaller limit is what a larger one gives; what was refused may not be. */
function isSmall(known: Known, most: number): Promise<boolean> | boolean {
  return (
    known.most < most &&
    known.bytes.then(
      () => true,
      () => false,
    )
  );
}
