import { lineRange } from '../../lineage/gate/line-range.ts';
import { exportFormats } from '../../lineage/settings.ts';
import { choice, flag, list, readFields, text } from '../../kernel/fields.ts';
import type { ActionContext } from '../../runner/run-action.ts';

const fields = {
  id: text('an id'),
  diff: text('an id'),
  file: text('a path'),
  line: lineRange,
  since: text('an id'),
  reproduce: flag,
  export: choice(exportFormats),
  mlflow: text('an address'),
  model: text('a name'),
  alias: list,
  remote: text('the name of a remote'),
  'working-directory': text('a folder'),
  'github-token': text('a token'),
};

export function readTraceInputs(context: ActionContext) {
  const values = readFields(fields, context.input);
  return {
    ...values,
    reproduce: values.reproduce ?? false,
    remote: values.remote ?? 'origin',
    workingDirectory: values['working-directory'] ?? '.',
    token: values['github-token'],
  };
}

export type TraceInputs = ReturnType<typeof readTraceInputs>;
