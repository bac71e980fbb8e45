import type { SyncConflict } from '../kernel/branch.ts';

/** The clone that is brought up to date. Every method may throw a UserError. */
export interface SyncGit {
  /** What was checked out at the start, by full SHA; `branch` is absent for a detached head. */
  head(): Promise<{ readonly sha: string; readonly branch?: string }>;
  /** A merge, rebase, cherry-pick or revert that is under way. */
  underway(): Promise<Underway | undefined>;
  /** Tracked files with changes that are not committed, staged or not. */
  uncommitted(): Promise<readonly string[]>;
  /** Fetches the branches from the remote; the new tip of each, `undefined` where the remote has no such branch. */
  fetch(branches: readonly string[]): Promise<readonly (string | undefined)[]>;
  distance(base: string, head: string): Promise<{ readonly ahead: number; readonly behind: number }>;
  /** Merge commits among those that `theirs` has not. */
  merges(theirs: string): Promise<number>;
  /** Files on disk that git does not track, or ignores, and that bringing `theirs` in would write over. */
  inTheWay(theirs: string): Promise<readonly string[]>;
  /** Merges or rebases onto the branch of the remote. */
  bring(how: SyncMode, branch: string): Promise<Brought>;
}

export interface Brought {
  /** Empty where it went through. */
  readonly conflicts: readonly SyncConflict[];
  /** Full SHA of what is checked out then. */
  readonly after?: string;
}

export type SyncMode = 'merge' | 'rebase';

export type Underway = 'merge' | 'rebase' | 'cherry-pick' | 'revert' | 'am';
