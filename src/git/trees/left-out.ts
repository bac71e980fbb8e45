import type { FileTree } from '../../ports/index.ts';
import type { Blobs } from '../objects/blobs.ts';
import { isUnstored, type EntryChange } from './changes.ts';
import { defaultMaxBytes, tooLarge } from './refusals.ts';

interface LeftOutOptions {
  /** What the disk is compared with, and how it differs from that. */
  readonly base: FileTree;
  readonly changes: readonly EntryChange[];
  readonly blobs: Blobs;
}

/**
 * The files on disk where git leaves some out, as a sparse checkout does: read by their paths they are what the index has. A list has none of
 * them, for nobody wants a whole repository to be searched of which a part was asked for.
 */
export function withLeftOut(disk: FileTree, { base, changes, blobs }: LeftOutOptions): FileTree {
  const known = new Map(changes.flatMap(({ path, after }) => (after === undefined ? [] : [[path, after]])));
  const touched = new Set(changes.flatMap(({ path, previousPath = path }) => [path, previousPath]));
  const leftOut = async (path: string, maxBytes = defaultMaxBytes): Promise<Uint8Array | undefined> => {
    if (!isPlain(path)) return undefined;
    if (!touched.has(path)) return base.read(path, maxBytes);
    const staged = known.get(path);
    if (staged?.kind !== 'file' || isUnstored(staged.oid)) return undefined;
    const { size, bytes } = await blobs.read(staged.oid, maxBytes);
    if (bytes === undefined) throw tooLarge(path, size, maxBytes, disk.name);
    return bytes;
  };
  const read: FileTree['read'] = async (path, maxBytes) =>
    (await disk.read(path, maxBytes)) ?? leftOut(path, maxBytes);
  return { ...disk, read };
}

/** Another spelling of a path would not be found among the changes. */
function isPlain(path: string): boolean {
  return path.split('/').every((step) => step !== '' && step !== '.' && step !== '..');
}
