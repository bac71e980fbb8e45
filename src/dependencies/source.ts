/** Kinds of places that packages come from, in the words of the tools. `default`: the index that is asked where none is named. */
const kinds = [
  'default',
  'registry',
  'index',
  'pypi',
  'pip',
  'legacy',
  'conda',
  'image',
  'git',
  'hg',
  'svn',
  'bzr',
  'vcs',
  'url',
  'file',
  'path',
  'directory',
  'editable',
  'virtual',
  'source',
  'unknown',
] as const;

export type SourceKind = (typeof kinds)[number];

/** Where a locked package comes from. */
export interface LockSource {
  readonly kind: SourceKind;
  /** Without credentials, a commit after `@`; of a conda package its channel and its build; empty where the kind says all. */
  readonly address: string;
}

export const defaultSource: LockSource = { kind: 'default', address: '' };

/** `kind` is a tool's own word: one that is not known is kept in the address. */
export function sourceOf(kind: string, address = ''): LockSource {
  const known = kinds.find((one) => one === kind);
  return known === undefined ? { kind: 'unknown', address: `${kind} ${address}` } : { kind: known, address };
}

/** `registry https://…`, `git https://…@sha`, `url …`, `conda …`; empty: the default index. */
export function sourceText({ kind, address }: LockSource): string {
  if (kind === 'default') return '';
  return address === '' ? kind : `${kind} ${address}`;
}
