import { check } from '../../check/check.ts';
import { text } from '../../kernel/fields.ts';
import { policyPath, type TrunkEvent } from '../../policy/index.ts';
import { UserError } from '../../kernel/user-error.ts';
import { currentRepository, openBranch } from '../change.ts';
import { applyAll, fixOptions } from '../fixing.ts';
import { defineVerb } from '../verb.ts';

const local: TrunkEvent = { kind: 'local', name: 'local' };

export const checkVerb = defineVerb({
  name: 'check',
  summary: 'Runs every gate on this branch: the verdict that its pull request would get.',
  options: {
    base: {
      field: text('a commit, branch or tag'),
      value: 'REF',
      help: 'Compare with the merge base of REF and the head. Default: the main branch.',
    },
    head: {
      field: text('a commit, branch or tag'),
      value: 'REF',
      help: 'Judge this commit instead of the files on disk.',
    },
    ...fixOptions,
  },
  examples: [
    'model-gates check --base main',
    'model-gates check --base origin/main --json',
    'model-gates check --fix',
  ],
  async run(values, _positionals, terminal) {
    const judge = async () => {
      const { ports, policy } = await openBranch(terminal, values.base, values.head);
      return check({ event: local, policy, policyFile: policyPath }, ports);
    };
    if (values.fix !== true) return { report: await judge() };
    if (values.head !== undefined)
      throw new UserError('--fix edits files on disk, and --head judges a commit.', {
        help: 'Leave out one of them.',
      });
    const { root } = await currentRepository(terminal);
    return applyAll({ judge, root, uncommitted: values['fix-uncommitted'] === true }, terminal);
  },
});
