import { list, readFields, text } from '../../kernel/fields.ts';
import type { ActionContext } from '../../runner/run-action.ts';

const fields = {
  claim: text('a tag'),
  next: text('a line of releases, patch, minor, major, conventional, auto or none'),
  'pre-release': text('a word such as rc'),
  prefix: text('a prefix'),
  sha: text('a commit'),
  reports: list,
  remote: text('the name of a remote'),
  policy: text('a path'),
  'working-directory': text('a folder'),
  'github-token': text('a token'),
};

export interface VersionInputs {
  readonly claim: string | undefined;
  readonly next: string | undefined;
  readonly preRelease: string | undefined;
  readonly prefix: string | undefined;
  readonly sha: string | undefined;
  readonly reports: readonly string[];
  readonly remote: string;
  readonly policy: string;
  readonly workingDirectory: string;
  readonly token: string | undefined;
}

/** Throws a UserError that names every bad value. */
export function readVersionInputs(context: ActionContext): VersionInputs {
  const values = readFields(fields, context.input);
  return {
    claim: values.claim,
    next: values.next,
    preRelease: values['pre-release'],
    prefix: values.prefix,
    sha: values.sha,
    reports: values.reports ?? [],
    remote: values.remote ?? 'origin',
    policy: values.policy ?? '.github/model-gates.yml',
    workingDirectory: values['working-directory'] ?? '.',
    token: values['github-token'],
  };
}
