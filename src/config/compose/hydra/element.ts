import type { ConfigNode } from '../../../documents/tree/node.ts';

/** One item of a defaults list, as Hydra 1.3 sees it (hydra/core/default_element.py). */
export class Element {
  /** Of `group: option`; absent of a plain config, whose path is `value`. */
  readonly group: string | undefined;
  /** Option or options; null for none. */
  value: string | readonly string[] | null;
  /** After `@`. */
  package: string | undefined;
  readonly isOptional: boolean;
  readonly isOverride: boolean;
  readonly isPrimary: boolean;
  /** By an override of the command. */
  readonly isAppended: boolean;
  /** Where the item stands, and its value. */
  readonly node: ConfigNode;
  /** What chose the value, if that is no longer the item. */
  chosenBy: ConfigNode | undefined;
  isDeleted = false;
  /** Of `# @package`, as a package from the top. */
  header: string | undefined;
  /** Of `_self_`: the config whose list it stands in. */
  of: Element | undefined;
  private parentGroup = '';
  private parentPackage = '';

  constructor(options: ElementOptions) {
    this.group = options.group;
    this.value = options.value;
    this.package = options.package === '_here_' ? '' : options.package;
    this.isOptional = options.isOptional ?? false;
    this.isOverride = options.isOverride ?? false;
    this.isPrimary = options.isPrimary ?? false;
    this.isAppended = options.isAppended ?? false;
    this.node = options.node;
  }

  get isSelf(): boolean {
    return this.value === '_self_';
  }

  /** Group and package of the config whose list it stands in. */
  get parent(): readonly [group: string, inside: string] {
    return [this.parentGroup, this.parentPackage];
  }

  below(group: string, parentPackage: string): void {
    this.parentGroup = group;
    this.parentPackage = parentPackage;
    if (this.package?.includes('_group_') === true)
      this.package = `_global_.${this.package.replaceAll('_group_', this.defaultPackage)}`;
  }

  /** The name of the config, without its folder; null where none is chosen. */
  get name(): string | null {
    if (typeof this.value !== 'string') return null;
    return this.group === undefined ? this.value.slice(this.value.lastIndexOf('/') + 1) : this.value;
  }

  private get own(): string {
    return this.group ?? (typeof this.value === 'string' ? this.value : '');
  }

  /** The folder of the config. */
  get groupPath(): string {
    const own = this.own.replace(/^\//, '');
    const folder = this.group === undefined ? own.slice(0, Math.max(0, own.lastIndexOf('/'))) : own;
    if (this.own.startsWith('/') || this.parentGroup === '') return folder;
    return folder === '' ? this.parentGroup : `${this.parentGroup}/${folder}`;
  }

  /** Path of the config in the search path, without its ending. */
  get configPath(): string {
    if (this.group !== undefined) return `${this.groupPath}/${this.name}`;
    const own = this.own.replace(/^\//, '');
    return this.own.startsWith('/') || this.parentGroup === '' ? own : `${this.parentGroup}/${own}`;
  }

  private get defaultPackage(): string {
    return this.groupPath.replaceAll('/', '.');
  }

  private get relativePackage(): string {
    const own = this.own.replace(/^\//, '');
    const folder = this.group === undefined ? own.slice(0, Math.max(0, own.lastIndexOf('/'))) : own;
    return folder.replaceAll('/', '.');
  }

  /** Where the config's values go, as steps joined by dots; empty for the top. */
  finalPackage(withHeader = true): string {
    const given = this.package ?? (withHeader ? this.header : undefined);
    const own = given ?? this.relativePackage;
    const joined = [this.parentPackage, own].filter((part) => part !== '').join('.');
    const global = joined.lastIndexOf('_global_');
    return global < 0 ? joined : joined.slice(global + '_global_'.length + 1);
  }

  /** What an override must name: the group, and its package where that is another than the group's own. */
  get overrideKey(): string {
    const final = this.finalPackage(false);
    if (final === this.defaultPackage) return this.groupPath;
    return `${this.groupPath}@${final === '' ? '_global_' : final}`;
  }

  get isInterpolated(): boolean {
    const text = this.group === undefined ? this.configPath : this.value;
    return typeof text === 'string' && text.includes('${');
  }

  get isMissing(): boolean {
    return this.name === '???';
  }
}

export interface ElementOptions {
  readonly group?: string;
  readonly value: string | readonly string[] | null;
  readonly package?: string | undefined;
  readonly isOptional?: boolean;
  readonly isOverride?: boolean;
  readonly isPrimary?: boolean;
  readonly isAppended?: boolean;
  readonly node: ConfigNode;
}

export interface Meant {
  /** As it is written at the node. */
  readonly text: string;
  readonly to: string;
}

/** Thrown where Hydra refuses to compose; `node` is what is wrong, and knows its place. */
export class ComposeError extends Error {
  readonly node: ConfigNode | undefined;
  readonly help: string | undefined;
  /** The word of the node that was meant to be another. */
  readonly meant: Meant | undefined;

  constructor(message: string, node: ConfigNode | undefined, help?: string, meant?: Meant) {
    super(message);
    this.node = node;
    this.help = help;
    this.meant = meant;
  }
}

/** The items of a `defaults` list (config_repository.py _create_defaults_list). Throws ComposeError. */
export function elementsOf(defaults: ConfigNode): Element[] {
  if (defaults.type !== 'list')
    throw new ComposeError(
      'defaults must be a list',
      defaults,
      'write each default as an item: - group: option',
    );
  return defaults.items.map(elementOf);
}

function elementOf(item: ConfigNode): Element {
  if (item.type === 'str') return new Element({ ...pathAndPackage(item.value), node: item });
  if (item.type !== 'dict')
    throw new ComposeError(`an item of defaults is a text or group: option, not ${item.type}`, item);
  const [entry, another] = item.entries.values();
  if (entry === undefined || another !== undefined)
    throw new ComposeError(
      'an item of defaults names one group: option',
      item,
      'give each group an item of its own',
    );
  const words = entry.name.split(' ');
  const { value: group, package: given } = pathAndPackage(words.at(-1) ?? '');
  const stop = words.slice(0, -1).findIndex((word) => word !== 'optional' && word !== 'override');
  const keywords = words.slice(0, stop < 0 ? -1 : stop);
  if (group === '') throw new ComposeError('the group has no name', item);
  return new Element({
    group,
    package: given,
    value: optionOf(entry.value),
    isOptional: keywords.includes('optional'),
    isOverride: keywords.includes('override'),
    node: entry.value,
  });
}

function optionOf(node: ConfigNode): string | readonly string[] | null {
  if (node.type === 'NoneType') return null;
  if (node.type === 'str') return node.value;
  if (node.type === 'list' && node.items.every((item) => item.type === 'str'))
    return node.items.map((item) => (item.type === 'str' ? item.value : ''));
  throw new ComposeError(
    `the option of a group is a text or a list of texts, not ${node.type}`,
    node,
    'quote it if it is a name',
  );
}

function pathAndPackage(text: string): { value: string; package: string | undefined } {
  const at = text.indexOf('@');
  if (at < 0) return { value: text, package: undefined };
  return { value: text.slice(0, at), package: text.slice(at + 1).split(':')[0] };
}
