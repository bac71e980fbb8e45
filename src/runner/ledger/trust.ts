import { UserError } from '../../kernel/user-error.ts';
import type { Trust } from '../../signatures/gate/trust.ts';
import type { RunnerEnvironment } from '../environment.ts';
import { trustOn } from '../signatures.ts';
import { connectGitHub } from './lineage-ledger.ts';

/** Who may sign, by the policy on the default branch as it is now. Throws a UserError where that cannot be read. */
export async function trustOf(environment: RunnerEnvironment, token: string | undefined): Promise<Trust> {
  const { defaultBranch: trunk } = environment.event;
  if (token === undefined || trunk === undefined)
    throw new UserError('who may sign cannot be read: that is in the policy on the default branch', {
      help: 'Pass `github-token`, which may read it.',
    });
  const { manifests } = await connectGitHub(environment, token);
  const tip = await manifests.tip(trunk);
  if (tip === undefined) throw new UserError(`there is no branch ${trunk}`, { help: 'Push it first.' });
  return trustOn(await manifests.tree(tip), trunk);
}
