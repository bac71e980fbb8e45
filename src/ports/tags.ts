/** A tag and the commit it points at, annotated tags peeled. */
export interface Tag {
  readonly name: string;
  /** Full SHA of the commit. */
  readonly sha: string;
}

export interface NewTag {
  /** Without `refs/tags/`. */
  readonly tag: string;
  /** Full SHA of the commit. */
  readonly sha: string;
  readonly message: string;
  /** ISO 8601; the commit's own date, so that every claimer of one tag writes the same object. */
  readonly taggerDate: string;
}

/** By this call; or the name was taken before, and is left as it is. */
export type TagCreation =
  | { readonly created: true }
  /** `sha`: the commit that it names, where the refusal named it; else the list does. */
  | { readonly created: false; readonly sha?: string };

/** The tags of the repository that everyone shares, not those of a clone. A failed read throws; it is never an empty list. */
export interface TagStore {
  /** All tags whose name starts so; all of them for an empty prefix. */
  list(prefix: string): Promise<readonly Tag[]>;
  /** Creates an annotated tag and never moves one: of many callers one alone gets `created: true`. Throws a UserError without permission. */
  create(tag: NewTag): Promise<TagCreation>;
}
