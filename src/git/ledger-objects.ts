import { UserError } from '../runtime/user-error.ts';
import type { LedgerStore } from './ledger-store.ts';
import { tryOverNetwork } from './remote.ts';
import type { Git } from './run.ts';
import { failure } from './errors.ts';

/** An object, or `undefined` where this store has none of that name. */
export interface StoredObject {
  readonly oid: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** Objects by name (an id, or `<commit>:<path>`), in their order, by one process. Nothing is fetched. */
export async function storedObjects(
  git: Git,
  names: readonly string[],
): Promise<readonly (StoredObject | undefined)[]> {
  if (names.length === 0) return [];
  const output = await git.run(['cat-file', '--batch'], {
    input: names.map((name) => `${name}\n`).join(''),
    maxOutput: 1024 * 1024 * 1024,
  });
  return parseObjects(output, names);
}

function parseObjects(output: Buffer, names: readonly string[]): (StoredObject | undefined)[] {
  const found: (StoredObject | undefined)[] = [];
  let start = 0;
  for (const name of names) {
    const end = output.indexOf('\n', start);
    if (end < 0) throw new UserError('git cat-file ended before its answer was whole');
    const header = output.toString('utf8', start, end);
    const [, oid = '', type = '', size = ''] = /^([0-9a-f]{40,64}) ([a-z]+) (\d+)$/.exec(header) ?? [];
    start = end + 1;
    if (oid === '') {
      if (!header.startsWith(name)) throw new UserError(`git cat-file answered "${header.slice(0, 80)}"`);
      found.push(undefined);
      continue;
    }
    const stop = start + Number(size);
    found.push({ oid, type, bytes: output.subarray(start, stop) });
    start = stop + 1;
  }
  return found;
}

/** Name → id of the blobs in a tree object. */
export function blobsIn(tree: Buffer, oidBytes: number): Map<string, string> {
  const blobs = new Map<string, string>();
  for (let at = 0; at < tree.length;) {
    const end = tree.indexOf(0, at);
    const entry = tree.toString('utf8', at, end);
    const oid = tree.toString('hex', end + 1, end + 1 + oidBytes);
    const space = entry.indexOf(' ');
    if (entry.startsWith('100')) blobs.set(entry.slice(space + 1), oid);
    at = end + 1 + oidBytes;
  }
  return blobs;
}

/** Brings objects by id without history; contents only of what is named. `false` where the remote no longer has one of them. */
export async function fetchByIds(
  { fetching, remote }: LedgerStore,
  oids: readonly string[],
): Promise<boolean> {
  if (oids.length === 0) return true;
  const quietly = ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--depth=1'];
  const send = async (filter: readonly string[]) => {
    const args = [...quietly, ...filter, '--', remote.name];
    if (oids.length <= 300) return tryOverNetwork(fetching, remote, [...args, ...oids]);
    return fetching.attempt([...quietly, ...filter, '--stdin', '--', remote.name], {
      input: oids.map((oid) => `${oid}\n`).join(''),
      timeoutMs: 5 * 60_000,
      env: remote.env,
    });
  };
  const first = await send(['--filter=blob:none']);
  const result = first.exitCode !== 0 && /filter/i.test(first.stderr) ? await send([]) : first;
  if (result.exitCode === 0) return true;
  if (/not our ref|unadvertised object|couldn't find remote ref|no such remote ref/i.test(result.stderr))
    return false;
  throw failure('fetch', result);
}

/** Writes a blob and returns its id. */
export function writeBlob(git: Git, bytes: Uint8Array): Promise<string> {
  return git.text(['hash-object', '-w', '--stdin'], { input: bytes });
}
