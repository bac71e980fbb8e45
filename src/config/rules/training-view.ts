import { numberOf } from '../architecture/section.ts';
import type { ConfigNode, Path } from '../model/node.ts';

export interface Found {
  readonly node: ConfigNode;
  readonly path: Path;
  /** As it stands in the file. */
  readonly name: string;
}

const maxDepth = 5;

/** Parameters of a training config by name, wherever they stand; Megatron's `--num-layers` counts as `num_layers`. */
export class TrainingView {
  private readonly all = new Map<string, Found[]>();

  constructor(root: ConfigNode | undefined) {
    if (root !== undefined) this.collect(root, []);
  }

  private collect(node: ConfigNode, path: Path): void {
    if (node.type !== 'dict' || path.length >= maxDepth) return;
    for (const { name, value } of node.entries.values()) {
      const canonical = name.includes('-') ? name.replace(/^--/, '').replaceAll('-', '_') : name;
      const found = { node: value, path: [...path, name], name };
      const same = this.all.get(canonical);
      if (same === undefined) this.all.set(canonical, [found]);
      else same.push(found);
      this.collect(value, found.path);
    }
  }

  /** The one place where a parameter of these names is set; `undefined` where it is not set, or at several places. */
  find(...names: readonly string[]): Found | undefined {
    const found = names.flatMap((name) => this.all.get(name) ?? []);
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
    return names.some((name) => (this.all.get(name) ?? []).some(({ node }) => node.type !== 'NoneType'));
  }
}
