/** What GitHub knows of how a team delivers: page by page, so that who asks can count requests. Methods throw a UserError for what cannot be read. */

export interface ClosedPull {
  readonly number: number;
  readonly author: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly mergedAt?: string;
  /** Full SHA. */
  readonly mergeCommit?: string;
}

export interface RunSearch {
  readonly event: 'push' | 'pull_request';
  /** Of the head; absent: any. */
  readonly branch?: string;
  /** ISO 8601, both included. */
  readonly from: string;
  readonly to: string;
}

export interface ListedWorkflowRun {
  readonly id: number;
  readonly sha: string;
  readonly workflow: string;
  /** ISO 8601. */
  readonly createdAt: string;
  /** Of one that ended about when it did. */
  readonly updatedAt: string;
  /** Counts from 1. */
  readonly attempt: number;
  /** Absent while it runs. */
  readonly conclusion?: string;
}

export interface WorkflowJob {
  readonly name: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly startedAt: string;
  readonly completedAt?: string;
  readonly steps: readonly {
    readonly name: string;
    readonly startedAt: string;
    readonly completedAt: string;
  }[];
}

export interface DeliverySource {
  /** Requests that may still be sent in this hour; asking is free. */
  left(): Promise<number>;
  /** Of a hundred closed pull requests into the branch, last changed first; pages count from 1. */
  pulls(base: string, page: number): Promise<readonly ClosedPull[]>;
  /** Of a hundred runs, the newest first. GitHub shows no more than a thousand of one search. */
  runs(
    search: RunSearch,
    page: number,
  ): Promise<{
    readonly total: number;
    readonly runs: readonly ListedWorkflowRun[];
  }>;
  /** How one attempt of a run ended; `undefined` where GitHub no longer knows it. */
  attempt(run: number, attempt: number): Promise<ListedWorkflowRun | undefined>;
  /** Of its last attempt; at most a hundred. */
  jobs(run: number): Promise<readonly WorkflowJob[]>;
}
