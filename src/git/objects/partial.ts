import { setImmediate } from 'node:timers/promises';
import { once } from '../trees/commit-tree.ts';
import { fetchObjects, type Remote } from '../refs/remote.ts';
import type { Git } from '../process/run.ts';

/** Object ids in one fetch: Windows allows command lines of 32,767 characters. */
const idsAtOnce = 400;

/**
 * Brings the contents that a partial clone has left out: all that are asked for at the same time in one fetch,
 * where git itself would fetch each of them alone.
 */
export function missingBlobs(
  git: Git,
  remote: () => Promise<Remote>,
): (commit: string, oids: readonly string[]) => Promise<void> {
  const known = new Map<string, () => Promise<Set<string>>>();
  let asked = new Set<string>();
  let fetching: Promise<void> | undefined;

  const fetchAsked = async () => {
    await setImmediate();
    const oids = [...asked];
    asked = new Set();
    fetching = undefined;
    const from = await remote();
    for (let start = 0; start < oids.length; start += idsAtOnce)
      await fetchObjects(git, from, oids.slice(start, start + idsAtOnce), { withoutBlobs: true });
  };

  return async (commit, oids) => {
    const listed = known.get(commit) ?? once(() => listMissing(git, commit));
    known.set(commit, listed);
    const missing = await listed();
    const wanted = oids.filter((oid) => missing.has(oid));
    if (wanted.length === 0) return;
    for (const oid of wanted) asked.add(oid);
    await (fetching ??= fetchAsked());
    for (const oid of wanted) missing.delete(oid);
  };
}

/** Contents of a commit that are not here; asked without fetching any. A clone that is not partial has them all. */
async function listMissing(git: Git, commit: string): Promise<Set<string>> {
  const partial = await git.attempt([
    'config',
    '--get-regexp',
    String.raw`^(extensions\.partialclone|remote\..*\.promisor)$`,
  ]);
  if (partial.exitCode !== 0) return new Set();
  const text = await git.text(['rev-list', '--objects', '--no-walk', '--missing=print', commit, '--']);
  return new Set(text.split('\n').flatMap((line) => (line.startsWith('?') ? [line.slice(1)] : [])));
}
