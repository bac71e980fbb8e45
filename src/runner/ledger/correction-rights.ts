import type { Repository } from '#lib/git';
import type { CorrectionRights } from '../../ports/ledger.ts';
import type { RunnerEnvironment } from '../environment.ts';
import { emptyPolicy, policyPath, type Policy } from '../../policy/index.ts';
import { loadPolicy } from '../../policy/gate/policy.ts';
import { connectGitHub } from './lineage-ledger.ts';

/** Who may correct records by this policy. */
export function rightsBy(policy: Policy, members: Pick<CorrectionRights, 'isMember'>): CorrectionRights {
  return { correctors: () => Promise.resolve(policy.lineage.correctors), ...members };
}

/** `policy.lineage` on this branch of the remote as it is now, never that of a checkout: a pull request may have changed it. Read once. */
export function lineagePolicyOn(
  repository: () => Promise<Repository>,
  branch: string | undefined,
): () => Promise<Policy['lineage']> {
  const read = async () => {
    const clone = await repository();
    const name = branch ?? (await clone.remoteBranches.main());
    const tip = await clone.remoteRef(name === undefined ? 'HEAD' : `refs/heads/${name}`);
    if (tip === undefined) return emptyPolicy.lineage;
    const { policy } = await loadPolicy(clone.tree(await clone.resolve(tip)), policyPath);
    return policy.lineage;
  };
  let known: ReturnType<typeof read> | undefined;
  return () => (known ??= read());
}

/** Who may correct records by it. */
export function rightsOf(
  policy: () => Promise<Policy['lineage']>,
  members: Pick<CorrectionRights, 'isMember'>,
): CorrectionRights {
  return { correctors: async () => (await policy()).correctors, ...members };
}

/** Teams are asked about over the API; nobody can be without a token. */
export function membersBy(
  environment: RunnerEnvironment,
  token: string | undefined,
): Pick<CorrectionRights, 'isMember'> {
  if (token === undefined) return {};
  return {
    isMember: async (team, login) => {
      const [organization = '', name = ''] = team.split('/');
      return (await connectGitHub(environment, token)).people.isTeamMember(organization, name, login);
    },
  };
}
