/** What the loopback API remembers: plain data, to set up before and to look at afterwards. */
export interface State {
  /** `owner/name`. */
  repository: string;
  defaultBranch: string;
  /** Whose token is used. A job's own token is `github-actions[bot]`. */
  viewer: Account;
  /** What the token may do; what is not named it may not do at all. */
  tokenPermissions: Partial<Record<Scope, Access>>;
  /** The token may change comments of others, as that of someone with write access may; the worst case is the default. */
  editsOthers: boolean;
  pulls: PullState[];
  comments: CommentState[];
  /** Labels come from the pull requests; here is who changed them when. */
  timeline: TimelineState[];
  reviews: ReviewState[];
  reviewComments: ReviewCommentState[];
  checkRuns: CheckRunState[];
  /** In the order in which they were made. */
  statuses: StatusState[];
  /** Login → role. */
  collaborators: Record<string, 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none'>;
  /** `organization/team` → logins. */
  teams: Record<string, string[]>;
  protectedBranches: string[];
  /** Trees are answered as too large to be whole. */
  truncatedTrees: boolean;
  activity: ActivityState[];
  dispatches: DispatchState[];
  workflowRuns: WorkflowRunState[];
  /** Earlier attempts of runs, by `RUN/ATTEMPT`. */
  attempts: Record<string, WorkflowRunState>;
  /** By id of the run. */
  jobs: Record<number, JobState[]>;
  /** Requests that the token may still send in this hour. */
  requestsLeft: number;
  /** Workflows that are started have a `run-name` with the inputs or the payload. */
  runsNameTheirPayload: boolean;
  /** What is sent starts no run. */
  nothingListens: boolean;
  /** How runs that were started ended, by id; the others still run. */
  conclusions: Record<number, string>;
  /** Text of files, the same on every branch. */
  files: Record<string, string>;
  issues: IssueState[];
  deployments: DeploymentState[];
  releases: ReleaseState[];
  /** The repository's setting: what is published from now on can not be changed. */
  immutableReleases: boolean;
  /** Milliseconds since the epoch; what is made gets this time. */
  now: () => number;
}

export interface StatusState {
  sha: string;
  context: string;
  state: 'success' | 'failure' | 'pending' | 'error';
  by?: string;
  at?: string;
  url?: string;
}

export interface Account {
  login: string;
  type: 'Bot' | 'User';
}

export type Scope =
  | 'actions'
  | 'checks'
  | 'contents'
  | 'deployments'
  | 'issues'
  | 'members'
  | 'metadata'
  | 'pull-requests'
  | 'statuses';
export type Access = 'read' | 'write';

export interface DeploymentState {
  id: number;
  sha: string;
  environment: string;
  description: string;
  payload: string;
  /** The last one last. */
  statuses: { state: string; log_url?: string }[];
}

export interface ReleaseState {
  id: number;
  tag: string;
  draft: boolean;
  immutable: boolean;
}

export interface PullState {
  number: number;
  title: string;
  body?: string;
  author: string;
  state: 'open' | 'closed';
  draft?: boolean;
  labels?: string[];
  base: { ref: string; sha: string };
  head: { ref: string; sha: string; repository?: string };
  createdAt?: string;
  updatedAt?: string;
  closedAt?: string;
  mergedAt?: string;
  mergeCommit?: string;
  /** Where the repository does not have them. */
  commits?: { sha: string; author: string; message: string }[];
}

export interface IssueState {
  number: number;
  title: string;
  body: string;
  labels: string[];
  state: 'open' | 'closed';
  author: Account;
}

export interface CommentState {
  id: number;
  /** Of the pull request or issue. */
  number: number;
  user: Account;
  body: string;
  createdAt: string;
  updatedAt: string;
}

export type TimelineState =
  | { number: number; event: 'labeled' | 'unlabeled'; label: string; actor: string; at: string }
  | {
      number: number;
      event: 'head_ref_force_pushed' | 'closed' | 'ready_for_review' | 'base_ref_changed';
      actor: string;
      at: string;
      sha?: string;
    }
  | { number: number; event: 'committed'; sha: string; at: string };

export interface ReviewState {
  number: number;
  user: string;
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING';
  sha: string;
  at: string;
}

export interface ReviewCommentState {
  id: number;
  /** Of the pull request. */
  number: number;
  user: Account;
  body: string;
  path: string;
  line: number;
  startLine?: number;
  /** The commit it was made on. */
  sha: string;
  replyTo?: number;
}

export interface CheckRunState {
  id: number;
  name: string;
  sha: string;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion?: string;
  output: { title: string; summary: string; text?: string };
  annotations: Record<string, unknown>[];
  /** Slug of the app. */
  app: string;
}

export interface ActivityState {
  ref: string;
  type: 'push' | 'force_push' | 'branch_creation' | 'branch_deletion' | 'pr_merge' | 'merge_queue_merge';
  actor: string;
  at: string;
  before: string;
  after: string;
}

export interface DispatchState {
  kind: 'workflow' | 'repository';
  /** Workflow file, or event type. */
  name: string;
  ref?: string;
  payload: Record<string, unknown>;
  runId: number;
  /** ISO 8601. */
  at: string;
}

const everything: State['tokenPermissions'] = {
  actions: 'write',
  checks: 'write',
  contents: 'write',
  deployments: 'write',
  issues: 'write',
  metadata: 'read',
  'pull-requests': 'write',
  statuses: 'write',
};

/** A pull request from a fork gets this, whatever its workflow asks for. */
export const readOnlyToken: State['tokenPermissions'] = {
  actions: 'read',
  checks: 'read',
  contents: 'read',
  issues: 'read',
  metadata: 'read',
  'pull-requests': 'read',
  statuses: 'read',
};

export function newState(given: Partial<State>): State {
  return {
    repository: 'acme/qwen3-vl',
    defaultBranch: 'main',
    viewer: { login: 'github-actions[bot]', type: 'Bot' },
    tokenPermissions: everything,
    editsOthers: true,
    pulls: [],
    comments: [],
    timeline: [],
    reviews: [],
    reviewComments: [],
    checkRuns: [],
    statuses: [],
    collaborators: {},
    teams: {},
    protectedBranches: [],
    truncatedTrees: false,
    activity: [],
    dispatches: [],
    workflowRuns: [],
    attempts: {},
    jobs: {},
    requestsLeft: 5000,
    runsNameTheirPayload: false,
    nothingListens: false,
    conclusions: {},
    files: {},
    issues: [],
    deployments: [],
    releases: [],
    immutableReleases: true,
    now: () => Date.now(),
    ...given,
  };
}

export interface WorkflowRunState {
  readonly id: number;
  readonly html_url: string;
  readonly head_sha: string;
  readonly actor: string;
  readonly created_at: string;
  readonly updated_at: string;
  readonly status: string;
  readonly event?: string;
  readonly name?: string;
  readonly head_branch?: string;
  readonly run_attempt?: number;
  readonly conclusion?: string;
}

export interface JobState {
  readonly name: string;
  readonly created_at: string;
  readonly started_at: string;
  readonly completed_at: string;
  readonly steps: readonly {
    readonly name: string;
    readonly started_at: string;
    readonly completed_at: string;
  }[];
}
