import { numberOf } from '../architecture/section.ts';
import type { ConfigNode, DictNode, Path } from '../model/node.ts';

export interface Found {
  readonly node: ConfigNode;
  readonly path: Path;
  /** As it stands in the file. */
  readonly name: string;
}

const maxDepth = 5;

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
    const found = [...(this.dashed.get(name) ?? [])];
    for (const { node, path } of this.mappings) {
      const value = node.entries.get(name)?.value;
      if (value !== undefined) found.push({ node: value, path: [...path, name], name });
    }
    return found;
  }

  /** The one place where a parameter of these names is set; `undefined` where it is not set, or at several places. */
  find(...names: readonly string[]): Found | undefined {
    const found = names.flatMap((name) => this.all(name));
    return found.length === 1 ? found[0] : undefined;
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
