import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { exportTrace, trace, traceDiff } from '#lib/lineage';
import type { DiffPorts } from '../../gates/lineage/diff.ts';
import type { Ledger } from '../../gates/ledger.ts';
import type { Report } from '../../report/model.ts';
import type { RunnerEnvironment } from '../../runtime/environment.ts';
import { workingFolder } from '../../runtime/paths.ts';
import { version } from '../../runtime/product.ts';
import type { ActionContext, ActionResult } from '../../runtime/run-action.ts';
import { UserError } from '../../runtime/user-error.ts';
import { factText } from '../fact-text.ts';
import { openRunnerLedger } from '../lineage-ledger.ts';
import { commitSources } from './commits.ts';
import { readTraceInputs, type TraceInputs } from './inputs.ts';

export async function main(context: ActionContext): Promise<ActionResult> {
  const inputs = readTraceInputs(context);
  const { environment } = context;
  const id = inputs.id ?? environment.event.headSha ?? environment.sha;
  if (id === undefined || id === '')
    throw new UserError('There is no id to trace.', { help: 'Give the input id.' });
  const cwd = await workingFolder(environment.workspace, inputs.workingDirectory);
  const ledger = await openRunnerLedger(environment, { cwd, remote: inputs.remote, token: inputs.token });
  try {
    const sources = await commitSources(environment, { ...inputs, cwd });
    const report = await traced(id, inputs, { ledger, now: Date.now, ...sources });
    const exported = await exportChain(id, inputs, environment, ledger, report);
    return { report, outputs: { ...outputsOf(report), exported }, channels: {} };
  } finally {
    await ledger.close();
  }
}

/** Path of the file with the chain for another tool; '' where none is asked for, or nothing has the id. */
async function exportChain(
  id: string,
  { export: format, diff }: TraceInputs,
  { serverUrl, repository, temp }: RunnerEnvironment,
  ledger: Ledger,
  { verdict }: Report,
): Promise<string> {
  if (format === undefined || verdict === 'fail') return '';
  const request = { id: diff ?? id, format, serverUrl, repository, version };
  const file = path.join(temp || tmpdir(), `lineage-${format}.json`);
  await writeFile(file, await exportTrace(request, { ledger, now: Date.now }));
  return file;
}

function traced(id: string, inputs: TraceInputs, ports: DiffPorts): Promise<Report> {
  const { diff, file, line, since, reproduce } = inputs;
  if (diff !== undefined) return traceDiff(id, diff, ports);
  const more = { ...(line === undefined ? {} : { lines: line }), ...(since === undefined ? {} : { since }) };
  return trace({ id, reproduce, ...(file === undefined ? {} : { lines: { path: file, ...more } }) }, ports);
}

function outputsOf({ facts }: Report): Record<string, string> {
  const chain: unknown = facts['chain'];
  const links: readonly unknown[] = Array.isArray(chain) ? chain : [];
  const commit = links.find((link) => factText(link, 'kind') === 'commit');
  return {
    commit: factText(commit, 'id'),
    author: factText(commit, 'author'),
    'pr-number': factText(commit, 'pr_number'),
    chain: JSON.stringify(links),
  };
}
