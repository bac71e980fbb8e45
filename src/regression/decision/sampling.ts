/** How the samples of a pool are drawn. */
import type { Unused } from './measurement.ts';

export interface Stratum {
  /** By whether its samples came out differently from one evaluation to the next; of scores that seldom repeat exactly: by how much. */
  readonly name: 'flipped' | 'steady';
  /** Questions of the pool. */
  readonly size: number;
  /** Mean squared change between two evaluations that had no part in choosing the stratum; in the metric's own unit. */
  readonly spread: number;
}

export interface Design {
  readonly strata: readonly Stratum[];
  /** Question → index of its stratum. */
  readonly stratumOf: ReadonlyMap<string, number>;
  /** What the first `samples` of the order tell, in proportion to the inverse of the variance that the history predicts. */
  information(samples: number): number;
}

export interface Sampling {
  /** All questions of the pool, as they are evaluated. Of a design, every beginning of it is a random sample of each stratum. */
  readonly order: readonly string[];
  readonly design?: Design;
  /** Names of the evaluations that say which samples flip, newest first. */
  readonly evaluations: readonly string[];
  readonly unused: readonly Unused[];
  /** Why the order is random all the same. */
  readonly reason?: string;
}
