/** Requests over HTTP with what Node brings: bounded in time and size, and never sent on to another address. */
import { systemClock } from '../kernel/clock.ts';
import type { HttpOutcome } from '../kernel/http-outcome.ts';
import { repeated, retryAfter } from '../kernel/retry.ts';
import type { HttpPort, HttpRequest } from '../ports/http.ts';
import type { Logger } from '../ports/index.ts';

/** A minute, and what chance adds to it. */
const longestMs = 61_000;

export function httpPort(log: Logger): HttpPort {
  return {
    send: ({ attempts, idempotent, told, ...request }) => {
      const waiting = (wait: number, outcome: HttpOutcome) =>
        log.info(`${told(outcome)}; again in ${Math.round(wait / 100) / 10} s`);
      const retries = { attempts, idempotent, outcomeOf: asItIs, longestMs: () => longestMs, waiting };
      return repeated(() => send(request), retries, systemClock);
    },
  };
}

const asItIs = (outcome: HttpOutcome): HttpOutcome => outcome;

const usualBytes = 1024 * 1024;

type OneRequest = Pick<HttpRequest, 'url' | 'timeoutMs' | 'method' | 'headers' | 'body' | 'mostBytes'>;

/** A redirect is an answer like any other: a signed request is not sent elsewhere. */
async function send({
  url,
  timeoutMs,
  mostBytes = usualBytes,
  ...request
}: OneRequest): Promise<HttpOutcome> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, { ...request, redirect: 'manual', signal });
    const retryAfterMs = retryAfter(response.headers.get('retry-after'), systemClock.now());
    // The answer has come: a body that breaks off does not undo it.
    const { text, isWhole } = await textOf(response, mostBytes).catch(() => ({ text: '', isWhole: false }));
    return {
      kind: 'answer',
      status: response.status,
      text,
      ...(isWhole ? {} : { isCut: true }),
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    };
  } catch (error) {
    return failureOf(error, timeoutMs);
  }
}

async function textOf(
  { body }: Response,
  mostBytes: number,
): Promise<{ readonly text: string; readonly isWhole: boolean }> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > mostBytes) break;
  }
  const text = Buffer.concat(chunks).subarray(0, mostBytes).toString('utf8');
  return { text, isWhole: bytes <= mostBytes };
}

/** Codes with which no connection came about. */
const beforeSending =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_\w+|\w*CERT\w*|UNABLE_TO_\w+)$/;

function failureOf(error: unknown, timeoutMs: number): HttpOutcome {
  if (error instanceof DOMException && error.name === 'TimeoutError')
    return { kind: 'broken', reason: `no answer within ${timeoutMs / 1000} s` };
  // What fetch itself refuses to send; its words may contain the value of a header.
  if (error instanceof TypeError && error.cause === undefined)
    return { kind: 'unreachable', reason: 'the request cannot be sent as it is' };
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const reason = code || (cause instanceof Error ? cause.message : String(cause));
  // fetch refuses some ports before it connects, with a plain error.
  return { kind: beforeSending.test(code) || reason === 'bad port' ? 'unreachable' : 'broken', reason };
}
