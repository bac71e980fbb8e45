import type { Path } from '../../documents/tree/node.ts';
import type { Severity } from '../../report/model.ts';

/** What a rule found, at a path from the root of the document. */
export interface Violation {
  readonly at: Path;
  readonly message: string;
  readonly help?: string;
  readonly severity?: Severity;
}
