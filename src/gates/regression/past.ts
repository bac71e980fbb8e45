import { trendLength, unusableAnchor, type Past } from '../../regression/index.ts';
import type { FileTree, Ports } from '../ports.ts';
import { matching, readSide } from './sides.ts';

/** The anchor and the trend. They only add to what the merge base says: where they are missing, that is told and nothing fails. */
export async function readPast(anchor: string | undefined, ports: Ports): Promise<Past> {
  const trend = await ports.trend?.(trendLength);
  const read = anchor === undefined || anchor === '' ? {} : await readAnchor(anchor, ports);
  return { ...read, ...(trend !== undefined && { trend }) };
}

async function readAnchor(anchor: string, ports: Ports): Promise<Past> {
  const { ref, path } = partsOf(anchor);
  const tree = ref === undefined ? ports.change.base : await treeOf(ref, ports);
  if (tree === undefined)
    return { findings: [unusableAnchor({ name: anchor }, `no commit, tag or branch ${ref} is known here`)] };
  const files = await matching(tree, [path]);
  if (files.length === 0)
    return { findings: [unusableAnchor({ name: anchor }, `nothing matches ${path} at the ${tree.name}`)] };
  return { anchor: { name: anchor, results: await readSide(tree, files) } };
}

/** `v2.3.0:results/*.jsonl`, or a path at the merge base; never at the head, which would move its own yardstick. */
function partsOf(anchor: string): { ref?: string; path: string } {
  const colon = anchor.indexOf(':');
  return colon < 0 ? { path: anchor } : { ref: anchor.slice(0, colon), path: anchor.slice(colon + 1) };
}

async function treeOf(ref: string, ports: Ports): Promise<FileTree | undefined> {
  return ports.treeAt?.(ref);
}
