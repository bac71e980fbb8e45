import { systemClock, type Clock } from '../../kernel/clock.ts';
import type { Outcome } from '../../kernel/http-outcome.ts';
import { repeated, retryAfter } from '../../kernel/retry.ts';
import type { Logger } from '../../ports/index.ts';
import { describeHttpError, isLimited, resetTime, type HttpError } from './http-error.ts';
import { sharedSilence, type Silence } from './silence.ts';

export interface RetryLimits {
  /** Tries of one request, the first included. */
  readonly attempts: number;
  /** Waiting of one connection in total, in milliseconds. */
  readonly totalWaitMs: number;
  /** Longest time of one try, in milliseconds. */
  readonly requestMs: number;
}

export const defaultLimits: RetryLimits = { attempts: 5, totalWaitMs: 180_000, requestMs: 30_000 };

export interface RetryOptions {
  readonly log: Logger;
  /** Address of the API. */
  readonly apiUrl: string;
  /** How often and how long to try again, over the defaults. */
  readonly retry?: Partial<RetryLimits>;
  /** Default: the real one. */
  readonly clock?: Clock;
  /** Default: a minute, for all connections of this process to the same API. */
  readonly silence?: Silence;
}

export interface Retrier {
  /** Sends, waits and sends again within the limits; the last error goes on as it came. */
  readonly run: <T>(request: Sent, send: Send<T>) => Promise<T>;
  /** Requests sent so far. */
  readonly count: () => number;
}

interface Sent {
  readonly method: string;
  readonly url: string;
}

type Send<T> = (signal: AbortSignal) => Promise<T>;

type Result<T> = { readonly value: T } | { readonly thrown: unknown; readonly error: HttpError | undefined };

/** One for each connection: the waiting of all its requests is bounded together, and so is what they take without an answer. */
export function retrier(options: RetryOptions): Retrier {
  const { log, retry, clock = systemClock } = options;
  const silence = options.silence ?? sharedSilence(options.apiUrl, systemClock);
  const { attempts, totalWaitMs, requestMs }: RetryLimits = { ...defaultLimits, ...retry };
  let sent = 0;
  let waited = 0;

  const attempt = async <T>(request: Sent, send: Send<T>): Promise<Result<T>> => {
    const leftMs = silence.leftMs();
    if (leftMs <= 0) return unsent(request, silence.limitMs);
    sent += 1;
    const ended = silence.begin();
    try {
      const value = await send(AbortSignal.timeout(Math.ceil(Math.min(requestMs, leftMs))));
      ended(true);
      return { value };
    } catch (thrown) {
      const error = describeHttpError(thrown);
      ended(!isSilent(error));
      return { thrown, error };
    }
  };
  const longestMs = (result: Result<unknown>): number => {
    const longest = totalWaitMs - waited;
    return isSilent(errorOf(result)) ? Math.min(longest, silence.leftMs()) : longest;
  };
  const waiting = (wait: number, result: Result<unknown>): void => {
    waited += wait;
    const error = errorOf(result);
    if (error === undefined) return;
    if (isSilent(error)) silence.waiting(wait);
    const { where, status, message } = error;
    log.debug(`${where}: ${status ?? 'no answer'} (${message}); trying again in ${Math.round(wait)} ms`);
  };

  return {
    count: () => sent,
    run: async <T>({ method, url }: Sent, send: Send<T>) => {
      const result = await repeated<Result<T>>(
        () => attempt({ method, url }, send),
        {
          attempts,
          idempotent: isRepeatable(method, url),
          outcomeOf: (one, tries) => ('value' in one ? done : outcomeOf(one.error, tries, clock.now())),
          longestMs,
          waiting,
        },
        clock,
      );
      if ('value' in result) return result.value;
      throw result.thrown;
    },
  };
}

function errorOf(result: Result<unknown>): HttpError | undefined {
  return 'value' in result ? undefined : result.error;
}

function isSilent(error: HttpError | undefined): boolean {
  return error !== undefined && error.status === undefined;
}

/** What stands for a request once GitHub has been silent for too long; shaped as octokit's own errors. */
function unsent(request: Sent, limitMs: number): { thrown: unknown; error: HttpError | undefined } {
  const message = `not sent: earlier requests waited ${limitMs / 1000} s in all without an answer`;
  const thrown = Object.assign(new Error(message), { status: 500, request });
  return { thrown, error: describeHttpError(thrown) };
}

const done: Outcome = { kind: 'answer', status: 200 };

/** GitHub's rule for secondary limits that say no time: at least a minute, then exponentially more. */
const limitPauseMs = 60_000;

/** What an error means; a limit is 429 whatever its status. What is not an error of a request is a bug: never sent again. */
export function outcomeOf(error: HttpError | undefined, attempt: number, now: number): Outcome {
  if (error === undefined) return { kind: 'answer', status: 400 };
  if (error.neverSent) return { kind: 'unreachable' };
  const asked = retryAfter(error.headers['retry-after'], now);
  if (isLimited(error)) {
    const reset = resetTime(error);
    const unasked = reset === undefined ? limitPauseMs * 2 ** attempt : Math.max(0, reset - now);
    return { kind: 'answer', status: 429, retryAfterMs: asked ?? unasked };
  }
  return error.status === undefined
    ? { kind: 'broken' }
    : { kind: 'answer', status: error.status, retryAfterMs: asked };
}

/**
 * A request is repeatable unless a second one would do a second thing:
 * comments, reviews, issues and dispatches are not; creating the same object, ref, label or check again is.
 */
export function isRepeatable(method: string, url: string): boolean {
  return method !== 'POST' || !/\/(?:dispatches|comments|issues|reviews)$/.test(url.split('?', 1)[0] ?? '');
}
