import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import path from 'node:path';
import { which } from '@actions/io';

const found = new Map<string, string>();

/**
 * Absolute path of a program on PATH, looked for once; `undefined` where there is none. `which` of @actions/io reports each folder that
 * it may not look into, and on standard output, where a report stands: it is left to Windows, whose rules for names it knows.
 */
export async function findProgram(name: string): Promise<string | undefined> {
  const key = JSON.stringify([process.env['PATH'], name]);
  const file = found.get(key) ?? (await search(name));
  if (file !== undefined) found.set(key, file);
  return file;
}

async function search(name: string): Promise<string | undefined> {
  if (process.platform === 'win32' || path.isAbsolute(name))
    return (await which(name).catch(() => '')) || undefined;
  for (const folder of (process.env['PATH'] ?? '').split(path.delimiter)) {
    const file = path.join(folder, name);
    if (folder !== '' && (await isProgram(file))) return file;
  }
  return undefined;
}

async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}
