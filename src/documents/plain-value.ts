import type { ConfigNode } from './tree/node.ts';

/**
 * A plain JavaScript projection for JSON Schema: objects without prototype, dates as ISO text, bytes as base64.
 * Integers beyond 2^53 lose digits here (the nodes keep them). Shared nodes stay shared.
 */
export function plainValue(root: ConfigNode): unknown {
  const made = new Map<ConfigNode, unknown>();
  const plain = (node: ConfigNode): unknown => {
    if (node.type === 'list' || node.type === 'dict') {
      const known = made.get(node);
      if (known !== undefined) return known;
      const value = node.type === 'list' ? node.items.map(plain) : plainDict(node.entries, plain);
      made.set(node, value);
      return value;
    }
    if (node.type === 'int') return Number(node.value);
    return node.type === 'bytes' ? Buffer.from(node.value).toString('base64') : node.value;
  };
  return plain(root);
}

function plainDict(
  entries: ReadonlyMap<string, { readonly value: ConfigNode }>,
  plain: (node: ConfigNode) => unknown,
): Record<string, unknown> {
  const record: Record<string, unknown> = Object.create(null);
  for (const [name, entry] of entries) record[name] = plain(entry.value);
  return record;
}

interface Sizes {
  get(node: ConfigNode): number | undefined;
  set(node: ConfigNode, size: number): unknown;
}

/** How many nodes there are once aliases are copied; counting stops above `limit`. `sizes`: those that are known with the same limit. */
export function expandedSize(
  root: ConfigNode,
  limit: number,
  sizes: Sizes = new Map<ConfigNode, number>(),
): number {
  const size = (node: ConfigNode): number => {
    if (node.type !== 'list' && node.type !== 'dict') return 1;
    const known = sizes.get(node);
    if (known !== undefined) return known;
    let total = 1;
    const add = (child: ConfigNode) => (total = Math.min(limit + 1, total + size(child)));
    if (node.type === 'list') node.items.forEach(add);
    else node.entries.forEach(({ value }) => add(value));
    sizes.set(node, total);
    return total;
  };
  return size(root);
}
