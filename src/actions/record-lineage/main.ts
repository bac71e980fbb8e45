import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { folderTree } from '#lib/git';
import { appendRecords, compactInbox, prepareRecords, replayText } from '#lib/lineage';
import type { Ledger } from '../../gates/ledger.ts';
import type { Report } from '../../report/model.ts';
import type { RunnerEnvironment } from '../../runtime/environment.ts';
import { errorReport } from '../../runtime/error-report.ts';
import { actionLog } from '#lib/action';
import { workingFolder } from '../../runtime/paths.ts';
import type { ActionContext, ActionResult } from '../../runtime/run-action.ts';
import { isUserError, UserError } from '../../runtime/user-error.ts';
import { factText } from '../fact-text.ts';
import { openRunnerLedger } from '../lineage-ledger.ts';
import { draftRecords } from './draft.ts';
import { readRecordInputs, type RecordInputs } from './inputs.ts';
import { surroundings } from './surroundings.ts';

const gate = 'record-lineage';

export async function main(context: ActionContext): Promise<ActionResult> {
  const inputs = readRecordInputs(context);
  const { environment } = context;
  const cwd = await workingFolder(environment.workspace, inputs.workingDirectory);
  const ledger = await openRunnerLedger(environment, { cwd, remote: inputs.remote, token: inputs.token });
  try {
    return await record(inputs, environment, ledger, cwd);
  } finally {
    await ledger.close();
  }
}

async function record(
  inputs: RecordInputs,
  environment: RunnerEnvironment,
  ledger: Ledger,
  cwd: string,
): Promise<ActionResult> {
  const value = await draftRecords(inputs, () => folderTree(cwd));
  if (value === undefined && !inputs.compact) return resultOf(nothingToRecord());
  if (value === undefined) return resultOf(await compactInbox(ledger, { log: actionLog }));
  const prepared = prepareRecords(value, await surroundings(environment, inputs.token));
  const written = await appendRecords(prepared, ledger).catch((error: unknown) =>
    keepForReplay(error, replayText(prepared.records), environment, prepared.records[0]?.id),
  );
  if ('replay' in written) return resultOf(written.report, written.replay);
  if (!inputs.compact || written.verdict === 'fail') return resultOf(written);
  const { findings, facts } = await compactInbox(ledger, { log: actionLog });
  return resultOf({
    ...written,
    findings: [...written.findings, ...findings],
    facts: { ...facts, ...written.facts },
  });
}

function nothingToRecord(): Report {
  const error = new UserError('There is nothing to record.', {
    help: 'Give `from` and `to`, or `record`, or `file`; or `compact: true`.',
  });
  return errorReport(gate, error);
}

/** What could not be written is kept: a later step uploads it as an artifact, and `model-gates record` writes it. */
async function keepForReplay(
  error: unknown,
  text: string,
  { temp }: RunnerEnvironment,
  id = 'records',
): Promise<{ readonly report: Report; readonly replay: string }> {
  if (!isUserError(error)) throw error;
  const name = `lineage-${id.replaceAll(/[^\w.-]/g, '_').slice(0, 80)}.json`;
  const replay = path.join(temp || tmpdir(), name);
  await writeFile(replay, text);
  const told = new UserError(`The record was not written: ${error.message}`, {
    help: `${error.help ?? ''} The record is kept in ${replay}: upload it as an artifact, and write it later with \`model-gates record ${name}\`.`.trim(),
    cause: error,
  });
  return { report: errorReport(gate, told), replay };
}

function resultOf(report: Report, replay = ''): ActionResult {
  const outputs = {
    id: factText(report.facts, 'id'),
    created: factText(report.facts, 'created'),
    folded: factText(report.facts, 'folded'),
    replay,
  };
  return { report, outputs, channels: {} };
}
