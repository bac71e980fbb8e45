/** The signed request to an ML platform: sent again only where that cannot start the pipeline twice. */
import { createHmac } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Finding } from '../report/model.ts';
import type { PostOutcome, PostRequest } from '../runtime/http-post.ts';
import {
  isUnclear,
  jobIdOf,
  redact,
  waitBeforeRetry,
  type Failure,
  type PipelineRequest,
} from '../trunk/index.ts';
import type { Logger } from './ports.ts';
import { noJobId, type Started } from './trigger.ts';

export interface HttpTarget {
  readonly kind: 'http';
  readonly url: URL;
  /** The URL as it may be shown. */
  readonly shown: string;
  /** Key of the HMAC. */
  readonly secret: string;
  readonly bearerToken?: string;
  readonly timeoutMs: number;
  readonly attempts: number;
  /** The platform keeps idempotency keys. */
  readonly idempotent: boolean;
  /** Where the answer names the job: `data.job.id`. */
  readonly jobIdPath?: string;
}

export interface HttpPorts {
  readonly log: Logger;
  post(request: PostRequest): Promise<PostOutcome>;
  /** Default: by the clock. */
  readonly pause?: (ms: number) => Promise<unknown>;
  /** In [0, 1). */
  readonly random?: () => number;
}

/** The header that holds the signature of the body, `sha256=<hex>`, as GitHub signs its webhooks. */
export const signatureHeader = 'X-Model-Gates-Signature-256';

export async function startByHttp(
  request: PipelineRequest,
  target: HttpTarget,
  ports: HttpPorts,
): Promise<Started> {
  const body = JSON.stringify(request);
  const { url, timeoutMs, attempts, idempotent } = target;
  const sent = { url, timeoutMs, body, headers: headersOf(request, body, target) };
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await ports.post(sent);
    const failure = failureOf(outcome);
    if (failure === undefined) return startedBy(outcome, target);
    const random = (ports.random ?? Math.random)();
    const wait = waitBeforeRetry(failure, { attempt, attempts, idempotent, random });
    if (wait === undefined) return notStarted(outcome, failure, request, target);
    ports.log.info(`${target.shown}: ${wordsOf(outcome, target)}; again in ${Math.round(wait / 100) / 10} s`);
    await (ports.pause ?? setTimeout)(wait);
  }
}

function headersOf(
  request: PipelineRequest,
  body: string,
  { secret, bearerToken }: HttpTarget,
): Record<string, string> {
  return {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'model-gates',
    'idempotency-key': request.idempotency_key,
    [signatureHeader.toLowerCase()]: `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    ...(bearerToken === undefined ? {} : { authorization: `Bearer ${bearerToken}` }),
  };
}

function failureOf(outcome: PostOutcome): Failure | undefined {
  if (outcome.kind !== 'answer') return { kind: outcome.kind };
  const { status, retryAfterMs } = outcome;
  if (status >= 200 && status < 300) return undefined;
  return { kind: 'status', status, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}

function startedBy(outcome: PostOutcome, target: HttpTarget): Started {
  const { status, text } = outcome.kind === 'answer' ? outcome : { status: 0, text: '' };
  const found = jobIdOf(parsed(text), target.jobIdPath);
  const jobId = found === undefined ? undefined : redact(found, secretsOf(target));
  if (jobId === undefined)
    return { status, findings: [noJobId(`The answer (${status}) names none where it was looked for.`)] };
  return { status, jobId, findings: [] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function notStarted(
  outcome: PostOutcome,
  failure: Failure,
  request: PipelineRequest,
  target: HttpTarget,
): Started {
  const status = outcome.kind === 'answer' ? { status: outcome.status } : {};
  const said = `${target.shown}: ${wordsOf(outcome, target)}.`;
  return { ...status, findings: [isUnclear(failure) ? unclear(said, request) : refused(said, outcome)] };
}

function unclear(said: string, { idempotency_key }: PipelineRequest): Finding {
  return {
    rule: 'pipeline/unclear',
    severity: 'error',
    message: `It is not known whether the pipeline was started. ${said}`,
    help: `Look on the platform for a job with the idempotency key ${idempotency_key} before you run this again; where it keeps such keys, set \`idempotent: true\`, and it is tried again by itself.`,
  };
}

function refused(said: string, outcome: PostOutcome): Finding {
  return {
    rule: 'pipeline/not-started',
    severity: 'error',
    message: `The pipeline was not started. ${said}`,
    help:
      outcome.kind === 'answer'
        ? refusalHelp(outcome.status)
        : 'Check the address, and that this runner may reach it.',
  };
}

function refusalHelp(status: number): string {
  if (status === 401 || status === 403)
    return `Check that both sides have the same secret: the platform computes HMAC-SHA256 over the raw body and compares it with ${signatureHeader}.`;
  if (status >= 300 && status < 400)
    return 'Give the address it redirects to: a signed request is not sent on.';
  return 'See what the platform says of it.';
}

/** The answer in short, without secrets, on one line. */
function wordsOf(outcome: PostOutcome, target: HttpTarget): string {
  if (outcome.kind === 'unreachable') return `it could not be reached (${outcome.reason})`;
  if (outcome.kind === 'broken') return `the connection broke (${outcome.reason})`;
  const text = redact(outcome.text, secretsOf(target)).replaceAll(/\s+/g, ' ').trim().slice(0, 200);
  return text === '' ? `it answered ${outcome.status}` : `it answered ${outcome.status} (${text})`;
}

/** With the parts of a query, where keys are often put. */
function secretsOf({ secret, bearerToken, url }: HttpTarget): (string | undefined)[] {
  return [secret, bearerToken, ...url.searchParams.values()].filter((one) => (one ?? '').length >= 4);
}
