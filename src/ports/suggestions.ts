import type { Suggestion } from '../report/suggestion.ts';

/** Suggestions of a pull request's review. Types only. */
export interface SuggestionStore {
  /**
   * Keeps one comment for each suggestion on lines that the pull request changed: what is there is left or updated, what is new comes in
   * one review, and what no longer applies says so. `key` tells those of one gate from those of another.
   */
  keep(number: number, wanted: WantedSuggestions): Promise<KeptSuggestions>;
}

export interface WantedSuggestions {
  readonly key: string;
  /** The commit that was judged. */
  readonly sha: string;
  readonly suggestions: readonly Suggestion[];
}

/** How many of each. */
export interface KeptSuggestions {
  readonly posted: number;
  /** Those that were there already. */
  readonly kept: number;
  /** On lines that the pull request does not change, or beyond what one review takes. */
  readonly elsewhere: number;
}
