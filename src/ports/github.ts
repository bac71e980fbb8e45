/**
 * What the gates may ask of GitHub: types only, so that importing them loads nothing.
 * Every call may reject with an ApiFailure (failure.ts), a UserError that says what to fix.
 */
import type { Pulls } from './github-pulls.ts';
import type { RepositoryPermission } from '../kernel/pull-request.ts';
import type { Commits, WorkflowRuns, Refs, Branches, Objects } from './github-repository.ts';
import type { DeliverySource } from './delivery.ts';
import type { DispatchPort } from './dispatches.ts';
import type { Deployment, ManifestStore } from './manifests.ts';
import type { LineSource } from './lines.ts';
import type { ChangeSet } from './index.ts';
import type { Ledger } from './ledger.ts';
import type { LedgerStates } from './ledger-states.ts';
import type { SuggestionStore } from './suggestions.ts';
import type { TagStore } from './tags.ts';
import type { CheckOutput } from '../report/check.ts';

export interface GitHub {
  readonly commits: Commits;
  readonly pulls: Pulls;
  readonly comments: Comments;
  readonly checks: Checks;
  readonly suggestions: SuggestionStore;
  readonly labels: Labels;
  readonly people: People;
  readonly refs: Refs;
  readonly runs: WorkflowRuns;
  readonly tags: TagStore;
  readonly ledger: Ledger;
  readonly ledgerStates: LedgerStates;
  readonly branches: Branches;
  readonly objects: Objects;
  readonly lines: LineSource;
  /** The way from one commit to another, by full SHAs, as a clone would tell it; a renamed file is one deleted and one added. */
  changeSet(base: string, head: string): Promise<ChangeSet>;
  readonly delivery: DeliverySource;
  readonly dispatches: DispatchPort;
  readonly issues: Issues;
  readonly manifests: ManifestStore;
  readonly deployments: Deployments;
  /** Requests sent so far, retries included. */
  requestCount(): number;
}

export interface Deployments {
  /** A deployment with its status; the one before in its environment becomes inactive. The same key is never deployed twice. */
  announce(deployment: Deployment): Promise<{ readonly url: string }>;
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

export interface People {
  /** The person's role in this repository; `none` for strangers. Custom roles count as the base role they extend. */
  permission(login: string): Promise<RepositoryPermission>;
  /** Needs a token with the organization's `members: read`: GITHUB_TOKEN never has it, and is answered with a failure, not `false`. */
  isTeamMember(organization: string, team: string, login: string): Promise<boolean>;
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
  /** Open ones with this label that an app opened, as a job's token does, the oldest first; at most a hundred are looked at. */
  openByApps(label: string): Promise<readonly { readonly number: number; readonly url: string }[]>;
  /** Those on issues; on pull requests see `comments`. */
  readonly comments: Comments;
}

export interface Issue {
  readonly title: string;
  readonly open: boolean;
  /** An app opened it, as a job's token does. */
  readonly bot: boolean;
}
