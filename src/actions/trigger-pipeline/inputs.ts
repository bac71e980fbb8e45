import { isRecord } from '../../kernel/record.ts';
import type { ActionContext } from '../../runner/run-action.ts';
import { mask } from '#lib/action';
import { integer, number, text, type Field } from '../../kernel/fields.ts';
import { inputs, readInputs, type ValuesOf } from '../../kernel/settings.ts';
import { folderInput, policyInput, switchInput, tokenInput } from '../../runner/shared-inputs.ts';

const jsonObject: Field<Readonly<Record<string, unknown>>> = {
  expects: 'a JSON object',
  parse: (raw) => {
    try {
      const value: unknown = JSON.parse(raw);
      return isRecord(value) ? { ...value } : undefined;
    } catch {
      return undefined;
    }
  },
};

const repository: Field<string> = {
  expects: 'owner/name',
  parse: (raw) => (/^[A-Za-z0-9][\w-]*\/(?!\.{1,2}$)[\w.-]+$/.test(raw) ? raw : undefined),
};

export const triggerInputs = inputs({
  pipeline: {
    field: text('a name'),
    default: 'train',
    description: 'What is to run, in the words of the receiver - `train`, `emergency-deploy`.',
  },
  workflow: {
    field: text('the file name of a workflow'),
    description:
      'File name of a workflow to start by `workflow_dispatch`. Needs `actions: write`. Exactly one of `workflow`, `event-type` and `url` is given.',
  },
  ref: {
    field: text('a branch or tag'),
    description: 'Branch or tag whose copy of `workflow` runs. Default: the default branch.',
  },
  'event-type': {
    field: text('a name'),
    description:
      'Type of a `repository_dispatch` event to send. Needs `contents: write`, and `actions: read` to see the run.',
  },
  repository: {
    field: repository,
    description:
      '`owner/name` of the repository with `workflow` or for `event-type`. Default: this one. Another needs a token of its own.',
  },
  url: {
    field: text('a URL'),
    description: 'Address of an ML platform that takes the request as a signed POST; `https:` only.',
  },
  secret: {
    field: text('a secret'),
    description:
      'Key of the signature, HMAC-SHA256 over the raw body, in the header `X-Model-Gates-Signature-256`. Needed with `url`.',
  },
  'bearer-token': {
    field: text('a token'),
    description: 'Token for the header `Authorization`, where the platform wants one beside the signature.',
  },
  idempotent: switchInput(
    '`true`: the platform keeps the header `Idempotency-Key`, so the request may be sent again after an unclear failure.',
  ),
  attempts: { field: integer({ min: 1, max: 10 }), default: 4, description: 'Tries in all, from 1 to 10.' },
  'timeout-seconds': {
    field: number({ min: 1, max: 300 }),
    default: 30,
    description: 'Longest time of one try, from 1 to 300.',
  },
  'job-id-path': {
    field: text('a path such as data.job.id'),
    description:
      'Where the JSON answer names the job, such as `data.job.id`. Default: `job_id`, `run_id`, `id` and the like.',
  },
  'status-url': {
    field: text('a URL with {key}'),
    description:
      'Where the platform of `url` tells the job of an idempotency key - `https://ml.example/jobs?key={key}`. It is asked before anything is sent, by GET with `bearer-token`: 200 with a job id means started, 404 not started; after any other answer nothing is sent.',
  },
  version: {
    field: text('a version'),
    description: 'Version of the commit, from emit-version-tag. Default: `dev-<sha8>`.',
  },
  'git-ref': {
    field: text('a branch or tag'),
    description: 'Branch or tag that is passed as `git_ref`. Default: the branch of the event.',
  },
  sha: {
    field: text('a commit'),
    description: 'Commit to run. Default: the head of the pull request, else the commit that was pushed.',
  },
  author: {
    field: text('a login'),
    description:
      'Who answers for the commit. Default: the author of the pull request that was merged, else who started this run.',
  },
  'pr-number': {
    field: integer({ min: 1 }),
    description:
      'Number of the pull request. Default: the one of the event, else the one whose merge was pushed.',
  },
  inputs: {
    field: jsonObject,
    description:
      'JSON object with inputs of the receiver\'s own - `{"cluster": "a3"}`. For `event-type` they lie beside the request in the payload.',
  },
  'wait-seconds': {
    field: number({ min: 1, max: 600 }),
    default: 30,
    description:
      'Longest time in which the run that was started is looked for, from 1 to 600, where GitHub does not name it at once. Without one the verdict is `inconclusive`.',
  },
  'start-again': switchInput(
    '`true`: start it also where a run or job with the same idempotency key is there, or may be there.',
  ),
  extra: { field: jsonObject, description: 'JSON object that is sent along as `extra`.' },
  hotfix: switchInput(
    '`true`: after the deploy was triggered, record the time since the first push and who approved on the pull request, and open an issue for the evaluation that was skipped. Needs `pull-requests: write` and `issues: write`.',
  ),
  policy: policyInput(
    'Path of the policy file, read from the commit; it says which files the digests cover.',
  ),
  'working-directory': folderInput(),
  'github-token': tokenInput(
    'Token for `workflow`, `event-type`, `hotfix`, and to find the merged pull request.',
  ),
});

export type TriggerInputs = ValuesOf<typeof triggerInputs>;

/** Secrets are masked before anything else can print them. Throws a UserError that names every bad value. */
export function readTriggerInputs({ input }: ActionContext): TriggerInputs {
  for (const name of ['secret', 'bearer-token']) mask(input(name));
  return readInputs(triggerInputs, input);
}
