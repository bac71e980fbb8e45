import type { Commit } from '../kernel/commit.ts';
import type { PullRequestSummary } from './github-pulls.ts';
import type { WorkflowRun } from '../kernel/workflow-run.ts';
import type { ChangedFile } from './index.ts';

/** What GitHub keeps of a repository: commits, refs, branches, objects, checks and runs. Types only. */
export interface Commits {
  /** How `head` stands to `base`, by full SHAs; commits of a fork are known to its parent too. */
  compare(base: string, head: string): Promise<Comparison>;
  /** Whether the history of the branch contains the commit, by full SHA; `false` too where one of them is not there. */
  holds(branch: string, sha: string): Promise<boolean>;
  /** SHA of the merge base of two commits. */
  mergeBase(base: string, head: string): Promise<string>;
  /** `undefined` when the repository has no such commit. */
  get(ref: string): Promise<CommitInfo | undefined>;
  /** What a commit changed against its first parent, sorted by path; at most 3000 files. */
  files(sha: string): Promise<ChangedFile[]>;
  /** Commits of `head` that `base` has not, newest first; a UserError for more than 3000. */
  between(base: string, head: string): Promise<Commit[]>;
  /** Pull requests whose commits, or merge commit, include this one. */
  pullRequests(sha: string): Promise<PullRequestSummary[]>;
  /** Check runs and commit statuses on a commit, the newest of each name. */
  checks(sha: string): Promise<CheckState[]>;
}

export interface WorkflowRuns {
  /** `undefined` when the repository has no such run. */
  get(id: string): Promise<WorkflowRun | undefined>;
}

export interface Comparison {
  readonly status: 'ahead' | 'behind' | 'diverged' | 'identical';
  readonly mergeBase: string;
  readonly aheadBy: number;
  readonly behindBy: number;
}

export interface CommitInfo extends Commit {
  readonly tree: string;
  readonly parents: readonly string[];
  /** ISO 8601. */
  readonly committedAt: string;
}

export interface CheckState {
  readonly name: string;
  readonly kind: 'check' | 'status';
  /** `success`, `failure`, `neutral`, `skipped`, …, as GitHub says; `pending` while it runs. */
  readonly conclusion: string;
  /** Login of the app or person that published it. */
  readonly by: string;
}

export interface Ref {
  /** Full name: `refs/tags/v2.3.1`. */
  readonly ref: string;
  /** Of the object itself: for an annotated tag the tag object. */
  readonly sha: string;
  readonly type: string;
}

export interface Refs {
  /** Refs that start with a name given without `refs/`: `tags/v2.`, `lineage/inbox/`. */
  matching(prefix: string): Promise<Ref[]>;
  /** By full name; `undefined` when there is none. */
  get(ref: string): Promise<Ref | undefined>;
  /** Never moves a ref: `false` when it is there already, wherever it points. */
  create(ref: string, sha: string): Promise<boolean>;
  /** Moves a ref forward only; `false` when that would lose commits. */
  advance(ref: string, sha: string): Promise<boolean>;
  /** Removing what is not there is no error. */
  remove(ref: string): Promise<void>;
}

export interface Branches {
  list(): Promise<Branch[]>;
  /** `undefined` when there is none. */
  get(name: string): Promise<Branch | undefined>;
  /** Pushes and creations of a branch as GitHub saw them, newest first, at most 1000. */
  activity(name: string, types?: readonly ActivityType[]): Promise<Activity[]>;
}

export interface Branch {
  readonly name: string;
  readonly sha: string;
  readonly protected: boolean;
}

export type ActivityType =
  | 'push'
  | 'force_push'
  | 'branch_creation'
  | 'branch_deletion'
  | 'pr_merge'
  | 'merge_queue_merge';

export interface Activity {
  readonly type: ActivityType;
  readonly by: string;
  readonly at: string;
  readonly before: string;
  readonly after: string;
}

export interface TreeEntry {
  readonly path: string;
  readonly mode: '100644' | '100755' | '040000' | '160000' | '120000';
  readonly type: 'blob' | 'tree' | 'commit';
  readonly sha: string;
}

/** Git's objects over the API: reading and writing without a clone. */
export interface Objects {
  /** SHA of the new blob. */
  createBlob(content: Uint8Array): Promise<string>;
  readBlob(sha: string): Promise<Uint8Array>;
  /** SHA of a tree made from `base` (a tree) with the entries laid over it; `content` is UTF-8 text. */
  createTree(
    entries: readonly (TreeEntry | (Omit<TreeEntry, 'sha'> & { readonly content: string }))[],
    base?: string,
  ): Promise<string>;
  /** Of a tree, commit or ref name; an incomplete answer (over 100,000 entries) is a failure. */
  readTree(sha: string, recursive?: boolean): Promise<TreeEntry[]>;
  createCommit(commit: {
    message: string;
    tree: string;
    parents: readonly string[];
    date?: string;
  }): Promise<string>;
}
