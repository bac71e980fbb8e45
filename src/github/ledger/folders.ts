import type { Objects } from '../../ports/github-repository.ts';

/** Names and ids in a folder. */
export interface Folder {
  readonly blobs: ReadonlyMap<string, string>;
  readonly folders: ReadonlyMap<string, string>;
}

const nothing: Folder = { blobs: new Map(), folders: new Map() };

/** Folders of a commit, read level by level; each tree is asked for once. */
export function folderReader(api: Objects, root: string | undefined): (path: string) => Promise<Folder> {
  const known = new Map<string, Promise<Folder>>();
  const read = (path: string): Promise<Folder> => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const reading = readPath(path);
    known.set(path, reading);
    return reading;
  };
  const readPath = async (path: string): Promise<Folder> => {
    if (root === undefined) return nothing;
    if (path === '') return folderOf(api, root);
    const slash = path.lastIndexOf('/');
    const parent = await read(slash < 0 ? '' : path.slice(0, slash));
    const sha = parent.folders.get(path.slice(slash + 1));
    return sha === undefined ? nothing : folderOf(api, sha);
  };
  return read;
}

async function folderOf(api: Objects, sha: string): Promise<Folder> {
  const entries = await api.readTree(sha);
  const named = (type: string) =>
    new Map(entries.filter((entry) => entry.type === type).map((entry) => [entry.path, entry.sha]));
  return { blobs: named('blob'), folders: named('tree') };
}
