import { join } from 'node:path';
import type { BranchGit, RemoteBranches } from '../ports/branches.ts';
import type { FileTree, Logger } from '../ports/index.ts';
import type { ManifestStore } from '../ports/manifests.ts';
import type { SyncGit } from '../ports/sync.ts';
import type { KnownCommits } from '../ports/commits.ts';
import type { Tag, TagStore } from '../ports/tags.ts';
import { blobsOf } from './objects/blobs.ts';
import { commitTree, type OidOf } from './trees/commit-tree.ts';
import { comparisonOf, type Comparison } from './comparison.ts';
import { isLargeIndex, listCommit } from './trees/index-listing.ts';
import { listingsOf } from './trees/listing.ts';
import { once } from './trees/once.ts';
import { locate, type Pair } from './locate.ts';
import { workingTree } from './trees/disk-tree.ts';
import { basicCredential, type Environment } from './process/environment.ts';
import { committedAt, storedParents } from './history/commit.ts';
import { contains, firstParents, historyOf } from './history/history.ts';
import { trunkLog } from './history/trunk-log.ts';
import type { TrunkLog } from '../kernel/trunk-log.ts';
import { knownCommits } from './history/known.ts';
import { mergesOf } from './history/merge.ts';
import { manifestsOf } from './manifests.ts';
import { localObjects } from './objects/own-store.ts';
import { checkRefName, checkSha } from './refs/refs.ts';
import { fetchObjects, findRemote } from './refs/remote.ts';
import { remoteBranch, remoteRef, resolver } from './history/resolve.ts';
import { createGit, type Git } from './process/run.ts';
import { remoteBranchesOf } from './sync/remote.ts';
import { headOf } from './refs/head.ts';
import { syncOf } from './sync/sync.ts';
import { addWorktree } from './worktree.ts';
import { localTags, pushTag, remoteTags } from './refs/tags.ts';

export interface RepositoryOptions {
  /** Any folder within the working tree. */
  readonly cwd: string;
  readonly log: Logger;
  /** Default `origin`. */
  readonly remote?: string;
  /** Sent to the forge of this job only (GITHUB_SERVER_URL); without it, git's own credentials serve. */
  readonly token?: string;
  /** Default: this process's. */
  readonly env?: Environment;
  /** What is going to be compared: found with the repository itself, by the same git process. */
  readonly compare?: Pair;
}

/** A git repository. Every method throws a UserError with advice for what the environment must fix. */
export interface Repository extends Comparison {
  /** Real path of the working tree. */
  readonly root: string;
  /** Full SHA of the commit that HEAD named when the repository was opened; absent before the first commit or checkout. */
  readonly checkedOut?: string;
  /** What was checked out when the repository was opened. Throws a UserError before the first commit. `branch` is absent for a detached head. */
  head(): Promise<{ readonly sha: string; readonly branch?: string }>;
  /** Whether history is cut, as actions/checkout leaves it by default. */
  isShallow(): Promise<boolean>;
  /** Full SHA of the commit that a branch, tag or SHA names; what a shallow clone lacks is fetched. */
  resolve(revision: string): Promise<string>;
  /** Full SHA of a branch's tip on the remote, never of a tag or a local ref of that name; what a shallow clone lacks is fetched. */
  remoteBranch(name: string): Promise<string>;
  /** Full SHA of what a ref (`refs/heads/main`, `refs/tags/v2.3.0`) is on the remote, an annotated tag unpeeled; `undefined` when it has none. */
  remoteRef(ref: string): Promise<string | undefined>;
  /** Fetches commits, by full SHA, that are missing, with what a comparison of them reads: one fetch, where each question to come would make its own. */
  bring(shas: readonly string[]): Promise<void>;
  /** Full SHA. Deepens a shallow clone as far as needed. */
  mergeBase(a: string, b: string): Promise<string>;
  /** Whether the history of a commit has another in it, both by full SHA. */
  contains(sha: string, other: string): Promise<boolean>;
  /** Full SHAs of the commit and its first parents, newest first, at most so many: trunk as it was merged. */
  firstParents(sha: string, most: number): Promise<readonly string[]>;
  /** What was merged into the history of a commit, by full SHA, newest first, at most so many; of a shallow clone what it has. */
  trunkLog(sha: string, most: number): Promise<TrunkLog>;
  /** Full SHAs, whatever the depth of the clone. */
  parents(sha: string): Promise<readonly string[]>;
  /** Of commits by full SHA, their trees, and which of them neither this clone nor the remote has. */
  knownCommits(shas: readonly string[]): Promise<KnownCommits>;
  /** The files of a commit, by full SHA. `name` is for messages. */
  tree(sha: string, name?: string): FileTree;
  workingTree(options?: { readonly ignored?: boolean }): FileTree;
  /** Checks a commit, by full SHA, out into a new folder; nothing of it is run. Returns what makes the clone forget it, to be called at the end. */
  checkOut(sha: string, folder: string): Promise<() => void>;
  /** ISO 8601 committer date. */
  commitDate(sha: string): Promise<string>;
  /** Tags of this clone. */
  tags(prefix: string): Promise<readonly Tag[]>;
  /** Tags of the remote. */
  remoteTags(prefix: string): Promise<readonly Tag[]>;
  /** The remote's tags, and how to claim one. */
  tagStore(): TagStore;
  /** How branches stand to each other, and whether they would merge. */
  readonly merges: BranchGit;
  readonly remoteBranches: RemoteBranches;
  /** Brings the checked out branch up to date. */
  readonly sync: SyncGit;
  /** Edits files on branches of the remote. */
  readonly manifests: ManifestStore;
}

/** Opens the repository that contains the folder. */
export async function openRepository(options: RepositoryOptions): Promise<Repository> {
  const env = options.env ?? process.env;
  const remoteName = checkRefName(options.remote ?? 'origin', 'remote');
  const located = await locate(options.cwd, gitBy(options, env), options.compare);
  const { git, root, commonDir, indexFile, checkedOut, related } = located;
  const remote = once(() => findRemote(git, remoteName, options.token, env));
  const isSha256 = checkedOut?.length === 64;
  const objects = localObjects({ cwd: root, commonDir, env, log: options.log, isSha256 });
  const history = historyOf({ git, objects, commonDir, remote, related });
  const blobs = blobsOf(objects, async (oids) => fetchObjects(git, await remote(), oids, { blobs: 'none' }));
  const lfsStore = join(commonDir, 'lfs', 'objects');
  const listing = listingsOf(listCommit(git, indexFile));
  const lookup = { git, history, remoteName, remote, known: related?.named };
  const resolve = resolver(lookup);

  const tree = (sha: string, name = `commit ${sha.slice(0, 8)}`, oidOf?: OidOf) =>
    commitTree({ listing, objects, blobs, sha: checkSha(sha), name, lfsStore, oidOf });
  const disk = (how: { readonly ignored?: boolean } = {}) => workingTree({ git, root, lfsStore, ...how });
  const variables = async () =>
    options.token === undefined ? {} : ((await remote().catch(() => undefined))?.env ?? {});
  const comparison = comparisonOf({
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
    isLarge: () => isLargeIndex(indexFile),
    variables,
  });

  const checkOut = async (sha: string, folder: string) => {
    await history.ensure([checkSha(sha)]);
    return addWorktree(git, sha, folder);
  };

  const tagsOnRemote = async (prefix: string) => remoteTags(git, await remote(), prefix);
  return {
    root,
    ...(checkedOut === undefined ? {} : { checkedOut }),
    head: async () => located.head ?? headOf(git),
    isShallow: async () => (await history.boundary()).size > 0,
    resolve,
    remoteBranch: (name) => remoteBranch(lookup, name),
    remoteRef: async (ref) => remoteRef(git, await remote(), checkRefName(ref, 'ref')),
    bring: (shas) => history.ensure(shas.map(checkSha), { contents: true }),
    mergeBase: async (a, b) => history.mergeBase(checkSha(a), checkSha(b), { contents: true }),
    contains: (sha, other) => contains(git, history, checkSha(sha), checkSha(other)),
    trunkLog: async (sha, most) => {
      await history.ensure([checkSha(sha)]);
      const log = await trunkLog(git, sha, most);
      return { ...log, isCut: log.isCut || (await history.boundary()).size > 0 };
    },
    firstParents: async (sha, most) => firstParents(git, history, checkSha(sha), most),
    knownCommits: (shas) => knownCommits(git, history, shas),
    parents: async (sha) => storedParents(objects, await history.commit(checkSha(sha))),
    tree,
    workingTree: disk,
    ...comparison,
    commitDate: async (sha) => committedAt(objects, await history.commit(checkSha(sha))),
    tags: (prefix) => localTags(git, prefix),
    remoteTags: tagsOnRemote,
    checkOut: (sha, folder) => checkOut(sha, folder),
    tagStore: () => ({
      list: tagsOnRemote,
      create: async (tag) => pushTag(git, await remote(), tag),
    }),
    merges: mergesOf({ git, objects, history, variables }),
    remoteBranches: remoteBranchesOf({ git, remoteName, remote, refs: related?.named }),
    ...writersOf({ ...located, history, remoteName, remote, tree }),
  };
}

type Written = Parameters<typeof syncOf>[0] & Parameters<typeof manifestsOf>[0];

function writersOf(clone: Written): Pick<Repository, 'sync' | 'manifests'> {
  return { sync: syncOf(clone), manifests: manifestsOf(clone) };
}

function gitBy({ token, log }: RepositoryOptions, env: Environment): (cwd: string) => Git {
  const secrets = token === undefined ? [] : [token, basicCredential(token)];
  return (cwd) => createGit({ cwd, log, env, secrets, config: ownership(env) });
}

/** On a runner, a container often runs as another user than the one who checked out: the workspace is the job's own all the same. */
function ownership(env: Environment): string[] {
  return env['GITHUB_ACTIONS'] === 'true' ? ['-c', 'safe.directory=*'] : [];
}
