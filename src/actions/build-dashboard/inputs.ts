import { choice, text, webAddress } from '../../kernel/fields.ts';
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
  state: {
    field: text('a folder'),
    description:
      'Folder, relative to the workspace, that keeps what was read from run to run; restore and save it with actions/cache. Default: all records are read each time.',
  },
  lang: {
    field: choice(['en', 'zh']),
    default: 'en',
    description:
      'Language of the page and of the summary: `en` or `zh` (Chinese). Texts that others wrote stay as they are.',
  },
  'page-url': {
    field: webAddress,
    description: 'Web address at which the page is published. The feed and the summary lead there.',
  },
  notify: {
    field: text('lines of a kind, an address and perhaps a secret'),
    default: '',
    description:
      'Where the summary is sent, a line each: `slack URL`, `teams URL`, `feishu URL [SECRET]` (also Lark), `dingtalk URL [SECRET]` or `webhook URL [SECRET]`. Give them from secrets. Default: nowhere.',
  },
  'notify-when': {
    field: choice(['attention', 'daily']),
    default: 'attention',
    description:
      '`attention`: when something waits for somebody that did not before; `daily`: the first run of a day (UTC). What was sent is remembered with `contents: write`.',
  },
  'working-directory': folderInput(' Without a checkout the ledger is read by itself.'),
  'github-token': tokenInput(
    'Token to read the ledger and the tags. Needs `contents: read`; with `actions: read` it confirms who recorded what serves and, with `pull-requests: read`, knows how the team delivers (kept with `contents: write`); with `statuses: read` that the ledger was not rewritten.',
  ),
});

export type DashboardInputs = ValuesOf<typeof dashboardInputs>;
