import { randomBytes } from 'node:crypto';
import { lstat, mkdir, realpath, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from './user-error.ts';

/**
 * Writes a file whole or not at all, and gives its absolute path. With `inside` the folder must lie there, links resolved.
 * Throws a UserError where the place is a link, a folder, or not to be written.
 */
export async function writePage(file: string, text: string, inside?: string): Promise<string> {
  const folder = path.dirname(file);
  try {
    await mkdir(folder, { recursive: true });
    const place = path.join(await realpath(folder), path.basename(file));
    if (inside !== undefined) refuseOutside(place, await realpath(inside), file);
    const there = await lstat(place).catch(() => undefined);
    if (there !== undefined && !there.isFile()) throw notAFile(file);
    const unfinished = `${place}.${randomBytes(6).toString('hex')}.tmp`;
    await writeFile(unfinished, text, { flag: 'wx' });
    await rename(unfinished, place).catch(async (error: unknown) => {
      await rm(unfinished, { force: true });
      throw error;
    });
    return place;
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(`${file} cannot be written: ${reason}`, {
      help: 'Name a file in a folder that may be written.',
      cause,
    });
  }
}

function refuseOutside(place: string, root: string, file: string): void {
  const relative = path.relative(root, place);
  if (!relative.startsWith('..') && !path.isAbsolute(relative)) return;
  throw new UserError(`${file} lies outside of the workspace.`, { help: 'Give a path below the workspace.' });
}

function notAFile(file: string): UserError {
  return new UserError(`${file} is there, and is no regular file.`, {
    help: 'Name another file, or remove what is there.',
  });
}
