/** What git knows of each merge, as weights. */
import { inForce } from '../../kernel/reverts.ts';
import { weigh, type Merge } from '../index.ts';
import type { Surfaces } from '../priors.ts';
import type { FedMerges } from './fed.ts';

/** Most merges of which the changed files are asked for: each is a question to git. */
const mostAsked = 300;

export interface WeighPorts {
  changedFiles(base: string, head: string): Promise<readonly { readonly path: string }[]>;
  /** By the ledger; absent where there is none. */
  fed?(shas: readonly string[]): Promise<FedMerges>;
}

/** The merges with their weights; the first, the state before all others, has none. Of a very long range only the newest are asked for. */
export async function weighMerges(
  merges: readonly Merge[],
  surfaces: Surfaces,
  { changedFiles, fed: fedBy }: WeighPorts,
): Promise<readonly Merge[]> {
  const reverted = revertedIn(merges);
  const fed = await fedBy?.(merges.map(({ sha }) => sha));
  const weighed: Merge[] = [];
  for (const [at, merge] of merges.entries()) {
    const before = merges[at - 1];
    const isAsked = before !== undefined && merges.length - at <= mostAsked;
    const paths = isAsked
      ? { paths: (await changedFiles(before.sha, merge.sha)).map(({ path }) => path) }
      : {};
    const known = {
      ...paths,
      fed: fed?.get(merge.sha),
      isReverted: reverted.has(merge.sha),
    };
    weighed.push({ ...merge, ...weigh(known, surfaces) });
  }
  return weighed;
}

/** Merges that a later one takes back; the revert itself is none. */
function revertedIn(merges: readonly Merge[]): ReadonlySet<string> {
  const commits = merges.toReversed().map(({ sha, message = '' }) => ({ sha, message }));
  const staying = new Set(inForce(commits).map(({ sha }) => sha));
  const isRevert = /^revert\b/i;
  return new Set(
    commits.filter(({ sha, message }) => !staying.has(sha) && !isRevert.test(message)).map(({ sha }) => sha),
  );
}
