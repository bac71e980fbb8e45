import { describe, expect, test } from 'vitest';
import { configDefaults, judgeConfigFile, readDocument } from '../../../src/config/index.ts';

type Config = Readonly<Record<string, unknown>>;

function summaryOf(config: Config, family = 'auto') {
  const head = readDocument(JSON.stringify(config), { file: 'config.json', dialect: 'json' });
  return judgeConfigFile({ head, settings: { ...configDefaults, family } }).summary;
}

const dense = (
  model_type: string,
  hidden: number,
  ffn: number,
  layers: number,
  heads: number,
  kv: number,
  vocab: number,
  more: Config = {},
): Config => ({
  model_type,
  hidden_size: hidden,
  intermediate_size: ffn,
  num_hidden_layers: layers,
  num_attention_heads: heads,
  num_key_value_heads: kv,
  vocab_size: vocab,
  tie_word_embeddings: false,
  ...more,
});

const qwen3Vision = {
  depth: 27,
  hidden_size: 1152,
  intermediate_size: 4304,
  num_heads: 16,
  in_channels: 3,
  patch_size: 16,
  spatial_merge_size: 2,
  temporal_patch_size: 2,
  num_position_embeddings: 2304,
  deepstack_visual_indexes: [8, 16, 24],
};
const moe = (experts: number, perToken: number, width: number): Config => ({
  num_experts: experts,
  num_experts_per_tok: perToken,
  moe_intermediate_size: width,
  decoder_sparse_step: 1,
  mlp_only_layers: [],
});

const deepseekV3 = dense('deepseek_v3', 7168, 18_432, 61, 128, 128, 129_280, {
  n_routed_experts: 256,
  num_experts_per_tok: 8,
  moe_intermediate_size: 2048,
  n_shared_experts: 1,
  first_k_dense_replace: 3,
  q_lora_rank: 1536,
  kv_lora_rank: 512,
  qk_nope_head_dim: 128,
  qk_rope_head_dim: 64,
  v_head_dim: 128,
  topk_method: 'noaux_tc',
});

/** Published totals: model cards and reports of tensors. */
const table: readonly (readonly [name: string, config: Config, total: number, active?: number])[] = [
  [
    'Qwen3-VL-30B-A3B',
    {
      model_type: 'qwen3_vl_moe',
      text_config: dense('qwen3_vl_moe_text', 2048, 6144, 48, 32, 4, 151_936, {
        head_dim: 128,
        ...moe(128, 8, 768),
      }),
      vision_config: { ...qwen3Vision, out_hidden_size: 2048 },
      tie_word_embeddings: false,
    },
    31_070_754_032,
  ],
  [
    'Qwen3-VL-235B-A22B',
    {
      model_type: 'qwen3_vl_moe',
      text_config: dense('qwen3_vl_moe_text', 4096, 12_288, 94, 64, 4, 151_936, {
        head_dim: 128,
        ...moe(128, 8, 1536),
      }),
      vision_config: { ...qwen3Vision, out_hidden_size: 4096 },
      tie_word_embeddings: false,
    },
    235_670_022_896,
  ],
  [
    'Qwen3-VL-8B',
    {
      model_type: 'qwen3_vl',
      text_config: dense('qwen3_vl_text', 4096, 12_288, 36, 32, 8, 151_936, { head_dim: 128 }),
      vision_config: { ...qwen3Vision, out_hidden_size: 4096 },
      tie_word_embeddings: false,
    },
    8_767_123_696,
  ],
  [
    'Qwen3-30B-A3B',
    dense('qwen3_moe', 2048, 6144, 48, 32, 4, 151_936, { head_dim: 128, ...moe(128, 8, 768) }),
    30_532_122_624,
    3_353_032_704,
  ],
  ['DeepSeek-V3', deepseekV3, 671_026_419_200],
  [
    'Mixtral-8x22B',
    dense('mixtral', 6144, 16_384, 56, 48, 8, 32_000, { num_local_experts: 8, num_experts_per_tok: 2 }),
    140_620_634_112,
  ],
  [
    'Mixtral-8x7B',
    dense('mixtral', 4096, 14_336, 32, 32, 8, 32_000, { num_local_experts: 8, num_experts_per_tok: 2 }),
    46_702_792_704,
  ],
  ['Llama-3-8B', dense('llama', 4096, 14_336, 32, 32, 8, 128_256), 8_030_261_248],
  ['Qwen2.5-7B', dense('qwen2', 3584, 18_944, 28, 28, 4, 152_064), 7_615_616_512],
  [
    'Devstral-Small 24B',
    dense('mistral', 5120, 32_768, 40, 32, 8, 131_072, { head_dim: 128 }),
    23_572_403_200,
  ],
  ['Qwen3-8B', dense('qwen3', 4096, 12_288, 36, 32, 8, 151_936, { head_dim: 128 }), 8_190_735_360],
  [
    'Qwen1.5-MoE-A2.7B',
    dense('qwen2_moe', 2048, 5632, 24, 16, 16, 151_936, {
      ...moe(60, 4, 1408),
      shared_expert_intermediate_size: 5632,
    }),
    14_315_784_192,
  ],
  ['Phi-3-mini', dense('phi3', 3072, 8192, 32, 32, 32, 32_064), 3_821_079_552],
  [
    'gpt-oss-20b',
    dense('gpt_oss', 2880, 2880, 24, 64, 8, 201_088, {
      head_dim: 64,
      num_local_experts: 32,
      num_experts_per_tok: 4,
    }),
    20_914_757_184,
  ],
  [
    'gpt-oss-120b',
    dense('gpt_oss', 2880, 2880, 36, 64, 8, 201_088, {
      head_dim: 64,
      num_local_experts: 128,
      num_experts_per_tok: 4,
    }),
    116_829_156_672,
  ],
  [
    'Gemma-3-1B',
    {
      model_type: 'gemma3_text',
      hidden_size: 1152,
      intermediate_size: 6912,
      num_hidden_layers: 26,
      num_attention_heads: 4,
      num_key_value_heads: 1,
      head_dim: 256,
      vocab_size: 262_144,
    },
    999_885_952,
  ],
  [
    'Gemma-3-4B',
    {
      model_type: 'gemma3',
      text_config: {
        model_type: 'gemma3_text',
        hidden_size: 2560,
        intermediate_size: 10_240,
        num_hidden_layers: 34,
      },
      vision_config: {
        hidden_size: 1152,
        image_size: 896,
        intermediate_size: 4304,
        num_attention_heads: 16,
        num_hidden_layers: 27,
        patch_size: 14,
        vision_use_head: false,
      },
    },
    4_300_079_472,
  ],
  [
    'Qwen2.5-VL-7B',
    {
      ...dense('qwen2_5_vl', 3584, 18_944, 28, 28, 4, 152_064),
      vision_config: {
        depth: 32,
        hidden_size: 1280,
        intermediate_size: 3420,
        num_heads: 16,
        in_chans: 3,
        out_hidden_size: 3584,
        patch_size: 14,
        spatial_merge_size: 2,
        temporal_patch_size: 2,
      },
    },
    8_292_166_656,
  ],
  [
    'Qwen2-VL-7B',
    {
      ...dense('qwen2_vl', 3584, 18_944, 28, 28, 4, 152_064),
      vision_config: {
        depth: 32,
        embed_dim: 1280,
        mlp_ratio: 4,
        num_heads: 16,
        in_chans: 3,
        hidden_size: 3584,
        patch_size: 14,
        spatial_merge_size: 2,
        temporal_patch_size: 2,
      },
    },
    8_291_375_616,
  ],
];

describe('parameters of published models', () => {
  test.each(table.map(([name, config, total, active]) => ({ name, config, total, active })))(
    '$name',
    ({ config, total, active }) => {
      const counts = summaryOf(config)?.counts;
      expect(Number(counts?.total)).toBe(total);
      expect(Number(counts?.active)).toBe(active ?? Number(counts?.active));
    },
  );

  test('DeepSeek-V3 uses 37.55 B of them for a token, and 70 KB of cache', () => {
    const summary = summaryOf(deepseekV3);
    expect(Number(summary?.counts.active) / 1e9).toBeCloseTo(37.55, 2);
    expect(summary?.cacheBytesPerToken).toBe(2 * 61 * (512 + 64));
  });
});

describe('models that cannot be counted', () => {
  const llama = dense('llama', 64, 128, 2, 4, 2, 100);

  const uncountable: readonly (readonly [string, Config])[] = [
    ['a draft model', { ...llama, architectures: ['LlamaForCausalLMEagle3'] }],
    ['a classifier', { ...llama, architectures: ['LlamaForSequenceClassification'] }],
    ['an unknown type', { ...llama, model_type: 'fresh' }],
    ['a billion layers', { ...llama, num_hidden_layers: 1_000_000_000 }],
    ['no layers', { ...llama, num_hidden_layers: 0 }],
    ['a width that is text', { ...llama, hidden_size: '64' }],
  ];

  test.each(uncountable)('%s', (_, config) => {
    expect(summaryOf(config)).toBeUndefined();
  });

  test('a family that is set counts for an unknown type', () => {
    expect(summaryOf({ ...llama, model_type: 'fresh' }, 'llama')?.family).toBe('llama');
    expect(summaryOf(llama, 'none')).toBeUndefined();
  });

  test('architectures stand in for model_type', () => {
    const config = { ...llama, model_type: undefined, architectures: ['Qwen3VLMoeForConditionalGeneration'] };
    expect(summaryOf({ ...config, ...moe(4, 2, 8) })?.family).toBe('qwen3_vl_moe');
  });
});

describe('sizes that a config leaves to its class', () => {
  const told = (config: Config) => {
    const head = readDocument(JSON.stringify(config), { file: 'config.json', dialect: 'json' });
    return judgeConfigFile({ head, settings: configDefaults }).findings.filter(
      ({ rule }) => rule === 'config/default-size',
    );
  };
  const whole = dense('llama', 64, 128, 2, 4, 2, 100);
  const misspelt: Config = { ...whole, hidden_size: undefined, hiden_size: 64 };

  test('are counted, and reported', () => {
    expect(summaryOf(misspelt)?.counts.embedding).toBe(2n * 100n * 4096n);
    expect(told(misspelt)).toMatchObject([
      { severity: 'notice', line: 1, message: expect.stringMatching(/count: hidden_size 4096$/) },
    ]);
  });

  test('are not reported where all are set, nor for a family without defaults', () => {
    expect(told(whole)).toEqual([]);
    expect(told({ ...misspelt, model_type: 'fresh' })).toEqual([]);
  });
});

describe('the cache of keys and values', () => {
  const small = (model_type: string, more: Config = {}) =>
    dense(model_type, 64, 128, 4, 4, 2, 100, { head_dim: 16, ...more });
  const each = 2 * 2 * 2 * 16; // bytes × key and value × heads × width
  const sparse = { num_local_experts: 4, num_experts_per_tok: 2 };
  const slide = 'sliding_attention';

  const windows: readonly (readonly [
    string,
    Config,
    undefined | readonly [layers: number, window: number],
  ])[] = [
    ['llama attends fully', small('llama', { sliding_window: 8 }), undefined],
    ['mistral slides everywhere', small('mistral', { sliding_window: 8 }), [4, 8]],
    ['and by its class where nothing is said', small('mistral'), [4, 4096]],
    ['unless it is null', small('mistral', { sliding_window: null }), undefined],
    ['mixtral', small('mixtral', { ...sparse, sliding_window: 8 }), [4, 8]],
    ['gpt-oss every other layer', small('gpt_oss', sparse), [2, 128]],
    [
      'gemma3 all but every n-th',
      small('gemma3_text', { sliding_window: 8, sliding_window_pattern: 3 }),
      [3, 8],
    ],
    [
      'a list of layer types',
      small('gemma3_text', { layer_types: [slide, 'full_attention', slide, slide] }),
      [3, 4096],
    ],
    [
      'qwen2 only when it is switched on',
      small('qwen2', { sliding_window: 8, max_window_layers: 1 }),
      undefined,
    ],
    [
      'and then from a layer on',
      small('qwen2', { sliding_window: 8, max_window_layers: 1, use_sliding_window: true }),
      [3, 8],
    ],
  ];

  test.each(windows)('%s', (_, config, expected) => {
    const summary = summaryOf(config);
    expect(summary?.cacheBytesPerToken).toBe(4 * each);
    const [layers, window] = expected ?? [];
    expect(summary?.sliding).toEqual(
      layers === undefined ? undefined : { layers, window, cacheBytesPerToken: (4 - layers) * each },
    );
  });
});
