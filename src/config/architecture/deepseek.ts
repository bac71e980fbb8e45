import { ends, experts, gatedMlp, layerNorms, linear, norm } from './decoder.ts';
import { type Dimensions, dimensionsOf, need, orElse } from './dimensions.ts';
import { type MakeDecoder, routing } from './make-decoder.ts';
import type { Section } from './section.ts';
import type { TensorGroup } from './tensors.ts';

/** Multi-head latent attention and a few dense layers before the sparse ones. */
export const deepseekV3: MakeDecoder = ({ text, top, prefix, head }) => {
  const d = dimensionsOf(text, top, false);
  const { count, used } = routing(text);
  const dense = text.int('first_k_dense_replace') ?? 0;
  const every = orElse(text, 'moe_layer_freq', 1);
  const isSparse = (layer: number): boolean => layer >= dense && layer % every === 0;
  const sparse = d.layers.filter(isSparse);
  const plain = d.layers.filter((layer) => !isSparse(layer));
  const width = need(text, 'moe_intermediate_size');
  const shared = text.int('n_shared_experts') ?? 0;
  const mlp = `${prefix}layers.{l}.mlp`;
  return {
    groups: [
      ...latentAttention(text, prefix, d),
      ...linear(`${mlp}.gate`, [count, d.hidden], 'router', { layers: sparse }),
      ...correctionBias(text, mlp, count, sparse),
      ...experts(`${mlp}.experts`, { hidden: d.hidden, width, count, layers: sparse }),
      ...(shared > 0 ? gatedMlp(`${mlp}.shared_experts`, d.hidden, width * shared, sparse) : []),
      ...(plain.length > 0 ? gatedMlp(mlp, d.hidden, need(text, 'intermediate_size'), plain) : []),
      ...layerNorms(prefix, d),
      ...ends(prefix, d, head),
    ],
    activeExperts: { used, of: count },
    cache: { elements: (need(text, 'kv_lora_rank') + need(text, 'qk_rope_head_dim')) * d.layers.length },
    optional: predictionLayers(text, d.layers.length),
  };
};

/** The router's bias that keeps the load even belongs to `noaux_tc`, which is v3's own way; v2 has another. */
function correctionBias(text: Section, mlp: string, count: number, layers: readonly number[]): TensorGroup[] {
  const method =
    text.text('topk_method') ?? (text.text('model_type') === 'deepseek_v2' ? 'greedy' : 'noaux_tc');
  if (method !== 'noaux_tc') return [];
  return [{ name: `${mlp}.gate.e_score_correction_bias`, shape: [count], layers, part: 'router' }];
}

function latentAttention(text: Section, prefix: string, d: Dimensions): TensorGroup[] {
  const at = `${prefix}layers.{l}.self_attn`;
  const { layers, hidden, heads } = d;
  const [nope, rope] = [need(text, 'qk_nope_head_dim'), need(text, 'qk_rope_head_dim')];
  const [value, kvRank] = [need(text, 'v_head_dim'), need(text, 'kv_lora_rank')];
  const bias = text.bool('attention_bias') ?? false;
  const queries = heads * (nope + rope);
  const qRank = text.has('q_lora_rank') ? need(text, 'q_lora_rank') : undefined;
  const query =
    qRank === undefined
      ? linear(`${at}.q_proj`, [queries, hidden], 'attention', { layers })
      : [
          ...linear(`${at}.q_a_proj`, [qRank, hidden], 'attention', { layers, bias }),
          ...norm(`${at}.q_a_layernorm`, qRank, layers),
          ...linear(`${at}.q_b_proj`, [queries, qRank], 'attention', { layers }),
        ];
  return [
    ...query,
    ...linear(`${at}.kv_a_proj_with_mqa`, [kvRank + rope, hidden], 'attention', { layers, bias }),
    ...norm(`${at}.kv_a_layernorm`, kvRank, layers),
    ...linear(`${at}.kv_b_proj`, [heads * (nope + value), kvRank], 'attention', { layers }),
    ...linear(`${at}.o_proj`, [hidden, heads * value], 'attention', { layers, bias }),
  ];
}

/** Checkpoints keep the layers of multi-token prediction behind the last layer. */
export function predictionLayers(text: Section, layers: number): RegExp[] {
  const count = Math.min(text.int('num_nextn_predict_layers') ?? 0, 16);
  return Array.from({ length: count }, (_, index) => new RegExp(`^model\\.layers\\.${layers + index}\\.`));
}
