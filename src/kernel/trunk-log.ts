/** Trunk as it was merged. Types only. */
export interface TrunkMerge {
  /** Full SHA of the first-parent commit. */
  readonly sha: string;
  /** When it came to trunk: committer date, ISO 8601. */
  readonly at: string;
  readonly author: Author;
  /** Whole message, subject first; cut where it is long. */
  readonly message: string;
  /** Commits that a merge brought with it, the merge itself not among them; empty for a squash, a rebase or a push. */
  readonly brought: readonly BroughtCommit[];
}

export interface Author {
  readonly name: string;
  readonly email: string;
}

export interface BroughtCommit {
  readonly author: Author;
  /** Author date, ISO 8601. */
  readonly authoredAt: string;
}

export interface TrunkLog {
  /** Newest first. */
  readonly merges: readonly TrunkMerge[];
  /** There are older ones that this clone has not, or that were not read. */
  readonly isCut: boolean;
}
