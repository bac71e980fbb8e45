import { systemClock, type Clock } from '../../kernel/clock.ts';
import type { Outcome } from '../../kernel/http-outcome.ts';
import { repeated, retryAfter } from '../../kernel/retry.ts';
import type { Logger } from '../../ports/index.ts';
import { describeHttpError, isLimited, resetTime, type HttpError } from './http-error.ts';

export interface RetryLimits {
  /** Tries of one request, the first included. */
  readonly attempts: number;
  /** Waiting of one connection all told, in milliseconds. */
  readonly totalWaitMs: number;
  /** Longest time of one try, in milliseconds. */
  readonly requestMs: number;
}

const defaultLimits: RetryLimits = { attempts: 5, totalWaitMs: 180_000, requestMs: 30_000 };

export interface RetryOptions {
  readonly log: Logger;
  /** How often and how long to try again, over the defaults. */
  readonly retry?: Partial<RetryLimits>;
  /** Default: the real one. */
  readonly clock?: Clock;
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

/** One for each connection: the waiting of all its requests is bounded together. */
export function retrier({ log, retry, clock = systemClock }: RetryOptions): Retrier {
  const { attempts, totalWaitMs, requestMs }: RetryLimits = { ...defaultLimits, ...retry };
  let sent = 0;
  let waited = 0;

  const attempt = async <T>(send: Send<T>): Promise<Result<T>> => {
    sent += 1;
    try {
      return { value: await send(AbortSignal.timeout(requestMs)) };
    } catch (thrown) {
      return { thrown, error: describeHttpError(thrown) };
    }
  };
  const waiting = (wait: number, result: Result<unknown>): void => {
    waited += wait;
    if ('value' in result || result.error === undefined) return;
    const { where, status, message } = result.error;
    log.debug(`${where}: ${status ?? 'no answer'} (${message}); trying again in ${Math.round(wait)} ms`);
  };

  return {
    count: () => sent,
    run: async <T>({ method, url }: Sent, send: Send<T>) => {
      const result = await repeated<Result<T>>(
        () => attempt(send),
        {
          attempts,
          idempotent: isRepeatable(method, url),
          outcomeOf: (one, tries) => ('value' in one ? done : outcomeOf(one.error, tries, clock.now())),
          longestMs: () => totalWaitMs - waited,
          waiting,
        },
        clock,
      );
      if ('value' in result) return result.value;
      throw result.thrown;
    },
  };
}

const done: Outcome = { kind: 'answer', status: 200 };

/** GitHub's rule for secondary limits that say no time: at least a minute, then exponentially more. */
const limitPauseMs = 60_000;

/** What an error means; a limit is 429 whatever its status. What is no error of a request is a bug: never sent again. */
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
 * comments, issues and dispatches are not; creating the same object, ref, label or check again is.
 */
export function isRepeatable(method: string, url: string): boolean {
  return method !== 'POST' || !/\/(?:dispatches|comments|issues)$/.test(url.split('?', 1)[0] ?? '');
}
