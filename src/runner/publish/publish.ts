/** Publishes one report everywhere the run allows: files, outputs, annotations, summary, comment, check. */
import { stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as core from '@actions/core';
import type { Logger } from '../../ports/index.ts';
import type { GitHub } from '../../ports/github.ts';
import {
  allFindings,
  annotationCommand,
  checkOutput,
  mdText,
  renderComment,
  renderJson,
  renderSarif,
  renderSummary,
  selectAnnotations,
  type RenderOptions,
  type Report,
  type Severity,
} from '../../report/index.ts';
import type { GitHubChannels } from './channels.ts';
import { appendToRunnerFile } from './append.ts';
import { makeFolder } from '../make-folder.ts';
import { setOutputs } from './outputs.ts';
import { suggest } from './suggest.ts';
import { version } from '../../kernel/product.ts';
import type { ActionResult } from '../action-result.ts';
import { isUserError } from '../../kernel/user-error.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** What cannot be published is reported in the log and never changes the verdict; without outputs, which later steps read, it throws at the end. */
export async function publish(result: ActionResult, variables: Variables, log: Logger): Promise<void> {
  const { report, channels } = result;
  annotate(report, log);
  const outputs = { verdict: report.verdict, ...result.outputs };
  const unset = await setOutputs(variables['GITHUB_OUTPUT'], outputs).catch((error: unknown) => ({ error }));
  await degrade(log, 'The report files', async () =>
    setOutputs(
      variables['GITHUB_OUTPUT'],
      await writeFiles(report, channels.render, variables['RUNNER_TEMP']),
    ),
  );
  await degrade(log, 'The step summary', () =>
    writeSummary(report, channels.render, variables['GITHUB_STEP_SUMMARY']),
  );
  if (channels.github !== undefined) await publishToGitHub(report, channels.github, channels.render, log);
  await degrade(log, 'The note on suggestions', () => publishSuggestions(result, variables, log));
  log.info(`${report.gate}: ${report.verdict}: ${report.title}`);
  if (unset !== undefined) throw unset.error;
}

/** Paths of the files, as outputs. */
async function writeFiles(
  report: Report,
  render: RenderOptions | undefined,
  temp: string | undefined,
): Promise<Record<string, string>> {
  if (temp === undefined || temp === '') return {};
  const folder = path.join(temp, 'model-gates');
  await makeFolder(folder);
  const json = path.join(folder, `${report.gate}.json`);
  const sarif = path.join(folder, `${report.gate}.sarif`);
  await writeFile(json, renderJson(report));
  await writeFile(sarif, await sarifText(report, render));
  return { report: json, sarif };
}

/** With what each rule means, which code scanning shows beside an alert; those texts are loaded only where there is one. */
async function sarifText(report: Report, render: RenderOptions | undefined): Promise<string> {
  const rules = allFindings(report).length === 0 ? [] : (await import('#lib/rules')).allRules;
  return renderSarif(report, { ...render, rules, version });
}

const annotators: Readonly<Record<Severity, typeof core.error>> = {
  error: core.error,
  warning: core.warning,
  notice: core.notice,
};

function annotate(report: Report, log: Logger): void {
  const { shown, omitted } = selectAnnotations(allFindings(report));
  for (const finding of shown) {
    const { level, message, properties } = annotationCommand(finding);
    annotators[level](message, properties);
  }
  const left = Object.entries(omitted).filter(([, count]) => count > 0);
  if (left.length > 0)
    log.info(
      `Not annotated, for a step shows ten of each: ${left.map(([severity, count]) => `${count} × ${severity}`).join(', ')}. All are in the summary.`,
    );
}

/** Steps of a job share nothing but the limit is per step, so only what is there already counts. */
async function writeSummary(
  report: Report,
  render: RenderOptions | undefined,
  file: string | undefined,
): Promise<void> {
  if (file === undefined || file === '') return;
  const used = await stat(file).then(
    ({ size }) => size,
    () => 0,
  );
  const maxBytes = Math.max(0, 1_000_000 - used);
  const text = renderSummary(report, { ...render, maxBytes });
  await appendToRunnerFile('GITHUB_STEP_SUMMARY', file, text);
}

async function publishSuggestions(
  { report, channels: { suggest: to, github, render } }: ActionResult,
  variables: Variables,
  log: Logger,
): Promise<void> {
  if (to === undefined) return;
  const note = await suggest(report, to, github, render, log);
  const file = variables['GITHUB_STEP_SUMMARY'];
  if (note === '') return;
  log.info(note);
  if (file !== undefined && file !== '')
    await appendToRunnerFile('GITHUB_STEP_SUMMARY', file, `\n${mdText(note)}\n`);
}

async function publishToGitHub(
  report: Report,
  to: GitHubChannels,
  render: RenderOptions | undefined,
  log: Logger,
): Promise<void> {
  if (to.comment === undefined && to.check === undefined) return;
  const { connect } = await import('#lib/github');
  const github = connect({ token: to.token, apiUrl: to.apiUrl, repository: to.repository, log });
  const { comment, check } = to;
  if (comment !== undefined) {
    await degrade(log, 'The comment', () =>
      github.comments.upsert(comment, report.gate, renderComment(report, report.gate, render)),
    );
  }
  const name = to.aside === undefined ? report.gate : `${report.gate} (${to.aside})`;
  if (check !== undefined)
    await degrade(log, 'The check', () => publishCheck(report, { name, sha: check }, github, render));
}

async function degrade(log: Logger, what: string, attempt: () => Promise<unknown>): Promise<void> {
  try {
    await attempt();
  } catch (error) {
    const sentences = [
      `${what} could not be written: ${error instanceof Error ? error.message : String(error)}`,
    ];
    if (isUserError(error) && error.help !== undefined) sentences.push(error.help);
    log.warning(`${sentences.join('. ')}. The verdict stands.`);
  }
}

async function publishCheck(
  report: Report,
  check: { readonly name: string; readonly sha: string },
  github: GitHub,
  render: RenderOptions | undefined,
): Promise<void> {
  const details = render?.runUrl === undefined ? {} : { detailsUrl: render.runUrl };
  await github.checks.publish({ ...check, output: checkOutput(report, render), ...details });
}
