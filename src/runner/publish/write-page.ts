import { chmod, lstat, realpath, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../../kernel/user-error.ts';
import { makeFolder } from '../make-folder.ts';

/**
 * Writes a file whole or not at all, and gives its absolute path; what is there keeps its permissions. With `inside` its folder must lie there, links resolved.
 * Throws a UserError where the place is a link, a folder, or not to be written.
 */
export async function writePage(file: string, text: string, inside?: string): Promise<string> {
  try {
    const place = await placeOf(path.resolve(file), inside);
    const there = await lstat(place).catch(() => undefined);
    if (there !== undefined && !there.isFile())
      throw new UserError(`${file} is there, and is not a regular file.`, {
        help: 'Name another file, or remove what is there.',
      });
    await replace(place, text, there?.mode);
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

/** Makes the folder where there is none, but nothing outside: a link on the way is followed before anything is made. */
async function placeOf(file: string, inside: string | undefined): Promise<string> {
  const folder = path.dirname(file);
  if (inside !== undefined) {
    const relative = path.relative(await realpath(inside), await resolved(folder));
    if (relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative))
      throw new UserError(`${file} lies outside of the workspace.`, {
        help: 'Give a path below the workspace.',
      });
  }
  await makeFolder(folder);
  return path.join(await realpath(folder), path.basename(file));
}

/** Where a folder that need not be there would be. */
async function resolved(folder: string): Promise<string> {
  const real = await realpath(folder).catch(() => undefined);
  if (real !== undefined) return real;
  const parent = path.dirname(folder);
  return parent === folder ? folder : path.join(await resolved(parent), path.basename(folder));
}

async function replace(place: string, text: string, mode: number | undefined): Promise<void> {
  const unfinished = `${place}.${process.pid}-${performance.now()}.tmp`;
  try {
    await writeFile(unfinished, text, { flag: 'wx' });
    if (mode !== undefined) await chmod(unfinished, mode & 0o777);
    await rename(unfinished, place);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
