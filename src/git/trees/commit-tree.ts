import type { FileTree } from '../../ports/index.ts';
import type { Blobs } from '../objects/blobs.ts';
import { throughLfs } from './lfs.ts';
import { decodeName } from '../names.ts';
import { linkedTree, maxLinkBytes, storedTarget, viewWith } from './reachable.ts';
import { defaultMaxBytes, refuse, tooLarge } from './refusals.ts';
import type { ObjectReader } from '../objects/object-reader.ts';
import { listPaths, type Listings } from './listing.ts';
import { lookUp, type Entry } from './tree-paths.ts';
import { treeReader } from './tree-reader.ts';

/** The object of a file of a commit, where that is known before its trees are read. */
export type OidOf = (path: string) => string | undefined;

export interface CommitTreeOptions {
  readonly listing: Listings;
  readonly objects: ObjectReader;
  readonly blobs: Blobs;
  /** Full SHA of a commit that is here. */
  readonly sha: string;
  readonly name: string;
  /** Folder of Git LFS's objects. */
  readonly lfsStore: string;
  readonly oidOf?: OidOf | undefined;
}

/** The files of one commit. Nothing is read before it is asked for. */
export function commitTree(options: CommitTreeOptions): FileTree {
  const { listing, objects, blobs, sha, name, lfsStore, oidOf } = options;
  const at = treeReader(objects, listing, sha);

  const content = async (path: string, oid: string, maxBytes: number) => {
    const blob = await blobs.read(oid, maxBytes);
    if (blob.bytes === undefined) throw tooLarge(path, blob.size, maxBytes, name);
    return blob.bytes;
  };

  const read = async (path: string, maxBytes = defaultMaxBytes) => {
    const oid = oidOf?.(path) ?? (await oidAt(path));
    if (oid === undefined) return undefined;
    const bytes = await content(path, oid, maxBytes);
    return throughLfs({ path, bytes, maxBytes, tree: name, store: lfsStore });
  };

  const oidAt = async (path: string) => {
    const target = async (entry: Entry) => decodeName(await content(path, entry.oid, maxLinkBytes));
    const result = await lookUp(at, path, target);
    if (result.found === 'nothing') return undefined;
    if (result.found === 'folder') throw refuse(path, 'folder', name);
    if (result.found !== 'entry') throw refuse(path, result.found, name, result.link);
    if (result.entry.kind === 'submodule') throw refuse(path, 'submodule', name);
    return result.entry.oid;
  };

  const list = listPaths(async () => (await listing(sha)).paths());
  const view = async () => {
    const { hasLinks, entries } = await listing(sha);
    return hasLinks ? viewWith(entries(), (_, { oid }) => storedTarget(blobs, oid)) : undefined;
  };

  return {
    name,
    sha,
    read,
    list,
    ...linkedTree(view, list),
  };
}
