import type { TensorVerdict } from './compare/verdict.ts';

/** What detect-input-drift compared. */
export interface InputFacts {
  /** Samples that both sides have. */
  readonly samples: number;
  readonly tensors: readonly TensorFacts[];
  readonly tokens: TokenFacts;
  /** Path of the fingerprint of what the head is fed, where the command ran. */
  readonly fingerprint?: string;
  /** Merged, and not yet looked at: the command is to run in a job that may write nothing. */
  readonly due?: boolean;
}

export interface TensorFacts {
  readonly name: string;
  readonly verdict: TensorVerdict;
  /** The largest of any sample: √Σ(b−a)² / √Σa², of whole numbers the share of places that differ. */
  readonly distance: number;
  /** Why, as a clause; null where nothing differs. */
  readonly cause: string | null;
  /** Of the cause, as a change declares it; null where nothing changed. */
  readonly kind: string | null;
  /** Samples that changed. */
  readonly changed: number;
  /** Largest distance that is noise; null for what is compared exactly. */
  readonly tolerance: number | null;
  /** Where the change says so itself, and that therefore does not fail. */
  readonly declared?: string;
}

export interface TokenFacts {
  /** Samples whose token ids changed. */
  readonly changed: number;
  /** Place of the first id that differs in the first sample that changed, from 0; null where none did. */
  readonly first: number | null;
  /** The sample, the tensor, and the ids around that place. */
  readonly at?: {
    readonly sample: string;
    readonly tensor: string;
    readonly baseline: readonly (number | string)[];
    readonly candidate: readonly (number | string)[];
    /** The same in words, where a vocabulary is at hand. */
    readonly baselineText?: string;
    readonly candidateText?: string;
  };
}
