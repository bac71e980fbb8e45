import type { ChainLink, Moved } from '../lineage/index.ts';

/** `better` and `worse` are shown, `no-difference` lies within the margin, `keep-going` is none of them yet, `void` can never be trusted. */
export const compareVerdicts = ['better', 'worse', 'no-difference', 'keep-going', 'void'] as const;
export type CompareVerdict = (typeof compareVerdicts)[number];

/** What machines read of a comparison. */
export interface CompareFacts {
  /** Of the candidate against the baseline. */
  readonly verdict: CompareVerdict;
  readonly metrics: readonly ComparedMetric[];
  /** Why nothing may be concluded; empty unless the verdict is `void`. */
  readonly void: readonly string[];
  /** Whether the arms have their shares of units; p is null where nothing was assigned, as of results. */
  readonly sampleRatio: SampleRatioFacts;
  readonly arms?: readonly ArmFacts[];
  /** What `keep-going` still takes; null where no number of units is in sight. */
  readonly wait?: WaitFacts | null;
  /** Error over all looks together. */
  readonly alpha?: number;
  /** Of results of single samples. */
  readonly slices?: readonly ComparedSlice[];
  readonly turned?: readonly TurnedSample[];
  readonly statuses?: { readonly baseline: StatusShares; readonly candidate: StatusShares };
  /** Of two recorded versions: what they were made of, and where each was evaluated. */
  readonly versions?: { readonly baseline: VersionFacts; readonly candidate: VersionFacts };
  /** What the chains of both differ in; null where they could not be compared. */
  readonly differences?: Differences | null;
  readonly selfTest?: SelfTestFacts;
}

/** The gate on changes that do nothing. */
export interface SelfTestFacts {
  /** Of trunk, that were used. */
  readonly evaluations: number;
  readonly replays: number;
  readonly blocked: number;
  /** Share of harmless changes that are blocked, and its 95 % interval. */
  readonly rate: number;
  readonly ci: readonly [number, number];
  /** Null where times, or minutes of evaluations, are not recorded. */
  readonly mergesAMonth: number | null;
  readonly blockedAMonth: number | null;
  readonly minutesAMonth: number | null;
  /** Pairs of evaluations that cannot be compared. */
  readonly leftOut: number;
}

export interface VersionFacts {
  /** As it was asked for. */
  readonly id: string;
  /** From the version up to its commit. */
  readonly chain: readonly Pick<ChainLink, 'kind' | 'id' | 'digest' | 'at' | 'by'>[];
  /** What of the chain its results belong to, and who recorded them when; null where no results of samples are recorded. */
  readonly evaluated: { readonly of: string; readonly by: string; readonly at: string } | null;
}

/** From baseline to candidate. */
export interface Differences {
  /** Between the commits of both; null where the code could not be compared. */
  readonly commits: number | null;
  /** Config files that differ between the commits. */
  readonly configs: readonly string[];
  readonly parameters: readonly Moved<unknown>[];
  /** Recorded as installed, and moved in lock files. */
  readonly packages: readonly Moved<string>[];
  readonly artifacts: readonly Moved<string>[];
  /** Config, lock and data files by digest. */
  readonly files: readonly Moved<string>[];
}

export interface ComparedMetric {
  readonly name: string;
  /** `goal` and `guardrail` decide; `aside` is only shown. */
  readonly role: 'goal' | 'guardrail' | 'aside';
  /** Means of the baseline and of the candidate, in the metric's own unit. */
  readonly baseline: number | null;
  readonly candidate: number | null;
  /** Candidate less baseline. */
  readonly delta: number | null;
  /** Of outcomes valid at every look; null where there is no end yet. */
  readonly ci: readonly [number | null, number | null];
  readonly verdict: CompareVerdict;
  readonly higherIsBetter: boolean;
  /** In the metric's own unit; null where there is none. */
  readonly margin: number | null;
  /** Units, or paired samples, with a value. */
  readonly n: number;
  /** Of results: paired samples that got better and worse; the others are even. */
  readonly better?: number;
  readonly worse?: number;
}

/** One metric on a part of the samples. */
export interface ComparedSlice extends Pick<
  ComparedMetric,
  'name' | 'baseline' | 'candidate' | 'delta' | 'ci' | 'n' | 'higherIsBetter'
> {
  readonly slice: string;
  /** One-sided, of a loss, after Holm over all slices. */
  readonly pHolm: number;
  /** A loss is shown, counted over all slices. */
  readonly isWorse: boolean;
}

/** A sample of the first metric that came out otherwise. */
export interface TurnedSample {
  readonly id: string;
  readonly change: 'worse' | 'better';
  readonly file: string;
  readonly line?: number;
  /** Where a browser shows the candidate's row, below the address of the repository; only of what the ledger keeps. */
  readonly shownAt?: string;
}

/** How many samples of a side were answered, timed out, … */
export type StatusShares = Readonly<Record<string, number>>;

export interface SampleRatioFacts {
  /** Valid at every look; the comparison is void from `alpha` down. */
  readonly p: number | null;
  readonly alpha: number;
}

export interface ArmFacts {
  readonly name: string;
  readonly role: 'baseline' | 'candidate' | 'other';
  readonly units: number;
  readonly outcomes: number;
  /** Share of units: expected, and seen. */
  readonly expected: number;
  readonly share: number;
}

export interface WaitFacts {
  /** Further units of both arms, if the difference stays what it is now. */
  readonly units: number;
  /** At the pace so far; null without calendar times. */
  readonly days: number | null;
}
