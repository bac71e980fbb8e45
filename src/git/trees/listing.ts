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

/** What a commit lists, by full SHA; each is listed once. `known`: the same from what was asked already, where that says it. */
export type Listings = (sha: string, known?: () => Listing | undefined) => Promise<Listing>;

export function listingsOf(list: (sha: string) => Promise<Listing>): Listings {
  const made = new Map<string, () => Promise<Listing>>();
  return (sha, known = () => undefined) => {
    const listed = made.get(sha) ?? once(async () => known() ?? list(sha));
    made.set(sha, listed);
    return listed();
  };
}

/** Each line: `<mode> <type> <oid>\t<path>`. */
export async function listedByTrees(git: Git, sha: string): Promise<Listing> {
  return listingOf(await git.run(['ls-tree', '-r', '-z', '--full-tree', sha, '--']), 0);
}

/** Of lines whose mode begins at a column, whose object is the third word, and whose path follows a tab; sorted by their bytes. */
export function listingOf(raw: Buffer, modeAt: number): Listing {
  const entries = made(() => entriesOf(raw, modeAt));
  return listingWith({
    hasLinks: raw.indexOf('120000 ') === modeAt || raw.includes(modeAt === 0 ? '\u0000120000 ' : ' 120000 '),
    isPlain: isAscii(raw),
    files: made(() => plainFiles(raw, modeAt) ?? filesOf(entries())),
    entries,
  });
}

export function listingWith(known: Omit<Listing, 'at'>): Listing {
  const folders = made(() => foldersOf(known.entries().keys()));
  const at = (path: string): Found | undefined =>
    known.entries().get(path) ?? (folders().has(path) ? { kind: 'folder', oid: '' } : undefined);
  return { ...known, at };
}

/** The same value for every caller. */
export function made<T>(make: () => T): () => T {
  let value: { readonly of: T } | undefined;
  return () => (value ??= { of: make() }).of;
}

function entriesOf(raw: Buffer, modeAt: number): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  const { fields, nameOf } = fieldsOf(raw);
  for (const line of fields) {
    const tab = line.indexOf('\t');
    const [, , oid = ''] = line.slice(0, tab).split(' ');
    const path = nameOf(line.slice(tab + 1));
    if (entries.has(path)) throw ambiguous(path);
    entries.set(path, { kind: kindOf(line.slice(modeAt, modeAt + 6)), oid });
  }
  return entries;
}

/** The same as of the entries, without making them, where git's order is ours; `undefined` where a name needs a second look. */
function plainFiles(raw: Buffer, modeAt: number): readonly string[] | undefined {
  if (!isAscii(raw)) return undefined;
  const text = raw.toString('latin1');
  const files: string[] = [];
  let last = '';
  for (let start = 0, end = 0; start < text.length; start = end + 1) {
    const tab = text.indexOf('\t', start);
    end = text.indexOf('\0', tab);
    const path = text.slice(tab + 1, end);
    if (path <= last) return undefined;
    last = path;
    if (!text.startsWith('160000', start + modeAt)) files.push(path);
  }
  return files;
}

function filesOf(entries: ReadonlyMap<string, Entry>): readonly string[] {
  const files: string[] = [];
  for (const [path, { kind }] of entries) if (kind !== 'submodule') files.push(path);
  return inOrder(files);
}
