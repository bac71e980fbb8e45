import type { ChangeSet, FileTree, Ports } from '../../src/ports/index.ts';
import { compareTrees } from '../../src/check/compare-trees.ts';

/** A tree in memory: path → text. */
export function memoryTree(
  files: Readonly<Record<string, string | Uint8Array>>,
  name = 'tree',
  sha?: string,
): FileTree {
  const contents = new Map(
    Object.entries(files).map(([path, content]) => [
      path,
      typeof content === 'string' ? Buffer.from(content) : content,
    ]),
  );
  return {
    name,
    ...(sha === undefined ? {} : { sha }),
    list: () => Promise.resolve([...contents.keys()].toSorted()),
    read: (path) => Promise.resolve(contents.get(path)),
  };
}

/** Ports over two trees in memory; what is logged is kept in `logged`. */
export async function memoryPorts(
  base: FileTree,
  head: FileTree,
  change?: Partial<ChangeSet>,
): Promise<Ports & { readonly logged: string[] }> {
  const logged: string[] = [];
  const keep = (message: string) => void logged.push(message);
  return {
    change: { ...(await compareTrees(base, head)), ...change },
    workspace: head,
    log: { info: keep, debug: () => undefined, warning: keep },
    commands: { run: () => Promise.resolve(undefined) },
    now: () => 0,
    logged,
  };
}
