import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { actionLog, mask } from '#lib/action';
import type { ExportSource } from '../../lineage/gate/export.ts';
import type { ChainFacts } from '../../lineage/index.ts';
import type { TracePorts } from '../../lineage/gate/traced.ts';
import type { Report } from '../../report/model.ts';
import type { RunnerEnvironment } from '../../runner/environment.ts';
import { httpPort } from '../../runner/http.ts';
import { requestLogs } from '../../runner/logs/request-logs.ts';
import { workingFolder } from '../../runner/paths.ts';
import { version } from '../../kernel/product.ts';
import type { ActionContext } from '../../runner/run-action.ts';
import type { ActionResult } from '../../runner/action-result.ts';
import { UserError } from '../../kernel/user-error.ts';
import { outputTexts } from '../../runner/publish/output-texts.ts';
import { openRunnerLedger, runsBy } from '../../runner/ledger/lineage-ledger.ts';
import { trustOf } from '../../runner/ledger/trust.ts';
import { signaturesBy } from '../../runner/signatures.ts';
import { commitSources } from '../../runner/ledger/commit-sources.ts';
import { readInputs } from '../../kernel/settings.ts';
import { traceInputs, type TraceInputs } from './inputs.ts';

export async function main(context: ActionContext): Promise<ActionResult> {
  const inputs = readInputs(traceInputs, context.input);
  const { environment } = context;
  const id = inputs.id ?? environment.event.headSha ?? environment.sha;
  if (id === undefined || id === '')
    throw new UserError('There is no id to trace.', { help: 'Give the input id.' });
  const target = await mlflowOf(inputs);
  const cwd = await workingFolder(environment.workspace, inputs.workingDirectory);
  const ledger = await openRunnerLedger(environment, { cwd, remote: inputs.remote, token: inputs.token });
  try {
    const sources = await commitSources(environment, { ...inputs, cwd });
    const signatures = signaturesBy(() => trustOf(environment, inputs.token));
    const ports = { ledger, now: Date.now, signatures, ...runsBy(environment, inputs.token), ...sources };
    const { traces = [] } = inputs;
    const { checkTogether, traceOrDiff, withRegistration } = await import('#lib/lineage');
    checkTogether(inputs);
    const logs = traces.length === 0 ? undefined : requestLogs(traces, cwd, actionLog);
    mask(process.env['TRACES_AUTHORIZATION']);
    const report = await traceOrDiff({ ...inputs, id, logs }, ports);
    const source = sourceOf(inputs.diff ?? id, inputs.repository, environment);
    const exported = report.verdict === 'fail' ? '' : await exportChain(source, inputs, environment, ports);
    const sending = { ...ports, ...httpPort(actionLog) };
    const complete =
      target === undefined ? report : await withRegistration(report, { ...source, ...target }, sending);
    return { report: complete, outputs: { ...outputsOf(complete), exported }, channels: {} };
  } finally {
    await ledger.close();
  }
}

function sourceOf(
  id: string,
  given: string | undefined,
  { serverUrl, repository }: RunnerEnvironment,
): ExportSource {
  return { id, serverUrl, repository: given ?? repository, version };
}

/** Path of the file with the chain for another tool; '' where none is asked for. */
async function exportChain(
  source: ExportSource,
  { export: format }: TraceInputs,
  { temp }: RunnerEnvironment,
  ports: TracePorts & Pick<Required<TracePorts>, 'rights'>,
): Promise<string> {
  if (format === undefined) return '';
  const { exportTrace } = await import('#lib/lineage');
  const file = path.join(temp || tmpdir(), `lineage-${format}.json`);
  await writeFile(
    file,
    await exportTrace({ ...source, format }, { ledger: ports.ledger, rights: ports.rights, now: Date.now }),
  );
  return file;
}

/** Throws a UserError for names or an address that MLflow cannot have, before anything is read. */
async function mlflowOf({ mlflow: address, model, alias: aliases = [] }: TraceInputs) {
  if (address === undefined) return undefined;
  mask(process.env['MLFLOW_TRACKING_TOKEN']);
  mask(process.env['MLFLOW_TRACKING_PASSWORD']);
  const { mlflowTarget } = await import('#lib/lineage');
  return mlflowTarget({ address, aliases, ...(model === undefined ? {} : { model }) }, process.env);
}

function outputsOf({ facts: { chain, mlflow } }: Report<ChainFacts>): Record<string, string> {
  const commit = chain.find(({ kind }) => kind === 'commit');
  return outputTexts({
    commit: commit?.id,
    author: commit?.author,
    'pr-number': commit?.pr_number,
    chain,
    'mlflow-version': mlflow?.version,
  });
}
