/** Questions to an index or a database of advisories, within one budget of time. */
import { succeeded } from '../../kernel/http-outcome.ts';
import { redact } from '../../kernel/redact.ts';
import type { HttpPort } from '../../ports/http.ts';

/** For all questions together. */
const budgetMs = 10_000;

/** One question after another within the budget; what fails is counted, and is never an answer. */
export class Asker {
  readonly failures = new Set<string>();
  private readonly http: HttpPort;
  private readonly now: () => number;
  private readonly end: number;

  constructor(http: HttpPort, now: () => number) {
    this.http = http;
    this.now = now;
    this.end = now() + budgetMs;
  }

  /** JSON, or `undefined`: it could not be had. */
  async json(address: string, path: string, body?: unknown): Promise<unknown> {
    const url = urlOf(address, path);
    if (url === undefined) return this.failed(`${redact(address)} is not an address of https`);
    const timeoutMs = this.end - this.now();
    if (timeoutMs <= 0) return this.failed(late(url));
    const headers = {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const outcome = await this.http.send({
      method: body === undefined ? 'GET' : 'POST',
      url,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      timeoutMs,
      attempts: 1,
      idempotent: true,
      told: ({ kind }) => `${url.host}: ${kind}`,
    });
    if (outcome.kind === 'answer' && outcome.status === 404) return undefined;
    if (outcome.kind !== 'answer' && this.now() >= this.end) return this.failed(late(url));
    if (outcome.kind !== 'answer')
      return this.failed(`${url.host} could not be asked (${redact(outcome.reason)})`);
    if (!succeeded(outcome)) return this.failed(`${url.host} answered ${outcome.status}`);
    try {
      return JSON.parse(outcome.text);
    } catch {
      return this.failed(`${url.host} answered with something else than JSON`);
    }
  }

  private failed(reason: string): undefined {
    this.failures.add(reason);
  }
}

function late({ host }: URL): string {
  return `${host} did not answer within ${budgetMs / 1000} s`;
}

/** Below the address; plain http only to this machine. */
function urlOf(address: string, path: string): URL | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(`${address.replace(/\/+$/, '')}/${path}`);
  const isLocal = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLocal) ? url : undefined;
}
