import { isRecord } from '../../kernel/record.ts';
import { mask } from '#lib/action';
import { flag, integer, number, readFields, text, type Field } from '../../kernel/fields.ts';
import type { ActionContext } from '../../runner/run-action.ts';

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

const fields = {
  pipeline: text('a name'),
  workflow: text('the file name of a workflow'),
  ref: text('a branch or tag'),
  'event-type': text('a name'),
  repository,
  url: text('a URL'),
  secret: text('a secret'),
  'bearer-token': text('a token'),
  idempotent: flag,
  attempts: integer({ min: 1, max: 10 }),
  'timeout-seconds': number({ min: 1, max: 300 }),
  'job-id-path': text('a path such as data.job.id'),
  version: text('a version'),
  'git-ref': text('a branch or tag'),
  sha: text('a commit'),
  author: text('a login'),
  'pr-number': integer({ min: 1 }),
  extra: jsonObject,
  hotfix: flag,
  policy: text('a path'),
  'working-directory': text('a folder'),
  'github-token': text('a token'),
};

export type TriggerInputs = ReturnType<typeof readTriggerInputs>;

/** Secrets are masked before anything else can print them. Throws a UserError that names every bad value. */
export function readTriggerInputs({ input }: ActionContext) {
  for (const name of ['secret', 'bearer-token']) mask(input(name));
  return readFields(fields, input);
}
