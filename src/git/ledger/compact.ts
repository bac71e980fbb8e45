import { join } from 'node:path';
import { rm } from 'node:fs/promises';
import type { Folding } from '../../ports/ledger.ts';
import { compactionMessage, inboxPrefix, ledgerBranch, ledgerHead } from '../../ports/ledger-refs.ts';
import { failure } from '../process/errors.ts';
import type { StoredObject } from '../objects/object-reader.ts';
import type { LedgerStore } from './store.ts';
import { treesOf } from './trees.ts';
import { tryOverNetwork } from '../refs/remote.ts';

const author = {
  GIT_AUTHOR_NAME: 'model-gates',
  GIT_AUTHOR_EMAIL: 'model-gates@users.noreply.github.com',
  GIT_COMMITTER_NAME: 'model-gates',
  GIT_COMMITTER_EMAIL: 'model-gates@users.noreply.github.com',
};

/**
 * One commit on the branch and the inbox emptied of what is in it, in one atomic push: a compactor that is killed has changed
 * nothing or everything. `false` where another was faster.
 */
export async function compactLedger(store: LedgerStore, folding: Folding): Promise<boolean> {
  const commit = await commitOf(store, folding);
  const result = await tryOverNetwork(store.fetching, store.remote, publication(store, folding, commit));
  if (result.exitCode === 0) return true;
  const said = `${result.stdout.toString('utf8')}${result.stderr}`;
  if (/protected|rule violations|GH0\d\d/i.test(said)) throw failure('push', result);
  if (/\[(?:remote )?rejected\]|stale info|failed to push some refs/i.test(said)) return false;
  throw failure('push', result);
}

async function commitOf(store: LedgerStore, { tip, files, added, message }: Folding): Promise<string> {
  const { fetching, reading } = store;
  // git would bring each tree that is not here by itself.
  if (tip !== undefined) await (await treesOf(store, tip)).bringAll();
  const before = tip === undefined ? undefined : textOf(await reading.read([tip]));
  const said = compactionMessage(message, before, added);
  // A file of this process: what a killed one left behind is in nobody's way.
  const index = join(fetching.cwd, `compaction-${process.pid}-${fetching.clock.now()}`);
  const env = { GIT_INDEX_FILE: index, ...author };
  try {
    await fetching.run(tip === undefined ? ['read-tree', '--empty'] : ['read-tree', tip], { env });
    const lines = [...files].map(([path, oid]) => `100644 ${oid}\t${path}\0`).join('');
    await fetching.run(['update-index', '-z', '--index-info'], { env, input: lines });
    // The contents of records that are there already have not been fetched.
    const tree = await fetching.text(['write-tree', '--missing-ok'], { env });
    const parents = tip === undefined ? [] : ['-p', tip];
    return await fetching.text(['commit-tree', ...parents, '-m', said, tree], { env });
  } finally {
    await rm(index, { force: true });
    await rm(`${index}.lock`, { force: true });
  }
}

function textOf([commit]: readonly (StoredObject | undefined)[]): string {
  return commit?.bytes.toString('latin1') ?? '';
}

function publication({ remote }: LedgerStore, { tip, taken }: Folding, commit: string): string[] {
  const gone = [...taken].map(([key, oid]) => ({ ref: `${inboxPrefix}${key}`, oid }));
  return [
    'push',
    '--porcelain',
    '--atomic',
    '--no-verify',
    `--force-with-lease=${ledgerBranch}:${tip ?? ''}`,
    `--force-with-lease=${ledgerHead}:${tip ?? ''}`,
    ...gone.map(({ ref, oid }) => `--force-with-lease=${ref}:${oid}`),
    '--',
    remote.name,
    `${commit}:${ledgerBranch}`,
    `${commit}:${ledgerHead}`,
    ...gone.map(({ ref }) => `:${ref}`),
  ];
}
