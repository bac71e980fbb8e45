/** Whether two texts say the same but for one value. */
import type { WrittenNode, WrittenScalar } from '../../documents/yaml/stream.ts';

/** The one scalar in which the documents differ; `undefined` where they differ in nothing, or in anything else. */
export function onlyDifference(
  before: readonly WrittenNode[],
  after: readonly WrittenNode[],
  target: WrittenScalar,
): WrittenScalar | undefined {
  if (before.length !== after.length) return undefined;
  const found: WrittenScalar[] = [];
  const same = before.every((node, at) => isSame(node, after[at], target, found));
  return same && found.length === 1 ? found[0] : undefined;
}

function isSame(
  a: WrittenNode,
  b: WrittenNode | undefined,
  target: WrittenScalar,
  found: WrittenScalar[],
): boolean {
  if (b === undefined || a.kind !== b.kind || a.anchor !== b.anchor || a.tag !== b.tag) return false;
  if (a.kind === 'alias') return b.kind === 'alias' && a.name === b.name;
  if (a.kind === 'list') return b.kind === 'list' && everySame(a.items, b.items, target, found);
  if (a.kind === 'map') return b.kind === 'map' && everySame(a.pairs.flat(), b.pairs.flat(), target, found);
  if (b.kind !== 'scalar') return false;
  if (a !== target) return a.style === b.style && a.text === b.text && a.absent === b.absent;
  found.push(b);
  return true;
}

function everySame(
  a: readonly WrittenNode[],
  b: readonly WrittenNode[],
  target: WrittenScalar,
  found: WrittenScalar[],
): boolean {
  return a.length === b.length && a.every((node, at) => isSame(node, b[at], target, found));
}
