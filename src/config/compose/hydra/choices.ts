import type { ConfigNode } from '../../../documents/tree/node.ts';
import { ComposeError, Element } from './element.ts';
import type { Override } from './override.ts';
import type { Repository } from './repository.ts';
import { isHydra } from './tree.ts';

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

/** Whether an override chooses an option of a group, and sets no value. */
export function choosesGroup({ key, value }: Override, repository: Repository): boolean {
  return value?.type !== 'dict' && key !== '' && (repository.hasGroup(key) || isHydra(key));
}

/** What overrides say of groups: those of the command, and those of defaults lists. */
export class GroupChoices {
  /** Groups that the command adds. */
  readonly appended: Element[] = [];
  private readonly choices = new Map<string, Choice>();
  private readonly deletions = new Map<string, Deletion>();

  /** Throws ComposeError. */
  constructor(overrides: readonly Override[]) {
    for (const override of overrides) this.take(override);
  }

  private take(override: Override): void {
    const { key, kind, value, written } = override;
    const node: ConfigNode = value ?? { type: 'NoneType', value: null, ...written };
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

  /** Whether nothing is chosen but by the defaults lists themselves. */
  get isEmpty(): boolean {
    return this.choices.size === 0 && this.deletions.size === 0 && this.appended.length === 0;
  }

  /** The overrides of groups in a defaults list; those of the command and of lists above it go before. */
  collect(list: readonly Element[], isInterpolated: boolean): void {
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

  choose(item: Element): void {
    if (item.group === undefined) return;
    const choice = this.choices.get(item.overrideKey);
    if (choice === undefined) return;
    item.value = choice.value;
    item.chosenBy = choice.node;
    choice.used = true;
  }

  deletes(element: Element): boolean {
    const deletion = element.group === undefined ? undefined : this.deletions.get(element.overrideKey);
    if (deletion === undefined || (deletion.option !== undefined && deletion.option !== element.name))
      return false;
    element.isDeleted = true;
    deletion.used = true;
    return true;
  }

  /** `known`: keys of the group that the defaults lists have. */
  refuseUnused(known: (group: string) => Iterable<string>): void {
    for (const [key, { used, node, isExternal, value }] of this.choices) {
      if (used) continue;
      const keys = [...known(key.split('@')[0] ?? '')];
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
