import { constants } from 'node:fs';
import { lstat, open, realpath } from 'node:fs/promises';
import { relative, isAbsolute, sep } from 'node:path';
import { isUserError } from '../runtime/user-error.ts';
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

/** The file's content; `undefined` when nothing is there. Throws a UserError for whatever is not a file within the root. */
export async function readDiskFile(file: DiskFile): Promise<Uint8Array | undefined> {
  return explained(file, () => readPlain(file));
}

/** A part of the file, whatever its size, and how large it is; `undefined` when nothing is there. Same refusals. */
export async function readDiskRange(
  file: DiskFile,
  offset: number,
  length: number,
): Promise<{ bytes: Uint8Array; fileBytes: number } | undefined> {
  return explained(file, async () => {
    const found = await locateFile(file);
    return found === undefined ? undefined : readPart(found.real, offset, length);
  });
}

async function explained<T>(file: DiskFile, read: () => Promise<T>): Promise<T> {
  if (!isPlain(file.path)) throw refuse(file.path, 'outside', file.tree);
  try {
    return await read();
  } catch (error) {
    // Such as a missing permission: whatever the system says, a file that is there cannot be judged.
    throw isUserError(error) ? error : unreadable(file.path, error, file.tree);
  }
}

async function readPlain(file: DiskFile): Promise<Uint8Array | undefined> {
  const found = await locateFile(file);
  if (found === undefined) return undefined;
  if (found.size > file.maxBytes) throw tooLarge(file.path, found.size, file.maxBytes, file.tree);
  return readWhole(found.real, file);
}

/** A plain file within the root; throws a UserError for anything else. */
async function locateFile(file: DiskFile): Promise<{ real: Buffer; size: number } | undefined> {
  const real = await locate(file);
  if (real === undefined) return undefined;
  const stats = await lstat(real);
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

async function locate(file: DiskFile): Promise<Buffer | undefined> {
  const full = fullPath(file);
  try {
    const real = await realpath(full, 'buffer');
    const inside = relative(file.root, real.toString('utf8'));
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
    const link = await lstat(full).catch(() => undefined);
    if (link?.isSymbolicLink() === true) throw refuse(file.path, 'dangling', file.tree);
    return undefined;
  }
}

function fullPath({ root, path, onDisk }: DiskFile): Buffer {
  return Buffer.concat([Buffer.from(`${root}${sep}`), onDisk ?? Buffer.from(path)]);
}

/** One byte more than stat said is asked for: a file that grows meanwhile is not read on and on. */
async function readWhole(real: Buffer, file: DiskFile): Promise<Uint8Array> {
  const handle = await open(real, constants.O_RDONLY);
  try {
    const bytes = await handle.readFile();
    if (bytes.length > file.maxBytes) throw tooLarge(file.path, bytes.length, file.maxBytes, file.tree);
    return new Uint8Array(bytes);
  } finally {
    await handle.close();
  }
}

async function readPart(
  real: Buffer,
  offset: number,
  length: number,
): Promise<{ bytes: Uint8Array; fileBytes: number }> {
  const handle = await open(real, constants.O_RDONLY);
  try {
    const { size: fileBytes } = await handle.stat();
    const wanted = Math.max(0, Math.min(length, fileBytes - offset));
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(wanted), 0, wanted, offset);
    return { bytes: new Uint8Array(buffer.subarray(0, bytesRead)), fileBytes };
  } finally {
    await handle.close();
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
