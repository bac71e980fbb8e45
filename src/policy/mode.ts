import picomatch from 'picomatch';
import type { TrunkEvent } from './event.ts';
import type { Policy } from './policy.ts';

/** What kind of event this is to the gates. */
export type Mode = 'draft' | 'standard' | 'hotfix' | 'release';

/** A hotfix is a branch of the repository itself, into trunk or a release: whoever can push one has write access, a fork's owner need not. */
export function modeOf(event: TrunkEvent, policy: Policy): Mode {
  const { pullRequest, headRef = '', baseRef = '' } = event;
  if (pullRequest?.draft === true) return 'draft';
  const isRelease = baseRef.startsWith('release/');
  const isHotfix =
    pullRequest?.fork === false && policy.hotfix.branches.some((glob) => picomatch.isMatch(headRef, glob));
  if (isHotfix && (isRelease || isTrunk(event, policy))) return 'hotfix';
  return isRelease ? 'release' : 'standard';
}

/**
 * What a check must be called beside its name, where it cannot satisfy the required one. A check belongs to the head commit, whatever
 * the pull requests of it: what was judged as a draft, or against a base that is neither trunk nor a release, says nothing of a merge.
 */
export function asideOf(event: TrunkEvent, policy: Pick<Policy, 'trunk'>): string | undefined {
  const { pullRequest, baseRef = '' } = event;
  if (pullRequest === undefined) return undefined;
  if (pullRequest.draft) return 'draft';
  return isTrunk(event, policy) || baseRef.startsWith('release/') ? undefined : 'not into trunk';
}

/** Where nothing says which branch is trunk, every base is taken for it: a hotfix needs more than other changes, not less. */
function isTrunk({ baseRef, defaultBranch }: TrunkEvent, { trunk }: Pick<Policy, 'trunk'>): boolean {
  const name = trunk ?? defaultBranch;
  return name === undefined || baseRef === name;
}
