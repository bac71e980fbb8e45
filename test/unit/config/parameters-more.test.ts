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
  // without the layer that predicts further tokens
  ['MiMo-7B', { model_type: 'mimo', ...llama(4096, 11_008, 36, 32, 8, 151_680) }, 7_622_619_136],
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
  ['another family', { model_type: 'molmo', hidden_size: 8 }],
])('%s is not counted, and says so', (_, config) => {
  expect(judged(config).findings).toMatchObject([
    { rule: 'config/family-unknown', severity: 'notice', message: expect.stringContaining('not counted') },
  ]);
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
