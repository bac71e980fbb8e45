import { check } from '../../check/check.ts';
import { text } from '../../kernel/fields.ts';
import { policyPath, type TrunkEvent } from '../../policy/index.ts';
import { openBranch } from '../change.ts';
import { defineVerb } from '../verb.ts';

const local: TrunkEvent = { kind: 'local', name: 'local' };

export const checkVerb = defineVerb({
  name: 'check',
  summary: 'Runs every gate on this branch: the verdict that its pull request would get.',
  options: {
    base: {
      field: text('a commit, branch or tag'),
      value: 'REF',
      help: 'Compare with the merge base of REF and the head. Default: main.',
    },
    head: {
      field: text('a commit, branch or tag'),
      value: 'REF',
      help: 'Judge this commit instead of the files on disk.',
    },
  },
  examples: ['model-gates check --base main', 'model-gates check --base origin/main --json'],
  async run(values, _positionals, terminal) {
    const { ports, policy } = await openBranch(terminal, values.base ?? 'main', values.head);
    return { report: await check({ event: local, policy, policyFile: policyPath }, ports) };
  },
});
