import type { FileTree } from '../../ports/index.ts';
import type { Blobs } from '../objects/blobs.ts';
import { isUnstored, type EntryChange } from './changes.ts';
import { throughLfs } from './lfs.ts';
import type { Listing } from './listing.ts';
import { defaultMaxBytes, tooLarge } from './refusals.ts';

interface LeftOutOptions {
  /** What the disk is compared with, and how it differs from that. */
  readonly listed: () => Promise<Listing>;
  readonly changes: readonly EntryChange[];
  readonly blobs: Blobs;
  /** Folder of Git LFS's objects. */
  readonly lfsStore: string;
}

/**
 * The files on disk where git leaves some out, as a sparse checkout does: plain files, read by their paths, are what the index has. A list has
 * none of them, for nobody wants a whole repository to be searched of which a part was asked for. Links stay left out.
 */
export function withLeftOut(disk: FileTree, { listed, changes, blobs, lfsStore }: LeftOutOptions): FileTree {
  const now = new Map(changes.map(({ path, after }) => [path, after]));
  const gone = new Set(changes.flatMap(({ previousPath }) => previousPath ?? []));
  const entryAt = async (path: string) => {
    if (now.has(path)) return now.get(path);
    return gone.has(path) ? undefined : (await listed()).at(path);
  };
  const leftOut = async (path: string, maxBytes = defaultMaxBytes): Promise<Uint8Array | undefined> => {
    const entry = await entryAt(path);
    if (entry?.kind !== 'file' || isUnstored(entry.oid)) return undefined;
    const { size, bytes } = await blobs.read(entry.oid, maxBytes);
    if (bytes === undefined) throw tooLarge(path, size, maxBytes, disk.name);
    return throughLfs({ path, bytes, maxBytes, tree: disk.name, store: lfsStore });
  };
  const read: FileTree['read'] = async (path, maxBytes) =>
    (await disk.read(path, maxBytes)) ?? leftOut(path, maxBytes);
  return { ...disk, read };
}
