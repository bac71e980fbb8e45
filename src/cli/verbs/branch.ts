import type { Repository } from '#lib/git';
import type { OtherBranch } from '../../ports/branches.ts';
import { loadPolicy } from '../../policy/gate/policy.ts';
import { withFindings } from '../../report/make.ts';
import { integer, text } from '../../kernel/fields.ts';
import { policyPath } from '../../policy/index.ts';
import { currentRepository } from '../change.ts';
import { trunkOf, type LocalTrunk } from '../trunk.ts';
import { defineVerb } from '../verb.ts';

export const branchVerb = defineVerb({
  name: 'branch',
  positionals: '[BRANCH]',
  summary:
    'Tells name, age, distance to trunk and predicted conflicts of a branch, from git alone, as of the last fetch.',
  options: {
    trunk: {
      field: text('a branch'),
      value: 'NAME',
      help: 'The main branch. Default: that of the policy, else of the remote.',
    },
    'compare-at-most': {
      field: integer({ min: 0, max: 100 }),
      value: 'N',
      help: 'Other branches of the remote with which conflicts are predicted. Default: 50, the last changed first.',
    },
  },
  examples: ['git fetch && model-gates branch', 'model-gates branch feature/router --json'],
  async run(values, [name], terminal) {
    const { checkBranch, noBranch, standingBranch, standsByName } = await import('#lib/branches');
    const repository = await currentRepository(terminal);
    const trunk = await trunkOf(repository, values.trunk);
    const policy = await loadPolicy(repository.tree(trunk.sha), policyPath);
    const current = await repository.head();
    const branch = name ?? current.branch ?? 'HEAD';
    const head = name === undefined ? current.sha : await repository.resolve(name);
    if (branch === trunk.name)
      return { report: noBranch(`${branch} is trunk itself: there is no branch to judge`) };
    const stands = standsByName(branch, policy.policy.branches, []);
    if (stands !== undefined)
      return { report: withFindings(standingBranch(branch, stands), policy.findings) };
    const request = {
      branch,
      head,
      trunk: trunk.name,
      base: trunk.sha,
      policy: policy.policy,
      others: await otherBranches(repository, trunk, branch, head),
      limits: { compared: values['compare-at-most'] ?? 50, tried: 10 },
    };
    const report = await checkBranch(request, { git: repository.merges, log: terminal.log, now: Date.now });
    return { report: withFindings(report, policy.findings) };
  },
});

/** What the remote has of other people's work, as of the last fetch: not what trunk has already, nor this branch itself. */
async function otherBranches(
  { remoteBranches }: Repository,
  trunk: LocalTrunk,
  branch: string,
  head: string,
): Promise<OtherBranch[]> {
  const known = await remoteBranches.known(trunk.sha);
  return known
    .filter(({ name, sha }) => name !== trunk.name && name !== branch && sha !== head)
    .map(({ name, sha }) => ({ name, head: sha }));
}
