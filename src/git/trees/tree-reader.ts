import type { ObjectReader, StoredObject } from '../objects/object-reader.ts';
import { ambiguous, decodeName } from '../names.ts';
import type { Listings } from './listing.ts';
import { kindOf, type Entry, type Found } from './tree-paths.ts';

/** What a folder contains, by name. */
type Folder = ReadonlyMap<string, Found>;

/**
 * What is at a path of a commit, by full SHA. Each folder is read when a path first leads into it, so that a question costs the depth of the
 * path and not the size of the repository. Where a clone has no trees git's own listing answers.
 */
export function treeReader(
  objects: ObjectReader,
  listing: Listings,
  sha: string,
): (path: string) => Promise<Found | undefined> {
  const folders = new Map<string, Promise<Folder | undefined>>();
  const folderAt = (path: string): Promise<Folder | undefined> => {
    const known = folders.get(path) ?? open(path);
    folders.set(path, known);
    return known;
  };
  const open = async (path: string) => {
    const name = path === '' ? `${sha}^{tree}` : await oidOf(path);
    if (name === undefined) return undefined;
    const [tree] = await objects.read([name]);
    if (tree?.type !== 'tree') throw new Absent();
    return folderOf(tree, path);
  };
  const oidOf = async (path: string) => {
    const found = await entryAt(path);
    return found?.kind === 'folder' ? found.oid : undefined;
  };
  const entryAt = async (path: string): Promise<Found | undefined> => {
    const slash = path.lastIndexOf('/');
    return (await folderAt(slash < 0 ? '' : path.slice(0, slash)))?.get(path.slice(slash + 1));
  };
  return async (path) => {
    try {
      return await entryAt(path);
    } catch (error) {
      if (!(error instanceof Absent)) throw error;
      return (await listing(sha)).at(path);
    }
  };
}

/** A tree that this clone has left out. */
class Absent extends Error {}

/** `<mode> <name>\0<oid in bytes>`, again and again. */
function folderOf({ oid, bytes }: StoredObject, path: string): Folder {
  const entries = new Map<string, Found>();
  for (let start = 0; start < bytes.length;) {
    const [space, nul] = [bytes.indexOf(0x20, start), bytes.indexOf(0, start)];
    const end = nul + 1 + oid.length / 2;
    const name = decodeName(bytes.subarray(space + 1, nul));
    if (entries.has(name)) throw ambiguous(path === '' ? name : `${path}/${name}`);
    const mode = bytes.toString('latin1', start, space);
    entries.set(name, { kind: kindOfMode(mode), oid: bytes.toString('hex', nul + 1, end) });
    start = end;
  }
  return entries;
}

function kindOfMode(mode: string): Entry['kind'] | 'folder' {
  return mode === '40000' ? 'folder' : kindOf(mode);
}
