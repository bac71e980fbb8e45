import type { ConfigNode, DictNode, Path } from '../../documents/tree/node.ts';

/**
 * Other names of the same parameter, the canonical one first (transformers' attribute maps, vLLM get_num_experts):
 * transformers 5 saves num_experts as num_local_experts, and rope_scaling with rope_theta as rope_parameters.
 */
export const aliasGroups: readonly (readonly string[])[] = [
  ['num_experts', 'num_local_experts', 'n_routed_experts', 'moe_num_experts', 'num_moe_experts'],
  ['num_experts_per_tok', 'experts_per_token', 'num_experts_per_token', 'moe_topk', 'moe_top_k'],
  ['dtype', 'torch_dtype'],
  ['in_channels', 'in_chans', 'num_channels'],
  ['hidden_size', 'n_embd', 'd_model', 'dim'],
  ['num_attention_heads', 'n_head', 'num_heads', 'n_heads'],
  ['num_key_value_heads', 'num_query_groups', 'n_kv_heads', 'num_kv_heads', 'n_query_groups'],
  ['head_dim', 'kv_channels', 'd_kv', 'd_head', 'head_size'],
  ['num_hidden_layers', 'n_layer', 'num_layers', 'n_layers', 'depth'],
];

const groupOf = new Map(aliasGroups.flatMap((group) => group.map((name) => [name, group] as const)));

/** One mapping of a model config, read by canonical names. */
export class Section {
  readonly node: DictNode;
  readonly path: Path;
  /** What counts for parameters that are not set. */
  readonly defaults: ReadonlyMap<string, number>;

  constructor(node: DictNode, path: Path, defaults: ReadonlyMap<string, number> = new Map()) {
    this.node = node;
    this.path = path;
    this.defaults = defaults;
  }

  withDefaults(defaults: ReadonlyMap<string, number>): Section {
    return new Section(this.node, this.path, defaults);
  }

  /** The name under which the parameter stands here: its own, or an alias where its own is not set, or null beside it. */
  nameOf(name: string): string {
    const { entries } = this.node;
    const own = entries.get(name)?.value.type;
    if (own !== undefined && own !== 'NoneType') return name;
    const aliases = groupOf.get(name)?.filter((alias) => entries.has(alias));
    const set = aliases?.find((alias) => entries.get(alias)?.value.type !== 'NoneType');
    return set ?? (own === undefined ? aliases?.[0] : undefined) ?? name;
  }

  get(name: string): ConfigNode | undefined {
    return this.node.entries.get(groupOf.has(name) ? this.nameOf(name) : name)?.value;
  }

  /** Set, and not to null; or left to a default. */
  has(name: string): boolean {
    const node = this.get(name);
    return node === undefined ? this.defaults.has(name) : node.type !== 'NoneType';
  }

  /** An integer that a double holds exactly; the class's default where it is not set. */
  int(name: string): number | undefined {
    const node = this.get(name);
    if (node === undefined) return this.defaults.get(name);
    if (node.type !== 'int') return undefined;
    const value = Number(node.value);
    return Number.isSafeInteger(value) ? value : undefined;
  }

  number(name: string): number | undefined {
    const node = this.get(name);
    if (node === undefined) return this.defaults.get(name);
    return numberOf(node);
  }

  bool(name: string): boolean | undefined {
    const node = this.get(name);
    return node?.type === 'bool' ? node.value : undefined;
  }

  text(name: string): string | undefined {
    const node = this.get(name);
    return node?.type === 'str' ? node.value : undefined;
  }

  /** The items of a list; `undefined` where there is no list. */
  items(name: string): readonly ConfigNode[] | undefined {
    const node = this.get(name);
    return node?.type === 'list' ? node.items : undefined;
  }

  /** A list of integers; `undefined` where there is no list, or not only integers in it. */
  ints(name: string): readonly number[] | undefined {
    const items = this.items(name)?.map((item) => (item.type === 'int' ? Number(item.value) : Number.NaN));
    return items?.every(Number.isSafeInteger) === true ? items : undefined;
  }

  section(name: string): Section | undefined {
    const node = this.get(name);
    return node?.type === 'dict' ? new Section(node, this.at(name)) : undefined;
  }

  /** The path of a parameter of this section, from the root of the document. */
  at(name: string, ...more: Path): Path {
    return [...this.path, this.nameOf(name), ...more];
  }
}

export function numberOf(node: ConfigNode): number | undefined {
  if (node.type === 'int') return Number(node.value);
  return node.type === 'float' ? node.value : undefined;
}
