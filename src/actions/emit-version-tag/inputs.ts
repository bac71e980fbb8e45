import { list, text } from '../../kernel/fields.ts';
import { inputs, type ValuesOf } from '../../kernel/settings.ts';
import { versioningTable } from '../../policy/settings.ts';
import {
  folderInput,
  policyInput,
  remoteInput,
  settingInput,
  tokenInput,
} from '../../runner/shared-inputs.ts';

export const versionInputs = inputs({
  claim: {
    field: text('a tag'),
    description:
      'Tag to claim for this commit, such as `v2.3.1`. Success when the tag already names this commit; an error when it names another.',
  },
  next: {
    field: text('a line of releases, patch, minor, major, conventional, auto or none'),
    description:
      'Claim the next number - of a line (`v2.3`), by `patch`, `minor` or `major`, by `conventional` commits and labels, `auto` (what the branch owes) or `none`. Default: `auto` on a push, else `none`. A push to `release/v2.3` owes the next patch of v2.3, the merge of a `hotfix/*` branch the next patch of all; other branches owe nothing. On `release/v2.3`, `patch` is the next of v2.3.',
  },
  'pre-release': {
    field: text('a word such as rc'),
    description: 'Makes the next number a pre-release - `rc`, `beta`, `alpha`.',
  },
  prefix: settingInput(versioningTable.prefix),
  sha: {
    field: text('a commit'),
    description: 'Commit to name. Default: the head of the pull request, else the commit that was pushed.',
  },
  reports: {
    field: list,
    default: [],
    description:
      'Paths of the reports of gates (their output `report`), one a line. Their verdicts go into the message of a claimed tag.',
  },
  remote: remoteInput('Git remote that contains the tags, used where there is no token.'),
  policy: policyInput('Path of the policy file, read from the commit that is named.'),
  'working-directory': folderInput(),
  'github-token': tokenInput(
    'Token to read and create tags over the API. Creating one needs `contents: write`. Without a token git is used.',
  ),
});

export type VersionInputs = ValuesOf<typeof versionInputs>;
