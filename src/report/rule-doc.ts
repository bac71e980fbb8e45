import type { Severity } from './model.ts';

/** What docs/rules.md says of one rule. */
export interface RuleDoc {
  /** `gate/rule`, stable. */
  readonly id: string;
  readonly severity: Severity;
  /** What it finds and why that matters, in one or two sentences. */
  readonly summary: string;
  /** A few lines that it finds. */
  readonly example: string;
  /** What to do. */
  readonly mend: string;
}
