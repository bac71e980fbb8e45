/** A model on the disk of this machine. */
import { lstat, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { compareText } from '../kernel/compare.ts';
import type { ModelEntry } from '../kernel/model-files.ts';
import { UserError } from '../kernel/user-error.ts';
import type { Logger } from '../ports/index.ts';
import type { ModelFiles } from '../ports/model-files.ts';
import { hashParts } from './hash-parts.ts';

const mostEntries = 1_000_000;

/** `place`: absolute path of a folder, or of one file. Progress is logged every 5 seconds. */
export function modelFilesAt(place: string, log: Logger, now: () => number): ModelFiles {
  return {
    list: async () => {
      const entries = (await isFolder(place)) ? await entriesBelow(place) : [await entryOf(place, '.')];
      return entries.toSorted((a, b) => compareText(a.path, b.path));
    },
    digests: (parts, algorithm) => {
      const total = parts.reduce((sum, { start, end }) => sum + end - start, 0);
      const files = parts.map((part) => ({ ...part, file: path.join(place, part.path) }));
      return hashParts(files, algorithm, progress(total, log, now));
    },
  };
}

async function isFolder(place: string): Promise<boolean> {
  const found = await stat(place).catch((cause: unknown) => {
    throw new UserError(`${place} cannot be read`, { help: 'Name a model: a folder, or one file.', cause });
  });
  return found.isDirectory();
}

async function entriesBelow(root: string): Promise<ModelEntry[]> {
  const found: ModelEntry[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const { name, ...entry } of await namesIn(path.join(root, folder))) {
      const own = folder === '' ? name : `${folder}/${name}`;
      if (entry.isFolder) folders.push(own);
      else found.push(await entryOf(path.join(root, own), own));
    }
    if (found.length > mostEntries)
      throw new UserError(`there are more than ${mostEntries} files in ${root}`, { help: 'Name one model.' });
  }
  return found;
}

async function namesIn(folder: string): Promise<readonly { name: string; isFolder: boolean }[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw new UserError(`${folder} cannot be listed`, { help: 'Give the right to read it.', cause });
  });
  return entries.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
}

async function entryOf(place: string, own: string): Promise<ModelEntry> {
  const found = await lstat(place).catch(() => undefined);
  // It went, or its name is not UTF-8 and cannot be asked for: no file that can be verified.
  if (found === undefined) return { path: own, kind: 'other', bytes: 0 };
  if (!found.isSymbolicLink())
    return { path: own, kind: found.isFile() ? 'file' : 'other', bytes: found.size };
  const target = await stat(place).catch(() => undefined);
  return { path: own, kind: target?.isFile() === true ? 'link' : 'other', bytes: target?.size ?? 0 };
}

const quiet = 5000;

function progress(total: number, log: Logger, now: () => number): (bytes: number) => void {
  const start = now();
  let [done, last] = [0, start];
  return (bytes) => {
    done += bytes;
    const time = now();
    if (time - last < quiet) return;
    last = time;
    const rate = done / 1e6 / (time - start);
    log.info(`${(done / 1e9).toFixed(1)} of ${(total / 1e9).toFixed(1)} GB hashed, ${rate.toFixed(2)} GB/s`);
  };
}
