/** Logs of requests: files of any size, folders of them, and addresses. */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { compareText } from '../../kernel/compare.ts';
import { enumerate } from '../../kernel/text.ts';
import { UserError } from '../../kernel/user-error.ts';
import type { Logger } from '../../ports/index.ts';
import type { LogLine, RequestLogs } from '../../ports/request-logs.ts';
import { addressName, linesAt } from './address.ts';
import { linesIn } from './file.ts';

/** Files of one folder that are read. */
const mostFiles = 10_000;

/** `places`: paths, which are meant from `cwd`, and addresses. */
export function requestLogs(places: readonly string[], cwd: string, log: Logger): RequestLogs {
  return {
    name: enumerate(places.map((place) => (isAddress(place) ? addressName(place) : place))),
    linesWith: async function* (texts) {
      for (const place of places)
        if (isAddress(place)) yield* linesAt(place, texts, log);
        else yield* linesBelow(place, path.resolve(cwd, place), texts);
    },
  };
}

function isAddress(place: string): boolean {
  return /^https?:\/\//i.test(place);
}

async function* linesBelow(name: string, place: string, texts: readonly string[]): AsyncGenerator<LogLine> {
  const found = await stat(place).catch((cause: unknown) => {
    throw new UserError(`${name} cannot be read`, {
      help: 'Name a file with logs of requests, a folder of such files, or an address.',
      cause,
    });
  });
  if (!found.isDirectory()) return yield* linesIn(name, place, texts);
  const files = await filesBelow(name, place);
  for (const file of files) yield* linesIn(path.join(name, file), path.join(place, file), texts);
}

async function filesBelow(name: string, place: string): Promise<readonly string[]> {
  const entries = await readdir(place, { withFileTypes: true, recursive: true });
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.relative(place, path.join(entry.parentPath, entry.name)));
  if (files.length > 0 && files.length <= mostFiles) return files.toSorted(compareText);
  throw new UserError(`${name} has ${files.length === 0 ? 'no' : `more than ${mostFiles}`} files`, {
    help: 'Name a folder of logs.',
  });
}
