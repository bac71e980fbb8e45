/** Starts a pipeline elsewhere: a workflow, a repository event, or a signed request to an ML platform. */
import { type Started, noJobId } from './started.ts';
import type { Run, DispatchPort } from '../../ports/dispatches.ts';
import { type Report, verdictOf } from '../../report/model.ts';
import { makeReport } from '../../report/make.ts';
import { errorFinding } from '../../report/error-report.ts';
import { isUserError } from '../../kernel/user-error.ts';
import {
  asInputs,
  identityOf,
  type PipelineCall,
  type PipelineRequest,
  type TriggerFacts,
} from '../index.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { HttpPort } from '../../ports/http.ts';
import type { Logger } from '../../ports/index.ts';
import { startByHttp, type HttpTarget } from './signed-request.ts';

export type Target =
  | {
      readonly kind: 'workflow';
      /** `owner/name`. */
      readonly repository: string;
      /** File name or id. */
      readonly workflow: string;
      readonly ref: string;
    }
  | { readonly kind: 'repository-event'; readonly repository: string; readonly eventType: string }
  | HttpTarget;

export interface TriggerPorts extends HttpPort {
  readonly log: Logger;
  readonly clock: Clock;
  dispatches(repository: string): Promise<DispatchPort>;
}

const gate = 'trigger-pipeline';

/** One call, one report; what GitHub refuses is a finding. The facts hold the request as it was sent. */
export async function triggerPipeline(
  call: PipelineCall,
  target: Target,
  ports: TriggerPorts,
): Promise<Report<TriggerFacts>> {
  const request = await withKey(call, target);
  ports.log.info(`${gate}: ${request.pipeline} for ${request.version} (${request.sha.slice(0, 8)})`);
  const started = await start(request, target, ports).catch((error: unknown): Started => ({
    findings: [errorFinding(error)],
  }));
  const verdict = verdictOf(started.findings);
  return makeReport({
    gate,
    title: titleOf(request, started, verdict === 'pass'),
    findings: started.findings,
    facts: {
      request,
      target: targetName(target),
      jobId: started.jobId ?? null,
      url: started.url ?? null,
      status: started.status ?? null,
    },
  });
}

function start(request: PipelineRequest, target: Target, ports: TriggerPorts): Promise<Started> {
  switch (target.kind) {
    case 'workflow':
      return startWorkflow(request, target, ports);
    case 'repository-event':
      return sendEvent(request, target, ports);
    case 'http':
      return startByHttp(request, target, ports);
  }
}

/** SHA-256 of what is started where: the same for a re-run, so that a receiver can tell it from a second start. */
async function withKey(call: PipelineCall, target: Target): Promise<PipelineRequest> {
  const { createHash } = await import('node:crypto');
  const key = createHash('sha256')
    .update(identityOf(call, targetName(target)))
    .digest('hex');
  return { ...call, idempotency_key: key };
}

/** Where it goes, without anything secret. */
export function targetName(target: Target): string {
  switch (target.kind) {
    case 'workflow':
      return `${target.repository}/.github/workflows/${target.workflow}@${target.ref}`;
    case 'repository-event':
      return `${target.repository}#${target.eventType}`;
    case 'http':
      return target.shown;
  }
}

async function startWorkflow(
  request: PipelineRequest,
  { repository, workflow, ref }: Target & { kind: 'workflow' },
  ports: TriggerPorts,
): Promise<Started> {
  const { runId, url } = await (
    await ports.dispatches(repository)
  ).workflow(workflow, ref, asInputs(request));
  return {
    ...(runId === undefined ? {} : { jobId: String(runId) }),
    ...(url === undefined ? {} : { url }),
    findings: runId === undefined ? [noJobId('This GitHub does not tell the id of the run.')] : [],
  };
}

/** GitHub takes ten properties at most: the request goes as one. */
async function sendEvent(
  request: PipelineRequest,
  { repository, eventType }: Target & { kind: 'repository-event' },
  ports: TriggerPorts,
): Promise<Started> {
  const dispatches = await ports.dispatches(repository);
  const named = () => dispatches.runsNaming(request.idempotency_key);
  // A run of before has the same key: what is there already is not the one that starts now.
  const before = await named().catch(asReason);
  await dispatches.repository(eventType, { request });
  if (typeof before === 'string') return { findings: [noJobId(before)] };
  const run = await newRun(named, new Set(before.map(({ runId }) => runId)), ports).catch(asReason);
  if (typeof run === 'string') return { findings: [noJobId(run)] };
  return { jobId: String(run.runId), url: run.url, findings: [] };
}

/** Pauses between the looks for the run, in milliseconds: GitHub starts most within some seconds. */
const looks = [1000, 2000, 3000, 4000, 5000];

/** The run that has come, or why it is not known. */
async function newRun(
  named: () => Promise<readonly Run[]>,
  before: ReadonlySet<number>,
  { clock }: TriggerPorts,
): Promise<Run | string> {
  for (const wait of looks) {
    await clock.pause(wait);
    const run = (await named()).find(({ runId }) => !before.has(runId));
    if (run !== undefined) return run;
  }
  return 'GitHub tells none for a repository event, and no run has the idempotency key in its name: give the workflow `run-name: train ${{ github.event.client_payload.request.idempotency_key }}`.';
}

/** The event is what counts: without the permission to see runs it is sent all the same. */
function asReason(error: unknown): string {
  if (!isUserError(error)) throw error;
  return `${error.message}. ${error.help ?? ''}`.trim();
}

function titleOf(request: PipelineRequest, started: Started, ok: boolean): string {
  if (!ok) return `${request.pipeline} was not started for ${request.version}`;
  const job = started.jobId === undefined ? '' : ` as ${started.jobId}`;
  return `${request.pipeline} was started${job} for ${request.version}`;
}
