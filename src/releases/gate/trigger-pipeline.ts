/** Starts a pipeline elsewhere: a workflow, a repository event, or a signed request to an ML platform. */
import { refusedBy, verdictOfState, type Started } from './started.ts';
import type { Report } from '../../report/model.ts';
import { makeReport } from '../../report/make.ts';
import { identityOf, type PipelineCall, type PipelineRequest, type TriggerFacts } from '../index.ts';
import type { HttpPort } from '../../ports/http.ts';
import type { Logger } from '../../ports/index.ts';
import { startByGitHub, type DispatchPorts, type EventTarget, type WorkflowTarget } from './dispatch.ts';
import type { HttpTarget } from './http-target.ts';
import { startByHttp } from './signed-request.ts';

export type Target = WorkflowTarget | EventTarget | HttpTarget;

export interface TriggerPorts extends HttpPort, DispatchPorts {
  readonly log: Logger;
}

const gate = 'trigger-pipeline';

/** One call, one report; what GitHub refuses is a finding. The facts contain the request as it was sent. */
export async function triggerPipeline(
  call: PipelineCall,
  target: Target,
  ports: TriggerPorts,
): Promise<Report<TriggerFacts>> {
  const request = await withKey(call, target);
  ports.log.info(`${gate}: ${request.pipeline} for ${request.version} (${request.sha.slice(0, 8)})`);
  const started = await start(request, target, ports).catch(refusedBy);
  return makeReport({
    gate,
    verdict: verdictOfState[started.state],
    title: titleOf(request, started),
    findings: started.findings,
    facts: {
      state: started.state,
      request,
      target: targetName(target),
      jobId: started.jobId ?? null,
      url: started.url ?? null,
      status: started.status ?? null,
    },
  });
}

function start(request: PipelineRequest, target: Target, ports: TriggerPorts): Promise<Started> {
  return target.kind === 'http' ? startByHttp(request, target, ports) : startByGitHub(request, target, ports);
}

/** SHA-256 of what is started where: the same for a re-run, so that a receiver can tell it from a second start. */
async function withKey(call: PipelineCall, target: Target): Promise<PipelineRequest> {
  const { createHash } = await import('node:crypto');
  const key = createHash('sha256')
    .update(identityOf(call, targetName(target), target.kind === 'http' ? {} : target.inputs))
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

function titleOf(request: PipelineRequest, { state, said, jobId }: Started): string {
  const job = jobId === undefined ? '' : ` as ${jobId}`;
  return `${request.pipeline} ${said ?? usual[state]}${job} for ${request.version}`;
}

const usual: Readonly<Record<Started['state'], string>> = {
  started: 'was started',
  sent: 'was sent; no job was seen',
  refused: 'was not started',
};
