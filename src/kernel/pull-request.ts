/** What GitHub says of a pull request and of the people around it. Times are ISO 8601. */

export const permissionLevels = ['none', 'read', 'triage', 'write', 'maintain', 'admin'] as const;

/** A label put on or taken off, as the timeline tells it. */
export interface LabelEvent {
  readonly kind: 'labeled' | 'unlabeled';
  readonly label: string;
  readonly by: string;
  /** ISO 8601, as all times here. */
  readonly at: string;
}

export interface PersonComment {
  readonly by: string;
  readonly body: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface PullRequestFacts {
  readonly number: number;
  readonly author: string;
  /** Number of the author's account, which it keeps under another name. */
  readonly authorId?: number;
  /** Whether GitHub says that the author is an App's account and nobody's own; absent where it says anything else. */
  readonly bot?: true;
  readonly draft: boolean;
  /** The head lives in another repository: the token is read-only. */
  readonly fork: boolean;
  readonly labels: readonly string[];
  /** Full SHA of the commit that its merge made; absent while it is not merged. */
  readonly mergeCommit?: string;
}

export interface ReviewFacts {
  readonly by: string;
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING';
  /** The head it was given on. */
  readonly sha?: string;
  /** ISO 8601. */
  readonly at?: string;
}

export type RepositoryPermission = (typeof permissionLevels)[number];

/** What GitHub says of a person. */
export interface Standing {
  readonly login: string;
  readonly permission: RepositoryPermission;
  /** Those of the asked teams to which the person belongs: `organization/team`. */
  readonly teams: readonly string[];
}
