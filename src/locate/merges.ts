/** The merges of a range, and what is known of each before any evaluation is looked at. */
export interface Merge {
  /** Full SHA. */
  readonly sha: string;
  readonly pr?: number;
  readonly author?: string;
  readonly subject?: string;
  /** Whole, subject first. */
  readonly message?: string;
  /** How much likelier than an ordinary merge it is, for the reasons named. */
  readonly weight: number;
  readonly reasons: readonly string[];
}

/** An evaluation of one merge, by its place in the range. */
export interface Evaluated<T> {
  readonly at: number;
  readonly results: T;
}
