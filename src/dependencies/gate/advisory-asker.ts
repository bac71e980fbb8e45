/** Questions to an index or a database of advisories, within one budget of time. */
import { succeeded } from '../../kernel/http-outcome.ts';
import { redact } from '../../kernel/redact.ts';
import type { HttpPort } from '../../ports/http.ts';

/** For all questions together. */
const budgetMs = 10_000;

export interface Question {
  readonly address: string;
  /** Below the address. */
  readonly path: string;
  /** JSON; a question without one is a GET. */
  readonly body?: unknown;
  /** Versions that it is about, as a report names them. */
  readonly subjects: readonly string[];
}

/** One question after another within the budget; what fails is kept with its subject, and is never an answer. */
export class Asker {
  /** Reasons, each with what they leave open. */
  readonly failures = new Map<string, string[]>();
  private readonly http: HttpPort;
  private readonly now: () => number;
  private readonly end: number;

  constructor(http: HttpPort, now: () => number) {
    this.http = http;
    this.now = now;
    this.end = now() + budgetMs;
  }

  /** JSON, or `undefined`: it could not be had. */
  async json({ address, path, body, subjects }: Question): Promise<unknown> {
    const failed = (reason: string): undefined => this.failed(reason, subjects);
    const url = urlOf(address, path);
    if (url === undefined) return failed(`${redact(address)} is not an address of https`);
    const timeoutMs = this.end - this.now();
    if (timeoutMs <= 0) return failed(late(url));
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
    if (outcome.kind !== 'answer' && this.now() >= this.end) return failed(late(url));
    if (outcome.kind !== 'answer')
      return failed(`${url.host} could not be asked (${redact(outcome.reason)})`);
    if (!succeeded(outcome)) return failed(`${url.host} answered ${outcome.status}`);
    if (outcome.isCut === true)
      return failed(
        this.now() >= this.end ? late(url) : `the answer of ${url.host} broke off, or is too long`,
      );
    try {
      return JSON.parse(outcome.text);
    } catch {
      return failed(`${url.host} answered with something else than JSON`);
    }
  }

  /** It answered, and what was asked does not stand in the answer. */
  without(what: string, { address, subjects }: Pick<Question, 'address' | 'subjects'>): undefined {
    return this.failed(
      `the answer of ${URL.parse(address)?.host ?? redact(address)} does not say ${what}`,
      subjects,
    );
  }

  private failed(reason: string, subjects: readonly string[]): undefined {
    this.failures.set(reason, [...(this.failures.get(reason) ?? []), ...subjects]);
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
