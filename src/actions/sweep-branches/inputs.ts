import { flag, readFields, text } from '../../kernel/fields.ts';
import type { ActionContext } from '../../runner/run-action.ts';

const fields = {
  'dry-run': flag,
  restore: text('a branch'),
  remote: text('the name of a remote'),
  policy: text('a path'),
  'working-directory': text('a folder'),
  'github-token': text('a token'),
};

export interface SweepInputs {
  readonly dryRun: boolean;
  readonly restore: string | undefined;
  readonly remote: string;
  readonly policy: string;
  readonly workingDirectory: string;
  readonly token: string | undefined;
}

/** Throws a UserError that names every bad value. */
export function readSweepInputs(context: ActionContext): SweepInputs {
  const values = readFields(fields, context.input);
  return {
    dryRun: values['dry-run'] ?? true,
    restore: values.restore,
    remote: values.remote ?? 'origin',
    policy: values.policy ?? '.github/model-gates.yml',
    workingDirectory: values['working-directory'] ?? '.',
    token: values['github-token'],
  };
}
