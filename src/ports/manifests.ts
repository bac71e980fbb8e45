import type { FileTree } from './index.ts';

/** A repository with manifests: where a cluster reads what is to run. Methods throw a UserError for what cannot be read or written. */
export interface ManifestStore {
  /** Full SHA at which the branch is now, at the remote. */
  tip(branch: string): Promise<string | undefined>;
  tree(sha: string): Promise<FileTree>;
  /** The last commits up to this one, the newest first. */
  log(sha: string, most: number): Promise<readonly LoggedCommit[]>;
  /** A commit on top of `parent` with these files in place of its own; nothing points at it yet. Gives its full SHA. */
  commit(commit: NewCommit): Promise<string>;
  /** Moves the branch from one commit to a later one, or creates it where `from` is absent: `false` where it is elsewhere by now. */
  move(branch: string, from: string | undefined, to: string): Promise<boolean>;
}

export interface LoggedCommit {
  readonly sha: string;
  readonly message: string;
}

export interface NewCommit {
  readonly parent: string;
  /** Path → whole content. */
  readonly files: ReadonlyMap<string, string>;
  readonly message: string;
}

/** Pull requests that promotions open. */
export interface PromotionPulls {
  /** The newest from this branch. */
  from(branch: string): Promise<OpenedPull | undefined>;
  open(pull: { title: string; body: string; head: string; base: string }): Promise<OpenedPull>;
}

export interface OpenedPull {
  readonly number: number;
  readonly url: string;
  readonly state: 'open' | 'merged' | 'closed';
}

export interface Deployment {
  readonly environment: string;
  /** Full SHA of the commit with the manifests. */
  readonly sha: string;
  readonly description: string;
  /** The same for the same step: what is announced again is found. */
  readonly key: string;
  readonly state: 'success' | 'in_progress' | 'failure';
  readonly logUrl?: string;
}

/** Announces what serves now. */
export interface Announcer {
  /** A deployment with its status; the one before becomes inactive. Gives its address. */
  deployed(deployment: Deployment): Promise<{ readonly url: string }>;
  /** Keeps one comment on the pull request that the version came from. */
  comment(pullRequest: number, key: string, body: string): Promise<unknown>;
}
