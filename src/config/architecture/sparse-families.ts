import { keyValueCache } from './cache.ts';
import { attention, ends, experts, gatedMlp, layerNorms, linear } from './decoder.ts';
import { predictionLayers } from './deepseek.ts';
import { dimensionsOf, need, orElse } from './dimensions.ts';
import { type MakeDecoder, routing } from './make-decoder.ts';
import type { Section } from './section.ts';
import type { TensorGroup } from './tensors.ts';

/** GLM-4.5 and 4.6: dense layers first, then routed and shared experts, and a bias that balances the router. */
const glm4Moe: MakeDecoder = ({ text, top, prefix, head }) => {
  const d = dimensionsOf(text, top, false);
  const { count, used } = routing(text);
  const first = text.int('first_k_dense_replace') ?? 1;
  const [plain, sparse] = [
    d.layers.filter((layer) => layer < first),
    d.layers.filter((layer) => layer >= first),
  ];
  const width = need(text, 'moe_intermediate_size');
  const shared = text.int('n_shared_experts') ?? 1;
  const mlp = `${prefix}layers.{l}.mlp`;
  return {
    groups: [
      ...attention(prefix, d, {
        qkvBias: text.bool('attention_bias') ?? false,
        qkNorm: text.bool('use_qk_norm') ?? false,
      }),
      ...linear(`${mlp}.gate`, [count, d.hidden], 'router', { layers: sparse }),
      { name: `${mlp}.gate.e_score_correction_bias`, shape: [count], layers: sparse, part: 'router' },
      ...experts(`${mlp}.experts`, { hidden: d.hidden, width, count, layers: sparse }),
      ...(shared > 0 ? gatedMlp(`${mlp}.shared_experts`, d.hidden, width * shared, sparse) : []),
      ...(plain.length > 0 ? gatedMlp(mlp, d.hidden, need(text, 'intermediate_size'), plain) : []),
      ...layerNorms(prefix, d),
      ...ends(prefix, d, head),
    ],
    activeExperts: { used, of: count },
    cache: keyValueCache(text, d),
    optional: predictionLayers(text, d.layers.length),
  };
};

/** Granite: all experts of a layer in two tensors. */
const graniteMoe: MakeDecoder = ({ text, top, prefix, head }) => {
  const d = dimensionsOf(text, top, false);
  const { count, used } = routing(text);
  const width = need(text, 'intermediate_size');
  const bias = text.bool('attention_bias') ?? false;
  const at = `${prefix}layers.{l}.block_sparse_moe`;
  const fused = (name: string, shape: readonly number[]): TensorGroup => ({
    name: `${at}.${name}.weight`,
    shape,
    layers: d.layers,
    part: 'expert',
  });
  return {
    groups: [
      ...attention(prefix, d, { qkvBias: bias, outputBias: bias }),
      ...linear(`${at}.router.layer`, [count, d.hidden], 'router', { layers: d.layers }),
      fused('input_linear', [count, 2 * width, d.hidden]),
      fused('output_linear', [count, d.hidden, width]),
      ...layerNorms(prefix, d),
      ...ends(prefix, d, head),
    ],
    activeExperts: { used, of: count },
    cache: keyValueCache(text, d),
  };
};

/** Llama 4: experts fused, a shared one beside them, dense layers in between where the interleave is above 1. */
const llama4: MakeDecoder = ({ text, top, prefix, head }) => {
  const d = dimensionsOf(text, top, false);
  const count = need(text, 'num_experts', 100_000);
  const width = need(text, 'intermediate_size');
  const sparse = sparseLayers(text, d.layers);
  const plain = d.layers.filter((layer) => !sparse.includes(layer));
  const bias = text.bool('attention_bias') ?? false;
  const at = `${prefix}layers.{l}.feed_forward`;
  const fused = (name: string, shape: readonly number[]): TensorGroup => ({
    name: `${at}.experts.${name}`,
    shape,
    layers: sparse,
    part: 'expert',
  });
  return {
    groups: [
      ...attention(prefix, d, { qkvBias: bias, outputBias: bias }),
      ...linear(`${at}.router`, [count, d.hidden], 'router', { layers: sparse }),
      fused('gate_up_proj', [count, d.hidden, 2 * width]),
      fused('down_proj', [count, width, d.hidden]),
      ...gatedMlp(`${at}.shared_expert`, d.hidden, width, sparse),
      ...(plain.length > 0 ? gatedMlp(at, d.hidden, need(text, 'intermediate_size_mlp'), plain) : []),
      ...layerNorms(prefix, d),
      ...ends(prefix, d, head),
    ],
    activeExperts: { used: orElse(text, 'num_experts_per_tok', 1), of: count },
    cache: keyValueCache(text, d),
  };
};

function sparseLayers(text: Section, layers: readonly number[]): readonly number[] {
  const listed = text.ints('moe_layers');
  if (listed !== undefined) return layers.filter((layer) => listed.includes(layer));
  const every = orElse(text, 'interleave_moe_layer_step', 1);
  return layers.filter((layer) => (layer + 1) % every === 0);
}

export const sparseFamilies: Readonly<Record<string, MakeDecoder>> = {
  glm4_moe: glm4Moe,
  granitemoe: graniteMoe,
  llama4_text: llama4,
};
