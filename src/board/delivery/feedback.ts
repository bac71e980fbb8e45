/** How long people wait for a verdict. */
export interface FeedbackTime {
  /** From the event to the last verdict, in milliseconds. */
  readonly p50: number;
  readonly p90: number;
  /** Pushes to pull requests that were judged. */
  readonly count: number;
  readonly goalMs: number;
  /** Share of them that came within the goal, from 0 to 1. */
  readonly within: number;
  /** Queues and steps of the newest runs by their median, the slowest first, in milliseconds. */
  readonly slowest: readonly { readonly name: string; readonly ms: number; readonly runs: number }[];
}
