import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Scratch } from '../ports/index.ts';
import { UserError } from '../kernel/user-error.ts';

const maxBytes = 1024 * 1024 * 1024;

/**
 * A folder for what a gate and the commands it runs hand over, made when first used and removed when the process ends.
 * `parent`: the runner's temporary folder, where there is one. `read` throws a UserError for more than 1 GiB.
 */
export function scratchFolder(parent = tmpdir()): Scratch {
  let made: string | undefined;
  const pathOf = (name: string): string => {
    made ??= makeFolder(parent);
    return path.join(made, path.basename(name));
  };
  return {
    pathOf,
    write: async (name, text) => {
      await writeFile(pathOf(name), text);
      return pathOf(name);
    },
    read: (name) => readBounded(pathOf(name)),
    keep: async (name, text) => {
      const folder = path.join(parent, 'model-gates');
      await mkdir(folder, { recursive: true });
      const file = path.join(folder, path.basename(name));
      await writeFile(file, text);
      return file;
    },
  };
}

function makeFolder(parent: string): string {
  const folder = mkdtempSync(path.join(parent, 'model-gates-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function readBounded(file: string): Promise<Uint8Array | undefined> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) return undefined;
  if (found.isFile() && found.size <= maxBytes) return readFile(file);
  throw new UserError(`${path.basename(file)} is not a file, or larger than 1 GiB`, {
    help: 'Let the evaluation write JSON, JSONL or CSV to {out}.',
  });
}
