/** Branches that live on after a merge: a feature branch is judged and swept, these are not. */
import { fits } from './judge.ts';
import type { BranchSettings } from '../policy/settings.ts';

/** What GitHub knows of a branch. */
export interface KnownBranch {
  readonly protected: boolean;
  /** Number of a pull request that was to merge into it, whatever came of that. */
  readonly baseOf?: number;
}

type Standing = Pick<BranchSettings, 'lines' | 'bots'>;

/** Why a branch is not a feature branch, by its name; `undefined` for one that is. */
export function standsByName(
  branch: string,
  { lines, bots }: Standing,
  trunks: readonly (string | undefined)[],
): string | undefined {
  if (trunks.includes(branch)) return 'it is trunk';
  if (fits(branch, lines)) return 'it keeps a line of releases (branches.lines)';
  return fits(branch, bots) ? 'a bot keeps it (branches.bots)' : undefined;
}

/** The same, by what GitHub knows of it. */
export function standsByUse({ protected: isProtected, baseOf }: KnownBranch): string | undefined {
  if (isProtected) return 'it is protected';
  return baseOf === undefined ? undefined : `it is the base of #${baseOf}`;
}
