export interface Commit {
  readonly sha: string;
  readonly author: string;
  /** Whole message, subject first. */
  readonly message: string;
  /** It has several parents. */
  readonly isMerge?: boolean;
}

export interface BlamedLine {
  /** Line in the newer commit, 1-based. */
  readonly line: number;
  readonly text: string;
  /** Commit of the range that last changed it; absent where the line is older than the range. */
  readonly sha?: string;
  readonly author?: string;
  readonly subject?: string;
  /** ISO 8601. */
  readonly at?: string;
  /** What the file was called in that commit. */
  readonly path?: string;
}
