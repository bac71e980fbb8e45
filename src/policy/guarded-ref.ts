import type { TrunkEvent } from './event.ts';

/** Where the commit is looked up that a change is measured against. */
export type GuardedRef =
  | { readonly kind: 'commit'; readonly sha: string }
  /** Full name on the remote: `refs/heads/main`, `refs/tags/v2.3.0`. */
  | { readonly kind: 'ref'; readonly name: string }
  /** A sentence for a person. */
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * What a name of the policy (`main`, `release/v2.3`, `v2.3.0`, a full SHA) stands for as a yardstick. Whoever may push can give a branch
 * any name, a tag's too: only trunk and `release/*` are taken for branches, every other name is a tag, and never the change's own branch.
 * The base branch is the commit that the event names, so that a later run measures against the same.
 */
export function guardedRef(name: string, event: TrunkEvent): GuardedRef {
  const { baseRef, baseSha, defaultBranch } = event;
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(name)) return { kind: 'commit', sha: name };
  if (name === baseRef && baseSha !== undefined) return { kind: 'commit', sha: baseSha };
  if (name !== defaultBranch && !name.startsWith('release/'))
    return { kind: 'ref', name: `refs/tags/${name}` };
  return isOwn(name, event)
    ? { kind: 'refused', reason: `${name} is the branch of this change itself` }
    : { kind: 'ref', name: `refs/heads/${name}` };
}

/** A fork may call its branch as it likes; without a base the tip of the default branch is judged, and is not a change. */
function isOwn(name: string, { kind, headRef, pullRequest }: TrunkEvent): boolean {
  return kind !== 'other' && name === headRef && pullRequest?.fork !== true;
}
