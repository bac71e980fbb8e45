import { type ConfigNode, nodeAt } from '../../../documents/tree/node.ts';
import { isMissing } from '../merge.ts';

/** A path from the root, or from the mapping or list that has the text (one dot), and so on upwards; what resolvers lead to is not followed. */
const reference = /(?<!\\)\$\{(\.*)([\w-]+(?:\.[\w-]+)*)\}/g;

/**
 * Whether the text at a path refers to what is not there, or in the end to itself: OmegaConf raises where it looks at such a value.
 * `known`: what was found on the way, so that each text is looked at once.
 */
export function isUnresolved(
  root: ConfigNode,
  at: readonly string[],
  known = new Map<string, boolean>(),
): boolean {
  const node = nodeAt(root, at);
  if (node?.type !== 'str') return false;
  const name = at.join('.');
  const found = known.get(name);
  if (found !== undefined) return found;
  known.set(name, true); // whoever comes back here never ends
  const isSo = Array.from(node.value.matchAll(reference)).some(([, dots = '', path = '']) => {
    if (dots.length > at.length) return true;
    const steps = [...(dots === '' ? [] : at.slice(0, -dots.length)), ...path.split('.')];
    if (leadsThroughText(root, steps)) return false;
    const target = nodeAt(root, steps);
    return target === undefined || isMissing(target) || isUnresolved(root, steps, known);
  });
  known.set(name, isSo);
  return isSo;
}

/** A text on the way may stand for a mapping. */
function leadsThroughText(root: ConfigNode, steps: readonly string[]): boolean {
  return steps.slice(0, -1).some((_, index) => nodeAt(root, steps.slice(0, index + 1))?.type === 'str');
}
