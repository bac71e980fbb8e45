import type { ArmValues } from '../statistics/confidence-sequence.ts';
import type { Look } from '../statistics/sample-ratio.ts';

/** Everything that the verdict needs of a file of outcomes, whose size no longer matters. */
export interface CollectedOutcomes {
  readonly files: readonly string[];
  readonly rows: number;
  /** Sorted by code unit. */
  readonly arms: readonly ArmCounts[];
  /** Units of each arm, in the order of `arms`, by the first outcome of each: one look a day. */
  readonly looks: readonly Look[];
  /** In the order of their first row. */
  readonly metrics: readonly CollectedMetric[];
  readonly days: readonly Day[];
  /** Milliseconds since the epoch; absent without calendar times. */
  readonly newest?: number;
  readonly ordered: boolean;
  readonly crossed: Crossed;
  readonly unreadable: readonly Unreadable[];
  /** Column names that were read, for messages. */
  readonly columns: Readonly<Record<string, string>>;
}

export interface ArmCounts {
  readonly name: string;
  readonly units: number;
  readonly rows: number;
}

export interface CollectedMetric {
  readonly name: string;
  /** In the order of `arms`: of units, each by the mean of its outcomes. */
  readonly arms: readonly ArmValues[];
  readonly outcomes: number;
  /** Smallest and largest outcome. */
  readonly range: readonly [number, number];
  /** Cost or latency that rows have beside their outcome. */
  readonly aside: boolean;
}

/** One day of the calendar (UTC). */
export interface Day {
  /** `2026-11-03`. */
  readonly day: string;
  /** Outcomes, and units seen for the first time, of each arm. */
  readonly rows: readonly number[];
  readonly newcomers: readonly number[];
}

/** Units that are in more than one arm. */
export interface Crossed {
  readonly units: number;
  readonly examples: readonly string[];
  /** Of the examples: each left its first arm at one moment and never came back. */
  readonly moved: boolean;
}

/** Rows that could not be read, of one file. */
export interface Unreadable {
  readonly file: string;
  readonly line?: number;
  readonly rows: number;
  readonly reason: string;
}
