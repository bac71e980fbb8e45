/** What GitHub said of pull requests, runs and jobs, as far as figures need it. Times are ISO 8601. */
import type { MergedPull } from '../figures/trunk.ts';

export interface RunRow {
  readonly id: number;
  readonly event: 'push' | 'pull_request';
  readonly sha: string;
  readonly workflow: string;
  readonly createdAt: string;
  /** Absent while it runs. */
  readonly endedAt?: string | undefined;
  readonly conclusion?: string | undefined;
  readonly attempt: number;
  /** How the first attempt ended, of one that was repeated; null where GitHub no longer knows it. */
  readonly first?: string | null | undefined;
}

/** A part of a run that somebody waited for: a job's queue, or one of its steps. */
export interface PartRow {
  readonly run: number;
  /** `evaluate: queue`, `evaluate: Run the evaluation`. */
  readonly name: string;
  readonly ms: number;
}

export interface DeliveryData {
  readonly pulls: readonly MergedPull[];
  readonly runs: readonly RunRow[];
  /** Of the newest runs only. */
  readonly parts: readonly PartRow[];
}

/** What is known of it. */
export interface KnownDelivery {
  readonly data: DeliveryData;
  /** Whether all pull requests of the time are known. */
  readonly hasPulls: boolean;
  /** Since when all runs of each event are known, in milliseconds since the epoch; absent where none is. */
  readonly runsSince: Readonly<Partial<Record<RunRow['event'], number>>>;
}

export const noDelivery: DeliveryData = { pulls: [], runs: [], parts: [] };

/** Where reading goes on: nothing older has to be asked again. */
export interface DeliveryMark {
  /** Branch that was asked for. */
  readonly trunk: string;
  /** Since when all is known. */
  readonly since: string;
  /** Pull requests that changed before this, and runs that began before it, are known; absent where not all were read yet. */
  readonly pulls?: string;
  readonly push?: string;
  readonly pull_request?: string;
}
