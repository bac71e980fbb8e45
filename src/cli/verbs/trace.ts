import { lineRange } from '../../lineage/gate/line-range.ts';
import type { DiffPorts } from '../../lineage/gate/diff.ts';
import type { ExportSource } from '../../lineage/gate/export.ts';
import { exportFormats } from '../../lineage/settings.ts';
import { choice, flag, list, text } from '../../kernel/fields.ts';
import type { RequestLogs } from '../../ports/request-logs.ts';
import { httpPort } from '../../runner/http.ts';
import { signaturesBy } from '../../runner/signatures.ts';
import { version } from '../../kernel/product.ts';
import { isUserError, UserError } from '../../kernel/user-error.ts';
import { currentLedger, currentRepository } from '../change.ts';
import { currentCode } from '../code.ts';
import { serverOf } from '../forge.ts';
import { trustOf } from '../trust.ts';
import { defineVerb, type Terminal } from '../verb.ts';

export const traceVerb = defineVerb({
  name: 'trace',
  positionals: 'ID',
  summary: 'Goes from a serving version, weights, job, image or request back to commit, author and line.',
  options: {
    diff: { field: text('an id'), value: 'ID', help: 'Tell what changed from ID, the first, to this one.' },
    file: {
      field: text('a path'),
      value: 'PATH',
      help: 'Who changed this file since the version served before.',
    },
    line: { field: lineRange, value: 'N[-M]', help: 'Only these lines of the file.' },
    since: {
      field: text('an id'),
      value: 'ID',
      help: 'Compare with this version instead of the one before.',
    },
    traces: {
      field: list,
      value: 'FILE|URL',
      multiple: true,
      help: 'ID is that of a request: find what answered it in these logs, files or folders (OpenTelemetry, Langfuse, LiteLLM, JSON or plain lines; also packed with gzip or zstd). For an address, the header Authorization: TRACES_AUTHORIZATION.',
    },
    reproduce: { field: flag, help: 'What repeats the training job exactly, and what is missing for that.' },
    export: {
      field: choice(exportFormats),
      value: 'FORMAT',
      help: `Print the chain as JSON for another tool: ${exportFormats.join(', ')}.`,
    },
    mlflow: {
      field: text('an address'),
      value: 'URL',
      help: 'Register the weights with the MLflow server at URL. Credentials: MLFLOW_TRACKING_TOKEN, or _USERNAME and _PASSWORD.',
    },
    openlineage: {
      field: text('an address'),
      value: 'URL',
      help: 'Send the chain to the OpenLineage backend at URL; without an ID all of the ledger. Key: OPENLINEAGE_API_KEY.',
    },
    model: {
      field: text('a name'),
      value: 'NAME',
      help: 'Registered model in MLflow. Default: the name of the repository.',
    },
    alias: {
      field: list,
      value: 'NAME',
      multiple: true,
      help: 'Alias that MLflow gives to this version: champion. Several: again, or with commas.',
    },
    repository: {
      field: text('owner/name'),
      value: 'NAME',
      help: 'Repository in an export. Default: as recorded.',
    },
    remote: {
      field: text('a remote'),
      value: 'R',
      help: 'Remote, or address, that keeps the ledger. Default: origin.',
    },
  },
  examples: [
    'model-gates trace svc-qwen-v23',
    'model-gates trace svc-qwen-v22 --diff svc-qwen-v23',
    'model-gates trace svc-qwen-v23 --file configs/qwen3_vl_30b.yaml --line 14',
    'model-gates trace req-0351e58a8e16 --traces gateway.jsonl',
    'model-gates trace job-7781 --reproduce',
    'model-gates trace svc-qwen-v23 --export openlineage',
    'model-gates trace --openlineage https://marquez.example',
    'model-gates trace svc-qwen-v23 --mlflow https://mlflow.example --model qwen3-vl --alias production',
  ],
  async run(values, [id], terminal) {
    const { remote, file, line, export: format } = values;
    if (values.openlineage !== undefined)
      return { report: await sent(values.openlineage, id, values, terminal) };
    if (id === undefined)
      throw new UserError('No id was given', { help: 'Give the id of any artifact, or a SHA.' });
    if (file === undefined && line !== undefined)
      throw new UserError('--line needs --file', { help: 'See model-gates trace --help.' });
    const { checkTogether, traceOrDiff, exportTrace, mlflowTarget, withRegistration } =
      await import('#lib/lineage');
    checkTogether(values);
    const { model, alias: aliases = [], mlflow: address } = values;
    const names = { aliases, ...(model === undefined ? {} : { model }) };
    const target =
      address === undefined ? undefined : mlflowTarget({ ...names, address }, terminal.environment);
    const ledger = await currentLedger(terminal, remote);
    const { code, close } = await currentCode(terminal, remote);
    try {
      const source = async () => ({
        id: values.diff ?? id,
        ...(await sourceOf(values.repository, terminal)),
      });
      const rights = code === undefined ? {} : { rights: code.rights };
      if (format !== undefined)
        return {
          text: await exportTrace({ ...(await source()), format }, { ...rights, ledger, now: Date.now }),
        };
      const signatures = signaturesBy(() => trustOf({}, terminal));
      const ports: DiffPorts = { ledger, now: Date.now, signatures, ...code };
      const { traces = [] } = values;
      const logs = traces.length === 0 ? undefined : await logsOf(traces, terminal);
      const report = await traceOrDiff({ ...values, id, logs }, ports);
      if (target === undefined) return { report };
      const sending = { ...ports, ...httpPort(terminal.log) };
      return { report: await withRegistration(report, { ...(await source()), ...target }, sending) };
    } finally {
      await Promise.all([ledger.close(), close()]);
    }
  },
});

async function logsOf(places: readonly string[], { cwd, log }: Terminal): Promise<RequestLogs> {
  const { requestLogs } = await import('../../runner/logs/request-logs.ts');
  return requestLogs(places, cwd, log);
}

/** Of one chain, or of all of the ledger. */
async function sent(
  address: string,
  id: string | undefined,
  { remote, repository, ...asked }: Sending,
  terminal: Terminal,
) {
  const { checkTogether, openLineageBackend, sendOpenLineage } = await import('#lib/lineage');
  checkTogether({ ...asked, openlineage: address });
  const backend = openLineageBackend(address, terminal.environment);
  const ledger = await currentLedger(terminal, remote);
  const { code, close } = await currentCode(terminal, remote);
  try {
    const source = await sourceOf(repository, terminal);
    const rights = code === undefined ? {} : { rights: code.rights };
    const ports = { ledger, now: Date.now, ...rights, ...httpPort(terminal.log) };
    return await sendOpenLineage({ ...source, id, backend }, ports);
  } finally {
    await Promise.all([ledger.close(), close()]);
  }
}

interface Sending {
  readonly remote?: string | undefined;
  readonly repository?: string | undefined;
  readonly traces?: readonly string[] | undefined;
  readonly diff?: string | undefined;
  readonly export?: string | undefined;
  readonly mlflow?: string | undefined;
}

async function sourceOf(
  repository: string | undefined,
  terminal: Terminal,
): Promise<Omit<ExportSource, 'id'>> {
  const remoteUrl = async () => (await currentRepository(terminal).catch(notHere))?.remoteBranches.url();
  const serverUrl = await serverOf(terminal, remoteUrl);
  return { serverUrl, version, ...(repository === undefined ? {} : { repository }) };
}

function notHere(error: unknown): undefined {
  if (!isUserError(error)) throw error;
}
