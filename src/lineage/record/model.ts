/** What the ledger holds: records, each linking the artifacts that went into a step to those that came out of it. */

/** In the order in which they are made: what serves, and what a request was answered by, come last. */
export const nodeKinds = [
  'commit',
  'verdict',
  'image',
  'job',
  'evaluation',
  'weights',
  'serving',
  'trace',
] as const;
export type NodeKind = (typeof nodeKinds)[number];

/** One artifact. `kind` and `id` name it; an id that moves (`qwen3-vl:pr-89`) is told apart by its digest. */
export interface LineageNode {
  readonly kind: NodeKind;
  /** Normalised (NFC), at most 512 characters, none of them invisible. A commit's is its full SHA. */
  readonly id: string;
  /** `sha256:…` and the like, of the content. */
  readonly digest?: string;
  /** Of a serving version: the service that it is a version of. */
  readonly service?: string;
  /** Made elsewhere: nobody here has recorded how. */
  readonly external?: boolean;
}

/** A file that a job read, by content. */
export interface LineageFile {
  readonly role: 'config' | 'lock' | 'data' | 'other';
  readonly path: string;
  readonly digest: string;
}

export interface LineageRun {
  readonly id?: string;
  readonly attempt?: number;
  readonly url?: string;
  readonly workflow?: string;
}

/** What a gate concluded, on a record whose output is a `verdict`. */
export interface LineageVerdict {
  readonly gate: string;
  readonly verdict: 'pass' | 'fail' | 'inconclusive' | 'exempt' | 'skipped';
  readonly title?: string;
  /** Who lifted it. */
  readonly exempted_by?: string;
  /** When, in ISO 8601. */
  readonly exempted_at?: string;
  /** On which commit: full SHA of the head that was judged, which a squashed merge no longer shows. */
  readonly exempted_sha?: string;
  readonly reason?: string;
}

/** Results of single samples, in one file of an evaluation: the ledger keeps their rows beside the records, named by content. */
export interface LineageResults {
  /** Of the file that the evaluation wrote. */
  readonly path: string;
  /** `sha256:` of the rows as the ledger keeps them. */
  readonly digest: string;
  /** 0 where the file holds totals only. */
  readonly samples: number;
  readonly bytes: number;
}

export type Scalar = string | number | boolean | null;

/** One link. The names of its fields are those of the JSON (schema/lineage.schema.json). */
export interface LineageRecord {
  readonly schema: 1;
  /** Names the record; by default made from its content, so that the same link recorded twice is one record. */
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Who recorded it. */
  readonly by: string;
  readonly inputs: readonly LineageNode[];
  readonly outputs: readonly LineageNode[];
  /** Branch or tag that the commit was built from. */
  readonly git_ref?: string;
  /** Author of the commit. */
  readonly author?: string;
  readonly pr_number?: number;
  /** `owner/name` or an address. */
  readonly repository?: string;
  readonly run?: LineageRun;
  readonly command?: string;
  readonly seed?: number;
  readonly files?: readonly LineageFile[];
  readonly parameters?: Readonly<Record<string, Scalar>>;
  /** Package name → version that was installed. */
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly metrics?: Readonly<Record<string, number>>;
  readonly results?: readonly LineageResults[];
  readonly verdicts?: readonly LineageVerdict[];
  /** Id of the serving version that this one took the place of. */
  readonly replaces?: string;
  /** Id of a record that this one stands for from now on. */
  readonly corrects?: string;
  readonly note?: string;
}

/** A record as somebody wrote it: what only the writer's surroundings know may be absent. */
export type RecordDraft = Omit<LineageRecord, 'id' | 'at' | 'by'> &
  Partial<Pick<LineageRecord, 'id' | 'at' | 'by'>>;

/** Hexadecimal digests of UTF-8 text; handed in, for a domain runs without Node. */
export interface Hashes {
  sha1(data: string | Uint8Array): string;
  sha256(data: string | Uint8Array): string;
}

/** Most bytes of one record as JSON. */
export const maxRecordBytes = 256 * 1024;
