/** What a person names on the command line is read wherever it lies; what a policy or a change names is not. */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { inOrder } from '../kernel/compare.ts';
import { isUserError } from '../kernel/user-error.ts';
import type { FileTree, Ports } from '../ports/index.ts';
import { pathTree } from './change.ts';

/** A path as the gates write it: below the root where it lies there, else as it was given. */
export function gatePath(given: string, cwd: string, root: string): string {
  if (!path.isAbsolute(given) && !given.startsWith('..')) return forwardSlashes(given);
  const relative = path.relative(root, path.resolve(cwd, given));
  return forwardSlashes(isOutside(relative) ? given : relative);
}

function forwardSlashes(file: string): string {
  return file.replaceAll('\\', '/').replace(/^\.\//, '');
}

function isOutside(relative: string): boolean {
  return relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative);
}

/** Whether a path, as `gatePath` gives it, lies outside of the root. */
function isElsewhere(file: string): boolean {
  return path.isAbsolute(file) || file.startsWith('..');
}

/** `tree` with those of the files that lie outside of it, read from the disk. */
export function withFiles(tree: FileTree, files: readonly string[], cwd: string): FileTree {
  const named = new Set(files.filter(isElsewhere));
  if (named.size === 0) return tree;
  return {
    ...tree,
    read: async (file, maxBytes) => {
      if (!named.has(file)) return tree.read(file, maxBytes);
      const place = path.resolve(cwd, file);
      const isFile = await stat(place).then(
        (found) => found.isFile(),
        () => false,
      );
      return isFile ? (await pathTree(place)).read(path.basename(place), maxBytes) : undefined;
    },
  };
}

/** A checkpoint outside of the tree, with what lies beside its index. */
async function withCheckpoint(tree: FileTree, checkpoint: string, cwd: string): Promise<FileTree> {
  const place = path.resolve(cwd, checkpoint);
  const isFolder = await stat(place).then(
    (found) => found.isDirectory(),
    () => true,
  );
  const prefix = isFolder
    ? `${checkpoint.replace(/\/+$/, '')}/`
    : checkpoint.slice(0, checkpoint.lastIndexOf('/') + 1);
  const { folderTree } = await import('#lib/git');
  const folder = await folderTree(isFolder ? place : path.dirname(place), { followLinks: true });
  const below = (file: string): string | undefined =>
    file.startsWith(prefix) ? file.slice(prefix.length) : undefined;
  const list = async () => (await folder.list()).map((file) => prefix + file);
  return {
    ...tree,
    list,
    reachable: list,
    read: async (file, maxBytes) => {
      const own = below(file);
      return own === undefined ? tree.read(file, maxBytes) : folder.read(own, maxBytes);
    },
    readRange: async (file, offset, length) => {
      const own = below(file);
      return own === undefined
        ? tree.readRange?.(file, offset, length)
        : folder.readRange?.(own, offset, length);
    },
  };
}

/** Paths as `gatePath` gives them. */
interface NamedPaths {
  readonly files: readonly string[];
  readonly checkpoint: string | undefined;
}

/** The ports of files as they stand, or of a change, with what was named outside of them; no commit holds that. */
export async function withNamedPaths(
  ports: Ports,
  { files, checkpoint }: NamedPaths,
  cwd: string,
): Promise<Ports> {
  const { change, workspace } = ports;
  const head = withFiles(listedNear(change.head, files, cwd), files, cwd);
  const base = change.base === change.head ? head : withoutFiles(change.base, files);
  const isOwn = checkpoint === undefined || !isElsewhere(checkpoint);
  return {
    ...ports,
    change: { ...change, base, head },
    workspace: isOwn ? workspace : await withCheckpoint(workspace, checkpoint, cwd),
  };
}

/** Where a folder contains more than can be listed, a home or `/tmp`, what is named is judged with the files beside it. */
function listedNear(tree: FileTree, files: readonly string[], cwd: string): FileTree {
  const orNear = (all: () => Promise<readonly string[]>) => async () => {
    try {
      return await all();
    } catch (error) {
      if (!isUserError(error)) throw error;
      return filesBeside(files, cwd);
    }
  };
  const { list, reachable } = tree;
  return { ...tree, list: orNear(list), ...(reachable && { reachable: orNear(reachable) }) };
}

async function filesBeside(files: readonly string[], cwd: string): Promise<readonly string[]> {
  const own = files.filter((file) => !isElsewhere(file)).map((file) => path.posix.dirname(file));
  const found = [...new Set(own)].map(async (folder) => {
    const entries = await readdir(path.join(cwd, folder), { withFileTypes: true }).catch(() => []);
    return entries.filter((entry) => !entry.isDirectory()).map(({ name }) => path.posix.join(folder, name));
  });
  return inOrder((await Promise.all(found)).flat());
}

function withoutFiles(tree: FileTree, files: readonly string[]): FileTree {
  const named = new Set(files.filter(isElsewhere));
  return {
    ...tree,
    read: async (file, maxBytes) => (named.has(file) ? undefined : tree.read(file, maxBytes)),
  };
}
