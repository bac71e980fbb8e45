import { keyValueCache } from './cache.ts';
import { attention, ends, experts, gatedMlp, layerNorms, linear, norm } from './decoder.ts';
import { type Dimensions, dimensionsOf, need, orElse } from './dimensions.ts';
import { type MakeDecoder, routing, sparseLayers } from './make-decoder.ts';
import type { Section } from './section.ts';
import type { TensorGroup } from './tensors.ts';

/** Layers that attend fully, and those with a gated delta net: layer_types says which, or every n-th attends. */
function layerKinds(text: Section, d: Dimensions): { full: readonly number[]; delta: readonly number[] } {
  const types = text.items('layer_types');
  const every = orElse(text, 'full_attention_interval', 4);
  const isFull = (layer: number): boolean => {
    const type = types?.length === d.layers.length ? types[layer] : undefined;
    return type?.type === 'str' ? type.value === 'full_attention' : (layer + 1) % every === 0;
  };
  return { full: d.layers.filter(isFull), delta: d.layers.filter((layer) => !isFull(layer)) };
}

/** Attention whose queries come with a gate of their size. */
function gatedAttention(
  prefix: string,
  d: Dimensions,
  layers: readonly number[],
  bias: boolean,
): TensorGroup[] {
  const plain = attention(prefix, { ...d, layers }, { qkvBias: bias, outputBias: bias, qkNorm: true });
  return plain.map((group) =>
    group.name.includes('.q_proj.')
      ? { ...group, shape: [2 * (group.shape[0] ?? 0), ...group.shape.slice(1)] }
      : group,
  );
}

/** Gated delta net: a short convolution over queries, keys and values, a decay and a gate a head. `isSplit`: Qwen3.5 keeps the projections apart. */
function deltaNet(
  text: Section,
  prefix: string,
  hidden: number,
  layers: readonly number[],
  isSplit: boolean,
): TensorGroup[] {
  const at = `${prefix}layers.{l}.linear_attn`;
  const [heads, width] = [need(text, 'linear_num_value_heads'), need(text, 'linear_value_head_dim')];
  const keys = need(text, 'linear_num_key_heads') * need(text, 'linear_key_head_dim');
  const values = heads * width;
  const options = { layers };
  const one = (name: string, shape: readonly number[]): TensorGroup => ({
    name: `${at}.${name}`,
    shape,
    layers,
    part: 'attention',
  });
  const projections = isSplit
    ? [
        ...linear(`${at}.in_proj_qkv`, [2 * keys + values, hidden], 'attention', options),
        ...linear(`${at}.in_proj_z`, [values, hidden], 'attention', options),
        ...linear(`${at}.in_proj_b`, [heads, hidden], 'attention', options),
        ...linear(`${at}.in_proj_a`, [heads, hidden], 'attention', options),
      ]
    : [
        ...linear(`${at}.in_proj_qkvz`, [2 * keys + 2 * values, hidden], 'attention', options),
        ...linear(`${at}.in_proj_ba`, [2 * heads, hidden], 'attention', options),
      ];
  return [
    ...projections,
    one('conv1d.weight', [2 * keys + values, 1, need(text, 'linear_conv_kernel_dim')]),
    one('dt_bias', [heads]),
    one('A_log', [heads]),
    ...norm(`${at}.norm`, width, layers),
    ...linear(`${at}.out_proj`, [hidden, values], 'attention', options),
  ];
}

/** Qwen3-Next and Qwen3.5: three of four layers have a gated delta net in place of attention. */
function hybrid({ isSplit, isSparse }: { isSplit: boolean; isSparse: boolean }): MakeDecoder {
  return ({ text, top, prefix, head }) => {
    const d = dimensionsOf(text, top, false);
    const { full, delta } = layerKinds(text, d);
    const mlp = `${prefix}layers.{l}.mlp`;
    const routed = isSparse ? routing(text) : undefined;
    return {
      groups: [
        ...gatedAttention(prefix, d, full, text.bool('attention_bias') ?? false),
        ...deltaNet(text, prefix, d.hidden, delta, isSplit),
        ...(routed === undefined
          ? gatedMlp(mlp, d.hidden, need(text, 'intermediate_size'), d.layers)
          : mixed(text, mlp, d, routed.count, isSplit)),
        ...layerNorms(prefix, d),
        ...ends(prefix, d, head),
      ],
      ...(routed === undefined ? {} : { activeExperts: { used: routed.used, of: routed.count } }),
      cache: keyValueCache(text, { ...d, layers: full }),
      optional: [/^(?:model\.)?mtp\./],
    };
  };
}

/** Qwen3.5 has no dense layers in between. */
function mixed(text: Section, mlp: string, d: Dimensions, count: number, isSplit: boolean): TensorGroup[] {
  const { hidden } = d;
  const { sparse: layers, dense } = isSplit ? { sparse: d.layers, dense: [] } : sparseLayers(text, d);
  const shared = need(text, 'shared_expert_intermediate_size');
  return [
    ...linear(`${mlp}.gate`, [count, hidden], 'router', { layers }),
    ...experts(`${mlp}.experts`, { hidden, width: need(text, 'moe_intermediate_size'), count, layers }),
    ...gatedMlp(`${mlp}.shared_expert`, hidden, shared, layers),
    ...linear(`${mlp}.shared_expert_gate`, [1, hidden], 'mlp', { layers }),
    ...(dense.length > 0 ? gatedMlp(mlp, hidden, need(text, 'intermediate_size'), dense) : []),
  ];
}

export const hybridFamilies: Readonly<Record<string, MakeDecoder>> = {
  qwen3_next: hybrid({ isSplit: false, isSparse: true }),
  qwen3_5_text: hybrid({ isSplit: true, isSparse: false }),
  qwen3_5_moe_text: hybrid({ isSplit: true, isSparse: true }),
};
