import { describe, expect, test } from 'vitest';
import { configDefaults, judgeConfigFile, readDocument } from '../../../src/config/index.ts';

type Config = Readonly<Record<string, unknown>>;

function judged(config: Config) {
  const head = readDocument(JSON.stringify(config), { file: 'config.json', dialect: 'json' });
  return judgeConfigFile({ head, settings: configDefaults });
}

function llama(
  hidden: number,
  inner: number,
  layers: number,
  heads: number,
  kv: number,
  vocab: number,
): Config {
  return {
    hidden_size: hidden,
    intermediate_size: inner,
    num_hidden_layers: layers,
    num_attention_heads: heads,
    num_key_value_heads: kv,
    vocab_size: vocab,
  };
}

const clip = {
  model_type: 'clip_vision_model',
  hidden_size: 1024,
  intermediate_size: 4096,
  num_hidden_layers: 24,
  num_attention_heads: 16,
  image_size: 336,
  patch_size: 14,
};
const delta = {
  linear_conv_kernel_dim: 4,
  linear_key_head_dim: 128,
  linear_value_head_dim: 128,
  linear_num_key_heads: 16,
  linear_num_value_heads: 32,
};

const vit = { ...clip, model_type: 'intern_vit_6b', image_size: 448, qkv_bias: true };
/** As released; a config of the whole model, whose thinker is also released alone. */
const omni = {
  architectures: ['Qwen3OmniMoeForConditionalGeneration'],
  model_type: 'qwen3_omni_moe',
  enable_audio_output: true,
  thinker_config: {
    audio_config: {
      model_type: 'qwen3_omni_moe_audio_encoder',
      d_model: 1280,
      downsample_hidden_size: 480,
      encoder_attention_heads: 20,
      encoder_ffn_dim: 5120,
      encoder_layers: 32,
      num_mel_bins: 128,
      output_dim: 2048,
    },
    text_config: {
      model_type: 'qwen3_omni_moe_text',
      ...llama(2048, 768, 48, 32, 4, 152_064),
      head_dim: 128,
      moe_intermediate_size: 768,
      num_experts: 128,
      num_experts_per_tok: 8,
    },
    vision_config: {
      model_type: 'qwen3_omni_moe_vision_encoder',
      deepstack_visual_indexes: [8, 16, 24],
      depth: 27,
      out_hidden_size: 2048,
    },
  },
  talker_config: {
    num_code_groups: 16,
    thinker_hidden_size: 2048,
    code_predictor_config: { ...llama(1024, 3072, 5, 16, 8, 2048), head_dim: 128, num_code_groups: 16 },
    text_config: {
      ...llama(1024, 2048, 20, 16, 2, 3072),
      head_dim: 128,
      moe_intermediate_size: 384,
      num_experts: 128,
      num_experts_per_tok: 6,
      shared_expert_intermediate_size: 768,
    },
  },
  code2wav_config: {
    ...llama(1024, 3072, 8, 16, 16, 1),
    codebook_size: 2048,
    num_quantizers: 16,
    decoder_dim: 1536,
    upsample_rates: [8, 5, 4, 3],
    upsampling_ratios: [2, 2],
  },
};

/** Totals as the model cards and safetensors indexes have them; without layers of multi-token prediction. */
const published: readonly (readonly [name: string, config: Config, total: number])[] = [
  [
    'Gemma-2B',
    { model_type: 'gemma', ...llama(2048, 16_384, 18, 8, 1, 256_000), head_dim: 256 },
    2_506_172_416,
  ],
  [
    'Gemma-7B',
    { model_type: 'gemma', ...llama(3072, 24_576, 28, 16, 16, 256_000), head_dim: 256 },
    8_537_680_896,
  ],
  ['OLMo-2-7B', { model_type: 'olmo2', ...llama(4096, 11_008, 32, 32, 32, 100_352) }, 7_298_617_344],
  [
    'Falcon-7B',
    {
      model_type: 'falcon',
      hidden_size: 4544,
      num_hidden_layers: 32,
      num_attention_heads: 71,
      vocab_size: 65_024,
    },
    6_921_720_704,
  ],
  [
    'BLOOM-560M',
    { model_type: 'bloom', n_embed: 1024, n_layer: 24, n_head: 16, vocab_size: 250_880 },
    559_214_592,
  ],
  [
    'BLOOM-7B1',
    { model_type: 'bloom', hidden_size: 4096, n_layer: 30, n_head: 32, vocab_size: 250_880 },
    7_069_016_064,
  ],
  [
    'Llama-4-Scout',
    {
      model_type: 'llama4',
      text_config: { model_type: 'llama4_text' },
      vision_config: {
        ...clip,
        model_type: 'llama4_vision_model',
        hidden_size: 1408,
        intermediate_size: 5632,
        num_hidden_layers: 34,
        projector_input_dim: 4096,
        projector_output_dim: 4096,
        vision_output_dim: 4096,
      },
    },
    108_641_793_536,
  ],
  [
    'Qwen3-Next-80B',
    {
      model_type: 'qwen3_next',
      ...llama(2048, 5120, 48, 16, 2, 151_936),
      head_dim: 256,
      ...delta,
      num_experts: 512,
      num_experts_per_tok: 10,
      moe_intermediate_size: 512,
      shared_expert_intermediate_size: 512,
    },
    79_674_391_296,
  ],
  [
    'LLaVA-1.5-7B',
    {
      model_type: 'llava',
      text_config: { model_type: 'llama', ...llama(4096, 11_008, 32, 32, 32, 32_064) },
      vision_config: clip,
    },
    7_063_427_072,
  ],
  [
    'Granite-3.0-1B-A400M',
    {
      model_type: 'granitemoe',
      ...llama(1024, 512, 24, 16, 8, 49_155),
      num_local_experts: 32,
      num_experts_per_tok: 8,
      tie_word_embeddings: true,
    },
    1_334_628_352,
  ],
  // by the sum of its parts, for the index counts the layer that predicts further tokens
  [
    'GLM-4.5-Air',
    {
      model_type: 'glm4_moe',
      ...llama(4096, 10_944, 46, 96, 8, 151_552),
      head_dim: 128,
      attention_bias: true,
      n_routed_experts: 128,
      num_experts_per_tok: 8,
      n_shared_experts: 1,
      moe_intermediate_size: 1408,
      first_k_dense_replace: 1,
    },
    106852251264,
  ],
  [
    'InternVL with Qwen2-0.5B',
    {
      architectures: ['InternVLChatModel'],
      model_type: 'internvl_chat',
      llm_config: { model_type: 'qwen2', ...llama(896, 4864, 24, 14, 2, 151_674) },
      vision_config: vit,
    },
    938_193_024,
  ],
  // its index: 15,666,819,072 bytes, of which 2 × 210,790,400 are the layer that predicts further tokens
  ['MiMo-7B', { model_type: 'mimo', ...llama(4096, 11_008, 36, 32, 8, 151_680) }, 7_622_619_136],
  [
    'Molmo-7B-D',
    {
      architectures: ['MolmoForCausalLM'],
      model_type: 'molmo',
      ...llama(3584, 37_888, 28, 28, 4, 152_064),
      embedding_size: 152_064,
      attention_layer_norm: false,
      qkv_bias: true,
    },
    8_021_025_280,
  ],
  // its index: 32,815,315,552 bytes, with the frequencies of 27 layers, which are no parameters (27 × 32 × 4)
  [
    'Kimi-VL-A3B',
    {
      architectures: ['KimiVLForConditionalGeneration'],
      model_type: 'kimi_vl',
      text_config: {
        model_type: 'deepseek_v3',
        ...llama(2048, 11_264, 27, 16, 16, 163_840),
        moe_intermediate_size: 1408,
        n_routed_experts: 64,
        n_shared_experts: 2,
        num_experts_per_tok: 6,
        first_k_dense_replace: 1,
        kv_lora_rank: 512,
        q_lora_rank: null,
        qk_nope_head_dim: 128,
        qk_rope_head_dim: 64,
        v_head_dim: 128,
        topk_method: 'noaux_tc',
      },
      vision_config: {
        model_type: 'moonvit',
        hidden_size: 1152,
        intermediate_size: 4304,
        num_attention_heads: 16,
        num_hidden_layers: 27,
        patch_size: 14,
      },
    },
    16_407_656_048,
  ],
  ['Qwen3-Omni-30B-A3B', omni, 35_259_818_545],
  ['Qwen3-Omni-30B-A3B without speech', { ...omni, enable_audio_output: false }, 31_719_205_488],
  [
    "Qwen3-Omni-30B-A3B's thinker",
    { model_type: 'qwen3_omni_moe_thinker', ...omni.thinker_config },
    31_719_205_488,
  ],
  [
    'Qwen3.5-9B',
    {
      architectures: ['Qwen3_5ForConditionalGeneration'],
      model_type: 'qwen3_5',
      text_config: {
        model_type: 'qwen3_5_text',
        ...llama(4096, 12_288, 32, 16, 4, 248_320),
        head_dim: 256,
        ...delta,
      },
      vision_config: { model_type: 'qwen3_5', depth: 27, out_hidden_size: 4096 },
    },
    9_409_813_744,
  ],
  [
    'Gemma-2-2B',
    { model_type: 'gemma2', ...llama(2304, 9216, 26, 8, 4, 256_000), head_dim: 256 },
    2_614_341_888,
  ],
  [
    'DeepSeek-V2-Lite',
    {
      model_type: 'deepseek_v2',
      ...llama(2048, 10_944, 27, 16, 16, 102_400),
      moe_intermediate_size: 1408,
      n_routed_experts: 64,
      n_shared_experts: 2,
      num_experts_per_tok: 6,
      first_k_dense_replace: 1,
      kv_lora_rank: 512,
      q_lora_rank: null,
      qk_nope_head_dim: 128,
      qk_rope_head_dim: 64,
      v_head_dim: 128,
    },
    15_706_484_224,
  ],
];

describe('parameters of further published models', () => {
  test.each(published)('%s', (_, config, total) => {
    expect(Number(judged(config).summary?.counts.total)).toBe(total);
  });
});

test.each([
  [
    'a language model inside that is not known',
    {
      model_type: 'internvl_chat',
      llm_config: { model_type: 'internlm2', hidden_size: 8 },
      vision_config: vit,
    },
  ],
  ['another family', { model_type: 'mamba2', hidden_size: 8 }],
  [
    'a sibling that goes by the same name',
    { model_type: 'molmo', ...llama(64, 32, 2, 4, 4, 100), moe_num_experts: 4 },
  ],
])('%s is not counted, and says so', (_, config) => {
  expect(judged(config).findings).toMatchObject([
    { rule: 'config/family-unknown', severity: 'notice', message: expect.stringContaining('not counted') },
  ]);
});

test('experts of the talker are active by its own share', () => {
  const { thinker_config: thinker, talker_config: talker } = omni;
  const active = (used: number): number =>
    Number(
      judged({
        ...omni,
        talker_config: { ...talker, text_config: { ...talker.text_config, num_experts_per_tok: used } },
      }).summary?.counts.active,
    );
  const [hidden, layers] = [1024, 20];
  const expert = 3 * hidden * talker.text_config.moe_intermediate_size;
  expect(active(7) - active(6)).toBe(layers * expert);
  expect(thinker.text_config.num_experts_per_tok).toBe(8);
});

test('Qwen3.5 splits the projections of a gated delta net, and has as many parameters as Qwen3-Next', () => {
  const moe = {
    ...llama(2048, 5120, 8, 16, 2, 1000),
    head_dim: 256,
    ...delta,
    num_experts: 8,
    num_experts_per_tok: 2,
    moe_intermediate_size: 64,
    shared_expert_intermediate_size: 64,
  };
  const [next, split] = ['qwen3_next', 'qwen3_5_moe_text'].map(
    (name) => judged({ model_type: name, ...moe }).summary?.counts,
  );
  expect(split).toEqual(next);
});
