import { isAscii } from 'node:buffer';
import { inOrder } from '../../kernel/compare.ts';
import { SortedPaths } from '../../kernel/sorted-paths.ts';
import { ambiguous, fieldsIn } from '../names.ts';
import type { ListPaths } from '../../ports/index.ts';
import type { Git } from '../process/run.ts';
import { once } from './once.ts';
import { RecordedPaths } from './recorded-paths.ts';
import { foldersOf, kindOf, type Entry, type Found } from './tree-paths.ts';

/** All that a commit contains. What nobody asks for is not made: a large repository has a hundred thousand names. */
export interface Listing {
  /** Whether one of its entries is a symlink. */
  readonly hasLinks: boolean;
  /** Whether every name is read as it is written. */
  readonly isPlain: boolean;
  /** Paths of all but submodules, sorted. */
  paths(): SortedPaths;
  entries(): ReadonlyMap<string, Entry>;
  /** Object of a file, where that is known without making the entries. */
  oidOf(path: string): string | undefined;
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
  const isPlain = isAscii(raw);
  const text = raw.toString('latin1');
  const entries = made(() => entriesOf(text, isPlain, modeAt));
  const index = isPlain && modeAt > 0 ? new RecordedPaths(text, text.indexOf('\t') + 1) : undefined;
  const ofText = () => (index === undefined ? treePaths(text) : indexPaths(text, index, modeAt));
  const paths = made(() => (isPlain ? ofText() : undefined) ?? new SortedPaths(filesOf(entries())));
  return listingWith({
    hasLinks: index?.charactersIn(modeAt + 1).has('2') ?? hasMode(text, '120000', modeAt),
    isPlain,
    paths,
    entries,
    oidOf: (path) => oidIn(paths(), path),
  });
}

/** Of a record of the index: `H 100644 <oid> 0`. */
function oidIn(paths: SortedPaths, path: string): string | undefined {
  const record = paths instanceof RecordedPaths ? paths.recordOf(path) : undefined;
  const [, mode = '', oid] = record?.split(' ') ?? [];
  return mode.startsWith('100') ? oid : undefined;
}

/** Rather too often than never: a name may read so too. */
function hasMode(text: string, mode: string, modeAt: number): boolean {
  return text.startsWith(`${mode} `, modeAt) || text.includes(`${modeAt === 0 ? '\0' : ' '}${mode} `);
}

export function listingWith(known: Omit<Listing, 'at'>): Listing {
  const folders = made(() => foldersOf(known.entries().keys()));
  const at = (path: string): Found | undefined =>
    known.entries().get(path) ?? (folders().has(path) ? { kind: 'folder', oid: '' } : undefined);
  return { ...known, at };
}

/** A tree's way to list what can be asked without a text for each path. */
export function listPaths(paths: () => Promise<SortedPaths>): ListPaths {
  return Object.assign(async () => (await paths()).all, { paths });
}

/** The same value for every caller. */
export function made<T>(make: () => T): () => T {
  let value: { readonly of: T } | undefined;
  return () => (value ??= { of: make() }).of;
}

function entriesOf(text: string, isPlain: boolean, modeAt: number): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  const { fields, nameOf } = fieldsIn(text, isPlain);
  for (const line of fields) {
    const tab = line.indexOf('\t');
    const [, , oid = ''] = line.slice(0, tab).split(' ');
    const path = nameOf(line.slice(tab + 1));
    if (entries.has(path)) throw ambiguous(path);
    entries.set(path, { kind: kindOf(line.slice(modeAt, modeAt + 6)), oid });
  }
  return entries;
}

/** The same as of the entries, without making them. The lines of an index are as long, and in the order in which git itself looks for them. */
function indexPaths(text: string, paths: RecordedPaths, modeAt: number): SortedPaths {
  if (!paths.charactersIn(modeAt + 1).has('6')) return paths;
  const submodules = Array.from(text.matchAll(/(?:^|\0). 160000 [^\t]*\t([^\0]*)/g), ([, path = '']) => path);
  return paths.edited(submodules, new Set());
}

/** Trees come as somebody wrote them: `undefined` where git's order is not ours, and with submodules. */
function treePaths(text: string): SortedPaths | undefined {
  if (hasMode(text, '160000', 0)) return undefined;
  const paths = new SortedPaths(new RecordedPaths(text, text.indexOf('\t') + 1).all);
  const isOrdered = paths.all.every((path, at) => at === 0 || paths.at(at - 1) < path);
  return isOrdered ? paths : undefined;
}

function filesOf(entries: ReadonlyMap<string, Entry>): readonly string[] {
  const files: string[] = [];
  for (const [path, { kind }] of entries) if (kind !== 'submodule') files.push(path);
  return inOrder(files);
}
