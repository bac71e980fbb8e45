/** When a request is sent again: to GitHub, and to any other server. */
import type { Clock } from './clock.ts';
import { isUnclear, succeeded, type Outcome } from './http-outcome.ts';

export interface RetryState {
  /** 0 after the first try. */
  readonly attempt: number;
  /** Tries in all. */
  readonly attempts: number;
  /** Sent twice it does the same as once. */
  readonly idempotent: boolean;
  /** Longest wait, in milliseconds. */
  readonly longestMs: number;
  /** In [0, 1). */
  readonly random: number;
}

const second = 1000;
const longestBackoffMs = 20 * second;

/** Milliseconds before the next try; `undefined` where another is of no use, or could do a thing twice. */
export function waitBeforeRetry(outcome: Outcome, state: RetryState): number | undefined {
  if (state.attempt + 1 >= state.attempts || !mayRepeat(outcome, state.idempotent)) return undefined;
  const wait = waitOf(outcome, state);
  return wait > state.longestMs ? undefined : wait;
}

/** A part of it by chance: runners that failed together do not return together. */
function waitOf(outcome: Outcome, { attempt, random }: RetryState): number {
  const asked = outcome.kind === 'answer' ? outcome.retryAfterMs : undefined;
  if (asked !== undefined) return asked + random * second;
  const most = Math.min(second * 2 ** attempt, longestBackoffMs);
  return most / 2 + (random * most) / 2;
}

function mayRepeat(outcome: Outcome, idempotent: boolean): boolean {
  if (outcome.kind === 'unreachable' || status(outcome) === 429) return true;
  return idempotent && (isUnclear(outcome) || status(outcome) === 408);
}

function status(outcome: Outcome): number | undefined {
  return outcome.kind === 'answer' ? outcome.status : undefined;
}

/** In milliseconds, from seconds or a date (RFC 9110 10.2.3); `now` in milliseconds since the epoch. */
export function retryAfter(value: unknown, now: number): number | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  const seconds = Number(value);
  const wait = Number.isFinite(seconds) ? seconds * second : Date.parse(value) - now;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

export interface Retries<T> extends Pick<RetryState, 'attempts' | 'idempotent'> {
  outcomeOf(result: T, attempt: number): Outcome;
  longestMs(result: T): number;
  /** Called before each wait, for the log. */
  waiting(wait: number, result: T): void;
}

/** The result of the last try. */
export async function repeated<T>(
  send: () => Promise<T>,
  retries: Retries<T>,
  { random, pause }: Pick<Clock, 'random' | 'pause'>,
): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    const result = await send();
    const outcome = retries.outcomeOf(result, attempt);
    if (succeeded(outcome)) return result;
    const { attempts, idempotent } = retries;
    const state = { attempt, attempts, idempotent, longestMs: retries.longestMs(result), random: random() };
    const wait = waitBeforeRetry(outcome, state);
    if (wait === undefined) return result;
    retries.waiting(wait, result);
    await pause(wait);
  }
}
