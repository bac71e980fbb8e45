import type { FileTree } from '../../ports/index.ts';
import { compareText } from '../../kernel/compare.ts';
import type { Blobs } from '../objects/blobs.ts';
import { throughLfs } from './lfs.ts';
import { ambiguous, decodeName, splitNul } from '../names.ts';
import { defaultMaxBytes, refuse, tooLarge } from './refusals.ts';
import type { Git } from '../process/run.ts';
import { foldersOf, kindOf, lookUp, type Entry } from './tree-paths.ts';

export interface CommitTreeOptions {
  readonly listing: Listings;
  readonly blobs: Blobs;
  /** Full SHA of a commit that is here. */
  readonly sha: string;
  readonly name: string;
  /** Folder of Git LFS's objects. */
  readonly lfsStore: string;
  /** Brings the contents that a partial clone has left out. */
  readonly fetchMissing: (sha: string, oids: readonly string[]) => Promise<void>;
}

/** Bytes of a symlink's target: longer ones lead nowhere on any system. */
export const maxLinkBytes = 4096;

/** The files of one commit. Nothing is read before it is asked for. */
export function commitTree({
  listing,
  blobs,
  sha,
  name,
  lfsStore,
  fetchMissing,
}: CommitTreeOptions): FileTree {
  const loaded = () => listing(sha);

  const content = async (path: string, oid: string, maxBytes: number) => {
    await fetchMissing(sha, [oid]);
    const blob = await blobs.read(oid, maxBytes);
    if (blob.bytes === undefined) throw tooLarge(path, blob.size, maxBytes, name);
    return blob.bytes;
  };

  const read = async (path: string, maxBytes = defaultMaxBytes) => {
    const { entries, folders } = await loaded();
    const target = async (entry: Entry) => decodeName(await content(path, entry.oid, maxLinkBytes));
    const result = await lookUp(entries, folders, path, target);
    if (result.found === 'nothing') return undefined;
    if (result.found === 'folder') throw refuse(path, 'folder', name);
    if (result.found !== 'entry') throw refuse(path, result.found, name, result.link);
    if (result.entry.kind === 'submodule') throw refuse(path, 'submodule', name);
    const bytes = await content(path, result.entry.oid, maxBytes);
    return throughLfs({ path, bytes, maxBytes, tree: name, store: lfsStore });
  };

  return {
    name,
    sha,
    read,
    list: async () => (await loaded()).files,
  };
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

export interface Listing {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly folders: ReadonlySet<string>;
  readonly files: readonly string[];
}

async function load(git: Git, sha: string): Promise<Listing> {
  const entries = new Map<string, Entry>();
  for (const line of splitNul(await git.run(['ls-tree', '-r', '-z', '--full-tree', sha, '--']))) {
    const { path, entry } = parseEntry(line);
    if (entries.has(path)) throw ambiguous(path);
    entries.set(path, entry);
  }
  const files = [...entries].filter(([, { kind }]) => kind !== 'submodule').map(([path]) => path);
  return { entries, folders: foldersOf(entries.keys()), files: files.toSorted(compareText) };
}

/** `<mode> <type> <oid>\t<path>`. */
function parseEntry(line: Buffer): { path: string; entry: Entry } {
  const tab = line.indexOf('\t');
  const [mode = '', , oid = ''] = line.toString('latin1', 0, tab).split(' ');
  return { path: decodeName(line.subarray(tab + 1)), entry: { kind: kindOf(mode), oid } };
}

/** The same promise for every caller. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
