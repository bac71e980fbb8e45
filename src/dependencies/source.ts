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

/** The host of a URL, in lower case, without user and port; `undefined` for a path. */
export function hostOf(address: string): string | undefined {
  return /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:@]+)/i.exec(address)?.[1]?.toLowerCase();
}

/**
 * Where the package comes from whatever its version: the index, the repository without the commit, the channel without
 * platform and build, the site of a direct address. Empty where the lock does not say.
 */
export function originOf({ kind, address }: LockSource): string {
  if (kind === 'default') return '';
  if (kind === 'pip' || kind === 'pypi') return kind;
  const origin = origins[kind]?.(address) ?? address;
  return origin === '' ? '' : `${kind} ${origin}`;
}

const origins: Readonly<Partial<Record<SourceKind, (address: string) => string>>> = {
  git: withoutCommit,
  hg: withoutCommit,
  svn: withoutCommit,
  bzr: withoutCommit,
  vcs: withoutCommit,
  source: withoutCommit,
  url: (address) => (/^\w+\+/.test(address) ? withoutCommit(address.replace(/^\w+\+/, '')) : site(address)),
  file: site,
  conda: (address) => channelOf(address.split(' ', 1)[0] ?? ''),
  // The image itself is its name.
  image: () => '',
};

/** A repository's address without the commit, query and ending that it may have. */
export function withoutCommit(address: string): string {
  return address
    .replace(/[?#].*$/s, '')
    .replace(/^([a-z][a-z0-9+.-]*:\/\/[^/]+\/[^@]*[^/@])@.*$/i, '$1')
    .replace(/(?<=[^/:])@[^/@]*$/, '')
    .replace(/\.git$/, '');
}

/** Host and owner: a release's file moves with every version. */
function site(address: string): string {
  return /^[a-z]+:\/\/[^/]+(?:\/[^/]+(?=\/))?/i.exec(address)?.[0] ?? '';
}

/** A channel's address ends with the platform; a build alone is not a channel. */
function channelOf(address: string): string {
  return address.includes('/')
    ? address.replace(/\/(?:noarch|(?:linux|osx|win|emscripten|wasi)-\w+)$/, '')
    : '';
}
