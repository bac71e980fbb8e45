import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FileTree } from '../../ports/index.ts';
import { inOrder } from '../../kernel/compare.ts';
import { UserError } from '../../kernel/user-error.ts';
import { once } from './once.ts';
import { readDiskFile, readDiskRange } from './disk-file.ts';
import { mayBePointer, throughLfs } from './lfs.ts';
import { ambiguous, fieldsOf } from '../names.ts';
import { linkedTree, targetOnDisk, viewWith } from './reachable.ts';
import { defaultMaxBytes, unreadable } from './refusals.ts';
import type { Git } from '../process/run.ts';
import type { Entry } from './tree-paths.ts';
import type { TreeView } from './tree-view.ts';

/** Name → the bytes of it on disk, a character for each. */
type Names = ReadonlyMap<string, string>;

interface Listed {
  readonly names: Names;
  /** Symlinks among them; of a clone those that git has as such: another is made by a step of the job, which knows where files are looked for. */
  readonly links: ReadonlySet<string>;
}

/** Files in a folder beyond which a listing is refused. */
const maxFiles = 500_000;

export interface WorkingTreeOptions {
  readonly git: Git;
  /** Real path of the working tree. */
  readonly root: string;
  /** Folder of Git LFS's objects. */
  readonly lfsStore: string;
  /** List ignored files too: what a build or an evaluation has left. */
  readonly ignored?: boolean;
}

/** The files on disk: tracked ones, and those that are neither tracked nor ignored. */
export function workingTree({ git, root, lfsStore, ignored = false }: WorkingTreeOptions): FileTree {
  const listed = once(() => listWorkingTree(git, ignored));
  const tree = diskTree({ name: 'working tree', root, lfsStore, names: async () => (await listed()).names });
  return { ...tree, ...linkedTree(async () => viewOnDisk(root, await listed()), tree.list) };
}

async function viewOnDisk(root: string, { names, links }: Listed): Promise<TreeView | undefined> {
  if (links.size === 0) return undefined;
  const entries = new Map(
    [...names.keys()].map((path): [string, Entry] => [path, entryOnDisk(links.has(path))]),
  );
  return viewWith(entries, (path) => targetOnDisk(root, path));
}

function entryOnDisk(link: boolean): Entry {
  return { kind: link ? 'symlink' : 'file', oid: '' };
}

export interface FolderOptions {
  /** Read what symlinks lead to, wherever it is: for a folder that a person names, such as a download cache; never for a pull request's. */
  readonly followLinks?: boolean;
}

/** Any folder, git or not. Throws a UserError where there is none. */
export async function folderTree(
  folder: string,
  { followLinks = false }: FolderOptions = {},
): Promise<FileTree> {
  const root = await realpath(folder).catch(() => undefined);
  if (root === undefined || !(await stat(root)).isDirectory())
    throw new UserError(`there is no folder ${folder}`, {
      help: 'Correct the path, or write the files there first.',
    });
  const listed = once(() => listFolder(root));
  const name = folder.replaceAll('\\', '/');
  const tree = diskTree({ name, root, followLinks, names: async () => (await listed()).names });
  return { ...tree, ...linkedTree(async () => viewOnDisk(root, await listed()), tree.list) };
}

/** A tree of one file, under its own name; a symlink is followed, for a person named it. Throws a UserError where there is none. */
export async function fileTreeOf(path: string): Promise<FileTree> {
  const real = await realpath(path).catch(() => undefined);
  if (real === undefined || !(await stat(real)).isFile())
    throw new UserError(`there is no file ${path}`, {
      help: `Correct the path; it is taken from ${process.cwd()}.`,
    });
  const [given, found] = [basename(path), basename(real)];
  const names = new Map([[given, bytesOf(found)]]);
  const tree = diskTree({ name: path.replaceAll('\\', '/'), root: dirname(real), names: async () => names });
  return {
    ...tree,
    read: async (file, maxBytes) => (file === given ? tree.read(found, maxBytes) : undefined),
    readRange: async (file, offset, length) =>
      file === given ? tree.readRange(found, offset, length) : undefined,
  };
}

interface DiskTreeOptions {
  readonly name: string;
  readonly root: string;
  readonly names: () => Promise<Names>;
  readonly lfsStore?: string;
  readonly followLinks?: boolean;
}

function diskTree({
  name: tree,
  root,
  names,
  lfsStore: store,
  followLinks = false,
}: DiskTreeOptions): Required<Pick<FileTree, 'readRange'>> & FileTree {
  const list = async () => inOrder([...(await names()).keys()]);
  // Only a name with an escaped byte differs on disk: all others need no listing.
  const onDisk = async (path: string) => {
    const bytes = path.includes('\\x') ? (await names()).get(path) : undefined;
    return bytes === undefined ? undefined : Buffer.from(bytes, 'latin1');
  };
  const readRange = async (path: string, offset: number, length: number) => {
    const file = { root, path, maxBytes: length, tree, onDisk: await onDisk(path), followLinks };
    return readDiskRange(file, offset, length);
  };
  const read = async (path: string, maxBytes = defaultMaxBytes) => {
    const name = path.includes('\\x') ? await onDisk(path) : undefined;
    const bytes = readDiskFile({ root, path, maxBytes, tree, onDisk: name, followLinks });
    if (bytes === undefined || !mayBePointer(bytes)) return bytes;
    return throughLfs({ path, bytes, maxBytes, tree, store });
  };
  return { name: tree, list, read, readRange };
}

/** One line a file: `? path` untracked, `R …` gone from the disk, `S …` left out by a sparse checkout, else `H <mode> <oid> <stage>\tpath`. */
async function listWorkingTree(git: Git, ignored: boolean): Promise<Listed> {
  const options = [
    '-z',
    '-t',
    '--stage',
    '--deleted',
    '--others',
    ...(ignored ? [] : ['--exclude-standard']),
  ];
  const names = new Map<string, string>();
  const links = new Set<string>();
  const gone = new Set<string>();
  const { fields, nameOf } = fieldsOf(await git.run(['ls-files', ...options]));
  for (const line of fields) {
    const untracked = line.startsWith('?');
    const path = line.slice(untracked ? 2 : line.indexOf('\t') + 1);
    const name = nameOf(path);
    if (isGone(line)) gone.add(name);
    // A nested repository, a submodule or not, keeps its files to itself.
    else if (untracked ? !path.endsWith('/') : !line.startsWith('160000', 2)) {
      if ((names.get(name) ?? path) !== path) throw ambiguous(name);
      names.set(name, path);
      if (!untracked && line.startsWith('120000', 2)) links.add(name);
    }
  }
  for (const name of gone) names.delete(name);
  return { names, links };
}

function isGone(line: string): boolean {
  return line.startsWith('R') || line.startsWith('S');
}

function bytesOf(name: string): string {
  return Buffer.from(name).toString('latin1');
}

async function listFolder(root: string): Promise<Listed> {
  const names = new Map<string, string>();
  const links = new Set<string>();
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of await entriesOf(root, folder)) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && entry.name !== '.git') folders.push(path);
      if (entry.isFile() || entry.isSymbolicLink()) names.set(path, bytesOf(path));
      if (entry.isSymbolicLink()) links.add(path);
      if (names.size > maxFiles)
        throw new UserError(`${root} contains more than ${maxFiles} files`, {
          help: 'Name a smaller folder.',
        });
    }
  }
  return { names, links };
}

async function entriesOf(root: string, folder: string): Promise<Dirent[]> {
  try {
    return await readdir(join(root, folder), { withFileTypes: true });
  } catch (error) {
    throw unreadable(folder === '' ? root : folder, error, root);
  }
}
