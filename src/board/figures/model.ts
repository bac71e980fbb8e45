/** What machines read of a team's pace. */
import type { FeedbackTime } from '../delivery/feedback.ts';

/** A figure needs so many events in a window before a trend is said of it. */
export const fewestForTrend = 10;

export type FigureUnit = 'share' | 'a month' | 'hours' | 'days';

export interface Figure {
  /** Stable: `trunk-success`, `merges`, … */
  readonly name: string;
  readonly title: string;
  /** What is counted from where to where, and by which source. */
  readonly definition: string;
  readonly unit: FigureUnit;
  /** In its unit, of the window; of durations the median. Null where nothing is recorded: `unknown` says why. */
  readonly value: number | null;
  /** Of durations the 90th percentile. */
  readonly p90: number | null;
  /** Events that it is made of. */
  readonly count: number;
  /** The same of the window before, which is as long; null where nothing is known of it. */
  readonly before: { readonly value: number; readonly count: number } | null;
  /** Value less the one before, in its unit; null with fewer than ten events in either window. */
  readonly trend: number | null;
  readonly lowerIsBetter: boolean;
  readonly unknown: string | null;
  /** What was left out or counted apart. */
  readonly aside: string | null;
}

export interface Window {
  /** Milliseconds since the epoch; until is not part of it. */
  readonly since: number;
  readonly until: number;
}

export interface FigureFacts {
  /** ISO 8601. */
  readonly since: string;
  readonly until: string;
  readonly trunk: string | null;
  readonly figures: readonly Figure[];
  /** From the event to the verdict; null where no run is known. */
  readonly feedback: FeedbackTime | null;
}

/** One thing that happened; `value` where it has one: 1 or 0 of a share, hours of a duration. */
export interface FigureEvent {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly value: number;
}
