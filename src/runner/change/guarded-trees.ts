import type { Repository } from '#lib/git';
import type { ChangeSet, Ports } from '../../ports/index.ts';
import { UserError } from '../../kernel/user-error.ts';
import { guardedRef, type TrunkEvent } from '../../policy/index.ts';

/**
 * Trees of refs that the policy names, by what the remote says: what an earlier step made of the clone counts for nothing, and a commit
 * of the change itself is not a yardstick.
 */
export function guardedTrees(
  repository: Pick<Repository, 'remoteRef' | 'resolve' | 'tree'>,
  event: TrunkEvent,
  change: ChangeSet,
): NonNullable<Ports['treeAt']> {
  return async (ref) => {
    const guarded = guardedRef(ref, event);
    if (guarded.kind === 'refused') throw noYardstick(guarded.reason);
    const named = guarded.kind === 'commit' ? guarded.sha : await repository.remoteRef(guarded.name);
    if (named === undefined) return undefined;
    const sha = await repository.resolve(named);
    const own = [change.head.sha, ...(await change.commits()).map((commit) => commit.sha)];
    if (sha !== change.base.sha && own.includes(sha))
      throw noYardstick(`${ref} is commit ${sha.slice(0, 8)} of this change itself`);
    return repository.tree(sha, ref);
  };
}

function noYardstick(reason: string): UserError {
  return new UserError(`${reason}: a change is not measured against what it brought`, {
    help: 'Name trunk, a branch release/*, a tag of trunk or a full SHA in the policy.',
  });
}
