import type { Evidence } from './evidence/model.ts';

/** One value of one file. */
export interface EditFact {
  readonly file: string;
  /** From 1. */
  readonly document: number;
  readonly path: string;
  /** Where the value stands; 1-based. */
  readonly line: number;
  readonly column: number;
  readonly before: string;
  readonly after: string;
  /** False where the value stood there already. */
  readonly changed: boolean;
}

/** What promote-model did, or would do. */
export interface PromotionFacts {
  readonly target: string;
  readonly service: string;
  readonly version: string;
  readonly state: PromotionState;
  /** What serves it: kind and id, with its digest where that is known. */
  readonly artifact: { readonly kind: string; readonly id: string; readonly digest?: string } | null;
  readonly evidence: readonly Evidence[];
  /** Share of the traffic in percent, after this run. */
  readonly weight: number | null;
  /** Every value that the version means, also those that stand there already. */
  readonly edits: readonly EditFact[];
  /** Full SHA of the commit with the edits. */
  readonly commit: string | null;
  readonly pullRequest: { readonly number: number; readonly url: string } | null;
  /** Id of what serves by the ledger before this run. */
  readonly replaces: string | null;
  /** Records that this run wrote: what had landed before and was not recorded is among them. */
  readonly recorded: readonly string[];
  /** Who forced it and why, where evidence is missing. */
  readonly forced: { readonly by: string; readonly reason: string } | null;
}

/**
 * `planned`: a dry run; `landed`: committed to the branch; `opened`: a pull request waits; `there`: the manifests say so already; `waits`: the
 * next step is not due; `refused`: nothing was changed.
 */
export type PromotionState = 'planned' | 'landed' | 'opened' | 'there' | 'waits' | 'refused';

/** Whether manifests say what the ledger says. */
export interface DriftFacts {
  readonly targets: readonly TargetDrift[];
  readonly recorded: readonly string[];
}

export interface TargetDrift {
  readonly target: string;
  readonly service: string;
  /** Id of what serves by the ledger. */
  readonly serving: string | null;
  /** `same`, `drift`, or why they could not be compared. */
  readonly state: 'same' | 'drift' | 'unknown';
  /** Values of the manifests that are others than the ledger's: `before` in the manifest, `after` by the ledger. */
  readonly differs: readonly EditFact[];
}
