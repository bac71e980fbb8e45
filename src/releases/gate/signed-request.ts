/** The signed request to an ML platform: sent again only where that cannot start the pipeline twice. */
import { pipelineRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';
import type { HttpPort } from '../../ports/http.ts';
import type { PipelineRequest } from '../index.ts';
import { isUnclear, saidBy, succeeded, type HttpOutcome } from '../../kernel/http-outcome.ts';
import { jobIn, secretsOf, type HttpTarget } from './http-target.ts';
import { noJobId, type Started } from './started.ts';
import { jobSeen, jobStartedBefore, onlyTheKey } from './started-job.ts';

/** The header that contains the signature of the body, `sha256=<hex>`, as GitHub signs its webhooks. */
export const signatureHeader = 'X-Model-Gates-Signature-256';

interface Ports extends HttpPort {
  /** When the first attempt of this job began, where this one repeats it; else `undefined`. */
  repeats(): Promise<string | undefined>;
}

/** Asks the platform first, where it can be asked: a job that is there is not started again. */
export async function startByHttp(
  request: PipelineRequest,
  target: HttpTarget,
  ports: Ports,
): Promise<Started> {
  const before = await jobStartedBefore(request, target, ports);
  if (before !== undefined) return before;
  const blindly = await repeatedBlindly(request, target, ports);
  const sent = await send(request, target, ports);
  const seen = sent.state === 'sent' ? await jobSeen(request, target, ports) : undefined;
  const started = seen ?? sent;
  return { ...started, findings: [...started.findings, ...blindly] };
}

async function repeatedBlindly(
  request: PipelineRequest,
  { statusUrl, idempotent, again }: HttpTarget,
  ports: Ports,
): Promise<Finding[]> {
  if (statusUrl !== undefined || idempotent || again) return [];
  return (await ports.repeats()) === undefined ? [] : [onlyTheKey(request)];
}

async function send(request: PipelineRequest, target: HttpTarget, ports: HttpPort): Promise<Started> {
  const body = JSON.stringify(request);
  const { url, timeoutMs, attempts, idempotent } = target;
  const headers = await headersOf(request, body, target);
  const told = (one: HttpOutcome): string => `${target.shown}: ${wordsOf(one, target)}`;
  const retries = { attempts, idempotent, told };
  const outcome = await ports.send({ method: 'POST', url, headers, body, timeoutMs, ...retries });
  return succeeded(outcome) ? startedBy(outcome, target) : notStarted(outcome, request, target);
}

async function headersOf(
  request: PipelineRequest,
  body: string,
  { secret, bearerToken }: HttpTarget,
): Promise<Record<string, string>> {
  const { createHmac } = await import('node:crypto');
  return {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'model-gates',
    'idempotency-key': request.idempotency_key,
    [signatureHeader.toLowerCase()]: `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    ...(bearerToken === undefined ? {} : { authorization: `Bearer ${bearerToken}` }),
  };
}

function startedBy(outcome: HttpOutcome, target: HttpTarget): Started {
  const status = outcome.kind === 'answer' ? outcome.status : 0;
  const jobId = jobIn(outcome, target);
  if (jobId === undefined)
    return {
      state: 'sent',
      status,
      findings: [noJobId(`The answer (${status}) names none where it was looked for.`)],
    };
  return { state: 'started', status, jobId, findings: [] };
}

function notStarted(outcome: HttpOutcome, request: PipelineRequest, target: HttpTarget): Started {
  const status = outcome.kind === 'answer' ? { status: outcome.status } : {};
  const said = `${target.shown}: ${wordsOf(outcome, target)}.`;
  return isUnclear(outcome)
    ? { state: 'sent', said: 'may have been started', ...status, findings: [unclear(said, request)] }
    : { state: 'refused', ...status, findings: [refused(said, outcome)] };
}

function unclear(said: string, { idempotency_key }: PipelineRequest): Finding {
  return pipelineRules.unclear.finding({
    message: `It is not known whether the pipeline was started. ${said}`,
    help: `Look on the platform for a job with the idempotency key ${idempotency_key} before you run this again; where it keeps such keys, set \`idempotent: true\`, and it is tried again by itself.`,
  });
}

function refused(said: string, outcome: HttpOutcome): Finding {
  return pipelineRules['not-started'].finding({
    message: `The pipeline was not started. ${said}`,
    help:
      outcome.kind === 'answer'
        ? refusalHelp(outcome.status)
        : 'Check the address, and that this runner may reach it.',
  });
}

function refusalHelp(status: number): string {
  if (status === 401 || status === 403)
    return `Check that both sides have the same secret: the platform computes HMAC-SHA256 over the raw body and compares it with ${signatureHeader}.`;
  if (status >= 300 && status < 400)
    return 'Give the address it redirects to: a signed request is not sent on.';
  return 'See what the platform says of it.';
}

function wordsOf(outcome: HttpOutcome, target: HttpTarget): string {
  return saidBy(outcome, secretsOf(target));
}
