import { readFields, text } from '../../kernel/fields.ts';
import { fieldsOf, inputs, withDefaults, type SettingTable, type ValuesOf } from '../../kernel/settings.ts';
import type { ActionContext } from '../run-action.ts';
import { folderInput, policyInput, switchInput, tokenInput } from '../shared-inputs.ts';

/** Inputs that every action judging a change has. */
export const changeInputs = inputs({
  policy: policyInput(
    'Path of the policy file. It is read from the base commit, never from the pull request. Another than the default must be there, and be listed in `policies` of the default one where that is there.',
  ),
  base: {
    field: text('a commit, branch or tag'),
    description:
      "Commit, branch or tag to compare with. Default: what the event says (a pull request's base, the commit before a push), else trunk. By the name of trunk its branch on the remote is meant. On a pull request never a commit of the change itself.",
  },
  'working-directory': folderInput(),
  'github-token': tokenInput(
    'Token for the merge base, the comment and the check. Without one the gate still judges; it reads everything from git.',
  ),
  comment: switchInput(
    '`true`: keep one comment on the pull request up to date. Needs `pull-requests: write`.',
  ),
  'check-run': switchInput(
    '`true`: publish a check with annotations on the head commit, beyond the 10 that a step may show. Needs `checks: write`.',
  ),
});

/** Of actions whose findings may carry a fix. */
export const suggestInputs = inputs({
  suggest: switchInput(
    '`true`: suggest each fix that is one edit of lines that the pull request changed, in one review that is kept up to date. Needs `pull-requests: write`; never on a pull request from a fork.',
  ),
});

const allInputs = { ...changeInputs, ...suggestInputs };

export type ChangeInputs = ValuesOf<typeof changeInputs>;

/** These inputs and those that a gate's settings are, each read once; all bad values are reported in one UserError. `suggests`: `suggest` too. */
export function readGateInputs(
  { input }: ActionContext,
  table: SettingTable,
  suggests: boolean,
): { common: ValuesOf<typeof allInputs>; own: Readonly<Record<string, unknown>> } {
  const fields = fieldsOf(table);
  const values = Object.entries(
    readFields({ ...fieldsOf(suggests ? allInputs : changeInputs), ...fields }, input),
  );
  const common = values.filter(([name]) => !(name in fields));
  return {
    common: withDefaults(allInputs, Object.fromEntries(common)),
    own: Object.fromEntries(values.filter(([name]) => name in fields)),
  };
}
