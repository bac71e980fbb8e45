/** How old a branch is: git keeps no date of its creation, so GitHub's record of it, or its first commit, must tell. */
import { count } from '../kernel/text.ts';
import type { OwnCommit } from '../kernel/branch.ts';

/** What a record of branch creations says; GitHub's activity of the branch. */
export interface CreationRecord {
  /** ISO 8601. */
  readonly at: string;
}

export interface BranchStart {
  /** ISO 8601. */
  readonly at: string;
  readonly source: 'branch-creation' | 'first-commit';
}

/**
 * When the branch began. The newest creation counts: a name may be used again after its branch was deleted. Without a record it is
 * when the first of its own commits was committed: an old commit that was picked into it is as old as the pick, and no older. A rebase
 * commits anew, which only GitHub's record sees through. `undefined` where neither is known.
 */
export function branchStart(
  creations: readonly CreationRecord[],
  own: readonly OwnCommit[],
): BranchStart | undefined {
  const created = latest(creations.map(({ at }) => at));
  if (created !== undefined) return { at: created, source: 'branch-creation' };
  const committed = own.filter(({ parents }) => parents.length < 2).map(({ committedAt }) => committedAt);
  const first = earliest(committed);
  return first === undefined ? undefined : { at: first, source: 'first-commit' };
}

const hourMs = 3_600_000;

/** Whole and part hours since a time (ISO 8601) as of `now` (milliseconds since the epoch); never negative, whatever a clock says. */
export function hoursSince(at: string, now: number): number {
  return Math.max(0, (now - Date.parse(at)) / hourMs);
}

/** The unit in which a person thinks of it: `less than an hour`, `5 hours`, `3 days`. */
export function spanText(hours: number): string {
  if (hours < 1) return 'less than an hour';
  return hours < 48 ? count(Math.floor(hours), 'hour') : count(Math.floor(hours / 24), 'day');
}

/** The latest of some times; texts that are not times do not count. */
export function latest(times: readonly string[]): string | undefined {
  return extreme(times, (a, b) => a > b);
}

function earliest(times: readonly string[]): string | undefined {
  return extreme(times, (a, b) => a < b);
}

function extreme(times: readonly string[], better: (a: number, b: number) => boolean): string | undefined {
  let found: string | undefined;
  for (const time of times) {
    const value = Date.parse(time);
    if (Number.isNaN(value)) continue;
    if (found === undefined || better(value, Date.parse(found))) found = time;
  }
  return found;
}
