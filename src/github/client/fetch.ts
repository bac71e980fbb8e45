/** How a request leaves: by Node's own `fetch`, or through the proxy that the runner names in `https_proxy`, which that one does not know. */
import type { IncomingMessage } from 'node:http';
import { getProxyUrl, HttpClient } from '@actions/http-client';

/** What octokit asks for. */
interface Sent {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly redirect?: 'follow' | 'manual';
  readonly signal?: AbortSignal;
}

/** `silentMs`: how long a proxy may say nothing. */
export function fetchOf(silentMs: number): (url: string, sent: Sent) => Promise<Response> {
  return (url, sent) => (getProxyUrl(url) === '' ? fetch(url, sent) : throughProxy(url, sent, silentMs));
}

async function throughProxy(
  url: string,
  { method, headers, body, redirect, signal }: Sent,
  socketTimeout: number,
): Promise<Response> {
  signal?.throwIfAborted();
  const client = new HttpClient(undefined, [], { allowRedirects: redirect !== 'manual', socketTimeout });
  const answer = async (): Promise<Response> => {
    const response = await client.request(method, url, body ?? null, { ...headers });
    return responseOf(url, response.message, await response.readBodyBuffer?.());
  };
  return unlessAborted(answer(), signal);
}

function responseOf(url: string, message: IncomingMessage, body: Uint8Array = new Uint8Array()): Response {
  const headers = Object.entries(message.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );
  const { statusCode: status = 0, statusMessage: statusText = '' } = message;
  const response = new Response(withoutBody.has(status) ? null : new Uint8Array(body), {
    status,
    statusText,
    headers,
  });
  // A response that was not fetched knows no address.
  return Object.defineProperty(response, 'url', { value: url });
}

/** https://fetch.spec.whatwg.org/#null-body-status */
const withoutBody: ReadonlySet<number> = new Set([204, 205, 304]);

async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  const listening = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    const { signal: until } = listening;
    signal.addEventListener('abort', () => reject(signal.reason), { once: true, signal: until });
  });
  return Promise.race([work, aborted]).finally(() => listening.abort());
}
