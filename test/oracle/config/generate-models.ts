import type { Random } from './generate.ts';

/** Model configs of every family that transformers builds too, small and odd: widths, depths, biases, ties, which layers are sparse. */

type Config = Readonly<Record<string, unknown>>;

type Make = (random: Random) => Config;

function int(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

function pick<T>(random: Random, items: readonly [T, ...T[]]): T {
  return items[int(random, 0, items.length - 1)] ?? items[0];
}

/** A key that is set now and then, so that the class's own default counts as well. */
function maybe(random: Random, name: string, value: unknown): Config {
  return random() < 0.5 ? { [name]: value } : {};
}

const flag = (random: Random): boolean => random() < 0.5;

function decoder(random: Random, more: Config = {}): Config {
  const kv = pick(random, [1, 2, 3]);
  const heads = kv * pick(random, [1, 2, 4]);
  const headDim = 2 * int(random, 2, 9);
  return {
    hidden_size: heads * headDim,
    intermediate_size: int(random, 8, 70),
    num_hidden_layers: int(random, 1, 6),
    num_attention_heads: heads,
    num_key_value_heads: kv,
    vocab_size: int(random, 100, 400),
    pad_token_id: 0,
    bos_token_id: 1,
    eos_token_id: 2,
    ...maybe(random, 'tie_word_embeddings', flag(random)),
    ...more,
  };
}

const headDim: Make = (random) => maybe(random, 'head_dim', 2 * int(random, 3, 12));
const bias: Make = (random) => maybe(random, 'attention_bias', flag(random));

function routed(random: Random, name = 'num_experts'): Config {
  const count = int(random, 2, 9);
  return {
    [name]: count,
    num_experts_per_tok: int(random, 1, count),
    moe_intermediate_size: int(random, 4, 30),
  };
}

const sparse: Make = (random) => ({
  ...maybe(random, 'decoder_sparse_step', int(random, 1, 3)),
  ...maybe(random, 'mlp_only_layers', [int(random, 0, 3)]),
});

const shared: Make = (random) => ({ shared_expert_intermediate_size: int(random, 4, 30) });

const delta: Make = (random) => {
  const keys = pick(random, [1, 2]);
  return {
    linear_conv_kernel_dim: int(random, 2, 5),
    linear_key_head_dim: int(random, 2, 9),
    linear_value_head_dim: int(random, 2, 9),
    linear_num_key_heads: keys,
    linear_num_value_heads: keys * pick(random, [1, 2]),
    head_dim: 4 * int(random, 2, 5),
    ...maybe(random, 'full_attention_interval', int(random, 1, 4)),
  };
};

const latent: Make = (random) => ({
  q_lora_rank: pick(random, [null, int(random, 4, 20)]),
  kv_lora_rank: int(random, 4, 20),
  qk_nope_head_dim: 2 * int(random, 2, 6),
  qk_rope_head_dim: 2 * int(random, 1, 4),
  v_head_dim: 2 * int(random, 2, 6),
});

const grouped: Make = (random) => ({
  ...routed(random, 'n_routed_experts'),
  n_shared_experts: int(random, 1, 3),
  first_k_dense_replace: int(random, 0, 2),
  n_group: 1,
  topk_group: 1,
});

const text: Readonly<Record<string, readonly [architecture: string, Make]>> = {
  llama: [
    'LlamaForCausalLM',
    (r) => ({ ...decoder(r), ...headDim(r), ...bias(r), ...maybe(r, 'mlp_bias', flag(r)) }),
  ],
  mistral: ['MistralForCausalLM', (r) => ({ ...decoder(r), ...headDim(r) })],
  qwen2: ['Qwen2ForCausalLM', (r) => decoder(r)],
  qwen3: ['Qwen3ForCausalLM', (r) => ({ ...decoder(r), ...headDim(r), ...bias(r) })],
  phi3: ['Phi3ForCausalLM', (r) => decoder(r)],
  gemma: ['GemmaForCausalLM', (r) => ({ ...decoder(r), ...headDim(r), ...bias(r) })],
  gemma2: ['Gemma2ForCausalLM', (r) => ({ ...decoder(r), ...headDim(r), ...bias(r) })],
  gemma3_text: ['Gemma3ForCausalLM', (r) => ({ ...decoder(r), ...headDim(r), ...bias(r) })],
  olmo2: ['Olmo2ForCausalLM', (r) => ({ ...decoder(r), ...bias(r) })],
  mixtral: [
    'MixtralForCausalLM',
    (r) => ({ ...decoder(r), ...headDim(r), num_local_experts: 4, num_experts_per_tok: 2 }),
  ],
  qwen2_moe: [
    'Qwen2MoeForCausalLM',
    (r) => ({ ...decoder(r), ...routed(r), ...shared(r), ...sparse(r), ...maybe(r, 'qkv_bias', flag(r)) }),
  ],
  qwen3_moe: [
    'Qwen3MoeForCausalLM',
    (r) => ({ ...decoder(r), ...headDim(r), ...routed(r), ...sparse(r), ...bias(r) }),
  ],
  gpt_oss: [
    'GptOssForCausalLM',
    (r) => ({ ...decoder(r), ...headDim(r), num_local_experts: 4, num_experts_per_tok: 2, ...bias(r) }),
  ],
  granitemoe: [
    'GraniteMoeForCausalLM',
    (r) => ({ ...decoder(r), num_local_experts: int(r, 2, 6), num_experts_per_tok: 2, ...bias(r) }),
  ],
  glm4_moe: [
    'Glm4MoeForCausalLM',
    (r) => ({ ...decoder(r), ...headDim(r), ...grouped(r), ...bias(r), ...maybe(r, 'use_qk_norm', flag(r)) }),
  ],
  deepseek_v2: ['DeepseekV2ForCausalLM', (r) => ({ ...decoder(r), ...latent(r), ...grouped(r), ...bias(r) })],
  deepseek_v3: ['DeepseekV3ForCausalLM', (r) => ({ ...decoder(r), ...latent(r), ...grouped(r), ...bias(r) })],
  llama4_text: [
    'Llama4ForCausalLM',
    (r) => ({
      ...decoder(r),
      ...headDim(r),
      ...bias(r),
      num_local_experts: int(r, 1, 5),
      num_experts_per_tok: 1,
      intermediate_size_mlp: int(r, 8, 60),
      ...maybe(r, 'interleave_moe_layer_step', int(r, 1, 3)),
    }),
  ],
  qwen3_next: [
    'Qwen3NextForCausalLM',
    (r) => ({ ...decoder(r), ...delta(r), ...routed(r), ...shared(r), ...bias(r), ...sparse(r) }),
  ],
  qwen3_5_text: ['Qwen3_5ForCausalLM', (r) => ({ ...decoder(r), ...delta(r), ...bias(r) })],
  qwen3_5_moe_text: [
    'Qwen3_5MoeForCausalLM',
    (r) => ({ ...decoder(r), ...delta(r), ...routed(r), ...shared(r), ...bias(r) }),
  ],
  falcon: [
    'FalconForCausalLM',
    (r) => ({
      ...decoder(r),
      num_kv_heads: 1,
      num_key_value_heads: undefined,
      ...maybe(r, 'multi_query', flag(r)),
      ...maybe(r, 'new_decoder_architecture', flag(r)),
      ...maybe(r, 'parallel_attn', flag(r)),
      ...maybe(r, 'bias', flag(r)),
      ...maybe(r, 'ffn_hidden_size', int(r, 8, 60)),
    }),
  ],
  bloom: ['BloomForCausalLM', (r) => ({ ...decoder(r), n_layer: int(r, 1, 5), n_head: 2 })],
};

/** A language model that another model holds. */
function inner(random: Random, name: string, more: Config = {}): Config {
  return { model_type: name, ...text[name]?.[1](random), ...more };
}

function qwenTower(random: Random, out: unknown, more: Config = {}): Config {
  const heads = pick(random, [1, 2, 4]);
  return {
    depth: int(random, 1, 5),
    hidden_size: heads * 8,
    num_heads: heads,
    intermediate_size: int(random, 8, 40),
    out_hidden_size: out,
    patch_size: int(random, 2, 6),
    spatial_merge_size: pick(random, [1, 2]),
    temporal_patch_size: pick(random, [1, 2]),
    num_position_embeddings: int(random, 2, 9) ** 2,
    ...more,
  };
}

const deepstack: Make = (random) =>
  maybe(random, 'deepstack_visual_indexes', pick(random, [[0], [0, 0], []]));

function clip(random: Random, name: string, more: Config = {}): Config {
  const heads = pick(random, [1, 2]);
  const patch = int(random, 2, 5);
  return {
    model_type: name,
    hidden_size: heads * 8,
    intermediate_size: int(random, 8, 40),
    num_attention_heads: heads,
    num_hidden_layers: int(random, 1, 4),
    patch_size: patch,
    image_size: patch * int(random, 2, 6),
    ...more,
  };
}

function seeing(
  random: Random,
  textName: string,
  tower: (hidden: unknown) => Config,
  more: Config = {},
): Config {
  // set above and below: which of the two counts differs between versions
  const tie = { tie_word_embeddings: flag(random) };
  const language: Config = { ...inner(random, textName, more), ...tie };
  return { text_config: language, vision_config: tower(language['hidden_size']), ...tie };
}

function omni(random: Random): Config {
  const language = inner(random, 'qwen3_moe', {
    model_type: 'qwen3_omni_moe_text',
    head_dim: 8,
    mlp_only_layers: [],
    decoder_sparse_step: 1,
  });
  const vision = qwenTower(random, language['hidden_size'], {
    ...deepstack(random),
    model_type: 'qwen3_omni_moe_vision_encoder',
  });
  const audio = {
    model_type: 'qwen3_omni_moe_audio_encoder',
    d_model: 16,
    encoder_attention_heads: 2,
    encoder_ffn_dim: int(random, 8, 40),
    encoder_layers: int(random, 1, 4),
    num_mel_bins: int(random, 8, 40),
    downsample_hidden_size: int(random, 2, 8),
    output_dim: language['hidden_size'],
  };
  const small = (more: Config): Config => ({
    ...decoder(random, more),
    head_dim: 8,
    tie_word_embeddings: false,
  });
  return {
    thinker_config: {
      text_config: { ...language, tie_word_embeddings: false },
      vision_config: vision,
      audio_config: audio,
    },
    talker_config: {
      text_config: small({ ...routed(random), ...shared(random) }),
      code_predictor_config: small({ num_code_groups: int(random, 2, 6) }),
      thinker_hidden_size: language['hidden_size'],
      num_code_groups: 4,
      accept_hidden_layer: 1,
      spatial_merge_size: 2,
    },
    code2wav_config: {
      ...decoder(random),
      codebook_size: int(random, 4, 30),
      num_quantizers: int(random, 1, 5),
      decoder_dim: 32,
      upsample_rates: pick(random, [[2, 3], [4], [2, 2, 2]]),
      upsampling_ratios: pick(random, [[2], [2, 3]]),
    },
    ...maybe(random, 'enable_audio_output', flag(random)),
  };
}

const seen: Readonly<Record<string, readonly [architecture: string, Make]>> = {
  qwen2_vl: [
    'Qwen2VLForConditionalGeneration',
    (r) =>
      seeing(
        r,
        'qwen2',
        (hidden) =>
          qwenTower(r, undefined, {
            embed_dim: 16,
            num_heads: 2,
            hidden_size: hidden,
            mlp_ratio: int(r, 1, 4),
          }),
        { model_type: 'qwen2_vl_text' },
      ),
  ],
  qwen2_5_vl: [
    'Qwen2_5_VLForConditionalGeneration',
    (r) => seeing(r, 'qwen2', (hidden) => qwenTower(r, hidden), { model_type: 'qwen2_5_vl_text' }),
  ],
  qwen3_vl: [
    'Qwen3VLForConditionalGeneration',
    (r) =>
      seeing(r, 'qwen3', (hidden) => qwenTower(r, hidden, deepstack(r)), { model_type: 'qwen3_vl_text' }),
  ],
  qwen3_vl_moe: [
    'Qwen3VLMoeForConditionalGeneration',
    (r) =>
      seeing(r, 'qwen3_moe', (hidden) => qwenTower(r, hidden, deepstack(r)), {
        model_type: 'qwen3_vl_moe_text',
      }),
  ],
  qwen3_5: [
    'Qwen3_5ForConditionalGeneration',
    (r) => seeing(r, 'qwen3_5_text', (hidden) => qwenTower(r, hidden)),
  ],
  qwen3_5_moe: [
    'Qwen3_5MoeForConditionalGeneration',
    (r) => seeing(r, 'qwen3_5_moe_text', (hidden) => qwenTower(r, hidden)),
  ],
  gemma3: [
    'Gemma3ForConditionalGeneration',
    (r) =>
      seeing(r, 'gemma3_text', () => clip(r, 'siglip_vision_model', maybe(r, 'vision_use_head', flag(r)))),
  ],
  llava: [
    'LlavaForConditionalGeneration',
    (r) => ({
      ...seeing(r, pick(r, ['llama', 'qwen2', 'mistral']), () => clip(r, 'clip_vision_model')),
      vision_feature_layer: -1,
    }),
  ],
  internvl: [
    'InternVLForConditionalGeneration',
    (r) => ({
      ...seeing(r, pick(r, ['qwen2', 'qwen3', 'llama']), () =>
        clip(r, 'internvl_vision', {
          ...bias(r),
          ...maybe(r, 'use_qk_norm', flag(r)),
          ...maybe(r, 'norm_type', pick(r, ['layer_norm', 'rms_norm'])),
          ...maybe(r, 'use_mask_token', flag(r)),
          ...maybe(r, 'use_mean_pooling', flag(r)),
        }),
      ),
      ...maybe(r, 'downsample_ratio', pick(r, [0.5, 0.25])),
    }),
  ],
  llama4: [
    'Llama4ForConditionalGeneration',
    (r) => ({
      ...seeing(r, 'llama4_text', () => {
        const tower = clip(r, 'llama4_vision_model');
        const inside = int(r, 2, 9) * 4;
        return {
          ...tower,
          intermediate_size: Number(tower['hidden_size']) * 4,
          projector_input_dim: inside,
          projector_output_dim: inside,
          vision_output_dim: inside,
        };
      }),
      pad_token_id: 0,
    }),
  ],
  qwen3_omni_moe: ['Qwen3OmniMoeForConditionalGeneration', omni],
};

const families = Object.entries({ ...text, ...seen });

function pickAt(index: number): (typeof families)[number] {
  const family = families[index % families.length];
  if (family === undefined) throw new Error('no family');
  return family;
}

/** `count` configs, each family in turn. */
export function generateModels(random: Random, count: number): Config[] {
  return Array.from({ length: count }, (_, index) => {
    const [name, [architecture, make]] = pickAt(index);
    return { model_type: name, architectures: [architecture], ...make(random) };
  });
}
