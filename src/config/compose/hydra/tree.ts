import type { ConfigNode } from '../../../documents/tree/node.ts';
import { ComposeError, Element } from './element.ts';

/** A config of the final list: what is merged, where, in this order. */
export interface Part {
  readonly configPath: string;
  readonly package: string;
  readonly element: Element;
  /** The item of a defaults list that put it there. */
  readonly by: ConfigNode;
  /** Of a config without defaults, in a group. */
  readonly key?: string;
}

/** A config, alone or with those of its defaults list. */
export type Tree = Element | { readonly element: Element; readonly children: readonly Tree[] };

/** A config that no folder of the search path has. */
export class MissingConfig extends ComposeError {}

/** Hydra's own groups set how a job runs, and nothing of the config that the program gets. */
export function isHydra(key: string): boolean {
  return /^\/?hydra(?:[/@]|$)/.test(key);
}

/** Where `_self_` is not given the config itself comes last. */
export function addSelf(element: Element, list: Element[]): void {
  const selves = list.filter(({ isSelf }) => isSelf);
  if (selves[1] !== undefined)
    throw new ComposeError('_self_ stands twice in the defaults list', selves[1].node);
  if (selves.length === 0 && (list.length === 0 || list.some(({ isOverride }) => !isOverride)))
    list.push(new Element({ value: '_self_', node: element.node }));
}

export function selfOf(element: Element, item: Element): Element {
  const self = new Element({ value: '_self_', node: item.node });
  self.of = element;
  return self;
}

export function flat(tree: Tree): Part[] {
  if (!(tree instanceof Element)) return tree.children.flatMap(flat);
  const element = tree.of ?? tree;
  if (
    tree.isDeleted ||
    (tree.of === undefined && tree.isSelf) ||
    element.name === null ||
    isHydra(element.groupPath)
  )
    return [];
  const isLeaf = tree.of === undefined && element.group !== undefined;
  const key = isLeaf ? { key: element.overrideKey } : {};
  return [
    {
      configPath: element.configPath,
      package: element.finalPackage(),
      element,
      by: tree.chosenBy ?? tree.node,
      ...key,
    },
  ];
}

export function refuseTwice(parts: readonly Part[]): void {
  const seen = new Set<string>();
  for (const { key, element } of parts) {
    if (key === undefined) continue;
    if (seen.has(key))
      throw new ComposeError(
        `${key} appears twice in the final defaults list`,
        element.node,
        'take one of the two out, or give it another package (@)',
      );
    seen.add(key);
  }
}
