import { choice, integer, text } from '../../kernel/fields.ts';
import { inputs, type ValuesOf } from '../../kernel/settings.ts';
import { judgedWords } from '../../promotion/settings.ts';
import {
  folderInput,
  policyInput,
  remoteInput,
  switchInput,
  tokenInput,
} from '../../runner/shared-inputs.ts';

export const promoteInputs = inputs({
  version: {
    field: text('a version'),
    description:
      'Version to promote: an id of weights, of an image, of a commit, or of what served before. With `target`.',
  },
  target: {
    field: text('a target'),
    description:
      'Target, as `targets` of the policy on trunk names it. With `check` and `continue` the default is all.',
  },
  weight: {
    field: integer({ min: 1, max: 100 }),
    description: 'Share of the traffic in percent. Default: the next step of the ladder that is due.',
  },
  judge: {
    field: choice(judgedWords),
    description:
      'What the judge says of the step before: `success`, `failure` or `inconclusive`, or a verdict of `compare`.',
  },
  digest: {
    field: text('a digest'),
    description:
      'Digest of what is to be deployed, as this job has measured it; it must be the recorded one.',
  },
  continue: switchInput(
    'Takes the next step of each ladder on which a version is; rolls it back where `judge` is a failure. For a schedule.',
  ),
  rollback: switchInput('Puts back what stood in the manifests of `target` before, byte for byte.'),
  check: switchInput(
    'Compares the manifests with the ledger, and records what has landed since. For a schedule, and for the push of a merge.',
  ),
  force: switchInput(
    'Promotes the version although evidence is missing, where who started the run is an approver of the target. Needs `reason`.',
  ),
  reason: { field: text(), description: 'Why it is forced, or rolled back. It is recorded.' },
  'dry-run': switchInput('Tells what would be done, and writes nothing.'),
  remote: remoteInput('Git remote that keeps the ledger.'),
  policy: policyInput(
    'Path of the policy file, read from the tip of the default branch. Its section `targets` says what serves where.',
  ),
  'working-directory': folderInput(' No checkout is needed.'),
  'github-token': tokenInput(
    'Token to read the ledger, to edit the manifests (`contents: write`), to open pull requests (`pull-requests: write`) and to announce deployments (`deployments: write`). For another repository, that of a GitHub App.',
  ),
});

export type PromoteInputs = ValuesOf<typeof promoteInputs>;
