/** Which parts of a document stand for others: anchors, aliases and merge keys. */
import type { WrittenMap, WrittenNode } from '../../documents/yaml/stream.ts';
import { Refused } from './refused.ts';

export interface Anchors {
  isUsed(anchor: string): boolean;
  /** What an alias stands for; any other node as it is. */
  target(node: WrittenNode): WrittenNode | undefined;
  /** The merge key through which a mapping has a key that is not its own. */
  mergeThatHas(map: WrittenMap, name: string): WrittenNode | undefined;
}

/** Throws Refused for an anchor that is defined twice: which one an alias means differs between readers. */
export function anchorsIn(root: WrittenNode): Anchors {
  const anchored = new Map<string, WrittenNode>();
  const used = new Set<string>();
  for (const node of nodesIn(root)) {
    if (node.kind === 'alias') used.add(node.name);
    else if (node.anchor !== undefined) {
      if (anchored.has(node.anchor))
        throw new Refused(
          `the anchor &${node.anchor} is defined twice`,
          node.start,
          'Give each anchor its own name.',
        );
      anchored.set(node.anchor, node);
    }
  }
  const target = (node: WrittenNode) => (node.kind === 'alias' ? anchored.get(node.name) : node);
  const has = (source: WrittenNode, name: string, seen: Set<WrittenNode>): boolean => {
    const node = target(source);
    if (node === undefined || seen.has(node)) return false;
    seen.add(node);
    if (node.kind === 'list') return node.items.some((item) => has(item, name, seen));
    if (node.kind !== 'map') return false;
    return node.pairs.some(
      ([key, value]) =>
        (key.kind === 'scalar' && key.text === name) || (isMerge(key) && has(value, name, seen)),
    );
  };
  return {
    isUsed: (anchor) => used.has(anchor),
    target,
    mergeThatHas: (map, name) =>
      map.pairs.find(([key, value]) => isMerge(key) && has(value, name, new Set()))?.[0],
  };
}

function isMerge(key: WrittenNode): boolean {
  return key.kind === 'scalar' && key.text === '<<' && key.style === 'plain';
}

/** The node and all below it, in the order of the text. */
export function* nodesIn(node: WrittenNode): Generator<WrittenNode> {
  yield node;
  if (node.kind === 'list') for (const item of node.items) yield* nodesIn(item);
  if (node.kind === 'map')
    for (const [key, value] of node.pairs) {
      yield* nodesIn(key);
      yield* nodesIn(value);
    }
}
