/** A file that `init` writes. */
export interface InitFile {
  readonly path: string;
  readonly content: string;
  /** What other answers would have written: such a file no person has changed. */
  readonly variants?: readonly string[];
  /** What it was made from, for the person who ran init. */
  readonly note: string;
  /** What follows from that, a sentence each. */
  readonly details?: readonly string[];
}
