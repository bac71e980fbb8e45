import { branchTable } from '../../policy/settings.ts';
import { validPolicy } from '../../policy/gate/policy.ts';
import { text } from '../../kernel/fields.ts';
import { currentRepository } from '../change.ts';
import { trunkOf, withTrunk } from '../trunk.ts';
import { optionOf } from '../option-of.ts';
import { defineVerb } from '../verb.ts';

export const syncVerb = defineVerb({
  name: 'sync',
  summary: 'Brings the checked out branch up to date with trunk; loses nothing, and never pushes.',
  options: {
    trunk: {
      field: text('a branch'),
      value: 'NAME',
      help: 'The main branch. Default: that of the policy, else of the remote.',
    },
    how: optionOf(branchTable.sync),
    remote: { field: text('a remote'), value: 'R', help: 'Where trunk is fetched from. Default: origin.' },
  },
  examples: ['model-gates sync', 'model-gates sync --how rebase'],
  async run(values, _positionals, terminal) {
    const { syncBranch } = await import('#lib/branches');
    const remote = values.remote ?? 'origin';
    const repository = await currentRepository(terminal, remote, withTrunk(values.trunk, remote));
    const trunk = await trunkOf(repository, values.trunk);
    const { branches } = await validPolicy(repository.tree(trunk.sha), trunk.name);
    const request = { trunk: trunk.name, how: values.how ?? branches.sync, remote };
    return { report: await syncBranch(request, repository.sync, terminal.log) };
  },
});
