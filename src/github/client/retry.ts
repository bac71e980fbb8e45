import { isLimited, resetTime, type HttpError } from './http-error.ts';

export interface RetryLimits {
  /** Tries of one request, the first included. */
  readonly attempts: number;
  /** Waiting of one connection all told, in milliseconds. */
  readonly totalWaitMs: number;
  /** Longest time of one try, in milliseconds. */
  readonly requestMs: number;
}

export const defaultLimits: RetryLimits = { attempts: 5, totalWaitMs: 180_000, requestMs: 30_000 };

const second = 1000;

/** GitHub's rule for secondary limits that say no time: at least a minute, then exponentially more. */
const limitPause = 60 * second;

const longestBackoff = 20 * second;

export interface Attempt {
  readonly error: HttpError;
  /** 0 after the first try. */
  readonly attempt: number;
  /** May be sent again though it may have been carried out already. */
  readonly repeatable: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** In [0, 1). */
  readonly random: number;
}

/** How long to wait before the next try, in milliseconds; `undefined` when another try is of no use. */
export function waitBefore(attempt: Attempt): number | undefined {
  const { error, random, now } = attempt;
  if (isLimited(error)) return limitWait(attempt) + random * second;
  if (!isTransient(error) || !(attempt.repeatable || error.neverSent)) return undefined;
  const asked = retryAfter(error, now);
  return asked === undefined ? backoff(attempt) : asked + random * second;
}

/**
 * A request is repeatable unless a second one would do a second thing:
 * comments, issues and dispatches are not; creating the same object, ref, label or check again is.
 */
export function isRepeatable(method: string, url: string): boolean {
  return method !== 'POST' || !/\/(?:dispatches|comments|issues)$/.test(url.split('?', 1)[0] ?? '');
}

function isTransient({ status }: HttpError): boolean {
  return status === undefined || status === 408 || status >= 500;
}

function limitWait({ error, attempt, now }: Attempt): number {
  const asked = retryAfter(error, now);
  if (asked !== undefined) return asked;
  const reset = resetTime(error);
  return reset === undefined ? limitPause * 2 ** attempt : Math.max(0, reset - now);
}

/** In seconds or as a date (RFC 9110 10.2.3); given in milliseconds. */
function retryAfter({ headers }: HttpError, now: number): number | undefined {
  const value = headers['retry-after'];
  if (typeof value !== 'string' || value === '') return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * second);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Exponential, the upper half left to chance so that runners that failed together do not return together. */
function backoff({ attempt, random }: Attempt): number {
  const most = Math.min(second * 2 ** attempt, longestBackoff);
  return most / 2 + (random * most) / 2;
}
