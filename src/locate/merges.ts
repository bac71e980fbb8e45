import type { Sample, SideOutcomes } from '../regression/index.ts';
import type { Verdict } from '../report/model.ts';

/** The merges of a range, and what is known of each before any evaluation is looked at. */
export interface Merge {
  /** Full SHA. */
  readonly sha: string;
  readonly pr?: number;
  readonly author?: string;
  /** Of its pull request, else its subject. */
  readonly title?: string;
  /** Whole, subject first. */
  readonly message?: string;
  /** It has several parents. */
  readonly isMerge?: boolean;
  /** How much likelier than an ordinary merge it is, for the reasons named. */
  readonly weight: number;
  readonly reasons: readonly string[];
  /** By the ledger; absent where nobody knows. */
  readonly seen?: Seen | undefined;
  /** Files that it changed; absent where git was not asked. */
  readonly touched?: Touched | undefined;
}

/** What the ledger keeps of a merge beside its results. */
export interface Seen {
  readonly verdicts: readonly SeenVerdict[];
  readonly isHotfix: boolean;
  /** Each time that a search named it as the culprit of a fall, and recorded that. */
  readonly named: readonly Naming[];
  /** That its evaluations took. */
  readonly minutes: readonly number[];
}

/** What a search concluded that named a merge, with evaluations that the ledger need not keep. */
export interface Naming {
  /** ISO 8601. */
  readonly at: string;
  /** As it was asked for; absent: of any. */
  readonly metric?: string;
  /** Probability from 0 to 1 of each merge by its full SHA, and of none. */
  readonly suspicion: (sha: string) => number | undefined;
  readonly noMerge: number;
}

/** What a gate concluded of it. */
export interface SeenVerdict {
  readonly gate: string;
  readonly verdict: Verdict;
  readonly title?: string;
  readonly exemptedBy?: string;
}

/** Repository-relative paths, by what they are to a model. */
export interface Touched {
  readonly config: readonly string[];
  readonly packages: readonly string[];
  readonly inputs: readonly string[];
  /** Number of all other files. */
  readonly others: number;
}

/** What of a sample says whether another evaluation has it too. */
export type MeasuredSample = Pick<
  Sample,
  'id' | 'hash' | 'target' | 'example' | 'input' | 'cluster' | 'prompt' | 'dataset'
>;

/** Outcomes of one evaluation. */
export type Measured = Omit<SideOutcomes, 'samples'> & {
  readonly samples: readonly { readonly sample: MeasuredSample; readonly value: number }[];
};

/** An evaluation of one merge, by its place in the range. */
export interface Evaluated<T> {
  readonly at: number;
  readonly results: T;
}
