/** A folder of the user in which texts outlive a run. */
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import type { TextCache } from '../ports/cache.ts';

const maxBytes = 1024 * 1024;

/** `MODEL_GATES_CACHE`, else `model-gates` in the cache folder of the user. What cannot be read or written is not there. */
export function folderCache(folder = cacheFolder(process.env)): TextCache {
  const fileOf = (name: string): string => path.join(folder, path.basename(name));
  return {
    read: async (name) => {
      try {
        const file = fileOf(name);
        const { size } = await stat(file);
        return size > maxBytes ? undefined : await readFile(file, 'utf8');
      } catch {
        return undefined;
      }
    },
    write: async (name, text) => {
      const draft = `${fileOf(name)}.${process.pid}`;
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeFile(draft, text);
        await rename(draft, fileOf(name));
      } catch {
        await rm(draft, { force: true }).catch(() => undefined);
      }
    },
  };
}

function cacheFolder(environment: NodeJS.ProcessEnv): string {
  const own = environment['MODEL_GATES_CACHE'];
  if (own) return own;
  const ofUser =
    environment['XDG_CACHE_HOME'] || environment['LOCALAPPDATA'] || path.join(homedir(), '.cache');
  return path.join(ofUser, 'model-gates');
}
