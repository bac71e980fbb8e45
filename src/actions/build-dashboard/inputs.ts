import { readFields, text } from '../../kernel/fields.ts';
import type { ActionContext } from '../../runner/run-action.ts';

const fields = {
  out: text('a path'),
  trunk: text('a branch'),
  remote: text('the name of a remote'),
  policy: text('a path'),
  'working-directory': text('a folder'),
  'github-token': text('a token'),
};

/** Throws a UserError that names every bad value. */
export function readDashboardInputs(context: ActionContext) {
  const values = readFields(fields, context.input);
  return {
    out: values.out ?? 'model-board/index.html',
    trunk: values.trunk,
    remote: values.remote ?? 'origin',
    policy: values.policy ?? '.github/model-gates.yml',
    workingDirectory: values['working-directory'] ?? '.',
    token: values['github-token'],
  };
}

export type DashboardInputs = ReturnType<typeof readDashboardInputs>;
