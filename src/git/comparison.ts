/** What differs between two states of a repository. */
import type { ChangedFile, ChangeSet, FileTree } from '../ports/index.ts';
import type { Commit } from '../kernel/commit.ts';
import type { Git } from './process/run.ts';
import type { History } from './history/history.ts';
import type { Blobs } from './objects/blobs.ts';
import { checkSha } from './refs/refs.ts';
import {
  changedBetween,
  commitsBetween,
  maxCommits,
  pathsAlong,
  type Compared,
  type CommitRange,
} from './trees/changes.ts';
import { changedOnDisk } from './trees/disk-changes.ts';
import { changeFiles } from './trees/change-files.ts';
import type { OidOf } from './trees/commit-tree.ts';
import { ownChanges } from './trees/expand-change.ts';
import { withLeftOut } from './trees/left-out.ts';
import type { Listings } from './trees/listing.ts';
import { once } from './trees/once.ts';

export interface ChangeRange {
  /** A revision: its merge base with the head is what the head is compared with. */
  readonly base: string;
  /** A revision, or `onDisk`: the files on disk. */
  readonly head: string;
  /** Found by someone who sees the whole history: spares the search for it. */
  readonly mergeBaseSha?: string;
  /** From someone who sees the whole history: spares fetching it. */
  readonly commits?: () => Promise<readonly Commit[]>;
}

/** Stands for the files on disk where a head is asked for: no revision is named so. */
export const onDisk = 'working tree';

export interface ComparisonOptions {
  readonly git: Git;
  /** Real path of the working tree. */
  readonly root: string;
  /** Full SHA of the commit that is checked out. */
  readonly checkedOut: string | undefined;
  readonly history: History;
  readonly resolve: (revision: string) => Promise<string>;
  readonly tree: (sha: string, name: string, oidOf?: OidOf) => FileTree;
  readonly disk: () => FileTree;
  readonly listing: Listings;
  readonly blobs: Blobs;
  /** Folder of Git LFS's objects. */
  readonly lfsStore: string;
  readonly isLarge: () => boolean;
  /** For git's own fetches. */
  readonly variables: () => Promise<Readonly<Record<string, string>>>;
}

export interface Comparison {
  /** Both by full SHA, or `onDisk` for the head; sorted by path. Links are not followed. */
  changedFiles(base: string, head: string): Promise<readonly ChangedFile[]>;
  /** By full SHAs: paths that each of them changed against the one before, for all but the first. Links are not followed. */
  changedAlong(shas: readonly string[]): Promise<readonly (readonly string[])[]>;
  /** Newest first, at most 250 unless another number is given. */
  commits(base: string, head: string, range?: CommitRange): Promise<readonly Commit[]>;
  changeSet(range: ChangeRange): Promise<ChangeSet>;
}

export function comparisonOf(options: ComparisonOptions): Comparison {
  const {
    git,
    root,
    checkedOut,
    history,
    resolve,
    tree,
    disk,
    listing,
    blobs,
    lfsStore,
    isLarge,
    variables,
  } = options;
  const compared = async (base: string, head: string): Promise<Compared> => {
    const env = await variables();
    if (head === onDisk) return changedOnDisk(git, root, checkSha(base), { env, bring, isLarge: isLarge() });
    const changes = await changedBetween(git, checkSha(base), checkSha(head), env);
    return { changes, isOnDisk: false, isWhole: true };
  };
  // Where they cannot be had, whoever reads one of them says so.
  const bring = async (oids: readonly string[]) => {
    await Promise.allSettled(oids.map((oid) => blobs.read(oid, 0)));
  };
  const commits = async (base: string, head: string, range: CommitRange = {}) => {
    await history.ensure([checkSha(base), checkSha(head)]);
    const isWhole = range.paths === undefined && range.firstParent !== true;
    return history.settled(
      [base, '..', head],
      () => commitsBetween(git, base, head, range),
      (found) =>
        isWhole && found.length < (range.most ?? maxCommits) ? found.map(({ sha }) => sha) : undefined,
    );
  };
  const baseOf = async ({ base, mergeBaseSha }: ChangeRange, head: string) =>
    mergeBaseSha ?? (await history.mergeBase(await resolve(base), head, { contents: true }));

  const changeSet = async (range: ChangeRange): Promise<ChangeSet> => {
    const headSha =
      range.head === onDisk ? (checkedOut ?? (await resolve('HEAD'))) : await resolve(range.head);
    const base = await baseOf(range, headSha);
    await history.ensure([checkSha(base), headSha]);
    const differ = await compared(base, range.head === onDisk ? onDisk : headSha);
    const sides = { base, indexed: range.head !== onDisk && isLarge() ? headSha : undefined };
    const touched = await changeFiles(differ, sides, { listing, blobs, root });
    const before = tree(base, `merge base ${base.slice(0, 8)}`, touched.oids?.base);
    const leftOut = { listed: async () => listing(base), changes: differ.changes, blobs, lfsStore };
    const present = () => (differ.isWhole ? disk() : withLeftOut(disk(), leftOut));
    const head =
      range.head === onDisk ? present() : tree(headSha, `head ${headSha.slice(0, 8)}`, touched.oids?.head);
    return {
      base: { ...before, ...touched.base },
      head: { ...head, ...touched.head },
      files: touched.files,
      commits: once(range.commits ?? (() => commits(base, headSha))),
    };
  };
  const changedFiles = async (base: string, head: string) => ownChanges((await compared(base, head)).changes);
  const changedAlong = async (shas: readonly string[]) =>
    pathsAlong(git, shas.map(checkSha), await variables());
  return { changedFiles, changedAlong, commits, changeSet };
}
