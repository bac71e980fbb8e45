import { type ConfigNode, nodeAt } from '../../../documents/tree/node.ts';
import { isMissing } from '../merge.ts';

/** References by an absolute path; what resolvers and relative ones lead to is not followed. */
const reference = /(?<!\\)\$\{([\w-]+(?:\.[\w-]+)*)\}/g;

/** Whether the text refers to what is not there, or in the end to itself: OmegaConf raises where it looks at such a value. */
export function isUnresolved(
  root: ConfigNode,
  node: ConfigNode | undefined,
  seen: ReadonlySet<string> = new Set(),
): boolean {
  if (node?.type !== 'str') return false;
  return Array.from(node.value.matchAll(reference), ([, path = '']) => path).some((path) => {
    const steps = path.split('.');
    if (seen.has(path)) return true;
    if (leadsThroughText(root, steps)) return false;
    const target = nodeAt(root, steps);
    return target === undefined || isMissing(target) || isUnresolved(root, target, new Set([...seen, path]));
  });
}

/** A text on the way may stand for a mapping. */
function leadsThroughText(root: ConfigNode, steps: readonly string[]): boolean {
  return steps.slice(0, -1).some((_, index) => nodeAt(root, steps.slice(0, index + 1))?.type === 'str');
}
