import type { Judgement } from '../report/model.ts';
import type { HistoryUse, MetricResult } from './decision/measurement.ts';
import type { StatusCounts } from './decision/statuses.ts';
import type { LedgerSource } from './recorded/from-ledger.ts';
import type { DecisionMode } from './settings.ts';

/** What came of two sides: the gate makes its report of it. */
export type Comparison = Judgement<RegressionFacts>;

/** What regression-gate measured. Values, differences and limits are in the metric's own unit: 0.018, not 1.8. */
export interface RegressionFacts extends Partial<ComparedFacts> {
  readonly metrics: readonly MetricFacts[];
  /** Samples in all that the next look needs; 0 where there is none. */
  readonly nextSamples: number;
  /** Samples of the first metric that got worse or better; at most 1,000. */
  readonly flipped: readonly FlippedFacts[];
}

/** Ids of samples that are to be evaluated again, by side. */
export interface RerunFacts {
  readonly baseline: readonly string[];
  readonly candidate: readonly string[];
  /** The commit that the baseline's results are of; only where samples of it are named. */
  readonly commit?: string;
}

/** How a round was drawn from the pool: by strata of what flipped between earlier evaluations of trunk. */
export interface SamplingFacts {
  /** That the strata were made from, newest first. */
  readonly evaluations: readonly string[];
  /** Empty where the samples are drawn at random. */
  readonly strata: readonly {
    readonly name: 'flipped' | 'steady';
    /** Samples of the pool, and those that were drawn. */
    readonly pool: number;
    readonly samples: number;
    /** Of each of them to be drawn. */
    readonly probability: number;
  }[];
  readonly unused: readonly { readonly name: string; readonly reason: string }[];
  /** Why they are drawn at random all the same. */
  readonly reason?: string;
}

/** A value that a file states for all its samples, or the mean of a score, that is not judged. Null where a side has none. */
export interface UnjudgedTotal {
  readonly name: string;
  readonly file: string;
  readonly baseline: number | null;
  readonly candidate: number | null;
  readonly reason: string;
}

/** Known where two sides were compared. */
export interface ComparedFacts {
  readonly mode: DecisionMode;
  readonly alpha: number;
  readonly slices: readonly (MetricFacts & { readonly slice: string })[];
  readonly look: { readonly number: number; readonly of: number; readonly criticalValue: number };
  readonly flippedCount: { readonly worse: number; readonly better: number };
  readonly baseline: SideFacts;
  readonly candidate: SideFacts;
  /** Samples without an outcome that could turn the verdict. */
  readonly rerun: RerunFacts;
  /** Totals beside results of samples, and scores of samples that nobody named; at most 100. Left out where there are none. */
  readonly unjudged: readonly UnjudgedTotal[];
  /** The share of samples that were answered, tested like a metric; where all were it is left out. */
  readonly answered: MetricFacts;
  /** Where the baseline comes from the ledger. */
  readonly ledger: LedgerSource;
  /** Of the first metric, where earlier evaluations of the baseline's trunk were at hand. */
  readonly history: HistoryUse;
  /** How the samples were drawn, where the policy asks for the history. */
  readonly sampling: SamplingFacts & {
    /** The standard error of the first metric that as many samples at random would have; in its own unit. */
    readonly errorAtRandom: number | null;
  };
  /** Metrics against the anchor, where the policy has one. */
  readonly anchor: { readonly name: string; readonly metrics: readonly MetricFacts[] };
}

export interface SideFacts {
  /** At most 100. */
  readonly files: readonly string[];
  readonly samples: number;
  /** Values that a file gives for all its samples together. */
  readonly totals: number;
  readonly formats: readonly string[];
  /** How many samples became what. */
  readonly statuses: StatusCounts;
}

export interface FlippedFacts {
  readonly id: string;
  readonly change: 'worse' | 'better';
  readonly file: string;
  readonly line?: number;
}

/** A number that is not known is null. */
export interface MetricFacts extends Pick<
  MetricResult,
  | 'name'
  | 'definition'
  | 'n'
  | 'baseline'
  | 'candidate'
  | 'delta'
  | 'interval'
  | 'p'
  | 'tolerance'
  | 'margin'
  | 'unit'
  | 'higherIsBetter'
  | 'verdict'
> {
  /** Independent units: as many as samples where each stands for itself. */
  readonly clusters: number;
  /** 95 %, two-sided: low and high. */
  readonly ci: readonly (number | null)[];
  /** The same before it is widened to what the one-sided verdict leaves open. */
  readonly twoSided: readonly (number | null)[];
  /**
   * What the verdict compares, at the one-sided level: a drop is shown where both are worse than 0, one of the margin is excluded where the
   * worse of them is above it.
   */
  readonly bounds: readonly (number | null)[];
  readonly standardError: number | null;
  readonly pHolm: number;
  readonly pBenjaminiHochberg: number;
  readonly discordant: number | null;
  /** Samples that got better, and worse; all others are even. */
  readonly better: number;
  readonly worse: number;
  readonly minimalDetectableDrop: number | null;
  readonly samplesForTolerance: number | null;
  readonly samplesForMargin: number | null;
}
