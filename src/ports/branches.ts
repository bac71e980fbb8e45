import type { ConflictFile, OwnCommit } from '../kernel/branch.ts';

export type { ConflictFile, OwnCommit };

/** How a head stands to trunk. */
export interface Distance {
  /** Full SHA. */
  readonly mergeBase: string;
  readonly ahead: number;
  readonly behind: number;
}

export type MergeTrial =
  | { readonly tried: true; readonly conflicts: readonly ConflictFile[] }
  /** `reason`: a sentence for a person. */
  | { readonly tried: false; readonly reason: string };

/** Paths, both names of a renamed file; or a sentence why they are not known. */
export type Touched = { readonly paths: readonly string[] } | { readonly reason: string };

/** What git can tell of branches. Commits are named by full SHA; every method may throw a UserError. */
export interface BranchGit {
  /** Brings the commits that are not here, in one fetch where that goes; returns those that are here then. */
  available(shas: readonly string[]): Promise<ReadonlySet<string>>;
  distance(base: string, head: string): Promise<Distance>;
  /** Commits of `head` that `base` has not, newest first, at most 5000. */
  ownCommits(base: string, head: string): Promise<readonly OwnCommit[]>;
  /** ISO 8601 committer date. */
  commitDate(sha: string): Promise<string>;
  /** What each head has changed since it left the base. */
  touchedSince(base: string, heads: readonly string[]): Promise<ReadonlyMap<string, Touched>>;
  /** What lines have that trunk lacks, by the full SHAs of their tips; in a whole clone only. */
  lineHistory(trunk: string, tips: readonly string[]): Promise<LineHistory>;
  /** Of the candidates, by full SHA, those that are this commit under another name. */
  sameCommits(sha: string, candidates: readonly string[]): Promise<readonly SameCommit[]>;
  /** Full SHA of the oldest commit of this clone's refs that has this tree; `undefined` where none has. */
  commitOfTree(tree: string): Promise<string | undefined>;
  /** Tries merges in memory, in their order: no file, index or ref is changed. It does not throw for a git that cannot. */
  tryMerges(pairs: readonly (readonly [ours: string, theirs: string])[]): Promise<readonly MergeTrial[]>;
}

/** A commit that a release line has and trunk has not. */
export interface LineCommit {
  readonly sha: string;
  readonly parents: readonly string[];
  /** ISO 8601. */
  readonly committedAt: string;
  readonly author: string;
  /** Whole message, subject first. */
  readonly message: string;
}

/** What release lines have of their own, and what trunk has got since the first of them left it. */
export interface LineHistory {
  /** Newest first, children before parents; merges too. */
  readonly own: readonly LineCommit[];
  /** Commits of trunk at which lines left it. */
  readonly boundary: ReadonlySet<string>;
  /** Commit of a line → id of its change (`git patch-id`). */
  readonly patches: ReadonlyMap<string, string>;
  readonly trunk: readonly { readonly sha: string; readonly message: string }[];
  /** Id of a change → commit of trunk that makes it. */
  readonly trunkPatches: ReadonlyMap<string, string>;
  /** There is more than was read. */
  readonly cut: boolean;
}

/** Another name of the same commit. */
export interface SameCommit {
  /** Full SHA. */
  readonly sha: string;
  /** Why it is the same: `has the same files`, `makes the same change`. */
  readonly how: string;
}

/** What became of a commit that was to be carried onto another branch. */
export type Carried =
  | { readonly commit: string }
  /** The branch was there before, and is left as it is. */
  | { readonly there: true }
  | { readonly conflicts: readonly ConflictFile[] };

export interface CarryGit {
  /** Lays a commit onto another, both by full SHA, and publishes that as a new branch. */
  carry(request: { readonly sha: string; readonly onto: string; readonly branch: string }): Promise<Carried>;
}

/** Unmerged work of others. */
export interface OtherBranch {
  /** `#12`, or the name of a branch. */
  readonly name: string;
  readonly number?: number;
  readonly title?: string;
  /** Full SHA. */
  readonly head: string;
}

/** The branches of the remote. */
export interface RemoteBranches extends CarryGit {
  /** Name of its main branch, as far as this clone knows. */
  main(): Promise<string | undefined>;
  /** Full SHA of a branch as this clone last saw it. */
  tip(name: string): Promise<string | undefined>;
  /** Its branches as this clone last saw them, the last changed first, at most 200; `without` those that a commit contains. */
  known(without?: string): Promise<readonly { readonly name: string; readonly sha: string }[]>;
  /** All of them as the remote has them now; where it is out of reach, as this clone last saw them. */
  all(): Promise<readonly { readonly name: string; readonly sha: string }[]>;
  url(): Promise<string | undefined>;
  /** Whether one of them, as this clone last saw them, contains the commit, by full SHA; `undefined` where history is cut or none was ever seen. */
  contain(sha: string): Promise<boolean | undefined>;
  /** Deletes the branch only while its tip is that commit, in one step on the server; `false` when it is not. */
  remove(branch: string, sha: string): Promise<boolean>;
}
