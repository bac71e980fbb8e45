/** The ledger as a store of blobs behind names: kept in a git remote, read and written over git or over the API. */

export interface LedgerBlob {
  /** Name in the inbox. */
  readonly key: string;
  readonly bytes: Uint8Array;
}

/** A failed read throws; it is never an empty answer. */
export interface Ledger {
  /**
   * Creates `refs/lineage/inbox/<key>` for each, never moving one that is there.
   * Gives what stands there now: `created` by this call, or the bytes of the one that was there before.
   */
  append(blobs: readonly LedgerBlob[]): Promise<readonly Appended[]>;
  /** The branch and the inbox as they are now. */
  snapshot(): Promise<LedgerSnapshot>;
  /** Commits files to the branch and empties the inbox of what they hold, all or nothing. Absent where it cannot be done. */
  readonly compact?: (folding: Folding) => Promise<boolean>;
}

export type Appended = { readonly created: true } | { readonly created: false; readonly bytes: Uint8Array };

export interface LedgerSnapshot {
  /** Commit of the branch; `undefined` where there is none yet. */
  readonly tip: string | undefined;
  /** Commit that the last compaction left; differs from the tip where somebody has rewritten the branch. */
  readonly head: string | undefined;
  /** Key → blob id of the records that wait. */
  readonly inbox: ReadonlyMap<string, string>;
  /** SHA-256 → blob id of the rows of evaluations that wait (key `results@<sha256>`): large, and read by those who ask for them only. */
  readonly results: ReadonlyMap<string, string>;
  /** Names and blob ids in folders of the branch; an empty map for a folder that is not there. */
  list(folders: readonly string[]): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>>;
  /** Contents by blob id. */
  read(blobs: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
}

export interface Folding {
  /** The tip on which the files are laid. */
  readonly tip: string | undefined;
  /** Path → blob id. */
  readonly files: ReadonlyMap<string, string>;
  /** Key → blob id, to be taken out of the inbox. */
  readonly taken: ReadonlyMap<string, string>;
  readonly message: string;
}
