/** A file that a person would have to resolve. */
export interface ConflictFile {
  readonly path: string;
  /** As git calls it: `content`, `modify/delete`, `rename/rename` …. */
  readonly kind: string;
}

/** A commit that the branch has and trunk has not. */
export interface OwnCommit {
  readonly sha: string;
  readonly parents: readonly string[];
  /** ISO 8601; the author sets it, and a rebase keeps it. */
  readonly authoredAt: string;
  /** ISO 8601; a rebase sets it anew. */
  readonly committedAt: string;
}

/** A file that a person must resolve. */
export interface SyncConflict {
  readonly path: string;
  /** 1-based, of the first conflict marker; absent where the file has none (deleted, binary). */
  readonly line?: number;
  /** `both modified`, `deleted by them` …, as git status says. */
  readonly kind: string;
}
