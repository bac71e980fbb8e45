import type { ConfigNode } from '../../documents/tree/node.ts';

/** `auto` belongs to every type: DeepSpeed, transformers and axolotl take it where they can choose a value themselves. */
export function isAutomatic(node: ConfigNode): boolean {
  return node.type === 'str' && node.value === 'auto';
}
