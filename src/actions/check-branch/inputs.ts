import { choice, integer, text } from '../../kernel/fields.ts';
import { inputs, type ValuesOf } from '../../kernel/settings.ts';
import { folderInput, policyInput, switchInput, tokenInput } from '../../runner/shared-inputs.ts';

export const branchInputs = inputs({
  'pull-request': {
    field: integer({ min: 1 }),
    description:
      'Number of the pull request to judge. Default: that of the event; on a schedule every open one (the last 50 changed).',
  },
  sync: switchInput(
    '`true` merges trunk into the branch where it lacks commits, over the API and only while its head is the one that was judged. Needs `pull-requests: write` and `contents: write`. Nothing is forced; where the merge would conflict, nothing is done.',
  ),
  'forward-port': {
    field: choice(['list', 'open']),
    description:
      '`list` tells for each release line what trunk lacks, in place of judging branches; `open` also opens a pull request for each fix, at most 10 a run (`contents: write`, `pull-requests: write`). Needs a checkout with `fetch-depth: 0`.',
  },
  'requested-by': {
    field: text('a login'),
    description:
      'Login of who asked for the sync by a comment. Without write permission here, nothing is done.',
  },
  'compare-at-most': {
    field: integer({ min: 0, max: 100 }),
    default: 50,
    description:
      'Open pull requests whose files are compared, the last changed first; for the ten with the most files in common the merge is tried. `0` compares with trunk alone. Settings of age and name are in the policy, section `branches`.',
  },
  policy: policyInput('Path of the policy file, read from the tip of trunk.'),
  'working-directory': folderInput(),
  'github-token': tokenInput(
    'Token to ask GitHub when the branch was created and what else is open. Without one, git alone tells.',
  ),
  comment: switchInput(
    '`true` keeps one comment on the pull request up to date. Needs `pull-requests: write`.',
  ),
  'check-run': switchInput('`true` publishes a check on the head commit. Needs `checks: write`.'),
});

export type BranchInputs = ValuesOf<typeof branchInputs>;
