import { attention, cacheElements, ends, experts, gatedMlp, layerNorms, linear } from './decoder.ts';
import { type Dimensions, dimensionsOf, need, orElse } from './dimensions.ts';
import { deepseekV3 } from './deepseek.ts';
import { type MakeDecoder, routing } from './make-decoder.ts';
import type { Section } from './section.ts';
import type { TensorGroup } from './tensors.ts';

/** llama, mistral, qwen2, qwen3: they differ in biases and norms of queries and keys. */
function dense(
  options: (text: Section) => {
    qkvBias?: boolean;
    outputBias?: boolean;
    mlpBias?: boolean;
    qkNorm?: boolean;
  },
): MakeDecoder {
  return ({ text, top, prefix, head }) => {
    const d = dimensionsOf(text, top, false);
    const width = need(text, 'intermediate_size');
    const chosen = options(text);
    return {
      groups: [
        ...attention(prefix, d, chosen),
        ...gatedMlp(`${prefix}layers.{l}.mlp`, d.hidden, width, d.layers, chosen.mlpBias),
        ...layerNorms(prefix, d),
        ...ends(prefix, d, head),
      ],
      cacheElements: cacheElements(d),
    };
  };
}

const llama = dense((text) => {
  const bias = text.bool('attention_bias') ?? false;
  return { qkvBias: bias, outputBias: bias, mlpBias: text.bool('mlp_bias') ?? false };
});

const qwen3 = dense((text) => {
  const bias = text.bool('attention_bias') ?? false;
  return { qkvBias: bias, outputBias: bias, qkNorm: true };
});

/** Layer i is sparse when it is not in mlp_only_layers and (i+1) is a multiple of decoder_sparse_step. */
function sparseLayers(text: Section, d: Dimensions): { sparse: number[]; dense: number[] } {
  const dense = new Set(text.ints('mlp_only_layers') ?? []);
  const step = orElse(text, 'decoder_sparse_step', 1);
  const isSparse = (layer: number): boolean => !dense.has(layer) && (layer + 1) % step === 0;
  return { sparse: d.layers.filter(isSparse), dense: d.layers.filter((layer) => !isSparse(layer)) };
}

function qwenMoe(options: { qkvBias: boolean; qkNorm: boolean; shared: boolean }): MakeDecoder {
  return ({ text, top, prefix, head }) => {
    const d = dimensionsOf(text, top, false);
    const { count, used } = routing(text);
    const { sparse, dense: plain } = sparseLayers(text, d);
    const width = need(text, 'moe_intermediate_size');
    const mlp = `${prefix}layers.{l}.mlp`;
    const bias = options.qkvBias || (text.bool('attention_bias') ?? false);
    return {
      groups: [
        ...attention(prefix, d, {
          qkvBias: bias,
          outputBias: bias && !options.qkvBias,
          qkNorm: options.qkNorm,
        }),
        ...linear(`${mlp}.gate`, [count, d.hidden], 'router', { layers: sparse }),
        ...experts(`${mlp}.experts`, { hidden: d.hidden, width, count, layers: sparse }),
        ...(options.shared ? sharedExpert(text, mlp, d.hidden, sparse) : []),
        ...(plain.length > 0 ? gatedMlp(mlp, d.hidden, need(text, 'intermediate_size'), plain) : []),
        ...layerNorms(prefix, d),
        ...ends(prefix, d, head),
      ],
      activeExperts: { used, of: count },
      cacheElements: cacheElements(d),
    };
  };
}

function sharedExpert(text: Section, mlp: string, hidden: number, layers: readonly number[]): TensorGroup[] {
  return [
    ...gatedMlp(`${mlp}.shared_expert`, hidden, need(text, 'shared_expert_intermediate_size'), layers),
    ...linear(`${mlp}.shared_expert_gate`, [1, hidden], 'mlp', { layers }),
  ];
}

const mixtral: MakeDecoder = ({ text, top, prefix, head }) => {
  const d = dimensionsOf(text, top, false);
  const { count, used } = routing(text);
  const width = need(text, 'intermediate_size');
  const at = `${prefix}layers.{l}.block_sparse_moe`;
  const sizes = { hidden: d.hidden, width, count, layers: d.layers };
  return {
    groups: [
      ...attention(prefix, d),
      ...linear(`${at}.gate`, [count, d.hidden], 'router', { layers: d.layers }),
      ...experts(`${at}.experts`, sizes, { gate: 'w1', up: 'w3', down: 'w2' }),
      ...layerNorms(prefix, d),
      ...ends(prefix, d, head),
    ],
    activeExperts: { used, of: count },
    cacheElements: cacheElements(d),
  };
};

/** phi3 fuses q, k, v into one projection, and gate and up into another. */
const phi3: MakeDecoder = ({ text, top, prefix, head }) => {
  const d = dimensionsOf(text, top, false);
  const width = need(text, 'intermediate_size');
  const { layers } = d;
  const at = `${prefix}layers.{l}`;
  return {
    groups: [
      ...linear(`${at}.self_attn.qkv_proj`, [(d.heads + 2 * d.kvHeads) * d.headDim, d.hidden], 'attention', {
        layers,
      }),
      ...linear(`${at}.self_attn.o_proj`, [d.hidden, d.heads * d.headDim], 'attention', { layers }),
      ...linear(`${at}.mlp.gate_up_proj`, [2 * width, d.hidden], 'mlp', { layers }),
      ...linear(`${at}.mlp.down_proj`, [d.hidden, width], 'mlp', { layers }),
      ...layerNorms(prefix, d),
      ...ends(prefix, d, head),
    ],
    cacheElements: cacheElements(d),
  };
};

/** transformers' Gemma3TextConfig: files leave these out. */
const gemma3Defaults = new Map([
  ['vocab_size', 262_208],
  ['hidden_size', 2304],
  ['intermediate_size', 9216],
  ['num_hidden_layers', 26],
  ['num_attention_heads', 8],
  ['num_key_value_heads', 4],
  ['head_dim', 256],
]);

const gemma3: MakeDecoder = ({ text: given, top, prefix, head }) => {
  const text = given.withDefaults(gemma3Defaults);
  const d = dimensionsOf(text, top, true);
  const width = need(text, 'intermediate_size');
  const more = ['pre_feedforward_layernorm', 'post_feedforward_layernorm'];
  return {
    groups: [
      ...attention(prefix, d, { qkNorm: true }),
      ...gatedMlp(`${prefix}layers.{l}.mlp`, d.hidden, width, d.layers),
      ...layerNorms(prefix, d, more),
      ...ends(prefix, d, head),
    ],
    cacheElements: cacheElements(d),
  };
};

/** gpt-oss: biased attention with a sink a head, experts fused and biased. */
const gptOss: MakeDecoder = ({ text, top, prefix, head }) => {
  const d = dimensionsOf(text, top, false);
  const { count, used } = routing(text);
  const width = need(text, 'intermediate_size');
  const { layers } = d;
  const at = `${prefix}layers.{l}`;
  const moe = `${at}.mlp.experts`;
  const fused = (name: string, shape: readonly number[]): TensorGroup => ({
    name: `${moe}.${name}`,
    shape,
    layers,
    part: 'expert',
  });
  return {
    groups: [
      ...attention(prefix, d, { qkvBias: true, outputBias: true }),
      { name: `${at}.self_attn.sinks`, shape: [d.heads], layers, part: 'attention' },
      ...linear(`${at}.mlp.router`, [count, d.hidden], 'router', { layers, bias: true }),
      fused('gate_up_proj', [count, d.hidden, 2 * width]),
      fused('gate_up_proj_bias', [count, 2 * width]),
      fused('down_proj', [count, width, d.hidden]),
      fused('down_proj_bias', [count, d.hidden]),
      ...layerNorms(prefix, d),
      ...ends(prefix, d, head),
    ],
    activeExperts: { used, of: count },
    cacheElements: cacheElements(d),
  };
};

/** num_key_value_heads of transformers' config classes, where the file leaves it out; the others fall back to all heads. */
function withKvHeads(kvHeads: number, make: MakeDecoder): MakeDecoder {
  const defaults = new Map([['num_key_value_heads', kvHeads]]);
  return (context) => make({ ...context, text: context.text.withDefaults(defaults) });
}

/** model_type → decoder. */
export const textFamilies: Readonly<Record<string, MakeDecoder>> = {
  llama,
  mistral: withKvHeads(
    8,
    dense(() => ({})),
  ),
  qwen2: withKvHeads(
    32,
    dense(() => ({ qkvBias: true })),
  ),
  qwen3: withKvHeads(32, qwen3),
  qwen2_moe: withKvHeads(16, qwenMoe({ qkvBias: true, qkNorm: false, shared: true })),
  qwen3_moe: withKvHeads(4, qwenMoe({ qkvBias: false, qkNorm: true, shared: false })),
  mixtral: withKvHeads(8, mixtral),
  phi3,
  gemma3_text: gemma3,
  gpt_oss: withKvHeads(8, gptOss),
  deepseek_v3: deepseekV3,
};
