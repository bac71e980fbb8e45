/** Manifests as documents in which a target finds its objects. */
import type { WrittenNode } from '../../documents/yaml/stream.ts';
import { findValue } from '../edit/find.ts';
import { formatOf } from '../edit/formats.ts';
import { parsePath } from '../edit/path.ts';
import { refusalOf } from '../edit/refused.ts';

export interface ManifestFile {
  readonly file: string;
  readonly text: string;
}

export interface ManifestDocument {
  readonly file: string;
  /** From 1. */
  readonly number: number;
  readonly root: WrittenNode;
}

export interface UnreadFile {
  readonly file: string;
  readonly message: string;
}

/** All documents of the files; a file that cannot be read is one of `unread`. */
export function documentsIn(files: readonly ManifestFile[]): {
  readonly documents: readonly ManifestDocument[];
  readonly unread: readonly UnreadFile[];
} {
  const documents: ManifestDocument[] = [];
  const unread: UnreadFile[] = [];
  for (const { file, text } of files) {
    try {
      const roots = formatOf(file).read(text);
      documents.push(...roots.map((root, at) => ({ file, number: at + 1, root })));
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === undefined) throw error;
      unread.push({ file, message: refusal.message });
    }
  }
  return { documents, unread };
}

/** Whether anything stands at the path, surely to be edited or not. */
export function has({ root }: ManifestDocument, path: string): boolean {
  const parsed = parsePath(path);
  return parsed.ok && findValue(root, parsed.steps).kind !== 'missing';
}

/** The text at a path; `undefined` where there is none, or none that is sure. */
export function textAt({ root }: ManifestDocument, path: string): string | undefined {
  const parsed = parsePath(path);
  const found = parsed.ok ? findValue(root, parsed.steps) : undefined;
  return found?.kind === 'found' ? found.value.text : undefined;
}

/** Keys of the mapping at a path of plain keys, and numbers of items of the list there. */
export function keysAt({ root }: ManifestDocument, keys: readonly string[]): readonly string[] {
  const node = keys.reduce<WrittenNode | undefined>((at, key) => {
    if (at?.kind === 'list') return at.items[Number(key)];
    if (at?.kind !== 'map') return undefined;
    return at.pairs.find(([name]) => name.kind === 'scalar' && name.text === key)?.[1];
  }, root);
  if (node?.kind === 'list') return node.items.map((_, at) => String(at));
  if (node?.kind !== 'map') return [];
  return node.pairs.flatMap(([name]) => (name.kind === 'scalar' ? [name.text] : []));
}
