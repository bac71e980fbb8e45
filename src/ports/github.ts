/**
 * What the gates may ask of GitHub: types only, so that importing them loads nothing.
 * Every call may reject with an ApiFailure (failure.ts), a UserError that says what to mend.
 */
import type { WorkflowRun } from '../kernel/workflow-run.ts';
import type { DispatchPort } from './dispatches.ts';
import type { LineSource } from './lines.ts';
import type { ChangedFile, ChangeSet } from './index.ts';
import type { Commit } from '../kernel/commit.ts';
import type { Ledger } from './ledger.ts';
import type { TagStore } from './tags.ts';
import type { CheckOutput } from '../report/check.ts';

export interface GitHub {
  readonly commits: Commits;
  readonly pulls: Pulls;
  readonly comments: Comments;
  readonly checks: Checks;
  readonly labels: Labels;
  readonly people: People;
  readonly refs: Refs;
  readonly runs: WorkflowRuns;
  readonly tags: TagStore;
  readonly ledger: Ledger;
  readonly branches: Branches;
  readonly objects: Objects;
  readonly lines: LineSource;
  /** The way from one commit to another, by full SHAs, as a clone would tell it; a renamed file is one deleted and one added. */
  changeSet(base: string, head: string): Promise<ChangeSet>;
  readonly dispatches: DispatchPort;
  readonly issues: Issues;
  /** Requests sent so far, retries included. */
  requestCount(): number;
}

export interface Commits {
  /** How `head` stands to `base`, by full SHAs; commits of a fork are known to its parent too. */
  compare(base: string, head: string): Promise<Comparison>;
  /** Whether the history of the branch holds the commit, by full SHA; `false` too where one of them is not there. */
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

export interface PullRequestSummary {
  readonly number: number;
  readonly title: string;
  readonly author: string;
  readonly state: 'open' | 'closed';
  readonly draft: boolean;
  readonly base: { readonly ref: string; readonly sha: string };
  /** `repository` is `owner/name`; absent when the fork is deleted. */
  readonly head: { readonly ref: string; readonly sha: string; readonly repository?: string };
  readonly labels: readonly string[];
  /** ISO 8601, as all times here. */
  readonly createdAt: string;
  readonly closedAt?: string;
  readonly mergedAt?: string;
  readonly mergeCommit?: string;
}

export interface PullRequest extends PullRequestSummary {
  readonly body: string;
  readonly commits: number;
  readonly changedFiles: number;
}

export interface Pulls {
  get(number: number): Promise<PullRequest>;
  /** At most `max` (default 300), the last updated first. `head`: only those from this branch of the repository itself. */
  list(filter: {
    state: 'open' | 'closed' | 'all';
    base?: string;
    head?: string;
    max?: number;
  }): Promise<PullRequestSummary[]>;
  /** Newest first; GitHub tells no more than 250. */
  commits(number: number): Promise<Commit[]>;
  /** Paths changed by a pull request, at most 3000. */
  files(number: number): Promise<string[]>;
  reviews(number: number): Promise<Review[]>;
  /**
   * Merges the base in, or rebases onto it, only while the head is still `expectedHead`: `false` when it is not.
   * A branch with merge commits is never rebased.
   */
  updateBranch(number: number, expectedHead: string, how: 'merge' | 'rebase'): Promise<boolean>;
}

export interface Review {
  readonly by: string;
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING';
  /** The head it was given on; absent when that commit is gone. */
  readonly sha?: string;
  readonly at?: string;
}

export interface Comments {
  list(number: number): Promise<Comment[]>;
  create(number: number, body: string): Promise<Comment>;
  /**
   * Keeps one comment per key: finds ours by the hidden marker at its start, updates it in place, removes doubles, or creates it.
   * A comment with the marker by somebody else is never taken for ours.
   */
  upsert(number: number, key: string, body: string): Promise<{ id: number; url: string; created: boolean }>;
}

export interface Comment {
  readonly id: number;
  readonly by: string;
  readonly bot: boolean;
  readonly body: string;
  readonly url: string;
  readonly createdAt: string;
  /** Differs from createdAt when the comment was edited. */
  readonly updatedAt: string;
}

export interface Checks {
  /** Publishes a finished check run, with one request for each batch of annotations. */
  publish(check: CheckRun): Promise<{ id: number; url: string }>;
}

export interface CheckRun {
  readonly name: string;
  /** The pull request's head, not the merge commit. */
  readonly sha: string;
  /** What it shows, as the renderer of the report writes it. */
  readonly output: CheckOutput;
  readonly detailsUrl?: string;
}

export interface Labels {
  list(number: number): Promise<string[]>;
  add(number: number, labels: readonly string[]): Promise<void>;
  /** Removing what is not there is no error. */
  remove(number: number, label: string): Promise<void>;
  /** Who put on or took off which label, when; forced pushes, and changes of the base. Oldest first. */
  events(number: number): Promise<TimelineEvent[]>;
}

export type TimelineEvent =
  | {
      readonly kind: 'labeled' | 'unlabeled';
      readonly label: string;
      readonly by: string;
      readonly at: string;
    }
  | {
      readonly kind: 'head_ref_force_pushed';
      readonly sha?: string;
      readonly by: string;
      readonly at: string;
    }
  | { readonly kind: 'base_ref_changed'; readonly by: string; readonly at: string };

export const permissionLevels = ['none', 'read', 'triage', 'write', 'maintain', 'admin'] as const;
export type PermissionLevel = (typeof permissionLevels)[number];

export interface People {
  /** The person's role in this repository; `none` for strangers. Custom roles count as the base role they extend. */
  permission(login: string): Promise<PermissionLevel>;
  /** Needs a token with the organization's `members: read`: GITHUB_TOKEN never has it, and is answered with a failure, not `false`. */
  isTeamMember(organization: string, team: string, login: string): Promise<boolean>;
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

export interface Issues {
  create(issue: {
    title: string;
    body: string;
    labels?: readonly string[];
  }): Promise<{ number: number; url: string }>;
  /** `undefined` when there is none. */
  get(number: number): Promise<Issue | undefined>;
  change(number: number, state: 'open' | 'closed'): Promise<void>;
  /** Those on issues; on pull requests see `comments`. */
  readonly comments: Comments;
}

export interface Issue {
  readonly title: string;
  readonly open: boolean;
  /** An app opened it, as a job's token does. */
  readonly bot: boolean;
}
