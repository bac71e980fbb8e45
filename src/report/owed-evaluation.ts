import type { Verdict } from './model.ts';

/** The evaluation of a merged hotfix, as the ledger tells of it. */
export interface OwedEvaluation {
  /** The merged commit. */
  readonly sha: string;
  /** The branch that it was merged into, by the record: whoever can push a branch can write one. */
  readonly branch: string;
  readonly pullRequest?: number | undefined;
  /** The issue that keeps it from being forgotten. */
  readonly issue?: number | undefined;
  /** ISO 8601: by when it must be recorded. */
  readonly due: string;
  readonly state: 'owed' | 'overdue' | 'paid';
  /** What it said; absent where only values were recorded, or nothing yet. */
  readonly verdict?: Verdict | undefined;
}
