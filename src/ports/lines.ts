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

export interface BlameRequest {
  readonly until: string;
  readonly since?: string;
  readonly path: string;
  /** 1-based, both ends included; absent: the whole file. */
  readonly lines?: readonly [number, number];
}

/** A clone, as far as lines are told by it. */
export interface LineSource {
  /** Who last changed each line of a file, in the range `since..until`; `since` absent: in all history. */
  blame(request: BlameRequest): Promise<readonly BlamedLine[]>;
}
