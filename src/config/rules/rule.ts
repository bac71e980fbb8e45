import type { Severity } from '../../report/model.ts';
import type { ModelView } from '../architecture/model.ts';
import type { Path } from '../../documents/tree/node.ts';

/** What a rule found, at a path from the root of the document. */
export interface Violation {
  readonly at: Path;
  readonly message: string;
  readonly help?: string;
  readonly severity?: Severity;
}

/** A cross-field rule: applies where its parameters are set, and says nothing otherwise. */
export interface ModelRule {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: string;
  /** Parameters of which one must be set for the rule to have anything to say; absent: it always looks. */
  readonly needs?: readonly string[];
  /** Who demands it: code that stops or breaks where it does not hold. */
  readonly source: string;
  readonly example: string;
  readonly fix: string;
  check(model: ModelView): Iterable<Violation>;
}
