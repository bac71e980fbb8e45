import type { Clock } from '../../kernel/clock.ts';

/** How long GitHub may leave requests without an answer, all of them together, before no more are sent. */
export interface Silence {
  /** Milliseconds that are left; zero or less where they are used up. */
  readonly leftMs: () => number;
  /** The whole of it, in milliseconds. */
  readonly limitMs: number;
  /** Called before a request is sent; what it returns, when the request has ended. */
  readonly begin: () => (isAnswered: boolean) => void;
  /** Called before a wait that follows a request without an answer. */
  readonly waiting: (milliseconds: number) => void;
}

/** Counts time on the clock: requests that are open at the same time count once. */
export function silenceOf(limitMs: number, { now }: Pick<Clock, 'now'>): Silence {
  let spent = 0;
  let countedUntil = 0;
  let open = 0;
  let openSince = 0;
  const sinceCounted = (from: number): number => Math.max(0, now() - Math.max(from, countedUntil));
  return {
    limitMs,
    leftMs: () => limitMs - spent - (open > 0 ? sinceCounted(openSince) : 0),
    begin: () => {
      const began = now();
      if (open === 0) openSince = began;
      open += 1;
      return (isAnswered) => {
        open -= 1;
        if (isAnswered) return;
        spent += sinceCounted(began);
        countedUntil = Math.max(countedUntil, now());
      };
    },
    waiting: (milliseconds) => {
      spent += milliseconds;
      countedUntil = Math.max(countedUntil, now() + milliseconds);
    },
  };
}

const defaultLimitMs = 60_000;

const silences = new Map<string, Silence>();

/** That of this process for an API: a job opens several connections, and who does not answer one answers none. */
export function sharedSilence(apiUrl: string, clock: Pick<Clock, 'now'>): Silence {
  const known = silences.get(apiUrl) ?? silenceOf(defaultLimitMs, clock);
  silences.set(apiUrl, known);
  return known;
}
