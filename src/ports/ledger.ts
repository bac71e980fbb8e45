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
  /** Commits files to the branch and empties the inbox of what they hold, all or nothing; `false` where another was faster. */
  compact(folding: Folding): Promise<boolean>;
  /** Most records that one compaction takes. */
  readonly batch: number;
}

/** Who may correct records of others: asked only where somebody does. Methods throw a UserError for what cannot be read. */
export interface CorrectionRights {
  /** As the policy of trunk names them; where it names nobody, it is who wrote a record. */
  correctors(): Promise<{ readonly users: readonly string[]; readonly teams: readonly string[] }>;
  /** Of `organization/team`; absent where nobody can be asked. */
  isMember?(team: string, login: string): Promise<boolean>;
}

export type Appended = { readonly created: true } | { readonly created: false; readonly bytes: Uint8Array };

export interface LedgerSnapshot {
  /** Commit of the branch; `undefined` where there is none yet. */
  readonly tip: string | undefined;
  /** Commit that the last compaction left; differs from the tip where somebody has rewritten the branch. */
  readonly head: string | undefined;
  /** Records that wait, by key. */
  readonly inbox: ReadonlyMap<string, Waiting>;
  /** Rows of evaluations that wait, by SHA-256: large, and read by those who ask for them only. */
  readonly results: ReadonlyMap<string, Waiting>;
  /** Names and blob ids in folders of the branch; an empty map for a folder that is not there. */
  list(folders: readonly string[]): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>>;
  /** Names and tree ids of the folders in folders of the branch; absent where a ledger knows them no sooner than what is in them. */
  folders?(parents: readonly string[]): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>>;
  /** The same as `list`, as it is stored; absent where a ledger has nothing that takes less room. */
  entries?(folders: readonly string[]): Promise<ReadonlyMap<string, FolderEntries>>;
  /** For each question the files of a folder whose names begin so, and their blob ids, in their order; absent where `list` costs no more. */
  starting?(asked: readonly NamesAsked[]): Promise<readonly (readonly FileNamed[])[]>;
  /** Says that nearly all that is in folders will be read: brings it at once, where that costs less than piece by piece. */
  bring?(folders: readonly string[]): Promise<void>;
  /** Contents by blob id. */
  read(blobs: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
  /** Each with its number as it comes: a view, to be copied by who keeps it. Absent where contents come one by one anyway. */
  each?(blobs: readonly string[], take: (at: number, bytes: Uint8Array) => void): Promise<void>;
}

export interface NamesAsked {
  readonly folder: string;
  readonly prefix: string;
}

export type FileNamed = readonly [name: string, blob: string];

/** Names and blob ids of a folder. */
export interface FolderEntries {
  readonly bytes: Buffer;
  /** Bytes of one id. */
  readonly width: number;
  /** Where in the bytes each id begins. */
  readonly ids: readonly number[];
  name(at: number): string;
}

/** What a ref of the inbox brings. */
export interface Waiting {
  /** Object that the ref points at: a commit that contains the file, or the file itself. */
  readonly oid: string;
  /** Blob of the file; where the ref contains none, the object itself, which reads as nothing. */
  readonly blob: string;
}

export interface Folding {
  /** The tip on which the files are laid. */
  readonly tip: string | undefined;
  /** Path → blob id. */
  readonly files: ReadonlyMap<string, string>;
  /** Key → object that its ref points at, to be taken out of the inbox. */
  readonly taken: ReadonlyMap<string, string>;
  /** Records that the branch has not had. */
  readonly added: number;
  readonly message: string;
}
