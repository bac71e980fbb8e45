import { receiverInputs, unfitInputs, type InputProblem } from '../index.ts';
import type { DispatchPort } from '../../ports/dispatches.ts';
import { isUserError } from '../../kernel/user-error.ts';

/** What the workflow's own file says against these inputs; none where the token may not read it: then GitHub itself says so. */
export async function receiverProblems(
  { workflow, ref }: { readonly workflow: string; readonly ref: string },
  inputs: Readonly<Record<string, string>>,
  { workflowFile }: Pick<DispatchPort, 'workflowFile'>,
): Promise<InputProblem[]> {
  const bytes = await workflowFile(workflow, ref).catch((error: unknown) => {
    if (!isUserError(error)) throw error;
  });
  if (bytes === undefined) return [];
  const { readDocument } = await import('#lib/documents');
  const { value, findings } = readDocument(bytes, { file: workflow, dialect: 'yaml-1.2' });
  const broken = findings.find(({ severity }) => severity === 'error');
  if (broken !== undefined)
    return [
      {
        problem: `the workflow cannot be read, line ${broken.line ?? 1}: ${broken.message}`,
        fix: 'Fix its YAML on the branch or tag that is started.',
      },
    ];
  const declared = receiverInputs(value);
  return declared === undefined ? [notDispatched] : unfitInputs(declared, inputs);
}

const notDispatched: InputProblem = {
  problem: 'it has no `workflow_dispatch`',
  fix: 'Add `on: workflow_dispatch` with the inputs that the README of trigger-pipeline lists, on the default branch and on the one that is started.',
};
