import type { ComposeFiles } from '../files.ts';
import { Element } from './element.ts';
import type { Loaded, Repository } from './repository.ts';
import { isHydra, selfOf, type Tree } from './tree.ts';

/** What lies below a config's defaults list, where no choice of a run and no interpolation counts. */
interface Subtree {
  readonly element: Element;
  readonly children: readonly Tree[];
  /** Groups with what they choose, as `remember` takes them. */
  readonly chosen: readonly Element[];
  readonly loaded: ReadonlyMap<string, Promise<Loaded | undefined>>;
  readonly depth: number;
}

const all = new WeakMap<ComposeFiles, Map<string, Subtree>>();

/** Defaults lists that were expanded before: the runs of one repository have most of them in common. */
export class Subtrees {
  private readonly known: Map<string, Subtree>;
  private readonly repository: Repository;

  constructor(repository: Repository) {
    this.repository = repository;
    this.known = all.get(repository.files) ?? new Map<string, Subtree>();
    all.set(repository.files, this.known);
  }

  /** The tree of a config whose list was expanded at such a place; `undefined` where it was not, or may differ here. */
  async get(
    element: Element,
    trail: readonly string[],
    deepest: number,
  ): Promise<{ readonly tree: Tree; readonly chosen: readonly Element[] } | undefined> {
    const known = this.known.get(this.keyOf(element));
    if (known === undefined || trail.length + known.depth > deepest) return undefined;
    if (trail.some((path) => known.loaded.has(path))) return undefined;
    for (const [path, loaded] of known.loaded) await this.repository.take(path, loaded);
    const children = known.children.map((child) => ofElement(child, known.element, element));
    return { tree: { element, children }, chosen: known.chosen };
  }

  set(element: Element, children: readonly Tree[]): void {
    const chosen: Element[] = [];
    const loaded = new Map<string, Promise<Loaded | undefined>>();
    // in the order in which they were expanded
    const visit = (tree: Tree): number => {
      const one = tree instanceof Element ? tree : tree.element;
      if (one.isSelf || isHydra(one.groupPath)) return 0;
      if (one.group !== undefined) chosen.push(one);
      const found = this.repository.taken(one.configPath);
      if (found !== undefined) loaded.set(one.configPath, found);
      return tree instanceof Element ? 1 : 1 + Math.max(0, ...tree.children.toReversed().map(visit));
    };
    const depth = Math.max(0, ...children.toReversed().map(visit));
    this.known.set(this.keyOf(element), { element, children, chosen, loaded, depth });
  }

  private keyOf(element: Element): string {
    const { configPath, group, value, groupPath } = element;
    return JSON.stringify([
      this.repository.path,
      configPath,
      group,
      value,
      groupPath,
      element.finalPackage(),
    ]);
  }
}

/** `_self_` stands for the config that is expanded now. */
function ofElement(child: Tree, before: Element, now: Element): Tree {
  if (!(child instanceof Element) || child.of !== before) return child;
  return selfOf(now, child.node === before.node ? new Element({ value: '_self_', node: now.node }) : child);
}
