import { statSync } from 'node:fs';
import type { Git } from '../process/run.ts';
import { changedListing, undone } from './changed-listing.ts';
import { isInConflict } from './disk-changes.ts';
import { stagedSince, type Index } from './changes.ts';
import { listedByTrees, listingOf, type Listing } from './listing.ts';

/** Bytes of an index beyond which two questions to it cost less than one to the trees of a commit. */
const large = 1_000_000;

/** How a commit is listed: git prints an index four times as fast as trees, and a checkout has one that is close to most commits asked for. */
export function listCommit(
  git: Git,
  indexFile: string,
  mostBytes = large,
): (sha: string) => Promise<Listing> {
  return async (sha) => {
    if (!isLargeIndex(indexFile, mostBytes)) return listedByTrees(git, sha);
    const [lines, staged] = await Promise.all([
      git.run(['ls-files', '-z', '-t', '--stage'], { isLong: true }),
      stagedSince(git, sha),
    ]);
    return listedByIndex({ lines, staged }) ?? listedByTrees(git, sha);
  };
}

export function isLargeIndex(indexFile: string, mostBytes = large): boolean {
  return (statSync(indexFile, { throwIfNoEntry: false })?.size ?? 0) >= mostBytes;
}

/**
 * What a commit contains, from the index and how that differs from the commit. Each line: `H <mode> <oid> <stage>\t<path>`. `undefined` in a
 * conflict, where an entry has more than one state, and where a name is not read as it is written.
 */
export function listedByIndex({ lines, staged }: Index): Listing | undefined {
  if (isInConflict(lines)) return undefined;
  return changedListing(listingOf(lines, 2), staged.map(undone));
}
