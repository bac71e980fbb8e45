import type { BlamedLine } from '../kernel/commit.ts';

export interface BlameRequest {
  readonly until: string;
  readonly since?: string | undefined;
  readonly path: string;
  /** 1-based, both ends included; absent: the whole file. */
  readonly lines?: readonly [number, number] | undefined;
  /** Names the merge that brought a line in place of the commit that wrote it. GitHub's own blame cannot. */
  readonly firstParent?: boolean | undefined;
}

/** A clone, as far as it tells which commit wrote a line. */
export interface LineSource {
  /** Who last changed each line of a file, in the range `since..until`; `since` absent: in all history. */
  blame(request: BlameRequest): Promise<readonly BlamedLine[]>;
}
