import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Ledger } from '../../ports/ledger.ts';
import type { Prepared } from '../../lineage/gate/prepare.ts';
import type { ResultsToRecord } from '../../check/record-results.ts';
import type { RecordFacts } from '../../lineage/index.ts';
import type { Finding, NoFacts, Report } from '../../report/model.ts';
import type { RunnerEnvironment } from '../../runner/environment.ts';
import { withFindings } from '../../report/make.ts';
import { errorReport } from '../../report/error-report.ts';
import { actionLog } from '#lib/action';
import { workingFolder } from '../../runner/paths.ts';
import type { ActionContext } from '../../runner/run-action.ts';
import type { ActionResult } from '../../runner/action-result.ts';
import { systemClock } from '../../kernel/clock.ts';
import { isUserError, UserError } from '../../kernel/user-error.ts';
import { outputTexts } from '../../runner/publish/output-texts.ts';
import { commitStores } from '../../runner/ledger/commit-stores.ts';
import { signedDrafts } from '../../runner/signatures.ts';
import { trustOf } from '../../runner/ledger/trust.ts';
import { bytesOf } from '../../runner/named-files.ts';
import { openRunnerLedger } from '../../runner/ledger/lineage-ledger.ts';
import { comparedWithServing, filesOf } from './compared.ts';
import { draftRecords } from './draft.ts';
import { readInputs } from '../../kernel/settings.ts';
import { recordInputs, type RecordInputs } from './inputs.ts';
import { recordedBefore } from './results.ts';
import { surroundings } from './surroundings.ts';
import { trunkWitness, type TrunkWitness } from './witness.ts';

const gate = 'record-lineage';

export async function main(context: ActionContext): Promise<ActionResult> {
  const inputs = readInputs(recordInputs, context.input);
  const { environment } = context;
  const cwd = await workingFolder(environment.workspace, inputs.workingDirectory);
  const ledger = await openRunnerLedger(environment, { cwd, remote: inputs.remote, token: inputs.token });
  const witness = trunkWitness(environment, { cwd, token: inputs.token });
  try {
    const result = await record(inputs, environment, { ledger, ...witness }, cwd);
    if (!inputs.noteState) return result;
    return { ...result, report: withFindings(result.report, await witness.note()) };
  } finally {
    await Promise.all([ledger.close(), witness.close()]);
  }
}

async function record(
  inputs: RecordInputs,
  environment: RunnerEnvironment,
  { ledger, states }: { readonly ledger: Ledger } & Pick<TrunkWitness, 'states'>,
  cwd: string,
): Promise<ActionResult> {
  const evaluated = await recordedBefore(inputs, () => filesOf(cwd));
  if (evaluated === 'nothing') return resultOf(await notEvaluated());
  const value = await draftRecords(inputs, () => filesOf(cwd), evaluated);
  if (value === undefined && !inputs.compact) return resultOf(nothingToRecord());
  const { appendRecords, askCommits, compactInbox, prepareRecords } = await import('#lib/lineage');
  const folding = { log: actionLog, clock: systemClock, ...(states === undefined ? {} : { states }) };
  if (value === undefined) return resultOf(await compactInbox(ledger, folding));
  const signed = await withSignatures(value, inputs, environment, cwd);
  const commits = await askCommits(signed.value, commitStores(environment, { cwd, token: inputs.token }));
  const records = prepareRecords(signed.value, {
    ...(await surroundings(environment, inputs.token)),
    commits,
  });
  const judged = { ...records, findings: [...signed.findings, ...records.findings] };
  const prepared = withResults(judged, evaluated);
  const written = await appendRecords(prepared, ledger).catch((error: unknown) =>
    keepForReplay(error, prepared, environment),
  );
  if ('replay' in written) return resultOf(written.report, written);
  if (written.verdict === 'fail') return resultOf(written);
  const { report, pages } = await comparedWithServing(written, prepared, environment, { ...inputs, cwd });
  if (!inputs.compact) return resultOf(report, { pages });
  const { findings, facts } = await compactInbox(ledger, folding);
  const all = {
    ...report,
    findings: [...report.findings, ...findings],
    facts: { ...facts, ...report.facts },
  };
  return resultOf(all, { pages });
}

/** The records with the signatures that the input names, by the policy on the default branch. */
async function withSignatures(
  value: unknown,
  { signatures = [], token }: RecordInputs,
  environment: RunnerEnvironment,
  cwd: string,
): Promise<{ readonly value: unknown; readonly findings: readonly Finding[] }> {
  if (signatures.length === 0) return { value, findings: [] };
  const files = await filesOf(cwd);
  const bundles = await Promise.all(
    signatures.map(async (name) => ({ name, bytes: await bytesOf(name, files) })),
  );
  return signedDrafts(value, bundles, await trustOf(environment, token));
}

async function notEvaluated(): Promise<Report<NoFacts>> {
  const { nothingRecorded } = await import('#lib/lineage');
  return nothingRecorded(
    'The policy names no evaluation results that are here, so there is nothing to record',
  );
}

function withResults(prepared: Prepared, evaluated: ResultsToRecord | undefined): Prepared {
  if (evaluated === undefined) return prepared;
  return {
    ...prepared,
    findings: [...prepared.findings, ...evaluated.findings],
    results: evaluated.rows,
  };
}

function nothingToRecord(): Report<NoFacts> {
  const error = new UserError('There is nothing to record.', {
    help: 'Give `from` and `to`, or `record`, or `file`; or `compact: true`.',
  });
  return errorReport(gate, error);
}

/** What could not be written is kept: a later step uploads it as an artifact, and `model-gates record` writes it. */
async function keepForReplay(
  error: unknown,
  prepared: Prepared,
  { temp }: RunnerEnvironment,
): Promise<{ readonly report: Report<NoFacts>; readonly replay: string }> {
  if (!isUserError(error)) throw error;
  const { replayText, resultsFile } = await import('#lib/lineage');
  const folder = temp || tmpdir();
  const id = prepared.records[0]?.id ?? 'records';
  const name = `lineage-${id.replaceAll(/[^\w.-]/g, '_').slice(0, 80)}.json`;
  const rows = [...(prepared.results ?? [])].map(([sha256, bytes]) => [resultsFile(sha256), bytes] as const);
  for (const [file, content] of [[name, replayText(prepared.records)] as const, ...rows])
    await writeFile(path.join(folder, file), content);
  const replay = [name, ...rows.map(([file]) => file)].map((file) => path.join(folder, file)).join('\n');
  const told = new UserError(`The record was not written: ${error.message}`, {
    help: `${error.help ?? ''} The record is kept in ${replay.replaceAll('\n', ', ')}: upload it as an artifact, and write it later with \`model-gates record ${name}\`.`.trim(),
    cause: error,
  });
  return { report: errorReport(gate, told), replay };
}

function resultOf(
  report: Report<Partial<RecordFacts>>,
  { replay = '', pages = [] }: { readonly replay?: string; readonly pages?: readonly string[] } = {},
): ActionResult {
  const { id, created, folded } = report.facts;
  const outputs = outputTexts({ id, created, folded, replay, comparison: pages.join('\n') });
  return { report, outputs, channels: {} };
}
