import { isAscii } from 'node:buffer';
import { inOrder } from '../../kernel/compare.ts';
import { ambiguous, fieldsOf } from '../names.ts';
import type { Git } from '../process/run.ts';
import { once } from './once.ts';
import { foldersOf, kindOf, type Entry, type Found } from './tree-paths.ts';

/** All that a commit contains. What nobody asks for is not made: a large repository has a hundred thousand names. */
export interface Listing {
  /** Whether one of its entries is a symlink. */
  readonly hasLinks: boolean;
  /** Whether every name is read as it is written. */
  readonly isPlain: boolean;
  /** Paths of all but submodules, sorted. */
  files(): readonly string[];
  entries(): ReadonlyMap<string, Entry>;
  at(path: string): Found | undefined;
}

/** What a commit lists, by full SHA; each is listed once. */
export type Listings = (sha: string) => Promise<Listing>;

export function listingsOf(git: Git): Listings {
  const known = new Map<string, () => Promise<Listing>>();
  return (sha) => {
    const listing = known.get(sha) ?? once(() => load(git, sha));
    known.set(sha, listing);
    return listing();
  };
}

async function load(git: Git, sha: string): Promise<Listing> {
  const raw = await git.run(['ls-tree', '-r', '-z', '--full-tree', sha, '--']);
  const entries = made(() => entriesOf(raw));
  const folders = made(() => foldersOf(entries().keys()));
  return {
    hasLinks: raw.indexOf('120000 ') === 0 || raw.includes('\u0000120000 '),
    isPlain: isAscii(raw),
    files: made(() => plainFiles(raw) ?? filesOf(entries())),
    entries,
    at: (path) => entries().get(path) ?? (folders().has(path) ? { kind: 'folder', oid: '' } : undefined),
  };
}

/** The same value for every caller. */
function made<T>(make: () => T): () => T {
  let value: { readonly of: T } | undefined;
  return () => (value ??= { of: make() }).of;
}

/** `<mode> <type> <oid>\t<path>\0`, again and again. */
function entriesOf(raw: Buffer): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  const { fields, nameOf } = fieldsOf(raw);
  for (const line of fields) {
    const tab = line.indexOf('\t');
    const [mode = '', , oid = ''] = line.slice(0, tab).split(' ');
    const path = nameOf(line.slice(tab + 1));
    if (entries.has(path)) throw ambiguous(path);
    entries.set(path, { kind: kindOf(mode), oid });
  }
  return entries;
}

/** The same as of the entries, without making them, where git's order is ours; `undefined` where a name needs a second look. */
function plainFiles(raw: Buffer): readonly string[] | undefined {
  if (!isAscii(raw)) return undefined;
  const files: string[] = [];
  let last = '';
  for (const line of fieldsOf(raw).fields) {
    const path = line.slice(line.indexOf('\t') + 1);
    if (path <= last) return undefined;
    last = path;
    if (!line.startsWith('160000')) files.push(path);
  }
  return files;
}

function filesOf(entries: ReadonlyMap<string, Entry>): readonly string[] {
  const files: string[] = [];
  for (const [path, { kind }] of entries) if (kind !== 'submodule') files.push(path);
  return inOrder(files);
}
