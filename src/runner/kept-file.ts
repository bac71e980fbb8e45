import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from '../ports/index.ts';

/** A file that is kept from run to run. What fails is in the debug log: without it the next run only reads more. */
export function keptFile(file: string, log: Logger) {
  return {
    read: () => readFile(file).catch(() => undefined),
    write: async (content: Uint8Array): Promise<void> => {
      const unfinished = `${file}.${process.pid}.tmp`;
      try {
        await mkdir(path.dirname(file), { recursive: true });
        await writeFile(unfinished, content);
        await rename(unfinished, file);
      } catch (error) {
        await rm(unfinished, { force: true });
        log.debug(`${file} is not kept: ${String(error)}`);
      }
    },
  };
}
