import type { Commit } from '../kernel/commit.ts';

/** Pull requests as GitHub has them. Types only. */
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
  /** Opens one from a branch of the repository itself. */
  create(pull: {
    title: string;
    body: string;
    head: string;
    base: string;
  }): Promise<{ readonly number: number; readonly url: string }>;
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
