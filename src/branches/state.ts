import { hoursSince, type BranchStart } from './age.ts';
import type { Prediction } from './conflicts.ts';
import type { LastSync } from './to-update.ts';

/** All that is known of a branch at one moment. */
export interface BranchState {
  readonly branch: string;
  /** Name of the branch that it is to merge into. */
  readonly trunk: string;
  /** Full SHAs. */
  readonly head: string;
  readonly base: string;
  readonly mergeBase: string;
  readonly ahead: number;
  readonly behind: number;
  /** Absent for a branch with nothing of its own. */
  readonly start?: BranchStart;
  readonly lastSync: LastSync;
  readonly prediction: Prediction;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly pullRequest?: number;
}

/** Hours since the branch began; `undefined` where it has nothing of its own and nobody recorded its creation. */
export function ageOf({ start, now }: BranchState): number | undefined {
  return start === undefined ? undefined : hoursSince(start.at, now);
}

/** Hours since trunk came in; a branch that lacks nothing of trunk is in step with it now. */
export function hoursSinceSync({ behind, lastSync, now }: BranchState): number {
  return behind === 0 ? 0 : hoursSince(lastSync.at, now);
}

/** Since when, and who says so. */
export function startText({ start }: Pick<BranchState, 'start'>): string {
  if (start === undefined) return 'no commits of its own';
  return start.source === 'branch-creation'
    ? `created ${start.at}, as GitHub recorded it`
    : `first own commit of ${start.at}; GitHub's record of its creation is not at hand`;
}

/** At most ten, then how many more. */
export function listed(items: readonly string[]): string {
  const more = items.length - 10;
  return more > 0 ? `${items.slice(0, 10).join(', ')} and ${more} more` : items.join(', ');
}
