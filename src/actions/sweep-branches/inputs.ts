import { flag, text } from '../../kernel/fields.ts';
import { inputs, type ValuesOf } from '../../kernel/settings.ts';
import { folderInput, policyInput, remoteInput, tokenInput } from '../../runner/shared-inputs.ts';

export const sweepInputs = inputs({
  'dry-run': {
    field: flag,
    default: true,
    description:
      '`true`, the default, tells what would be done and writes nothing. `false` announces and deletes.',
  },
  restore: {
    field: text('a branch'),
    description:
      'Name of a deleted branch to create anew, at the tip that its last closed pull request has. Then nothing else is done.',
  },
  remote: remoteInput('Git remote from which branches are deleted.'),
  policy: policyInput(
    'Path of the policy file, read from the tip of the default branch. Its section `sweep` has the days, the label and the bounds.',
  ),
  'working-directory': folderInput(),
  'github-token': tokenInput(
    'Token to read branches and pull requests, to comment (`pull-requests: write`) and to delete (`contents: write`).',
  ),
});

export type SweepInputs = ValuesOf<typeof sweepInputs>;
