/** An ML platform that starts jobs over HTTP. */
import type { HttpOutcome } from '../../kernel/http-outcome.ts';
import { redact } from '../../kernel/redact.ts';
import { jobIdOf, keysIn } from '../index.ts';

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
  /** Address of the job that a key started, with `{key}` in it. */
  readonly statusUrl?: string;
  /** Starts it also where a job of this request is there. */
  readonly again: boolean;
}

/** The address at which a platform is asked for the job of a key. */
export function statusAddress(statusUrl: string, key: string): URL {
  return new URL(statusUrl.replaceAll('{key}', key));
}

/** The job that an answer names, without secrets; `undefined` where it names none. */
export function jobIn(outcome: HttpOutcome, target: HttpTarget): string | undefined {
  const found = outcome.kind === 'answer' ? jobIdOf(parsed(outcome.text), target.jobIdPath) : undefined;
  return found === undefined ? undefined : redact(found, secretsOf(target));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** What of a target must stand nowhere. */
export function secretsOf({ secret, bearerToken, url, statusUrl }: HttpTarget): (string | undefined)[] {
  // The idempotency key itself is not a secret.
  const ofStatus = statusUrl === undefined ? [] : keysIn(statusAddress(statusUrl, 'key'));
  const all = [secret, bearerToken, ...keysIn(url), ...ofStatus];
  return all.filter((one) => (one ?? '').length >= 4);
}
