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
