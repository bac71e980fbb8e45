import type { Logger } from '../../ports/index.ts';
import { describeHttpError } from './http-error.ts';
import { defaultLimits, isRepeatable, waitBefore, type RetryLimits } from './retry.ts';

export interface RetryOptions {
  readonly log: Logger;
  /** How often and how long to try again, over the defaults. */
  readonly retry?: Partial<RetryLimits>;
  readonly sleep?: (milliseconds: number) => Promise<void>;
  /** In [0, 1). */
  readonly random?: () => number;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

export interface Retrier {
  /** Sends, waits and sends again within the limits; the last error goes on as it came. */
  readonly run: <T>(
    request: { method: string; url: string },
    send: (signal: AbortSignal) => Promise<T>,
  ) => Promise<T>;
  /** Requests sent so far. */
  readonly count: () => number;
}

/** One for each connection: the waiting of all its requests is bounded together. */
export function retrier(options: RetryOptions): Retrier {
  const limits: RetryLimits = { ...defaultLimits, ...options.retry };
  const { log, sleep = pause, random = Math.random, now = Date.now } = options;
  let sent = 0;
  let waited = 0;

  /** Waits before the next try, or throws the error again. */
  async function waitOrThrow(thrown: unknown, attempt: number, repeatable: boolean): Promise<void> {
    const error = describeHttpError(thrown);
    if (error === undefined || attempt + 1 >= limits.attempts) throw thrown;
    const wait = waitBefore({ error, attempt, repeatable, now: now(), random: random() });
    if (wait === undefined || waited + wait > limits.totalWaitMs) throw thrown;
    waited += wait;
    log.debug(
      `${error.where}: ${error.status ?? 'no answer'} (${error.message}); trying again in ${Math.round(wait)} ms`,
    );
    await sleep(wait);
  }

  return {
    count: () => sent,
    run: async (request, send) => {
      const repeatable = isRepeatable(request.method, request.url);
      for (let attempt = 0; ; attempt += 1) {
        try {
          sent += 1;
          return await send(AbortSignal.timeout(limits.requestMs));
        } catch (thrown) {
          await waitOrThrow(thrown, attempt, repeatable);
        }
      }
    },
  };
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
