import { numberOf } from '../architecture/section.ts';
import type { ConfigNode, DictNode, Path } from '../../documents/tree/node.ts';

export interface Found {
  readonly node: ConfigNode;
  readonly path: Path;
  /** As it stands in the file. */
  readonly name: string;
}

const maxDepth = 5;
const none: readonly Found[] = [];

interface Mapping {
  readonly node: DictNode;
  readonly path: Path;
}

/** Parameters of a training config by name, wherever they stand; Megatron's `--num-layers` counts as `num_layers`. */
export class TrainingView {
  private readonly mappings: Mapping[] = [];
  /** Names with dashes, as the rules write them. */
  private readonly dashed = new Map<string, Found[]>();

  constructor(root: ConfigNode | undefined) {
    if (root !== undefined) this.collect(root, []);
  }

  private collect(node: ConfigNode, path: Path): void {
    if (node.type !== 'dict' || path.length >= maxDepth) return;
    this.mappings.push({ node, path });
    for (const { name, value } of node.entries.values()) {
      if (name.includes('-')) this.collectDashed({ node: value, path: [...path, name], name });
      if (value.type === 'dict') this.collect(value, [...path, name]);
    }
  }

  private collectDashed(found: Found): void {
    const canonical = found.name.replace(/^--/, '').replaceAll('-', '_');
    const same = this.dashed.get(canonical);
    if (same === undefined) this.dashed.set(canonical, [found]);
    else same.push(found);
  }

  private all(name: string): readonly Found[] {
    const dashed = this.dashed.get(name) ?? none;
    const holders = this.mappings.filter(({ node }) => node.entries.has(name));
    if (holders.length === 0) return dashed;
    const found = holders.flatMap(({ node, path }) => {
      const value = node.entries.get(name)?.value;
      return value === undefined ? [] : [{ node: value, path: [...path, name], name }];
    });
    return [...dashed, ...found];
  }

  /** Whether it is set anywhere, if only to null. */
  sets(name: string): boolean {
    return this.dashed.has(name) || this.mappings.some(({ node }) => node.entries.has(name));
  }

  /** The one place where a parameter of these names is set; `undefined` where it is not set, or at several places. */
  find(...names: readonly string[]): Found | undefined {
    let only: Found | undefined;
    for (const name of names) {
      const [first, another] = this.all(name);
      if (first === undefined) continue;
      if (only !== undefined || another !== undefined) return undefined;
      only = first;
    }
    return only;
  }

  number(...names: readonly string[]): (Found & { readonly value: number }) | undefined {
    const found = this.find(...names);
    const value = found === undefined ? undefined : numberOf(found.node);
    return found === undefined || value === undefined ? undefined : { ...found, value };
  }

  text(name: string): string | undefined {
    const node = this.find(name)?.node;
    return node?.type === 'str' ? node.value : undefined;
  }

  flag(name: string): boolean {
    const node = this.find(name)?.node;
    return node?.type === 'bool' && node.value;
  }

  has(...names: readonly string[]): boolean {
    return names.some((name) => this.all(name).some(({ node }) => node.type !== 'NoneType'));
  }
}
