/** When a pipeline may be asked for a second time. */

/** How one try ended without success. */
export type Failure =
  | {
      readonly kind: 'status';
      readonly status: number;
      /** Milliseconds that the receiver asks to wait. */
      readonly retryAfterMs?: number;
    }
  /** No connection came about: the receiver has seen nothing. */
  | { readonly kind: 'unreachable' }
  /** The connection broke or the time was over: the receiver may have started it. */
  | { readonly kind: 'broken' };

export interface RetryState {
  /** 0 after the first try. */
  readonly attempt: number;
  /** Tries in all. */
  readonly attempts: number;
  /** The receiver keeps the idempotency key: asking again starts nothing again. */
  readonly idempotent: boolean;
  /** In [0, 1). */
  readonly random: number;
}

const longestWaitMs = 60_000;

/** Milliseconds before the next try; `undefined` where another is of no use, or could start the pipeline twice. */
export function waitBeforeRetry(failure: Failure, state: RetryState): number | undefined {
  if (state.attempt + 1 >= state.attempts || !mayRepeat(failure, state.idempotent)) return undefined;
  const asked = failure.kind === 'status' ? failure.retryAfterMs : undefined;
  if (asked !== undefined && asked > longestWaitMs) return undefined;
  const most = Math.min(1000 * 2 ** state.attempt, 20_000);
  // Half of it by chance: runners that failed together do not return together.
  return (asked ?? most / 2) + (state.random * most) / 2;
}

/** Whether the pipeline may run although no answer said so: then a person must look before starting it again. */
export function isUnclear(failure: Failure): boolean {
  return failure.kind === 'broken' || (failure.kind === 'status' && failure.status >= 500);
}

function mayRepeat(failure: Failure, idempotent: boolean): boolean {
  if (failure.kind === 'unreachable') return true;
  if (failure.kind === 'status' && failure.status === 429) return true;
  return isUnclear(failure) && idempotent;
}
