/** The signed request to an ML platform: sent again only where that cannot start the pipeline twice. */
import { pipelineRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';
import type { HttpPort } from '../../ports/http.ts';
import { jobIdOf, keysIn, type PipelineRequest } from '../index.ts';
import { redact } from '../../kernel/redact.ts';
import { isUnclear, saidBy, succeeded, type HttpOutcome } from '../../kernel/http-outcome.ts';
import { noJobId, type Started } from './started.ts';

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

/** The header that holds the signature of the body, `sha256=<hex>`, as GitHub signs its webhooks. */
export const signatureHeader = 'X-Model-Gates-Signature-256';

export async function startByHttp(
  request: PipelineRequest,
  target: HttpTarget,
  ports: HttpPort,
): Promise<Started> {
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
  const { status, text } = outcome.kind === 'answer' ? outcome : { status: 0, text: '' };
  const found = jobIdOf(parsed(text), target.jobIdPath);
  const jobId = found === undefined ? undefined : redact(found, secretsOf(target));
  if (jobId === undefined)
    return {
      state: 'sent',
      status,
      findings: [noJobId(`The answer (${status}) names none where it was looked for.`)],
    };
  return { state: 'started', status, jobId, findings: [] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
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

function secretsOf({ secret, bearerToken, url }: HttpTarget): (string | undefined)[] {
  return [secret, bearerToken, ...keysIn(url)].filter((one) => (one ?? '').length >= 4);
}
