/** One request over HTTP with what Node brings: bounded in time and size, and never sent on to another address. */
import type { HttpRequest, HttpOutcome } from '../ports/http.ts';

const mostBytes = 1024 * 1024;

/** Never rejects for what the network does. A redirect is an answer like any other: a signed request is not sent elsewhere. */
export async function send({ url, timeoutMs, ...request }: HttpRequest): Promise<HttpOutcome> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, { ...request, redirect: 'manual', signal });
    const retryAfterMs = waitAsked(response.headers.get('retry-after'));
    // The answer has come: a body that breaks off does not undo it.
    const text = await textOf(response).catch(() => '');
    return {
      kind: 'answer',
      status: response.status,
      text,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    };
  } catch (error) {
    return failureOf(error, timeoutMs);
  }
}

async function textOf({ body }: Response): Promise<string> {
  if (body === null) return '';
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= mostBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, mostBytes).toString('utf8');
}

/** In seconds or as a date (RFC 9110 10.2.3). */
function waitAsked(value: string | null): number | undefined {
  if (value === null || value === '') return undefined;
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}

/** Codes with which no connection came about. */
const beforeSending =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_\w+|\w*CERT\w*|UNABLE_TO_\w+)$/;

function failureOf(error: unknown, timeoutMs: number): HttpOutcome {
  if (error instanceof DOMException && error.name === 'TimeoutError')
    return { kind: 'broken', reason: `no answer within ${timeoutMs / 1000} s` };
  // What fetch itself refuses to send; its words may hold the value of a header.
  if (error instanceof TypeError && error.cause === undefined)
    return { kind: 'unreachable', reason: 'the request cannot be sent as it is' };
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const reason = code || (cause instanceof Error ? cause.message : String(cause));
  // fetch refuses some ports before it connects, with a plain error.
  return { kind: beforeSending.test(code) || reason === 'bad port' ? 'unreachable' : 'broken', reason };
}
