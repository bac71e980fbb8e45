import { isSlip, nearest } from '../../../kernel/near.ts';
import type { ConfigNode } from '../../../documents/tree/node.ts';
import { ComposeError, Element, elementsOf } from './element.ts';
import { addSelf, flat, isHydra, MissingConfig, type Part, refuseTwice, selfOf, type Tree } from './tree.ts';
import { GroupChoices } from './choices.ts';
import type { Override } from './override.ts';
import type { Repository } from './repository.ts';
import { Subtrees } from './subtrees.ts';

/** Deeper lists are not a config, and cycles. */
const maxDepth = 60;

/** Hydra's defaults lists, expanded from the primary config down (hydra/_internal/defaults_list.py). */
export class Defaults {
  private readonly repository: Repository;
  private readonly choices: GroupChoices;
  private readonly known = new Map<string, string | null>();
  private readonly knownKeys = new Map<string, Set<string>>();
  private readonly subtrees: Subtrees;
  /** How many options were named by an interpolation. */
  private interpolated = 0;

  /** `overrides`: those that choose groups. Throws ComposeError. */
  constructor(repository: Repository, overrides: readonly Override[]) {
    this.repository = repository;
    this.choices = new GroupChoices(overrides);
    this.subtrees = new Subtrees(repository);
  }

  /** The configs to merge, in their order. Throws ComposeError. */
  async parts(primary: string, at: ConfigNode): Promise<Part[]> {
    const root = new Element({ value: primary, isPrimary: true, node: at });
    root.below('', '');
    const parts = flat(await this.expanded(root, [], false));
    refuseTwice(parts);
    this.choices.refuseUnused((group) => this.knownKeys.get(group) ?? []);
    return parts;
  }

  private async expanded(element: Element, trail: readonly string[], isInterpolated: boolean): Promise<Tree> {
    if (element.isSelf || isHydra(element.groupPath)) return element;
    if (element.name !== null && !element.isMissing) {
      const loaded = await this.load(element);
      element.header = loaded?.header;
    }
    if (this.choices.deletes(element)) return element;
    this.remember(element);
    if (element.name === null) return element;
    if (element.isMissing) throw this.mustChoose(element);
    const { configPath } = element;
    const loaded = await this.load(element);
    if (loaded === undefined) return this.absent(element);
    if (trail.includes(configPath) || trail.length > maxDepth)
      throw new ComposeError(
        `the defaults lead back to ${configPath}: ${[...trail, configPath].slice(-5).join(' → ')}`,
        element.node,
        'take one of these defaults out',
      );
    return this.below(element, loaded.defaults, [...trail, configPath], isInterpolated);
  }

  /** What other runs expanded is taken where nothing that is chosen so far can change it. */
  private async below(
    element: Element,
    defaults: ConfigNode | undefined,
    trail: readonly string[],
    isInterpolated: boolean,
  ): Promise<Tree> {
    const isOwn = element.isPrimary || isInterpolated || defaults === undefined || !this.choices.isEmpty;
    if (isOwn) return this.children(element, defaults, trail, isInterpolated);
    const known = await this.subtrees.get(element, trail, maxDepth);
    if (known !== undefined && known.chosen.every((each) => this.isFree(each))) {
      for (const each of known.chosen) this.remember(each);
      return known.tree;
    }
    const before = this.interpolated;
    const tree = await this.children(element, defaults, trail, isInterpolated);
    if (!(tree instanceof Element) && this.choices.isEmpty && this.interpolated === before)
      this.subtrees.set(element, tree.children);
    return tree;
  }

  private isFree(element: Element): boolean {
    const known = this.known.get(element.overrideKey);
    return known === undefined || known === element.name;
  }

  private load({ configPath, group, name, isPrimary }: Element) {
    return this.repository.load(
      configPath,
      isPrimary || group === undefined ? 'file' : 'group',
      group === undefined ? undefined : `${group}=${name}`,
    );
  }

  private async children(
    element: Element,
    defaults: ConfigNode | undefined,
    trail: readonly string[],
    isInterpolated: boolean,
  ): Promise<Tree> {
    const list = defaults === undefined ? [] : elementsOf(defaults);
    if (list.length > 0 || (element.isPrimary && this.choices.appended.length > 0)) addSelf(element, list);
    if (element.isPrimary) list.push(...this.choices.appended);
    const package_ = element.finalPackage();
    for (const item of list) if (!item.isSelf) item.below(element.groupPath, package_);
    this.choices.collect(list, isInterpolated);
    if (list.every(({ isOverride }) => isOverride)) return element;
    const children: (Tree | readonly Tree[])[] = [];
    for (const item of list.toReversed()) {
      if (item.isSelf) children.push(selfOf(element, item));
      else if (!item.isOverride) children.push(await this.child(item, trail, isInterpolated));
    }
    for (const [index, child] of children.entries()) {
      if (!(child instanceof Element) || child.isSelf || !child.isInterpolated) continue;
      this.resolve(child, list);
      child.below(element.groupPath, package_);
      children[index] = await this.expanded(child, trail, true);
    }
    return { element, children: children.toReversed().flat() };
  }

  private async child(
    item: Element,
    trail: readonly string[],
    isInterpolated: boolean,
  ): Promise<Tree | readonly Tree[]> {
    this.choices.choose(item);
    if (typeof item.value === 'object' && item.value !== null)
      return this.optionsOf(item, item.value, trail, isInterpolated);
    return item.isInterpolated ? item : this.expanded(item, trail, isInterpolated);
  }

  /** `group: [a, b]`. */
  private async optionsOf(
    item: Element,
    options: readonly string[],
    trail: readonly string[],
    isInterpolated: boolean,
  ): Promise<readonly Tree[]> {
    const trees: Tree[] = [];
    for (const option of options.toReversed()) {
      const one = new Element({
        value: `${item.group}/${option}`,
        package: item.package,
        isOptional: item.isOptional,
        node: item.chosenBy ?? item.node,
      });
      one.below(...item.parent);
      trees.push(await this.expanded(one, trail, isInterpolated));
    }
    return trees.toReversed();
  }

  private remember(element: Element): void {
    if (element.group === undefined) return;
    const key = element.overrideKey;
    const before = this.known.get(key);
    if (this.known.has(key) && before !== element.name)
      throw new ComposeError(
        `${key} is chosen twice: ${before ?? 'null'} and ${element.name ?? 'null'}`,
        element.node,
        `to choose another option, write override ${key}: ${element.name ?? 'null'}`,
      );
    this.known.set(key, element.name);
    const keys = this.knownKeys.get(element.groupPath) ?? new Set();
    this.knownKeys.set(element.groupPath, keys.add(key));
  }

  private mustChoose(element: Element): ComposeError {
    const options = this.repository.options(element.groupPath).join(', ');
    return new ComposeError(
      `an option of ${element.overrideKey} must be given (???)`,
      element.node,
      `give one in the command or here: ${element.overrideKey}=OPTION${options === '' ? '' : `, of ${options}`}`,
    );
  }

  private absent(element: Element): Tree {
    if (element.isOptional) {
      element.isDeleted = true;
      return element;
    }
    const { configPath, group, groupPath } = element;
    const slash = configPath.lastIndexOf('/');
    const options = this.repository.options(
      group === undefined ? configPath.slice(0, Math.max(0, slash)) : groupPath,
    );
    const name = configPath.slice(slash + 1);
    const near = nearest(
      name,
      options.filter((option) => isSlip(name, option)),
    );
    const help =
      near === undefined
        ? `the options are: ${options.slice(0, 20).join(', ') || '(none)'}`
        : `did you mean ${near}?`;
    const node = element.chosenBy ?? element.node;
    const text = node.type === 'str' ? node.value : '';
    const meant =
      near === undefined || !text.endsWith(name)
        ? undefined
        : { text, to: text.slice(0, text.length - name.length) + near };
    throw new MissingConfig(`there is no config ${configPath}.yaml`, node, help, meant);
  }

  /** `${model}` in a default stands for the option of another group. */
  private resolve(element: Element, list: readonly Element[]): void {
    this.interpolated += 1;
    const text = element.group === undefined ? element.configPath : String(element.value);
    const value = text.replaceAll(/\$\{([^{}]*)\}/g, (all, key: string) => {
      const legacy = /^defaults\.(\d+)\.(.+)$/.exec(key);
      const found = this.known.get(key) ?? (legacy === null ? undefined : list[Number(legacy[1])]?.value);
      if (typeof found !== 'string')
        throw new ComposeError(`${all} names no group that is chosen`, element.node);
      return found;
    });
    element.value = value;
  }
}
