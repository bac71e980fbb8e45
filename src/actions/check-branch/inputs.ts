import { flag, integer, readFields, text } from '../../kernel/fields.ts';
import type { ActionContext } from '../../runner/run-action.ts';

const fields = {
  'pull-request': integer({ min: 1 }),
  sync: flag,
  'requested-by': text('a login'),
  'compare-at-most': integer({ min: 0, max: 100 }),
  policy: text('a path'),
  'working-directory': text('a folder'),
  'github-token': text('a token'),
  comment: flag,
  'check-run': flag,
};

export interface BranchInputs {
  readonly pullRequest: number | undefined;
  readonly sync: boolean;
  readonly requestedBy: string | undefined;
  readonly compareAtMost: number;
  readonly policy: string;
  readonly workingDirectory: string;
  readonly token: string | undefined;
  readonly comment: boolean;
  readonly checkRun: boolean;
}

/** Throws a UserError that names every bad value. */
export function readBranchInputs(context: ActionContext): BranchInputs {
  const values = readFields(fields, context.input);
  return {
    pullRequest: values['pull-request'],
    sync: values.sync ?? false,
    requestedBy: values['requested-by'],
    compareAtMost: values['compare-at-most'] ?? 50,
    policy: values.policy ?? '.github/model-gates.yml',
    workingDirectory: values['working-directory'] ?? '.',
    token: values['github-token'],
    comment: values.comment ?? false,
    checkRun: values['check-run'] ?? false,
  };
}
