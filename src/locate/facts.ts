import type { Judgement } from '../report/model.ts';

/** What came of a search: the gate makes its report of it. */
export type Located = Judgement<LocateFacts>;

/** `located`: one merge; `set`: one of several; `none`: nothing speaks for a fall; `cannot-tell`: too little is known. */
export type LocateVerdict = 'located' | 'set' | 'none' | 'cannot-tell';

/** Which merge made a metric fall. Probabilities are from 0 to 1, values in the metric's own unit. */
export interface LocateFacts extends Partial<SearchedFacts> {
  readonly verdict: LocateVerdict;
  readonly metric: string;
  /** Every merge that may have done it, the likeliest first; together with `noMerge` they sum to 1. */
  readonly merges: readonly MergeFacts[];
  /** The smallest set of merges that contains the culprit with 90 %, if there is one. */
  readonly set: readonly string[];
  /** Evaluations that this search has run itself. */
  readonly evaluations: number;
  /** Merges whose evaluation would tell most, the best first. */
  readonly next: readonly string[];
  /** Samples that are enough to evaluate there, by id, the most telling first; absent: all of them. */
  readonly nextSamples?: readonly string[];
  /** Whether the ledger names this culprit already. */
  readonly named?: boolean;
  /** Merges that this search could not evaluate. */
  readonly skipped?: readonly string[];
}

/** Known where outcomes could be compared. */
export interface SearchedFacts {
  /** Probability that no merge did it: that what is seen is noise. */
  readonly noMerge: number;
  /** Evidence for a fall at some merge over that for none. */
  readonly bayesFactor: number;
  /** Evaluations that were read, and samples that at least two of them share. */
  readonly recorded: number;
  readonly samples: number;
  /** First and last commit that were evaluated. */
  readonly range: { readonly good: string; readonly bad: string };
  /** The metric there, over the samples that both have. */
  readonly values: { readonly good: number; readonly bad: number };
  /** Share of answers that an ordinary merge changes by drawing them anew. */
  readonly churn: number;
  /** Every fall and rise with evidence for it, in the order of the merges. */
  readonly changes: readonly ChangeFacts[];
  /** Where a fall was found: one more, beside all that were. */
  readonly further?: FurtherFacts;
  /** Over the range, and what of it lies beside the clearest fall and all that have evidence. */
  readonly whole?: EffectFacts;
  readonly beside?: EffectFacts;
}

/** By how much the metric got worse, in its own unit, with the bounds that contain it with 90 %. */
export interface EffectFacts {
  readonly by: number;
  readonly low: number;
  readonly high: number;
}

/** A fall that is not claimed. */
export interface FurtherFacts {
  /** Evidence for it over that for none. */
  readonly bayesFactor: number;
  /** The likeliest merge, and how likely it is if there was such a fall. */
  readonly sha: string;
  readonly pr: number | null;
  readonly probability: number;
  /** Contains it with 90 %, if there was one. */
  readonly set: readonly string[];
}

export interface MergeFacts {
  /** Full SHA. */
  readonly sha: string;
  readonly pr: number | null;
  readonly probability: number;
}

export interface ChangeFacts {
  readonly direction: 'fell' | 'rose';
  /** The likeliest merge, and how likely it is among all, given that there was a change. */
  readonly sha: string;
  readonly pr: number | null;
  readonly probability: number;
  /** Holds it with 90 %. */
  readonly set: readonly string[];
  /** Over the evaluations about its likeliest merge; below 0 where it rose. */
  readonly effect?: EffectFacts;
  /** Samples that got worse and better at it and stayed so for at least half of the later evaluations; at most 50 ids each. */
  readonly worse: readonly string[];
  readonly better: readonly string[];
  /** How many of each there are in all. */
  readonly turned: { readonly worse: number; readonly better: number };
}
