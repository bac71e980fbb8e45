import { isSlip, nearest } from '../../../kernel/near.ts';
import type { ConfigNode } from '../../../documents/tree/node.ts';
import { ComposeError, Element, elementsOf } from './element.ts';
import { addSelf, flat, isHydra, MissingConfig, type Part, refuseTwice, selfOf, type Tree } from './tree.ts';
import type { Override } from './override.ts';
import type { Repository } from './repository.ts';

interface Choice {
  readonly value: string | readonly string[] | null;
  readonly node: ConfigNode;
  /** By an override of the command. */
  readonly isExternal: boolean;
  used: boolean;
}

interface Deletion {
  readonly option: string | undefined;
  readonly node: ConfigNode;
  used: boolean;
}

/** Deeper lists are not a config, and cycles. */
const maxDepth = 60;

/** Hydra's defaults lists, expanded from the primary config down (hydra/_internal/defaults_list.py). */
export class Defaults {
  /** Overrides of values: those that choose no group. */
  readonly ofValues: Override[] = [];
  private readonly repository: Repository;
  private readonly choices = new Map<string, Choice>();
  private readonly appended: Element[] = [];
  private readonly deletions = new Map<string, Deletion>();
  private readonly known = new Map<string, string | null>();
  private readonly knownKeys = new Map<string, Set<string>>();

  constructor(repository: Repository, overrides: readonly Override[]) {
    this.repository = repository;
    for (const override of overrides) this.take(override);
  }

  /** The configs to merge, in their order. Throws ComposeError. */
  async parts(primary: string, at: ConfigNode): Promise<Part[]> {
    const root = new Element({ value: primary, isPrimary: true, node: at });
    root.below('', '');
    const parts = flat(await this.expanded(root, [], false));
    refuseTwice(parts);
    this.refuseUnused();
    return parts;
  }

  private take(override: Override): void {
    const { key, kind, value, written } = override;
    const node: ConfigNode = value ?? { type: 'NoneType', value: null, ...written };
    const isGroup = value?.type !== 'dict' && key !== '' && (this.repository.hasGroup(key) || isHydra(key));
    if (!isGroup) return void this.ofValues.push(override);
    if (isHydra(key)) return;
    if (kind === 'force')
      throw new ComposeError('a group cannot be added by ++', node, `write +${key}=… or ${key}=…`);
    const fullKey =
      override.package === undefined
        ? key
        : `${key}@${override.package === '' ? '_global_' : override.package}`;
    if (kind === 'delete')
      return void this.deletions.set(fullKey, {
        option: value?.type === 'str' ? value.value : undefined,
        node,
        used: false,
      });
    const option = optionOf(node);
    if (option === undefined)
      throw new ComposeError(`the option of the group ${key} must be a text or a list`, node);
    if (kind === 'add')
      this.appended.push(
        new Element({ group: key, package: override.package, value: option, isAppended: true, node }),
      );
    else this.choices.set(fullKey, { value: option, node, isExternal: true, used: false });
  }

  private async expanded(element: Element, trail: readonly string[], isInterpolated: boolean): Promise<Tree> {
    if (element.isSelf || isHydra(element.groupPath)) return element;
    if (element.name !== null && !element.isMissing) {
      const loaded = await this.load(element);
      element.header = loaded?.header;
    }
    if (this.delete(element)) return element;
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
    return this.children(element, loaded.defaults, [...trail, configPath], isInterpolated);
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
    if (list.length > 0 || (element.isPrimary && this.appended.length > 0)) addSelf(element, list);
    if (element.isPrimary) list.push(...this.appended);
    const package_ = element.finalPackage();
    for (const item of list) if (!item.isSelf) item.below(element.groupPath, package_);
    this.collectOverrides(list, isInterpolated);
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
    this.choose(item);
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

  private collectOverrides(list: readonly Element[], isInterpolated: boolean): void {
    let last: Element | undefined;
    for (const item of list) {
      if (item.isSelf) continue;
      if (last !== undefined && !item.isOverride && !item.isAppended)
        throw new ComposeError(
          `override ${last.overrideKey} stands before ${item.group ?? String(item.value)}`,
          last.node,
          'put overrides at the end of the defaults list',
        );
      if (!item.isOverride) continue;
      if (isInterpolated)
        throw new ComposeError('a config that an interpolation chooses cannot override a group', item.node);
      last = item;
      const key = item.overrideKey;
      if (!this.choices.has(key) && !isHydra(key))
        this.choices.set(key, { value: item.value, node: item.node, isExternal: false, used: false });
    }
  }

  private choose(item: Element): void {
    if (item.group === undefined) return;
    const choice = this.choices.get(item.overrideKey);
    if (choice === undefined) return;
    item.value = choice.value;
    item.chosenBy = choice.node;
    choice.used = true;
  }

  private delete(element: Element): boolean {
    const deletion = element.group === undefined ? undefined : this.deletions.get(element.overrideKey);
    if (deletion === undefined || (deletion.option !== undefined && deletion.option !== element.name))
      return false;
    element.isDeleted = true;
    deletion.used = true;
    return true;
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

  private refuseUnused(): void {
    for (const [key, { used, node, isExternal, value }] of this.choices) {
      if (used) continue;
      const keys = [...(this.knownKeys.get(key.split('@')[0] ?? '') ?? [])];
      const help =
        keys.length > 0
          ? `did you mean ${keys.toSorted().join(' or ')}?`
          : isExternal
            ? `to add the group, write +${key}=${String(value)}`
            : 'name a group that the defaults lists have';
      throw new ComposeError(`${key} cannot be overridden: no defaults list has it`, node, help);
    }
    for (const [key, { used, node }] of this.deletions)
      if (!used) throw new ComposeError(`${key} cannot be deleted: no defaults list has it`, node);
  }
}

function optionOf(node: ConfigNode): string | readonly string[] | undefined {
  if (node.type === 'str') return node.value;
  if (node.type !== 'list') return undefined;
  const texts = node.items.flatMap((item) => (item.type === 'str' ? [item.value] : []));
  return texts.length === node.items.length ? texts : undefined;
}
