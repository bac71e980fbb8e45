import type { LedgerCache } from '../../ports/ledger-cache.ts';
import { ledgerCache } from '../../ports/ledger-refs.ts';
import { failure } from '../process/errors.ts';
import { overNetwork, tryOverNetwork } from '../refs/remote.ts';
import { writeObject } from '../objects/write-object.ts';
import { fetchCommits, filesOf, readBlobs, writeTree } from './objects.ts';
import type { LedgerStore } from './store.ts';

/** A commit without parents that each run replaces: it never grows, and its loss costs requests only. */
export function cacheIn(store: () => Promise<LedgerStore>): LedgerCache {
  let before: string | undefined;
  return {
    read: async () => {
      const opened = await store();
      before = await refOf(opened);
      if (before === undefined || !(await fetchCommits(opened, [before], 'names'))) return new Map();
      const named = await filesOf(opened.reading, before);
      const contents = await readBlobs(opened, [...named.values()]);
      return new Map([...named].map(([name, oid]) => [name, contents.get(oid) ?? new Uint8Array()]));
    },
    write: async (files) => {
      const written = await replace(await store(), before, files);
      before = written ?? before;
      return written !== undefined;
    },
  };
}

async function refOf({ fetching, remote }: LedgerStore): Promise<string | undefined> {
  const listed = await overNetwork(fetching, remote, ['ls-remote', '--refs', '--', remote.name, ledgerCache]);
  const [oid = ''] = listed.toString('utf8').split('\t');
  return oid === '' ? undefined : oid;
}

const author = 'model-gates <model-gates@users.noreply.github.com> 0 +0000';

async function replace(
  { fetching, remote }: LedgerStore,
  before: string | undefined,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<string | undefined> {
  const tree = await writeTree(fetching.cwd, files);
  const text = `tree ${tree}\nauthor ${author}\ncommitter ${author}\n\nWhat GitHub said\n`;
  const commit = await writeObject(fetching.cwd, 'commit', Buffer.from(text));
  if (commit === before) return commit;
  const lease = `--force-with-lease=${ledgerCache}:${before ?? ''}`;
  const args = ['push', '--porcelain', '--no-verify', lease, '--', remote.name, `${commit}:${ledgerCache}`];
  const result = await tryOverNetwork(fetching, remote, args);
  if (result.exitCode === 0) return commit;
  const said = `${result.stdout.toString('utf8')}${result.stderr}`;
  if (/stale info/i.test(said)) return undefined;
  throw failure('push', result);
}
