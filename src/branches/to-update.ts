import { latest } from './age.ts';
import type { OwnCommit } from '../kernel/branch.ts';

/** When the branch last got what trunk had. */
export interface LastSync {
  /** ISO 8601. */
  readonly at: string;
  readonly how: 'merge' | 'branch-point';
}

/**
 * The newest merge that joins the branch with a commit of trunk, else the commit at which the branch left it: a rebase moves that.
 * `own` are the commits that trunk has not; whatever parent is not among them is trunk's.
 */
export function lastSync(own: readonly OwnCommit[], branchPointAt: string): LastSync {
  const mine = new Set(own.map(({ sha }) => sha));
  const merges = own
    .filter(({ parents }) => parents.length > 1 && parents.some((parent) => !mine.has(parent)))
    .map(({ committedAt }) => committedAt);
  const merged = latest([...merges, branchPointAt]);
  return merged === undefined || merged === branchPointAt
    ? { at: branchPointAt, how: 'branch-point' }
    : { at: merged, how: 'merge' };
}
