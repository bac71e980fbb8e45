import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Writes a loose object into a bare repository of SHA-1 names, as `git hash-object -w` does; returns its id. */
export async function writeObject(
  repository: string,
  type: 'blob' | 'tree' | 'commit',
  bytes: Uint8Array,
): Promise<string> {
  // Loaded only by who writes: together they are a third of what loading git's part costs.
  const [{ createHash }, { deflate }] = await Promise.all([import('node:crypto'), import('node:zlib')]);
  const object = Buffer.concat([Buffer.from(`${type} ${bytes.length}\0`), bytes]);
  const oid = createHash('sha1').update(object).digest('hex');
  const folder = join(repository, 'objects', oid.slice(0, 2));
  const file = join(folder, oid.slice(2));
  await mkdir(folder, { recursive: true });
  // Under its name it is whole: a process that is killed leaves no half of one.
  const unfinished = `${file}-${process.pid}`;
  await writeFile(unfinished, await promisify(deflate)(object));
  await rename(unfinished, file);
  return oid;
}
