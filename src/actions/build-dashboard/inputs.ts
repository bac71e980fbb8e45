import { text } from '../../kernel/fields.ts';
import { inputs, type ValuesOf } from '../../kernel/settings.ts';
import { folderInput, policyInput, remoteInput, tokenInput } from '../../runner/shared-inputs.ts';

export const dashboardInputs = inputs({
  out: {
    field: text('a path'),
    default: 'model-board/index.html',
    description:
      'File to write, in the workspace, relative to working-directory. It replaces the page of an earlier run only when the new one is whole.',
  },
  trunk: {
    field: text('a branch'),
    description:
      'The main branch, whose merges and metrics are shown. Default: the default branch of the event, else as the policy says, else main or master.',
  },
  remote: remoteInput('Git remote that keeps the ledger.'),
  policy: policyInput(
    'Path of the policy file in the checkout. Tolerance, hotfix deadline, version prefix and trunk come from it.',
  ),
  'working-directory': folderInput(' Without a checkout the ledger is read by itself.'),
  'github-token': tokenInput(
    'Token to read the ledger and the tags. Needs `contents: read`; with `actions: read` it confirms who recorded what serves, with `statuses: read` that the ledger was not rewritten.',
  ),
});

export type DashboardInputs = ValuesOf<typeof dashboardInputs>;
