/**
 * Sizes that transformers' config classes take where a file leaves them out (4.57 and 5.x agree). Its `save_pretrained`
 * leaves out of text_config and vision_config whatever equals these.
 */
type Sizes = ReadonlyMap<string, number>;

function sizes(
  [hidden, intermediate, layers, heads, kvHeads, vocab]: readonly [
    number,
    number,
    number,
    number,
    number | undefined,
    number,
  ],
  more: Readonly<Record<string, number>> = {},
): Sizes {
  return new Map([
    ['hidden_size', hidden],
    ['intermediate_size', intermediate],
    ['num_hidden_layers', layers],
    ['num_attention_heads', heads],
    ...(kvHeads === undefined ? [] : ([['num_key_value_heads', kvHeads]] as const)),
    ['vocab_size', vocab],
    ...Object.entries(more),
  ]);
}

const qwen2Vl = sizes([8192, 29_568, 80, 64, 8, 152_064], { max_window_layers: 80 });
const qwen3 = sizes([4096, 22_016, 32, 32, 32, 151_936], { head_dim: 128, max_window_layers: 28 });

const delta = {
  head_dim: 256,
  linear_conv_kernel_dim: 4,
  linear_key_head_dim: 128,
  linear_value_head_dim: 128,
  linear_num_key_heads: 16,
  linear_num_value_heads: 32,
};

/** model_type of a language model → what its class takes. llama and phi3 fall back to as many key-value heads as heads. */
const ofText: ReadonlyMap<string, Sizes> = new Map([
  ['llama', sizes([4096, 11_008, 32, 32, undefined, 32_000])],
  ['mistral', sizes([4096, 14_336, 32, 32, 8, 32_000], { sliding_window: 4096 })],
  ['qwen2', sizes([4096, 22_016, 32, 32, 32, 151_936], { max_window_layers: 28 })],
  ['qwen3', qwen3],
  [
    'qwen2_moe',
    sizes([2048, 5632, 24, 16, 16, 151_936], {
      num_experts: 60,
      num_experts_per_tok: 4,
      moe_intermediate_size: 1408,
      shared_expert_intermediate_size: 5632,
      max_window_layers: 28,
    }),
  ],
  [
    'qwen3_moe',
    sizes([2048, 6144, 24, 32, 4, 151_936], {
      num_experts: 128,
      num_experts_per_tok: 8,
      moe_intermediate_size: 768,
    }),
  ],
  ['mixtral', sizes([4096, 14_336, 32, 32, 8, 32_000], { num_experts: 8, num_experts_per_tok: 2 })],
  ['phi3', sizes([3072, 8192, 32, 32, undefined, 32_064])],
  [
    'gemma3_text',
    sizes([2304, 9216, 26, 8, 4, 262_208], {
      head_dim: 256,
      sliding_window: 4096,
      sliding_window_pattern: 6,
    }),
  ],
  [
    'gpt_oss',
    sizes([2880, 2880, 36, 64, 8, 201_088], {
      head_dim: 64,
      num_experts: 128,
      num_experts_per_tok: 4,
      sliding_window: 128,
    }),
  ],
  [
    'deepseek_v3',
    sizes([7168, 18_432, 61, 128, 128, 129_280], {
      num_experts: 256,
      num_experts_per_tok: 8,
      moe_intermediate_size: 2048,
      n_shared_experts: 1,
      first_k_dense_replace: 3,
      kv_lora_rank: 512,
      q_lora_rank: 1536,
      qk_nope_head_dim: 128,
      qk_rope_head_dim: 64,
      v_head_dim: 128,
    }),
  ],
  ['gemma', sizes([3072, 24_576, 28, 16, 16, 256_000], { head_dim: 256 })],
  ['gemma2', sizes([2304, 9216, 26, 8, 4, 256_000], { head_dim: 256, sliding_window: 4096 })],
  ['olmo2', sizes([4096, 11_008, 32, 32, undefined, 50_304])],
  [
    'granitemoe',
    sizes([4096, 11_008, 32, 32, undefined, 32_000], { num_experts: 8, num_experts_per_tok: 2 }),
  ],
  [
    'glm4_moe',
    sizes([4096, 10_944, 46, 96, 8, 151_552], {
      num_experts: 128,
      num_experts_per_tok: 8,
      moe_intermediate_size: 1408,
      n_shared_experts: 1,
      first_k_dense_replace: 1,
    }),
  ],
  [
    'llama4_text',
    sizes([5120, 8192, 48, 40, 8, 202_048], {
      head_dim: 128,
      intermediate_size_mlp: 16_384,
      num_experts: 16,
      num_experts_per_tok: 1,
    }),
  ],
  [
    'qwen3_next',
    sizes([2048, 5632, 48, 16, 2, 151_936], {
      ...delta,
      num_experts: 512,
      num_experts_per_tok: 10,
      moe_intermediate_size: 512,
      shared_expert_intermediate_size: 512,
    }),
  ],
  ['qwen3_5_text', sizes([4096, 12_288, 32, 16, 4, 248_320], delta)],
  [
    'qwen3_5_moe_text',
    sizes([2048, 5632, 40, 16, 2, 248_320], {
      ...delta,
      num_experts: 256,
      num_experts_per_tok: 8,
      moe_intermediate_size: 512,
      shared_expert_intermediate_size: 512,
    }),
  ],
  [
    'qwen3_omni_moe_text',
    sizes([2048, 18_944, 28, 28, 4, 3584], {
      num_experts: 128,
      num_experts_per_tok: 8,
      moe_intermediate_size: 768,
    }),
  ],
  ['qwen2_vl_text', qwen2Vl],
  ['qwen2_5_vl_text', qwen2Vl],
  ['qwen3_vl_text', qwen3],
  [
    'qwen3_vl_moe_text',
    sizes([2048, 5632, 24, 16, 16, 151_936], {
      num_experts: 60,
      num_experts_per_tok: 4,
      moe_intermediate_size: 1408,
    }),
  ],
]);

/** What the class of a language model takes; its model_type may stand in text_config or, with `_text` left out, at the top. */
export function textDefaults(...modelTypes: readonly (string | undefined)[]): Sizes {
  const names = modelTypes.flatMap((name) => (name === undefined ? [] : [`${name}_text`, name]));
  return names.map((name) => ofText.get(name)).find((found) => found !== undefined) ?? new Map();
}

const qwen2Tower = {
  num_hidden_layers: 32,
  num_attention_heads: 16,
  hidden_size: 3584,
  in_channels: 3,
  patch_size: 14,
  spatial_merge_size: 2,
  temporal_patch_size: 2,
};
const qwen3Tower = {
  ...qwen2Tower,
  num_hidden_layers: 27,
  hidden_size: 1152,
  intermediate_size: 4304,
  patch_size: 16,
  out_hidden_size: 3584,
  num_position_embeddings: 2304,
};
const siglip = {
  num_hidden_layers: 12,
  num_attention_heads: 12,
  hidden_size: 768,
  intermediate_size: 3072,
  in_channels: 3,
  patch_size: 16,
  image_size: 224,
};

/** model_type of the whole model → what the class of its vision tower takes. */
const ofVision: ReadonlyMap<string, Sizes> = new Map(
  Object.entries({
    qwen2_vl: { ...qwen2Tower, embed_dim: 1280, mlp_ratio: 4 },
    qwen2_5_vl: { ...qwen2Tower, intermediate_size: 3420, out_hidden_size: 3584 },
    qwen3_vl: qwen3Tower,
    qwen3_vl_moe: qwen3Tower,
    qwen3_omni_moe: qwen3Tower,
    qwen3_omni_moe_thinker: qwen3Tower,
    qwen3_5: qwen3Tower,
    qwen3_5_moe: qwen3Tower,
    gemma3: siglip,
    llava: { in_channels: 3 },
    internvl_chat: { in_channels: 3 },
    internvl: {
      num_hidden_layers: 24,
      hidden_size: 1024,
      intermediate_size: 4096,
      in_channels: 3,
      image_size: 448,
      patch_size: 14,
    },
    llama4: { in_channels: 3 },
  }).map(([name, tower]) => [name, new Map(Object.entries(tower))]),
);

export function visionDefaults(modelType: string | undefined): Sizes {
  return ofVision.get(modelType ?? '') ?? new Map();
}
