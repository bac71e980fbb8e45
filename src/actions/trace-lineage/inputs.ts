import { lineRange } from '../../lineage/gate/line-range.ts';
import { exportFormats } from '../../lineage/settings.ts';
import { choice, list, text } from '../../kernel/fields.ts';
import { inputs, type ValuesOf } from '../../kernel/settings.ts';
import { folderInput, remoteInput, switchInput, tokenInput } from '../../runner/shared-inputs.ts';

export const traceInputs = inputs({
  id: {
    field: text('an id'),
    description:
      'Id, digest, service or (abbreviated) SHA of any artifact; `kind:id` where several kinds share an id. Default: the commit of this run.',
  },
  diff: {
    field: text('an id'),
    description:
      'Second id. Tells what changed from `id` to this one - commits, config values, packages, metrics.',
  },
  file: {
    field: text('a path'),
    description: 'Path of a file. Tells who changed it since the version that was served before.',
  },
  line: { field: lineRange, description: 'Only these lines of the file - `14` or `14-20`.' },
  since: {
    field: text('an id'),
    description: 'Id of the serving version to compare with. Default: the one before, by its `service`.',
  },
  traces: {
    field: list,
    description:
      '`id` is that of a request: what answered it is looked for in these logs - paths of files or folders, or addresses, one a line (OpenTelemetry, Langfuse, LiteLLM, JSON or plain lines; also packed with gzip or zstd). For an address the header Authorization comes from the environment, `TRACES_AUTHORIZATION`.',
  },
  reproduce: switchInput(
    '`true` tells what repeats each training job of the chain exactly, and what is missing for that.',
  ),
  export: {
    field: choice(exportFormats),
    description:
      'Writes the chain for another tool - openlineage, cdevents, slsa-provenance, test-result, oci-labels, model-card or mlflow.',
  },
  mlflow: {
    field: text('an address'),
    description:
      'Address of an MLflow tracking server, with which the weights of the chain are registered. Credentials come from the environment - `MLFLOW_TRACKING_TOKEN`, or `MLFLOW_TRACKING_USERNAME` and `MLFLOW_TRACKING_PASSWORD`.',
  },
  model: {
    field: text('a name'),
    description: 'Name of the registered model in MLflow. Default: the name of the repository.',
  },
  alias: {
    field: list,
    description:
      'Aliases that MLflow gives to this version, such as `production` - one a line or separated by commas.',
  },
  repository: {
    field: text('owner/name'),
    description: 'Repository in an export, as owner/name. Default: the repository of this run.',
  },
  remote: remoteInput('Git remote that keeps the ledger.'),
  'working-directory': folderInput(' A trace needs no checkout.'),
  'github-token': tokenInput(
    'Token to read pull requests, and the ledger where git cannot. Needs `contents: read` and `pull-requests: read`; with `actions: read` it confirms who recorded what, with `statuses: read` that the ledger was not rewritten.',
  ),
});

export type TraceInputs = ValuesOf<typeof traceInputs>;
