import type { Repository } from '#lib/git';
import { loadPolicy } from '../policy/gate/policy.ts';
import { UserError } from '../kernel/user-error.ts';
import { policyPath } from '../policy/index.ts';

export interface LocalTrunk {
  readonly name: string;
  /** Its tip as this clone last saw it: the remote's where there is one. */
  readonly sha: string;
}

/** The main branch: as given, else as the policy on it says, else as the remote does. Throws a UserError where nothing tells. */
export async function trunkOf(repository: Repository, given: string | undefined): Promise<LocalTrunk> {
  if (given !== undefined) return { name: given, sha: await tipOf(repository, given) };
  const name = await repository.remoteBranches.main();
  if (name === undefined)
    throw new UserError('Nothing here tells which branch is trunk.', {
      help: 'Name it: `--trunk NAME`; or let the clone learn it: `git remote set-head origin --auto`.',
    });
  const sha = await tipOf(repository, name);
  const { policy } = await loadPolicy(repository.tree(sha), policyPath);
  return policy.trunk === undefined || policy.trunk === name
    ? { name, sha }
    : { name: policy.trunk, sha: await tipOf(repository, policy.trunk) };
}

/** For `currentRepository`: trunk as it is mostly called, compared with what is checked out, is found with the repository itself. */
export function withTrunk(given: string | undefined, remote = 'origin'): { base: string; head: undefined } {
  return { base: `refs/remotes/${remote}/${given ?? 'main'}`, head: undefined };
}

/** The remote's branch before the local one, which is often old. */
async function tipOf(repository: Repository, name: string): Promise<string> {
  return (await repository.remoteBranches.tip(name)) ?? repository.resolve(name);
}
