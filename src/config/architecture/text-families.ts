import {
  allButEveryNth,
  everyLayer,
  everyOther,
  fromWindowLayer,
  keyValueCache,
  type Slides,
} from './cache.ts';
import {
  attention,
  type AttentionOptions,
  ends,
  experts,
  gatedMlp,
  layerNorms,
  linear,
  norm,
} from './decoder.ts';
import { dimensionsOf, need } from './dimensions.ts';
import { deepseekV3 } from './deepseek.ts';
import { hybridFamilies } from './hybrid.ts';
import { olderFamilies } from './older-families.ts';
import { sparseFamilies } from './sparse-families.ts';
import { type MakeDecoder, routing, sparseLayers } from './make-decoder.ts';
import { molmo } from './molmo.ts';
import type { Section } from './section.ts';
import type { TensorGroup } from './tensors.ts';

/** `attention_bias` adds a bias to all four projections of attention. */
function attentionBias(text: Section, byDefault = false): AttentionOptions {
  const bias = text.bool('attention_bias') ?? byDefault;
  return { qkvBias: bias, outputBias: bias };
}

interface DenseOptions extends AttentionOptions {
  readonly mlpBias?: boolean;
  readonly slides?: Slides;
}

/** llama, mistral, qwen2, qwen3: they differ in biases and norms of queries and keys. */
function dense(options: (text: Section) => DenseOptions): MakeDecoder {
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
      cache: keyValueCache(text, d, chosen.slides),
    };
  };
}

function qwenMoe(options: (text: Section) => AttentionOptions & { shared?: boolean }): MakeDecoder {
  return ({ text, top, prefix, head }) => {
    const d = dimensionsOf(text, top, false);
    const { count, used } = routing(text);
    const { sparse, dense: plain } = sparseLayers(text, d);
    const width = need(text, 'moe_intermediate_size');
    const mlp = `${prefix}layers.{l}.mlp`;
    const chosen = options(text);
    return {
      groups: [
        ...attention(prefix, d, chosen),
        ...linear(`${mlp}.gate`, [count, d.hidden], 'router', { layers: sparse }),
        ...experts(`${mlp}.experts`, { hidden: d.hidden, width, count, layers: sparse }),
        ...(chosen.shared === true ? sharedExpert(text, mlp, d.hidden, sparse) : []),
        ...(plain.length > 0 ? gatedMlp(mlp, d.hidden, need(text, 'intermediate_size'), plain) : []),
        ...layerNorms(prefix, d),
        ...ends(prefix, d, head),
      ],
      activeExperts: { used, of: count },
      cache: keyValueCache(text, d, fromWindowLayer),
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
    cache: keyValueCache(text, d, everyLayer),
  };
};

/** phi3 fuses q, k, v into one projection, and gate and up into another. */
const phi3: MakeDecoder = ({ text, top, prefix, head }) => {
  const d = dimensionsOf(text, top, false);
  const width = need(text, 'intermediate_size');
  const options = { layers: d.layers };
  const at = `${prefix}layers.{l}`;
  const qkv = (d.heads + 2 * d.kvHeads) * d.headDim;
  return {
    groups: [
      ...linear(`${at}.self_attn.qkv_proj`, [qkv, d.hidden], 'attention', options),
      ...linear(`${at}.self_attn.o_proj`, [d.hidden, d.heads * d.headDim], 'attention', options),
      ...linear(`${at}.mlp.gate_up_proj`, [2 * width, d.hidden], 'mlp', options),
      ...linear(`${at}.mlp.down_proj`, [d.hidden, width], 'mlp', options),
      ...layerNorms(prefix, d),
      ...ends(prefix, d, head),
    ],
    cache: keyValueCache(text, d, everyLayer),
  };
};

/** gemma2 and gemma3: four norms a layer. */
function laterGemma(qkNorm: boolean, slides: Slides): MakeDecoder {
  return ({ text, top, prefix, head }) => {
    const d = dimensionsOf(text, top, true);
    const width = need(text, 'intermediate_size');
    const more = ['pre_feedforward_layernorm', 'post_feedforward_layernorm'];
    return {
      groups: [
        ...attention(prefix, d, { ...attentionBias(text), qkNorm }),
        ...gatedMlp(`${prefix}layers.{l}.mlp`, d.hidden, width, d.layers),
        ...layerNorms(prefix, d, more),
        ...ends(prefix, d, head),
      ],
      cache: keyValueCache(text, d, slides),
    };
  };
}

/** gemma: as llama, with a tied head. */
const gemma: MakeDecoder = ({ text, top, prefix, head }) => {
  const d = dimensionsOf(text, top, true);
  return {
    groups: [
      ...attention(prefix, d, attentionBias(text)),
      ...gatedMlp(`${prefix}layers.{l}.mlp`, d.hidden, need(text, 'intermediate_size'), d.layers),
      ...layerNorms(prefix, d),
      ...ends(prefix, d, head),
    ],
    cache: keyValueCache(text, d),
  };
};

/** olmo2: norms stand behind attention and feed-forward, and those of queries and keys are as wide as all heads. */
const olmo2: MakeDecoder = ({ text, top, prefix, head }) => {
  const d = dimensionsOf(text, top, false);
  const at = `${prefix}layers.{l}`;
  return {
    groups: [
      ...attention(prefix, d, attentionBias(text)),
      ...norm(`${at}.self_attn.q_norm`, d.heads * d.headDim, d.layers),
      ...norm(`${at}.self_attn.k_norm`, d.kvHeads * d.headDim, d.layers),
      ...gatedMlp(`${at}.mlp`, d.hidden, need(text, 'intermediate_size'), d.layers),
      ...norm(`${at}.post_attention_layernorm`, d.hidden, d.layers),
      ...norm(`${at}.post_feedforward_layernorm`, d.hidden, d.layers),
      ...ends(prefix, d, head),
    ],
    cache: keyValueCache(text, d),
  };
};

/** mimo: qwen2 with layers that predict further tokens. */
const mimo: MakeDecoder = (context) => ({
  ...dense(() => ({ qkvBias: true }))(context),
  optional: [/^model\.mtp_layers\./],
});

/** gpt-oss: biased attention with a sink a head, experts fused and biased. */
const gptOss: MakeDecoder = ({ text, top, prefix, head }) => {
  const d = dimensionsOf(text, top, false);
  const { count, used } = routing(text);
  const width = need(text, 'intermediate_size');
  const { layers } = d;
  const at = `${prefix}layers.{l}`;
  const fused = (name: string, shape: readonly number[]): TensorGroup => ({
    name: `${at}.mlp.experts.${name}`,
    shape,
    layers,
    part: 'expert',
  });
  return {
    groups: [
      ...attention(prefix, d, attentionBias(text, true)),
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
    cache: keyValueCache(text, d, everyOther),
  };
};

/** model_type → decoder. */
export const textFamilies: Readonly<Record<string, MakeDecoder>> = {
  llama: dense((text) => ({ ...attentionBias(text), mlpBias: text.bool('mlp_bias') ?? false })),
  mistral: dense(() => ({ slides: everyLayer })),
  qwen2: dense(() => ({ qkvBias: true, slides: fromWindowLayer })),
  qwen3: dense((text) => ({ ...attentionBias(text), qkNorm: true, slides: fromWindowLayer })),
  qwen2_moe: qwenMoe((text) => ({ qkvBias: text.bool('qkv_bias') ?? true, shared: true })),
  qwen3_moe: qwenMoe((text) => ({ ...attentionBias(text), qkNorm: true })),
  mixtral,
  phi3,
  gemma2: laterGemma(false, everyOther),
  gemma3_text: laterGemma(true, allButEveryNth),
  gpt_oss: gptOss,
  deepseek_v3: deepseekV3,
  gemma,
  olmo2,
  mimo,
  molmo,
  ...sparseFamilies,
  ...hybridFamilies,
  ...olderFamilies,
};
