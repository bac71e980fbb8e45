/** Whether a platform has a job of this very request already: nothing is sent before that is known. */
import type { HttpPort } from '../../ports/http.ts';
import type { Finding } from '../../report/model.ts';
import { saidBy, succeeded, type HttpOutcome } from '../../kernel/http-outcome.ts';
import { shownTarget, type PipelineRequest } from '../index.ts';
import { pipelineRules } from '../rules.ts';
import { jobIn, secretsOf, statusAddress, type HttpTarget } from './http-target.ts';
import type { Started } from './started.ts';

/** What an earlier attempt, or another run, started; `undefined` where the platform says that there is nothing, or nobody can be asked. */
export async function jobStartedBefore(
  request: PipelineRequest,
  target: HttpTarget,
  ports: HttpPort,
): Promise<Started | undefined> {
  if (target.again) return undefined;
  const found = await lookUp(request, target, ports);
  if (found === undefined || (found.kind === 'answer' && found.status === 404)) return undefined;
  const jobId = succeeded(found) ? jobIn(found, target) : undefined;
  return jobId === undefined ? untold(found, request, target) : alreadyThere(jobId, request);
}

/** The job of a request that was sent, where its answer did not name one; `undefined` where none is seen. */
export async function jobSeen(
  request: PipelineRequest,
  target: HttpTarget,
  ports: HttpPort,
): Promise<Started | undefined> {
  const found = await lookUp(request, target, ports);
  const jobId = found !== undefined && succeeded(found) ? jobIn(found, target) : undefined;
  return jobId === undefined ? undefined : { state: 'started', jobId, findings: [] };
}

async function lookUp(
  { idempotency_key: key }: PipelineRequest,
  target: HttpTarget,
  ports: HttpPort,
): Promise<HttpOutcome | undefined> {
  const { statusUrl, bearerToken, timeoutMs, attempts } = target;
  if (statusUrl === undefined) return undefined;
  const headers = {
    accept: 'application/json',
    'user-agent': 'model-gates',
    ...(bearerToken === undefined ? {} : { authorization: `Bearer ${bearerToken}` }),
  };
  const told = (one: HttpOutcome) => said(one, target);
  const url = statusAddress(statusUrl, key);
  return ports.send({ method: 'GET', url, headers, timeoutMs, attempts, idempotent: true, told });
}

function said(outcome: HttpOutcome, target: HttpTarget): string {
  const shown = shownTarget(statusAddress(target.statusUrl ?? '', 'KEY'));
  return `${shown}: ${saidBy(outcome, secretsOf(target))}`;
}

function alreadyThere(jobId: string, { idempotency_key }: PipelineRequest): Started {
  const finding = pipelineRules['already-started'].finding({
    message: `The platform has the job ${jobId} for this request (key ${idempotency_key}): nothing was sent.`,
    help: 'To start it once more, run that job again on the platform, or set `start-again: true`.',
  });
  return { state: 'started', said: 'was started before', jobId, findings: [finding] };
}

function untold(outcome: HttpOutcome, { idempotency_key }: PipelineRequest, target: HttpTarget): Started {
  const none = succeeded(outcome) ? ', and no job id is in it' : '';
  const finding = pipelineRules.unclear.finding({
    message: `Whether this request started a job before cannot be seen. ${said(outcome, target)}${none}. Nothing was sent now.`,
    help: `Let \`status-url\` answer 200 with the job's id (\`job-id-path\` says where it stands), and 404 where no job has the key ${idempotency_key}. Where the platform has no such job, set \`start-again: true\`.`,
  });
  return { state: 'sent', said: 'may have been started before', findings: [finding] };
}

/** A second attempt that nobody can be asked about. */
export function onlyTheKey({ idempotency_key }: PipelineRequest): Finding {
  return pipelineRules['repeated-blindly'].finding({
    message: `This run is repeated, and whether an earlier attempt started the pipeline cannot be seen: it was sent again, with the same idempotency key ${idempotency_key}. Only a platform that keeps such keys is kept from a second job by it.`,
    help: 'Set `status-url` to where the platform tells the job of a key, and it is asked first; where the platform keeps the keys, say so with `idempotent: true`.',
  });
}
