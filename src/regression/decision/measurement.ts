import type { Decision } from './decide.ts';
import type { OpenPair } from '../metrics/answered.ts';
import type { Sample } from '../samples/sample.ts';

/** One metric, over all samples or one slice of them. Values, differences and limits are in the metric's own unit (0.85, not 85). */
export interface MetricResult {
  readonly name: string;
  readonly title: string;
  /** What exactly was computed. */
  readonly definition: string;
  readonly slice?: string;
  readonly higherIsBetter: boolean;
  /** Nobody said so: its name suggests it, or more is mostly better. */
  readonly isGuessed?: boolean;
  readonly n: number;
  readonly clusters?: number;
  readonly baseline: number;
  readonly candidate: number;
  /** candidate − baseline. */
  readonly delta: number;
  /** 95 % two-sided. */
  readonly ci: readonly [number, number];
  readonly interval: IntervalMethod;
  /** The same before it is widened to what the one-sided verdict leaves open: for who asks both ways. */
  readonly twoSided: readonly [number, number];
  /** What the verdict compares, low and high, at the one-sided level of this look: a drop is shown where all of it is worse than no change. */
  readonly bounds: readonly [number, number];
  /** Stabilised standard error of delta; NaN where unknown. */
  readonly error: number;
  /** Critical value of the one-sided test. */
  readonly z: number;
  /** The level that belongs to it. */
  readonly level: number;
  /** One-sided p-value of a drop, before multiplicity. */
  readonly p: number;
  /** After Holm over the metrics, or over the slices. */
  readonly holm: number;
  /** After Benjamini–Hochberg: for reading, not for gating. */
  readonly bh: number;
  /** Samples that count differently on the two sides; NaN where only totals are known. */
  readonly discordant: number;
  /** Smallest drop that this many samples find with a power of 80 %, at this look and as one of all metrics. */
  readonly minimalDetectableDrop: number;
  /** Samples that would find a drop as large as the tolerance, and the margin. */
  readonly samplesForTolerance: number;
  readonly samplesForMargin: number;
  readonly tolerance: number;
  readonly margin: number;
  /** How tolerance and margin were meant, and how differences are written. */
  readonly unit: 'points' | 'percent';
  readonly verdict: Decision;
  /** Where the candidate's value stands, as far as it is one place. */
  readonly place?: { readonly file: string; readonly line?: number };
  readonly flipped: Flipped;
  /** The candidate is right on every sample: there is nothing left to lose. */
  readonly saturated?: boolean;
  /** What the samples without an outcome could make of it. */
  readonly open?: OpenOutcome;
  /** What the scores of each side reach, where they are on different scales. */
  readonly scales?: Scales;
  /** Set where earlier evaluations of the same trunk were at hand. */
  readonly history?: HistoryUse;
  /** The standard error that as many samples would have if they were drawn evenly from the pool; set where they were not. */
  readonly errorAtRandom?: number;
  /** What every sample of both sides has, where that is not the best there is. */
  readonly floor?: number;
  /** A side on which every sample came out the same. */
  readonly constant?: { readonly side: 'baseline' | 'candidate'; readonly value: number };
}

/** An evaluation of the past that says nothing here. */
export interface Unused {
  readonly name: string;
  readonly reason: string;
}

export interface HistoryUse {
  /** That the baseline is the mean of, its own included. */
  readonly evaluations: number;
  /** The standard error with the baseline's own evaluation alone. */
  readonly errorWithout: number;
  readonly unused: readonly Unused[];
}

/** The largest score of each side. */
export interface Scales {
  readonly baseline: number;
  readonly candidate: number;
}

export type IntervalMethod = 'score' | 'normal' | 'clustered' | 'unpaired' | 'none';

/** Samples that got worse and better; the lists are capped, the counts are not. */
export interface Flipped {
  readonly worse: number;
  readonly better: number;
  readonly samples: readonly FlippedSample[];
}

export interface FlippedSample {
  readonly change: 'worse' | 'better';
  readonly sample: Sample;
  readonly baseline: number;
  readonly candidate: number;
}

/** The same metric with the samples that were not answered filled in, at best and at worst for the candidate. */
export interface OpenOutcome {
  readonly pairs: readonly OpenPair[];
  readonly best: MetricResult;
  readonly worst: MetricResult;
  /** By which a judge says that it gave no score. */
  readonly sentinel?: number;
  /** They could turn the verdict: known once all metrics are judged. */
  readonly turns: boolean;
}
