import { loadNamedPolicy, outputTexts } from '#lib/change';
import { withFollowUp } from '../../releases/gate/follow-up.ts';
import { triggerPipeline, type TriggerPorts } from '../../releases/gate/trigger-pipeline.ts';
import type { TriggerFacts } from '../../releases/index.ts';
import type { NoFacts, Report } from '../../report/model.ts';
import type { GitHub } from '#lib/github';
import type { RunnerEnvironment } from '../../runner/environment.ts';
import { errorReport } from '../../report/error-report.ts';
import { httpPort } from '../../runner/http.ts';
import { systemClock } from '../../kernel/clock.ts';
import { actionLog } from '#lib/action';
import { workingFolder } from '../../runner/paths.ts';
import type { ActionContext } from '../../runner/run-action.ts';
import type { ActionResult } from '../../runner/action-result.ts';
import { isUserError } from '../../kernel/user-error.ts';
import { callOf } from './call.ts';
import { followUpOf } from './follow-up.ts';
import { readTriggerInputs, type TriggerInputs } from './inputs.ts';
import { targetOf } from './target.ts';

/** Where nothing could be started, without facts. */
type Triggered = Report<Partial<TriggerFacts>>;

/** The outputs are set even where nothing could be started: a later step reads an empty `job-id`, never one of before. */
export async function main(context: ActionContext): Promise<ActionResult> {
  const inputs = readTriggerInputs(context);
  const report = await trigger(inputs, context.environment).catch(asReport);
  return { report, outputs: outputsOf(report), channels: {} };
}

function asReport(error: unknown): Report<NoFacts> {
  if (!isUserError(error)) throw error;
  return errorReport('trigger-pipeline', error);
}

async function trigger(inputs: TriggerInputs, environment: RunnerEnvironment): Promise<Triggered> {
  const target = targetOf(inputs, environment);
  const repository = await openRepository(inputs, environment);
  const sha = await repository.resolve(inputs.sha ?? environment.event.headSha ?? 'HEAD');
  const { policy, findings } = await loadNamedPolicy(repository.tree(sha), inputs.policy);
  const github = await connected(inputs, environment, environment.repository);
  const known = github === undefined ? {} : { github };
  const call = await callOf({ environment, inputs, repository, policy, sha, ...known });
  const triggered = await triggerPipeline(
    call,
    target,
    portsOf(
      inputs,
      environment,
      async () => (await firstAttempt(environment, github)) ?? repository.commitDate(sha),
    ),
  );
  const report = inputs.hotfix
    ? await withFollowUp(triggered, ...followUpOf(call, policy, environment, github))
    : triggered;
  return { ...report, findings: [...findings, ...report.findings] };
}

async function openRepository(inputs: TriggerInputs, { workspace }: RunnerEnvironment) {
  const cwd = await workingFolder(workspace, inputs.workingDirectory);
  const library = await import('#lib/git');
  const token = inputs.token;
  return library.openRepository({ cwd, log: actionLog, ...(token === undefined ? {} : { token }) });
}

async function connected(inputs: TriggerInputs, { apiUrl }: RunnerEnvironment, repository: string) {
  const token = inputs.token;
  if (token === undefined) return undefined;
  const { connect } = await import('#lib/github');
  return connect({ token, apiUrl, repository, log: actionLog });
}

/** When this run began, ISO 8601; `undefined` where GitHub does not tell. */
async function firstAttempt(
  { runId }: RunnerEnvironment,
  github: GitHub | undefined,
): Promise<string | undefined> {
  if (runId === undefined || github === undefined) return undefined;
  const run = await github.runs.get(runId).catch((error: unknown) => {
    if (!isUserError(error)) throw error;
  });
  return run?.createdAt;
}

function portsOf(
  inputs: TriggerInputs,
  { apiUrl, runAttempt }: RunnerEnvironment,
  began: () => Promise<string>,
): TriggerPorts {
  return {
    repeats: async () => (Number(runAttempt ?? 1) > 1 ? began() : undefined),
    ...httpPort(actionLog),
    log: actionLog,
    clock: systemClock,
    dispatches: async (repository) => {
      const { connect } = await import('#lib/github');
      return connect({ token: inputs.token ?? '', apiUrl, repository, log: actionLog }).dispatches;
    },
  };
}

function outputsOf({ facts: { state, jobId, url, request, hotfix } }: Triggered): Record<string, string> {
  return outputTexts({
    // Where nothing could be sent, there is no state of it either.
    state: state ?? 'refused',
    'job-id': jobId,
    'job-url': url,
    'idempotency-key': request?.idempotency_key,
    request,
    'hotfix-minutes': hotfix?.minutes,
    'follow-up-issue': hotfix?.issue,
    'evaluate-by': hotfix?.evaluateBy,
    'approved-by': hotfix?.approval?.by,
    'approved-at': hotfix?.approval?.at,
    'approved-sha': hotfix?.approval?.sha,
  });
}
