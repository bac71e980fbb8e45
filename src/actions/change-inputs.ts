import { flag, readFields, text, type Fields, type Values } from '../kernel/fields.ts';
import type { ActionContext } from '../runner/run-action.ts';

/** Inputs that every action judging a change has. */
export const changeFields = {
  policy: text('a path'),
  base: text('a commit, branch or tag'),
  'working-directory': text('a folder'),
  'github-token': text('a token'),
  comment: flag,
  'check-run': flag,
};

export interface ChangeInputs {
  readonly policy: string;
  readonly base: string | undefined;
  readonly workingDirectory: string;
  readonly token: string | undefined;
  readonly comment: boolean;
  readonly checkRun: boolean;
}

/** The common inputs and the gate's own, each read once; all bad values are told in one UserError. */
export function readChangeInputs<F extends Fields>(
  context: ActionContext,
  own: F,
): { common: ChangeInputs; own: Values<F> } {
  const values = readFields({ ...changeFields, ...own }, context.input);
  const common = values as Values<typeof changeFields>;
  return {
    common: {
      policy: common.policy ?? '.github/model-gates.yml',
      base: common.base,
      workingDirectory: common['working-directory'] ?? '.',
      token: common['github-token'],
      comment: common.comment ?? false,
      checkRun: common['check-run'] ?? false,
    },
    own: pick(values, Object.keys(own)),
  };
}

function pick(values: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}
