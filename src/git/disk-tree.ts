import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FileTree } from '../gates/ports.ts';
import { compareText } from '../report/model.ts';
import { UserError } from '../runtime/user-error.ts';
import { once } from './commit-tree.ts';
import { readDiskFile } from './disk-file.ts';
import { ambiguous, decodeName, splitNul } from './names.ts';
import { defaultMaxBytes } from './refusals.ts';
import type { Git } from './run.ts';

/** Name → the bytes of it on disk. */
type Names = ReadonlyMap<string, Uint8Array>;

/** Files in a folder beyond which a listing is refused. */
const maxFiles = 500_000;

export interface WorkingTreeOptions {
  readonly git: Git;
  /** Real path of the working tree. */
  readonly root: string;
  /** List ignored files too: what a build or an evaluation has left. */
  readonly ignored?: boolean;
}

/** The files on disk: tracked ones, and those that are neither tracked nor ignored. */
export function workingTree({ git, root, ignored = false }: WorkingTreeOptions): FileTree {
  return diskTree('working tree', root, () => listWorkingTree(git, ignored));
}

/** Any folder, git or not. Throws a UserError where there is none. */
export async function folderTree(folder: string): Promise<FileTree> {
  const root = await realpath(folder).catch(() => undefined);
  if (root === undefined || !(await stat(root)).isDirectory())
    throw new UserError(`there is no folder ${folder}`);
  return diskTree(folder.replaceAll('\\', '/'), root, () => listFolder(root));
}

/** A tree of one file, under its own name. Throws a UserError where there is none. */
export async function fileTreeOf(path: string): Promise<FileTree> {
  const root = await realpath(dirname(path)).catch(() => undefined);
  const found =
    root === undefined ? undefined : await stat(join(root, basename(path))).catch(() => undefined);
  if (root === undefined || found?.isFile() !== true) throw new UserError(`there is no file ${path}`);
  const name = basename(path);
  return diskTree(path.replaceAll('\\', '/'), root, async () => new Map([[name, Buffer.from(name)]]));
}

function diskTree(name: string, root: string, listNames: () => Promise<Names>): FileTree {
  const names = once(listNames);
  const list = async () => [...(await names()).keys()].toSorted(compareText);
  const read = async (path: string, maxBytes = defaultMaxBytes) => {
    // Only a name with an escaped byte differs on disk: all others need no listing.
    const bytes = path.includes('\\x') ? (await names()).get(path) : undefined;
    return readDiskFile({ root, path, maxBytes, tree: name, ...(bytes === undefined ? {} : { bytes }) });
  };
  return { name, list, read };
}

/** One line a file: `? path` untracked, `R …` gone from the disk, `S …` left out by a sparse checkout, else `H <mode> <oid> <stage>\tpath`. */
async function listWorkingTree(git: Git, ignored: boolean): Promise<Names> {
  const options = [
    '-z',
    '-t',
    '--stage',
    '--deleted',
    '--others',
    ...(ignored ? [] : ['--exclude-standard']),
  ];
  const names = new Map<string, Buffer>();
  const gone = new Set<string>();
  for (const line of splitNul(await git.run(['ls-files', ...options]))) {
    const untracked = line.at(0) === 0x3f;
    const path = line.subarray(untracked ? 2 : line.indexOf('\t') + 1);
    const name = decodeName(path);
    if (isGone(line)) gone.add(name);
    // A nested repository, a submodule or not, keeps its files to itself.
    else if (untracked ? path.at(-1) !== 0x2f : !line.subarray(2, 8).equals(submodule)) {
      if (names.get(name)?.equals(path) === false) throw ambiguous(name);
      names.set(name, path);
    }
  }
  for (const name of gone) names.delete(name);
  return names;
}

const submodule = Buffer.from('160000');

function isGone(line: Buffer): boolean {
  return line.at(0) === 0x52 || line.at(0) === 0x53;
}

async function listFolder(root: string): Promise<Names> {
  const names = new Map<string, Uint8Array>();
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && entry.name !== '.git') folders.push(path);
      if (entry.isFile() || entry.isSymbolicLink()) names.set(path, Buffer.from(path));
      if (names.size > maxFiles)
        throw new UserError(`${root} holds more than ${maxFiles} files`, { help: 'Name a smaller folder.' });
    }
  }
  return names;
}
