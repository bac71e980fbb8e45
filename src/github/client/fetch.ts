/**
 * How a request leaves: by Node's own http, whose first request costs a tenth of that of its `fetch`, and through the proxy that the runner
 * names in `https_proxy`.
 */
import http, { type Agent, type IncomingMessage } from 'node:http';
import https from 'node:https';
import { getProxyUrl, HttpClient } from '@actions/http-client';

/** What octokit asks for. */
interface Sent {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly redirect?: 'follow' | 'manual';
  readonly signal?: AbortSignal;
}

/** What octokit reads of a fetched response: `headers` gives pairs, with lower-case names. */
export interface Received {
  readonly status: number;
  readonly statusText: string;
  readonly url: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly text: () => Promise<string>;
  readonly arrayBuffer: () => Promise<ArrayBuffer>;
}

/** The requests of one connection to an API. Rejects with the signal's reason, or with the network's error. */
export function fetchOf(): (url: string, sent: Sent) => Promise<Received> {
  const agents = agentsOf();
  return async (url, sent) => {
    let to: Target = { url, headers: { 'accept-encoding': 'gzip', ...sent.headers } };
    for (let hops = 0; ; hops += 1) {
      const message = await answerTo(to, sent, agents(to.url));
      const next = sent.redirect === 'manual' ? undefined : redirected(message, to);
      if (next === undefined) return received(to.url, message);
      if (hops === mostRedirects) throw new Error(`more than ${mostRedirects} redirects`);
      message.resume();
      to = next;
    }
  };
}

const mostRedirects = 20;

interface Target {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

function agentsOf(): (url: string) => Agent {
  const options = { keepAlive: true, timeout: idleMs };
  const direct = new Map<string, Agent>();
  const proxies = new HttpClient();
  return (url) => {
    if (getProxyUrl(url) !== '') return proxies.getAgent(url);
    const scheme = new URL(url).protocol;
    const agent = direct.get(scheme) ?? new (moduleOf(scheme).Agent)(options);
    direct.set(scheme, agent);
    return agent;
  };
}

/** A connection that is idle for longer may be closed on the other side just as a request leaves. */
const idleMs = 4000;

function moduleOf(scheme: string): typeof http | typeof https {
  return scheme === 'https:' ? https : http;
}

async function answerTo(
  { url, headers }: Target,
  { method, body, signal }: Sent,
  agent: Agent,
): Promise<IncomingMessage> {
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const options = { method, agent, headers, ...(signal === undefined ? {} : { signal }) };
    const request = moduleOf(new URL(url).protocol).request(url, options, resolve);
    request.on('error', (error) => reject(signal?.aborted === true ? signal.reason : error));
    request.end(body);
  });
}

/** Where a redirect leads; a token goes to no other host, and no request from https to http. */
function redirected(
  { statusCode = 0, headers }: IncomingMessage,
  { url, headers: sent }: Target,
): Target | undefined {
  if (!redirects.has(statusCode) || headers.location === undefined) return undefined;
  const [from, to] = [new URL(url), new URL(headers.location, url)];
  if (from.protocol === 'https:' && to.protocol !== 'https:')
    throw new Error(`a redirect to ${to.protocol}//${to.host}`);
  if (from.host === to.host) return { url: to.href, headers: sent };
  const strangers = Object.entries(sent).filter(([name]) => name.toLowerCase() !== 'authorization');
  return { url: to.href, headers: Object.fromEntries(strangers) };
}

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  if (message.headers['content-encoding'] !== 'gzip' || body.length === 0) return body;
  const { gunzipSync } = await import('node:zlib');
  return gunzipSync(body);
}

function received(url: string, message: IncomingMessage): Received {
  const body = bodyOf(message);
  // Who reads the body gets its error; not everyone does.
  body.catch(() => undefined);
  const headers = Object.entries(message.headersDistinct).map(([name, values = []]): [string, string] => [
    name,
    values.join(', '),
  ]);
  return {
    status: message.statusCode ?? 0,
    statusText: message.statusMessage ?? '',
    url,
    headers: new Map(headers),
    text: async () => (await body).toString(),
    arrayBuffer: async () => new Uint8Array(await body).buffer,
  };
}
