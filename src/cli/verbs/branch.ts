import type { Repository } from '#lib/git';
import type { OtherBranch } from '../../ports/branches.ts';
import { loadPolicy } from '../../policy/gate/policy.ts';
import { withFindings } from '../../report/make.ts';
import type { Report } from '../../report/model.ts';
import { flag, integer, text } from '../../kernel/fields.ts';
import { isUserError } from '../../kernel/user-error.ts';
import { policyPath, type Policy } from '../../policy/index.ts';
import { currentRepository } from '../change.ts';
import { trunkOf, withTrunk, type LocalTrunk } from '../trunk.ts';
import { forgeOf } from '../forge.ts';
import { defineVerb, type Terminal } from '../verb.ts';

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
    'forward-port': {
      field: flag,
      help: 'List for each release line what trunk lacks. With GITHUB_TOKEN pull requests count too.',
    },
    open: {
      field: flag,
      help: 'With --forward-port: open a pull request for each fix that trunk lacks, at most 10. Needs GITHUB_TOKEN.',
    },
  },
  examples: [
    'git fetch && model-gates branch',
    'git fetch && model-gates branch --forward-port',
    'model-gates branch feature/router --json',
  ],
  async run(values, [name], terminal) {
    const { checkBranch, noBranch, standingBranch, standsByName } = await import('#lib/branches');
    const repository = await currentRepository(terminal, undefined, withTrunk(values.trunk));
    const trunk = await trunkOf(repository, values.trunk);
    const policy = await loadPolicy(repository.tree(trunk.sha), policyPath);
    if (values['forward-port'] === true)
      return {
        report: withFindings(
          await portsOfLines(repository, trunk, policy.policy, values.open === true, terminal),
          policy.findings,
        ),
      };
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

/** Pull requests opened by one command. */
const mostOpened = 10;

/** Over git alone without a token. */
async function portsOfLines(
  repository: Repository,
  trunk: LocalTrunk,
  { branches: settings }: Policy,
  open: boolean,
  terminal: Terminal,
): Promise<Report> {
  const { forwardPort } = await import('#lib/branches');
  const forge = await forgeOf(terminal, repository, undefined).catch((error: unknown) => {
    if (open || !isUserError(error)) throw error;
  });
  const connected =
    forge === undefined ? undefined : (await import('#lib/github')).connect({ ...forge, log: terminal.log });
  const request = {
    trunk,
    branches: await repository.remoteBranches.all(),
    settings,
    open: open ? mostOpened : 0,
    ...(forge === undefined ? {} : { repository: forge.repository }),
  };
  const pulls = connected === undefined ? {} : { pulls: connected.pulls };
  return forwardPort(request, {
    git: repository.merges,
    carry: repository.remoteBranches.carry,
    now: Date.now,
    ...pulls,
  });
}

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
