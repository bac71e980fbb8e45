import { describe, expect, test } from 'vitest';
import { configDefaults, type ConfigSettings } from '../../../src/config/index.ts';
import { judgeConfig } from '../../../src/config/gate/validate-model-config.ts';
import { memoryPorts, memoryTree } from '../../support/trees.ts';

type Json = Readonly<Record<string, unknown>>;
type Files = Readonly<Record<string, string>>;

const model = {
  architectures: ['Qwen3VLForConditionalGeneration'],
  model_type: 'qwen3_vl',
  image_token_id: 655,
  video_token_id: 656,
  text_config: {
    hidden_size: 64,
    intermediate_size: 128,
    num_hidden_layers: 2,
    num_attention_heads: 4,
    num_key_value_heads: 2,
    head_dim: 16,
    vocab_size: 700,
    max_position_embeddings: 4096,
    bos_token_id: 643,
    eos_token_id: 645,
  },
  vision_config: {
    depth: 2,
    hidden_size: 32,
    intermediate_size: 64,
    num_heads: 4,
    in_channels: 3,
    patch_size: 16,
    spatial_merge_size: 2,
    temporal_patch_size: 2,
    out_hidden_size: 64,
    num_position_embeddings: 16,
    deepstack_visual_indexes: [0],
  },
};
const preprocessor = {
  size: { longest_edge: 4096, shortest_edge: 256 },
  patch_size: 16,
  temporal_patch_size: 2,
  merge_size: 2,
  image_mean: [0.5, 0.5, 0.5],
  image_std: [0.5, 0.5, 0.5],
  rescale_factor: 0.003_921_568_627_450_98,
};
const generation = { bos_token_id: 643, eos_token_id: [645, 643], pad_token_id: 643, temperature: 0.7 };
const tokenizerConfig = {
  model_max_length: 4096,
  eos_token: '<|im_end|>',
  pad_token: '<|endoftext|>',
  added_tokens_decoder: {
    643: { content: '<|endoftext|>' },
    645: { content: '<|im_end|>' },
    655: { content: '<|image_pad|>' },
    656: { content: '<|video_pad|>' },
  },
};
const tokenizer = {
  added_tokens: Object.entries(tokenizerConfig.added_tokens_decoder).map(([id, { content }]) => ({
    id: Number(id),
    content,
  })),
  model: { vocab: { a: 0, b: 1 } },
};
const template = "{{ '<|im_end|>' }}";

const whole: Files = {
  'm/config.json': JSON.stringify(model, undefined, 1),
  'm/preprocessor_config.json': JSON.stringify(preprocessor, undefined, 1),
  'm/generation_config.json': JSON.stringify(generation, undefined, 1),
  'm/tokenizer_config.json': JSON.stringify(tokenizerConfig, undefined, 1),
  'm/tokenizer.json': JSON.stringify(tokenizer),
  'm/chat_template.jinja': template,
};

/** Findings of a change of these files, without notices: `severity rule file:line`. */
async function found(after: Files, before = whole, settings: Partial<ConfigSettings> = {}) {
  const ports = await memoryPorts(memoryTree(before), memoryTree({ ...before, ...after }));
  const report = await judgeConfig({ ...configDefaults, ...settings }, ports);
  const lines = report.findings
    .filter(({ severity }) => severity !== 'notice')
    .map(({ severity, rule, file, line }) => `${severity} ${rule.replace('config/', '')} ${file}:${line}`);
  return { verdict: report.verdict, lines, messages: report.findings.map(({ message }) => message) };
}

const file = (name: string, base: Json, change: Json): Files => ({
  [`m/${name}`]: JSON.stringify({ ...base, ...change }, undefined, 1),
});
const pre = (change: Json) => file('preprocessor_config.json', preprocessor, change);
const gen = (change: Json) => file('generation_config.json', generation, change);
const tok = (change: Json) => file('tokenizer_config.json', tokenizerConfig, change);

describe('the files of a model are one thing', () => {
  test.each([
    [
      'patches of another size',
      pre({ patch_size: 14 }),
      ['error folder-vision-sizes m/preprocessor_config.json:6'],
    ],
    ['another merge', pre({ merge_size: 4 }), ['error folder-vision-sizes m/preprocessor_config.json:8']],
    [
      'more frames a patch',
      pre({ temporal_patch_size: 1 }),
      ['error folder-vision-sizes m/preprocessor_config.json:7'],
    ],
    [
      "CLIP's mean in front of another tower",
      pre({ image_mean: [0.481, 0.458, 0.408] }),
      ['warning folder-normalisation m/preprocessor_config.json:9'],
    ],
    [
      'a deviation of zero',
      pre({ image_std: [0.5, 0, 0.5] }),
      [
        'error folder-normalisation m/preprocessor_config.json:16',
        'warning folder-normalisation m/preprocessor_config.json:14',
      ],
    ],
    [
      'a mean of two channels',
      pre({ image_mean: [0.5, 0.5] }),
      ['error folder-normalisation m/preprocessor_config.json:9'],
    ],
    [
      "another family's class",
      pre({ image_processor_type: 'CLIPImageProcessor' }),
      ['warning folder-image-processor m/preprocessor_config.json:20'],
    ],
    [
      'resized by another filter',
      pre({ resample: 0 }),
      ['warning folder-normalisation m/preprocessor_config.json:20'],
    ],
    ['resized as the family is', pre({ resample: 3 }), []],
    ["the family's class", pre({ image_processor_type: 'Qwen2VLImageProcessorFast' }), []],
    ['a class of its own', pre({ image_processor_type: 'Mine', auto_map: {} }), []],
    [
      'pixels scaled twice',
      pre({ rescale_factor: 1 }),
      ['warning folder-normalisation m/preprocessor_config.json:19'],
    ],
    [
      'limits in the wrong order',
      pre({ size: { longest_edge: 256, shortest_edge: 4096 } }),
      ['warning folder-pixel-limits m/preprocessor_config.json:4'],
    ],
    [
      'limits by their other names',
      pre({ min_pixels: 10, max_pixels: 5 }),
      ['warning folder-pixel-limits m/preprocessor_config.json:20'],
    ],
    [
      'another end of a turn',
      gen({ eos_token_id: 643 }),
      ['warning folder-tokens-differ m/generation_config.json:3'],
    ],
    [
      'an end beyond the vocabulary',
      gen({ eos_token_id: [645, 701] }),
      ['error folder-token-range m/generation_config.json:5'],
    ],
    ['an id in quotes', gen({ pad_token_id: '643' }), ['error folder-token-type m/generation_config.json:7']],
    [
      'ids of other kinds',
      gen({ eos_token_id: '645', pad_token_id: 'x', bos_token_id: {} }),
      [
        'error folder-token-type m/generation_config.json:2',
        'error folder-token-type m/generation_config.json:3',
        'error folder-token-type m/generation_config.json:4',
      ],
    ],
    [
      'an id with a fraction',
      gen({ pad_token_id: 643.5 }),
      [
        'error folder-token-type m/generation_config.json:7',
        'warning folder-tokens-differ m/generation_config.json:7',
      ],
    ],
    [
      'a list where a mapping belongs',
      { 'm/generation_config.json': '[]' },
      ['error folder-file-unreadable m/generation_config.json:undefined'],
    ],
    [
      'another end in the map of special tokens',
      file('special_tokens_map.json', {}, { eos_token: '<|endoftext|>' }),
      ['warning folder-tokens-differ m/special_tokens_map.json:2'],
    ],
    [
      'the same end in that map',
      file('special_tokens_map.json', {}, { eos_token: { content: '<|im_end|>' } }),
      [],
    ],
    [
      'a tokenizer without an end',
      tok({ eos_token: null }),
      ['warning folder-tokens-differ m/tokenizer_config.json:3'],
    ],
    [
      'longer texts than RoPE reaches',
      {
        ...tok({ model_max_length: 8192 }),
        ...file('config.json', model, {
          text_config: { ...model.text_config, rope_scaling: { rope_type: 'linear', factor: 1.5 } },
        }),
      },
      ['warning folder-length m/tokenizer_config.json:2'],
    ],
    [
      'texts as long as RoPE reaches',
      {
        ...tok({ model_max_length: 8192 }),
        ...file('config.json', model, {
          text_config: { ...model.text_config, rope_scaling: { rope_type: 'linear', factor: 2 } },
        }),
      },
      [],
    ],
    ['a share above 1', gen({ top_p: 1.5 }), ['error share-range m/generation_config.json:9']],
    ['a temperature below zero', gen({ temperature: -1 }), ['error count-range m/generation_config.json:8']],
    [
      'padding beyond the vocabulary',
      gen({ pad_token_id: 700 }),
      [
        'error folder-token-range m/generation_config.json:7',
        'warning folder-tokens-differ m/generation_config.json:7',
      ],
    ],
    [
      'another beginning',
      gen({ bos_token_id: 644 }),
      ['warning folder-tokens-differ m/generation_config.json:2'],
    ],
    [
      'an added token without a row',
      tok({ added_tokens_decoder: { ...tokenizerConfig.added_tokens_decoder, 700: { content: '<new>' } } }),
      ['error folder-token-range m/tokenizer_config.json:18'],
    ],
    [
      'an added token by the older file',
      file('added_tokens.json', {}, { '<new>': 700 }),
      ['error folder-token-range m/added_tokens.json:2'],
    ],
    [
      'longer texts than positions',
      tok({ model_max_length: 8192 }),
      ['warning folder-length m/tokenizer_config.json:2'],
    ],
    [
      'a tokenizer that ends turns otherwise than the model',
      tok({ eos_token: '<|endoftext|>' }),
      ['warning folder-tokens-differ m/tokenizer_config.json:3'],
    ],
    [
      'a text for a role that no token has',
      tok({ eos_token: '<|im_stop|>' }),
      ['warning folder-tokens-differ m/tokenizer_config.json:3'],
    ],
    [
      'a template with a token that is not there',
      { 'm/chat_template.jinja': "{{ '<|im_strat|>' }}" },
      ['warning folder-template m/chat_template.jinja:1'],
    ],
    [
      'a template with one half of a pair that is not there',
      {
        ...tok({
          added_tokens_decoder: {
            ...tokenizerConfig.added_tokens_decoder,
            657: { content: '[/INST]' },
          },
        }),
        'm/chat_template.jinja': "{{ '[INST]' }} [/INST] [INFO] <tools>",
      },
      ['warning folder-template m/chat_template.jinja:1'],
    ],
    ['a config that is emptied', { 'm/config.json': '{}' }, ['error no-parameters m/config.json:1']],
    [
      'a vocabulary that outgrew the embedding',
      file('tokenizer.json', tokenizer, { model: { vocab: { a: 0, b: 900 } } }),
      ['error folder-token-range m/tokenizer.json:undefined'],
    ],
    [
      'a generation that has no end',
      gen({ eos_token_id: [] }),
      ['warning folder-tokens-differ m/generation_config.json:3'],
    ],
    ['a size as text', pre({ patch_size: '16' }), ['error folder-vision-sizes m/preprocessor_config.json:6']],
    [
      'means as texts',
      pre({ image_mean: ['0.5', '0.5', '0.5'] }),
      ['error folder-vision-sizes m/preprocessor_config.json:9'],
    ],
    [
      'one mean for all channels, and not that of the family',
      pre({ image_mean: 0.4 }),
      ['warning folder-normalisation m/preprocessor_config.json:9'],
    ],
    [
      'two models in one config',
      file('config.json', { draft: model.text_config, target: model.text_config }, {}),
      ['warning folder-file-unreadable m/config.json:14'],
    ],
    [
      'a tokenizer that is cut off',
      { 'm/tokenizer.json': '{"added_tokens": [' },
      ['error folder-file-unreadable m/tokenizer.json:undefined'],
    ],
    [
      'a preprocessor that is not JSON',
      { 'm/preprocessor_config.json': '{' },
      ['error unreadable m/preprocessor_config.json:1'],
    ],
  ])('%s', async (_, change, lines) => {
    expect((await found(change)).lines.toSorted()).toEqual(lines.toSorted());
  });

  test.each([
    ['temperature', gen({ temperature: 1 })],
    ['no limit of length', tok({ model_max_length: 1e30 })],
    ['no mean at all', pre({ image_mean: null })],
    ['one mean for all channels', pre({ image_mean: 0.5 })],
    ['null everywhere', pre(Object.fromEntries(Object.keys(preprocessor).map((name) => [name, null])))],
    ['another template', { 'm/chat_template.jinja': "{{ '<|image_pad|> <think>' }}" }],
  ])('says nothing of %s', async (_, change) => {
    expect(await found(change)).toMatchObject({ verdict: 'pass', lines: [] });
  });

  test('what did not change is the other side: the finding stands where the change is', async () => {
    const config = { ...model, vision_config: { ...model.vision_config, patch_size: 14 } };
    const { lines, messages } = await found({ 'm/config.json': JSON.stringify(config, undefined, 1) });
    expect(lines).toContain('error folder-vision-sizes m/config.json:26');
    expect(messages.join()).toContain('m/preprocessor_config.json:6');
  });

  test('an image token that is the video token of the tokenizer', async () => {
    const { lines } = await found({
      'm/config.json': JSON.stringify({ ...model, image_token_id: 656 }, undefined, 1),
    });
    expect(lines).toEqual(['error folder-sense-tokens m/config.json:6']);
  });

  test('a lone file is judged by itself, where a config.json beside it would be', async () => {
    const lone = { 'other/preprocessor_config.json': '{"image_std": [1, 1, 0], "patch_size": 1}' };
    expect((await found(lone)).lines).toEqual([
      'error folder-normalisation other/preprocessor_config.json:1',
    ]);
    expect((await found(lone, whole, { files: ['m/**'] })).verdict).toBe('skipped');
  });
});

describe('a tokenizer whose vocabulary is not there', () => {
  const small = { 'm/config.json': JSON.stringify({ model_type: 'molmo', hidden_size: 8, vocab_size: 700 }) };
  const judge = async (change: Json) =>
    (await found({ 'm/tokenizer_config.json': JSON.stringify({ ...tokenizerConfig, ...change }) }, small))
      .lines;
  const decoder = (id: number) => ({
    ...tokenizerConfig.added_tokens_decoder,
    [id]: { content: '<|image|>' },
  });
  test.each([
    ['a mark that may be in it', { pad_token: '!' }, []],
    [
      'what looks like an added token, and is none',
      { pad_token: '<|pad|>' },
      ['warning folder-tokens-differ m/tokenizer_config.json:1'],
    ],
    ['a row that Molmo keeps apart', { added_tokens_decoder: decoder(827) }, []],
    [
      'a row behind those',
      { added_tokens_decoder: decoder(828) },
      ['error folder-token-range m/tokenizer_config.json:1'],
    ],
  ])('%s', async (_, change, lines) => {
    expect(await judge(change)).toEqual(lines);
  });
});

describe('a change of what a switch turns off', () => {
  const window = (on: boolean, width: number) =>
    JSON.stringify(
      {
        ...model.text_config,
        model_type: 'qwen2',
        use_sliding_window: on,
        sliding_window: width,
        max_window_layers: 1,
      },
      undefined,
      1,
    );

  test.each([
    ['off', false, ['warning change-without-effect w/config.json:14']],
    ['on', true, []],
  ] as const)('%s', async (_, on, lines) => {
    const { lines: got } = await found(
      { 'w/config.json': window(on, 2048) },
      { 'w/config.json': window(on, 1024) },
    );
    expect(got).toEqual(lines);
  });

  test.each([
    ['epoch', ['warning change-without-effect configs/t.yaml:2']],
    ['steps', []],
  ])('steps of a strategy of %s', async (strategy, lines) => {
    const trainer = (steps: number) => ({
      'configs/t.yaml': `eval_strategy: ${strategy}\neval_steps: ${steps}\n`,
    });
    expect((await found(trainer(200), trainer(100))).lines).toEqual(lines);
  });
});

describe('weights beside a config', () => {
  const small = {
    architectures: ['Qwen2ForCausalLM'],
    model_type: 'qwen2',
    hidden_size: 8,
    intermediate_size: 16,
    num_hidden_layers: 1,
    num_attention_heads: 2,
    num_key_value_heads: 1,
    vocab_size: 10,
    tie_word_embeddings: true,
  };
  const names = [
    'embed_tokens.weight',
    'norm.weight',
    ...['q', 'k', 'v'].flatMap((one) =>
      ['weight', 'bias'].map((kind) => `layers.0.self_attn.${one}_proj.${kind}`),
    ),
    'layers.0.self_attn.o_proj.weight',
    ...['gate', 'up', 'down'].map((one) => `layers.0.mlp.${one}_proj.weight`),
    'layers.0.input_layernorm.weight',
    'layers.0.post_attention_layernorm.weight',
  ];
  const index = (total: number, more: readonly string[] = []) => ({
    'm/model.safetensors.index.json': JSON.stringify({
      metadata: { total_size: total },
      weight_map: Object.fromEntries([...names, ...more].map((name) => [`model.${name}`, 'a.safetensors'])),
    }),
  });
  // 80 + 8 + (64 + 8) + 2 × (32 + 4) + 64 + 3 × 128 + 16 parameters
  const [before, config] = [
    { 'm/config.json': JSON.stringify(small) },
    (change: Json) => JSON.stringify({ ...small, ...change }),
  ];
  test.each([
    ['that fit', index(1392), []],
    ['in four bytes', index(2784), []],
    ['of another width', index(50_000), ['warning folder-weights m/model.safetensors.index.json:undefined']],
    [
      'of a deeper model',
      index(1392, ['layers.1.input_layernorm.weight']),
      ['warning folder-weights m/model.safetensors.index.json:undefined'],
    ],
    [
      'no list of them',
      { 'm/model.safetensors.index.json': '{"metadata": {}}' },
      ['error folder-file-unreadable m/model.safetensors.index.json:undefined'],
    ],
    [
      'an adapter of them',
      { 'm/adapter_config.json': JSON.stringify({ peft_type: 'LORA', target_modules: ['q_proj'] }) },
      [],
    ],
    [
      'an adapter of other weights',
      {
        'm/adapter_config.json': JSON.stringify(
          { peft_type: 'LORA', target_modules: ['c_attn'] },
          undefined,
          1,
        ),
      },
      ['error unknown-module m/adapter_config.json:4'],
    ],
  ])('%s', async (_, after, lines) => {
    expect((await found(after, before)).lines).toEqual(lines);
  });

  test('a config that goes deeper than they do', async () => {
    const { lines, messages } = await found(
      { 'm/config.json': config({ num_hidden_layers: 2 }) },
      { ...before, ...index(1392) },
    );
    expect(lines).toContain('warning folder-weights m/config.json:1');
    expect(messages.join('\n')).toContain('the index of the weights lacks 12 tensors');
  });
});
