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
  const fields = splitNul(output).map(decodeName);
  if (!isFullSha(fields[0] ?? '')) return [];
  const end = fields.indexOf('', 1);
  const paths = fields.slice(1, end < 0 ? undefined : end);
  const kinds = end < 0 ? new Map<string, string>() : conflictKinds(fields.slice(end + 1));
  return paths.slice(0, maxFiles).map((path) => ({ path, kind: kinds.get(path) ?? 'content' }));
}

function conflictKinds(fields: readonly string[]): Map<string, string> {
  const kinds = new Map<string, string>();
  for (let at = 0; at < fields.length;) {
    const count = Number(fields[at]);
    if (!Number.isSafeInteger(count) || count < 0) break;
    const paths = fields.slice(at + 1, at + 1 + count);
    const kind = /^CONFLICT \(([^)]*)\)/.exec(fields[at + 1 + count] ?? '')?.[1];
    if (kind !== undefined) for (const path of paths) kinds.set(path, shortKind(kind));
    at += count + 3;
  }
  return kinds;
}

/** Git says `contents` in the type, `content` in the sentence. */
function shortKind(kind: string): string {
  return kind === 'contents' ? 'content' : kind;
}
