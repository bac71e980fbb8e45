import type { ConflictFile } from '../../ports/branches.ts';
import { decodeName, splitNul } from '../names.ts';
import { isFullSha } from '../refs/refs.ts';

/** Files listed of one merge; beyond that nobody reads on. */
const maxFiles = 200;

/**
 * The conflicted files of `git merge-tree --write-tree -z --name-only --messages`: the tree's id, the files, an empty field, then
 * messages, each as a count of paths, the paths, a type such as `CONFLICT (contents)`, and a sentence. Empty for any other output.
 */
export function parseMergeTree(output: Buffer): ConflictFile[] {
  return readMerge(splitNul(output).map(decodeName), 0).conflicts;
}

/** The same of each merge with `--stdin`: before it a field says whether it went through, after it comes an empty one. `undefined` for any other output. */
export function parseMergeTrees(output: Buffer): ConflictFile[][] | undefined {
  const fields = splitNul(output).map(decodeName);
  const all: ConflictFile[][] = [];
  for (let at = 0; at < fields.length;) {
    const isClean = fields[at] === '1';
    const { conflicts, end } = readMerge(fields, at + 1);
    if (fields[end] !== '' || isClean === conflicts.length > 0) return undefined;
    all.push(conflicts);
    at = end + 1;
  }
  return all;
}

interface Read {
  readonly conflicts: ConflictFile[];
  /** Index of the field behind it. */
  readonly end: number;
}

function readMerge(fields: readonly string[], start: number): Read {
  if (!isFullSha(fields[start] ?? '')) return { conflicts: [], end: fields.length };
  const empty = fields.indexOf('', start + 1);
  const filesEnd = empty < 0 ? fields.length : empty;
  const { kinds, end } = conflictKinds(fields, filesEnd + 1);
  const paths = fields.slice(start + 1, filesEnd).slice(0, maxFiles);
  return { conflicts: paths.map((path) => ({ path, kind: kinds.get(path) ?? 'content' })), end };
}

function conflictKinds(
  fields: readonly string[],
  start: number,
): { readonly kinds: ReadonlyMap<string, string>; readonly end: number } {
  const kinds = new Map<string, string>();
  let at = start;
  while (at < fields.length && fields[at] !== '') {
    const count = Number(fields[at]);
    if (!Number.isSafeInteger(count) || count < 0) break;
    const paths = fields.slice(at + 1, at + 1 + count);
    const kind = /^CONFLICT \(([^)]*)\)/.exec(fields[at + 1 + count] ?? '')?.[1];
    if (kind !== undefined) for (const path of paths) kinds.set(path, shortKind(kind));
    at += count + 3;
  }
  return { kinds, end: at };
}

/** Git says `contents` in the type, `content` in the sentence. */
function shortKind(kind: string): string {
  return kind === 'contents' ? 'content' : kind;
}
