import type { SyncConflict } from '../kernel/branch.ts';
import type { BranchSettings, SweepSettings } from '../policy/settings.ts';
import type { JudgedFix } from './forward-port.ts';
import type { BranchStart } from './age.ts';
import type { Conflict, Prediction } from './conflicts.ts';
import type { BranchState } from './state.ts';

/** Of one branch, or the highest of several; `null` is unknown, or nothing to measure. */
export interface BranchFigures {
  readonly ageHours: number | null;
  /** Commits of trunk that it lacks. */
  readonly behind: number | null;
  /** Merges that would not go through. */
  readonly conflicts: readonly Conflict[] | null;
  /** Whether GitHub accepted the merge of trunk; absent where nobody asked for one. */
  readonly synced?: boolean;
}

/** What check-branch knows of one branch. */
export interface BranchFacts
  extends
    BranchFigures,
    Pick<BranchState, 'branch' | 'trunk' | 'head' | 'base' | 'mergeBase' | 'ahead' | 'lastSync'>,
    Pick<Prediction, 'overlaps'> {
  readonly behind: number;
  readonly pullRequest: number | null;
  /** ISO 8601. */
  readonly startedAt: string | null;
  readonly ageSource: BranchStart['source'] | null;
  readonly daysSinceSync: number;
  /** Other branches whose merge was tried, and those not looked at. */
  readonly compared: number;
  readonly notCompared: number;
  /** Why some conflicts are not known. */
  readonly conflictsUnknown: readonly string[];
}

/** What check-branch knows of all branches with an open pull request. */
export interface BranchesFacts extends BranchFigures {
  readonly branches: readonly Partial<BranchFacts>[];
}

/** What sync did. */
export interface SyncFacts {
  readonly branch: string;
  readonly trunk: string;
  readonly how: BranchSettings['sync'];
  /** Full SHAs: the branch's tip before and, unless somebody must resolve conflicts, after; trunk's tip. */
  readonly before: string;
  readonly after: string | null;
  readonly trunkSha: string;
  readonly behind: number;
  readonly conflicts: readonly SyncConflict[];
}

/** What sweep-branches did, or in a dry run would do. */
export interface SweepFacts {
  readonly dryRun: boolean;
  readonly deleted: readonly SweptBranch[];
  readonly reminded: readonly SweptBranch[];
  /** The branch that was to be brought back. */
  readonly restored?: { readonly branch: string; readonly sha: string; readonly created: boolean };
  /** Due, but for another run. */
  readonly left?: number;
  /** All that there are. */
  readonly branches?: number;
  readonly settings?: SweepSettings;
  /** Sent to GitHub's API. */
  readonly requests?: number;
}

/** What trunk lacks of release lines. */
export interface ForwardPortFacts {
  readonly trunk: string;
  /** Names of the lines. */
  readonly lines: readonly string[];
  /** Those that have no history in common with trunk. */
  readonly unrelated: readonly string[];
  /** Oldest first. */
  readonly owed: readonly JudgedFix[];
  readonly underway: readonly JudgedFix[];
  readonly onlyHere: readonly JudgedFix[];
  /** Commits of lines that trunk has under another name. */
  readonly there: number;
  /** Everything was compared. */
  readonly complete: boolean;
}

export interface SweptBranch {
  readonly branch: string;
  readonly sha: string;
  /** Of its pull request. */
  readonly number: number;
  readonly author: string;
  /** ISO 8601. */
  readonly closedAt: string;
}
