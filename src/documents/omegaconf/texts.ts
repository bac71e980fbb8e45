import type { ConfigNode, DictNode, ListNode, ScalarNode } from '../tree/node.ts';
import { parseText, type Piece } from './parse.ts';

export type TextNode = ScalarNode & { type: 'str' };

export function isInterpolated(node: ConfigNode): node is TextNode {
  return node.type === 'str' && node.value.includes('${');
}

/** There is nothing to resolve in it. */
export function isDone(node: ConfigNode): boolean {
  return node.type === 'dict' || node.type === 'list' ? isPlain(node) : !isInterpolated(node);
}

const plain = new WeakMap<DictNode | ListNode, boolean>();

/** Whether no text in it has an interpolation: runs of one repository share most of their values. */
function isPlain(node: DictNode | ListNode): boolean {
  const known = plain.get(node);
  if (known !== undefined) return known;
  const values = node.type === 'list' ? node.items : Array.from(node.entries.values(), ({ value }) => value);
  const found = values.every((value) =>
    value.type === 'dict' || value.type === 'list' ? isPlain(value) : !isInterpolated(value),
  );
  plain.set(node, found);
  return found;
}

const parsed = new Map<string, readonly Piece[] | undefined>();
const maxParsed = 10_000;

/** Runs of one repository have the same texts. */
export function piecesOf(text: string): readonly Piece[] | undefined {
  if (parsed.has(text)) return parsed.get(text);
  if (parsed.size >= maxParsed) parsed.clear();
  const pieces = parseText(text);
  parsed.set(text, pieces);
  return pieces;
}
