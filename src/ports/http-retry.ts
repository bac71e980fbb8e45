/** Requests to a server that is not GitHub: sent again only where that cannot do a thing twice. */
import { setTimeout } from 'node:timers/promises';
import type { HttpOutcome, HttpRequest } from './http.ts';
import { redact } from '../kernel/secrets.ts';
import { waitBeforeRetry, type Failure } from '../kernel/retry.ts';
import type { Logger } from './index.ts';

export interface HttpPorts {
  readonly log: Logger;
  send(request: HttpRequest): Promise<HttpOutcome>;
  /** Default: by the clock. */
  readonly pause?: (ms: number) => Promise<unknown>;
  /** In [0, 1). */
  readonly random?: () => number;
}

export interface Retries {
  /** Tries in all. */
  readonly attempts: number;
  /** Sent twice it does the same as once. */
  readonly idempotent: boolean;
  /** The outcome of a try, for the log: without secrets. */
  told(outcome: HttpOutcome): string;
}

/** The outcome of the last try. */
export async function sendWithRetries(
  request: HttpRequest,
  { attempts, idempotent, told }: Retries,
  ports: HttpPorts,
): Promise<HttpOutcome> {
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await ports.send(request);
    const failure = failureOf(outcome);
    if (failure === undefined) return outcome;
    const random = (ports.random ?? Math.random)();
    const wait = waitBeforeRetry(failure, { attempt, attempts, idempotent, random });
    if (wait === undefined) return outcome;
    ports.log.info(`${told(outcome)}; again in ${Math.round(wait / 100) / 10} s`);
    await (ports.pause ?? setTimeout)(wait);
  }
}

/** `undefined` for an answer in the two hundreds. */
export function failureOf(outcome: HttpOutcome): Failure | undefined {
  if (outcome.kind !== 'answer') return { kind: outcome.kind };
  const { status, retryAfterMs } = outcome;
  if (status >= 200 && status < 300) return undefined;
  return { kind: 'status', status, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}

/** The outcome in short, without secrets, on one line. */
export function saidBy(outcome: HttpOutcome, secrets: readonly (string | undefined)[]): string {
  if (outcome.kind === 'unreachable') return `it could not be reached (${redact(outcome.reason, secrets)})`;
  if (outcome.kind === 'broken') return `the connection broke (${redact(outcome.reason, secrets)})`;
  const text = redact(outcome.text, secrets).replaceAll(/\s+/g, ' ').trim().slice(0, 200);
  return text === '' ? `it answered ${outcome.status}` : `it answered ${outcome.status} (${text})`;
}
