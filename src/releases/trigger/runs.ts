/** Which of the runs of a receiver a request started: known by the idempotency key in their names. */

interface NamedRun {
  readonly runId: number;
  readonly title: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly conclusion?: string;
}

/** Conclusions after which the same start may be asked for again: nothing of it runs, and nothing came of it. */
const cameToNothing: ReadonlySet<string> = new Set([
  'failure',
  'cancelled',
  'timed_out',
  'startup_failure',
  'stale',
  'skipped',
]);

/** Runs that have the key in their names, the newest first as they come; one that came to nothing is not a start. */
export function startedWith<R extends NamedRun>(key: string, runs: readonly R[]): R[] {
  return runs.filter(({ title, conclusion }) => title.includes(key) && !cameToNothing.has(conclusion ?? ''));
}

const someKey = /\b[0-9a-f]{64}\b/;

/** Runs that may be of this request: created since (ISO 8601), and not named after another key. */
export function maybeStarted<R extends NamedRun>(since: string, runs: readonly R[]): R[] {
  return runs.filter(
    ({ title, createdAt }) => !someKey.test(title) && Date.parse(createdAt) >= Date.parse(since),
  );
}
