import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { SyncConflict } from '../../kernel/branch.ts';
import { decodeName, splitNul } from '../names.ts';
import type { Git } from '../process/run.ts';

/** The two letters of git status for unmerged paths, in its own words. During a rebase "us" is trunk, "them" the commit replayed. */
const kinds: ReadonlyMap<string, string> = new Map([
  ['DD', 'both deleted'],
  ['AU', 'added by us'],
  ['UD', 'deleted by them'],
  ['UA', 'added by them'],
  ['DU', 'deleted by us'],
  ['AA', 'both added'],
  ['UU', 'both modified'],
]);

/** The files that a person must resolve, sorted by path. */
export async function unresolved(git: Git, root: string): Promise<SyncConflict[]> {
  const args = ['status', '--porcelain=v1', '-z', '--no-renames', '--untracked-files=no'];
  const conflicts: SyncConflict[] = [];
  for (const entry of splitNul(await git.run(args))) {
    const kind = kinds.get(entry.toString('latin1', 0, 2));
    if (kind === undefined) continue;
    const path = decodeName(entry.subarray(3));
    const line = await markerLine(join(root, path));
    conflicts.push({ path, kind, ...(line === undefined ? {} : { line }) });
  }
  return conflicts;
}

/** Bytes of a file in which its first conflict is looked for. */
const lookedAt = 4 * 1024 * 1024;

/** 1-based line of the first conflict marker. */
async function markerLine(file: string): Promise<number | undefined> {
  const handle = await open(file, 'r').catch(() => undefined);
  if (handle === undefined) return undefined;
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(lookedAt), 0, lookedAt, 0);
    const lines = buffer.toString('latin1', 0, bytesRead).split('\n');
    const at = lines.findIndex((line) => /^<{7,}( |\r?$)/.test(line));
    return at < 0 ? undefined : at + 1;
  } catch {
    return undefined;
  } finally {
    await handle.close();
  }
}
