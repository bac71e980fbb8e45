/** One file that is generated, wholly or between markers. */
export interface Page {
  /** Path from the repository's root, with forward slashes. */
  readonly file: string;
  /** The whole text as it should be. */
  readonly text: string;
}
