import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
} from 'node:fs';
import { relative, isAbsolute, sep } from 'node:path';
import { isUserError } from '../../kernel/user-error.ts';
import { readOpened } from './opened-file.ts';
import { refuse, tooLarge, unreadable } from './refusals.ts';

export interface DiskFile {
  /** Real path of the folder that may not be left. */
  readonly root: string;
  readonly path: string;
  /** The path in the bytes of the file system, where it is not UTF-8. */
  readonly onDisk: Uint8Array | undefined;
  /** The root may be left through a symlink. */
  readonly followLinks: boolean;
  readonly maxBytes: number;
  /** For messages. */
  readonly tree: string;
}

/**
 * The file's content; `undefined` when nothing is there. Throws a UserError for whatever is not a file within the root.
 * Without the thread pool inside: for the many small files of a repository that takes a fifth of the processor time.
 */
export function readDiskFile(file: DiskFile): Uint8Array | undefined {
  const opened = file.onDisk === undefined && readOpened(file.root, file.path, file.maxBytes);
  return opened === false || opened === undefined ? explained(file, () => readPlain(file)) : opened;
}

/** A part of the file, whatever its size, and how large it is; `undefined` when nothing is there. Same refusals. */
export async function readDiskRange(
  file: DiskFile,
  offset: number,
  length: number,
): Promise<{ bytes: Uint8Array; fileBytes: number } | undefined> {
  return explained(file, () => {
    const found = locateFile(file);
    return found === undefined ? undefined : readPart(found.real, offset, length);
  });
}

function explained<T>(file: DiskFile, read: () => T): T {
  if (!isPlain(file.path)) throw refuse(file.path, 'outside', file.tree);
  try {
    return read();
  } catch (error) {
    // Such as a missing permission: whatever the system says, a file that is there cannot be judged.
    throw isUserError(error) ? error : unreadable(file.path, error, file.tree);
  }
}

function readPlain(file: DiskFile): Uint8Array | undefined {
  const found = locateFile(file);
  if (found === undefined) return undefined;
  if (found.size > file.maxBytes) throw tooLarge(file.path, found.size, file.maxBytes, file.tree);
  return readWhole(found.real, file);
}

/** A plain file within the root; throws a UserError for anything else. */
function locateFile(file: DiskFile): { real: Buffer; size: number } | undefined {
  const real = locate(file);
  if (real === undefined) return undefined;
  const stats = lstatSync(real);
  if (stats.isDirectory()) throw refuse(file.path, 'folder', file.tree);
  if (!stats.isFile()) throw refuse(file.path, 'special', file.tree);
  return { real, size: stats.size };
}

/** Relative, and never upwards; on Windows `c:x` is relative to another drive. */
function isPlain(path: string): boolean {
  const drive = sep === '\\' && /^[a-z]:/i.test(path);
  return (
    path !== '' && !path.includes('\0') && !isAbsolute(path) && !drive && !path.split(/[\\/]/).includes('..')
  );
}

function locate(file: DiskFile): Buffer | undefined {
  const full = fullPath(file);
  try {
    const real = realpathSync.native(full, 'buffer');
    const inside = relativeTo(file.root, real.toString('utf8'));
    const left = inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
    if (left && file.followLinks) return real;
    if (left) throw refuse(file.path, 'outside', file.tree);
    if (inside.split(sep).some((part) => part.toLowerCase() === '.git'))
      throw refuse(file.path, 'internal', file.tree);
    return real;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ELOOP') throw refuse(file.path, 'loop', file.tree);
    if (code !== 'ENOENT' && code !== 'ENOTDIR' && code !== 'ENAMETOOLONG') throw error;
    if (isLink(full)) throw refuse(file.path, 'dangling', file.tree);
    return undefined;
  }
}

/** `relative` of two real paths: it looks at every character, which shows where files are many and mostly inside. */
function relativeTo(root: string, real: string): string {
  return real.startsWith(root + sep) ? real.slice(root.length + sep.length) : relative(root, real);
}

function isLink(path: Buffer): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

function fullPath({ root, path, onDisk }: DiskFile): Buffer {
  return Buffer.concat([Buffer.from(`${root}${sep}`), onDisk ?? Buffer.from(path)]);
}

/** The size is looked at again: the file may have grown meanwhile. */
function readWhole(real: Buffer, file: DiskFile): Uint8Array {
  const bytes = readFileSync(real);
  if (bytes.length > file.maxBytes) throw tooLarge(file.path, bytes.length, file.maxBytes, file.tree);
  return new Uint8Array(bytes);
}

function readPart(real: Buffer, offset: number, length: number): { bytes: Uint8Array; fileBytes: number } {
  const handle = openSync(real, constants.O_RDONLY);
  try {
    const { size: fileBytes } = fstatSync(handle);
    const wanted = Math.max(0, Math.min(length, fileBytes - offset));
    const bytes = new Uint8Array(wanted);
    return { bytes: bytes.subarray(0, readSync(handle, bytes, 0, wanted, offset)), fileBytes };
  } finally {
    closeSync(handle);
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
