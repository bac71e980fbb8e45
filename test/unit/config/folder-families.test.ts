import { describe, expect, test } from 'vitest';
import { configDefaults } from '../../../src/config/index.ts';
import { judgeConfig } from '../../../src/config/gate/validate-model-config.ts';
import { memoryPorts, memoryTree } from '../../support/trees.ts';

type Json = Readonly<Record<string, unknown>>;
type Folder = Readonly<Record<string, Json>>;

const clip = {
  image_mean: [0.481_454_66, 0.457_827_5, 0.408_210_73],
  image_std: [0.268_629_54, 0.261_302_58, 0.275_777_11],
};
const half = { image_mean: [0.5, 0.5, 0.5], image_std: [0.5, 0.5, 0.5] };
const imageNet = { image_mean: [0.485, 0.456, 0.406], image_std: [0.229, 0.224, 0.225] };
const scaled = { do_rescale: true, rescale_factor: 0.003_921_568_627_450_98, do_normalize: true };
const square = (edge: number) => ({ height: edge, width: edge });

const text = {
  hidden_size: 64,
  intermediate_size: 128,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  num_key_value_heads: 2,
  head_dim: 16,
  vocab_size: 700,
  max_position_embeddings: 4096,
  rms_norm_eps: 1e-6,
};

/** Tokens of a family: beginning, end and padding at 643, 645 and 644, and what stands for a picture at 655. */
function tokens(image: string, more: Record<number, string> = {}, base: Json = {}): Folder {
  const listed = { 643: '<s>', 644: '<pad>', 645: '<|end|>', 655: image, ...more };
  const added = Object.entries(listed).map(([id, content]) => [id, { content, special: true }] as const);
  return {
    'tokenizer_config.json': {
      added_tokens_decoder: Object.fromEntries(added),
      bos_token: '<s>',
      eos_token: '<|end|>',
      pad_token: '<pad>',
      model_max_length: 4096,
      chat_template: '{% for m in messages %}{{ m.content }}<|end|>{% endfor %}',
      ...base,
    },
    'special_tokens_map.json': { bos_token: '<s>', eos_token: { content: '<|end|>' }, pad_token: '<pad>' },
    'generation_config.json': { bos_token_id: 643, eos_token_id: [645, 643], pad_token_id: 644 },
  };
}

const ids = { bos_token_id: 643, eos_token_id: 645, pad_token_id: 644 };
const qwenTower = {
  depth: 2,
  hidden_size: 32,
  intermediate_size: 64,
  num_heads: 4,
  in_channels: 3,
  patch_size: 14,
  spatial_merge_size: 2,
  temporal_patch_size: 2,
  out_hidden_size: 64,
};
const qwenPatches = { patch_size: 14, temporal_patch_size: 2, merge_size: 2, resample: 3, ...scaled };
const siglip = {
  model_type: 'siglip_vision_model',
  hidden_size: 32,
  intermediate_size: 64,
  num_hidden_layers: 2,
  num_attention_heads: 4,
};

const families: Readonly<Record<string, Folder>> = {
  llava: {
    'config.json': {
      architectures: ['LlavaForConditionalGeneration'],
      model_type: 'llava',
      image_token_index: 655,
      ...ids,
      text_config: { model_type: 'llama', ...text },
      vision_config: {
        ...siglip,
        model_type: 'clip_vision_model',
        image_size: 336,
        patch_size: 14,
        projection_dim: 64,
      },
      vision_feature_layer: -2,
      vision_feature_select_strategy: 'default',
    },
    'preprocessor_config.json': {
      image_processor_type: 'CLIPImageProcessor',
      crop_size: square(336),
      size: { shortest_edge: 336 },
      resample: 3,
      ...scaled,
      ...clip,
    },
    'processor_config.json': {
      patch_size: 14,
      image_token: '<image>',
      vision_feature_select_strategy: 'default',
      processor_class: 'LlavaProcessor',
    },
    ...tokens('<image>'),
  },
  internvl: {
    'config.json': {
      architectures: ['InternVLForConditionalGeneration'],
      model_type: 'internvl',
      image_token_id: 655,
      image_seq_length: 256,
      downsample_ratio: 0.5,
      text_config: { model_type: 'qwen2', ...text, ...ids },
      vision_config: {
        ...siglip,
        model_type: 'internvl_vision',
        image_size: [448, 448],
        patch_size: [14, 14],
      },
    },
    'preprocessor_config.json': {
      image_processor_type: 'GotOcr2ImageProcessorFast',
      size: square(448),
      crop_to_patches: true,
      min_patches: 1,
      max_patches: 12,
      resample: 3,
      ...scaled,
      ...imageNet,
    },
    'processor_config.json': { image_seq_length: 256, processor_class: 'InternVLProcessor' },
    ...tokens('<IMG_CONTEXT>', { 653: '<img>', 654: '</img>', 656: '<|image_pad|>' }),
  },
  internvl_chat: {
    'config.json': {
      architectures: ['InternVLChatModel'],
      model_type: 'internvl_chat',
      auto_map: { AutoConfig: 'configuration_internvl_chat.InternVLChatConfig' },
      force_image_size: 448,
      downsample_ratio: 0.5,
      min_dynamic_patch: 1,
      max_dynamic_patch: 12,
      llm_config: { model_type: 'qwen2', architectures: ['Qwen2ForCausalLM'], ...text, ...ids },
      vision_config: { ...siglip, model_type: 'intern_vit_6b', image_size: 448, patch_size: 14 },
    },
    'preprocessor_config.json': {
      feature_extractor_type: 'CLIPFeatureExtractor',
      crop_size: 448,
      size: 448,
      resample: 3,
      do_normalize: true,
      ...imageNet,
    },
    ...tokens('<IMG_CONTEXT>'),
  },
  minicpmv: {
    'config.json': {
      architectures: ['MiniCPMV'],
      model_type: 'minicpmv',
      auto_map: { AutoConfig: 'configuration_minicpm.MiniCPMVConfig' },
      ...text,
      ...ids,
      image_size: 448,
      patch_size: 14,
      query_num: 64,
      slice_config: { max_slice_nums: 9, patch_size: 14, model_type: 'minicpmv' },
      vision_config: { ...siglip, image_size: 980, patch_size: 14 },
    },
    'preprocessor_config.json': {
      image_processor_type: 'MiniCPMVImageProcessor',
      auto_map: { AutoImageProcessor: 'image_processing_minicpmv.MiniCPMVImageProcessor' },
      max_slice_nums: 9,
      scale_resolution: 448,
      patch_size: 14,
      image_feature_size: 64,
      norm_mean: [0.5, 0.5, 0.5],
      norm_std: [0.5, 0.5, 0.5],
    },
    ...tokens('<unk_image>'),
  },
  // as first published: the tower has a name, and no section
  minicpmv_2: {
    'config.json': {
      architectures: ['MiniCPMV'],
      model_type: 'minicpmv',
      auto_map: { AutoConfig: 'configuration_minicpm.MiniCPMVConfig' },
      ...text,
      bos_token_id: 643,
      eos_token_id: 645,
      vision_encoder: 'vit_so400m_patch14_siglip_384.webli',
      image_size: 448,
      scale_resolution: 448,
      patch_size: 14,
      query_num: 64,
    },
    'preprocessor_config.json': {
      image_processor_type: 'MiniCPMVImageProcessor',
      auto_map: { AutoImageProcessor: 'image_processing_minicpmv.MiniCPMVImageProcessor' },
      scale_resolution: 448,
      patch_size: 14,
      image_feature_size: 64,
      im_start: '<image>',
      im_end: '</image>',
      slice_start: '<slice>',
      slice_end: '</slice>',
      norm_mean: [0.5, 0.5, 0.5],
      norm_std: [0.5, 0.5, 0.5],
    },
    ...tokens('<image>', { 656: '</image>', 657: '<slice>', 658: '</slice>' }),
  },
  // code that comes with it stops where a turn ends; the language model was trained with another end
  internvl_2: {
    'config.json': {
      architectures: ['InternVLChatModel'],
      model_type: 'internvl_chat',
      auto_map: { AutoConfig: 'configuration_internvl_chat.InternVLChatConfig' },
      force_image_size: 448,
      downsample_ratio: 0.5,
      min_dynamic_patch: 1,
      max_dynamic_patch: 12,
      template: 'internlm2-chat',
      llm_config: { model_type: 'internlm2', architectures: ['InternLM2ForCausalLM'], ...text, ...ids },
      vision_config: { ...siglip, model_type: 'intern_vit_6b', image_size: 448, patch_size: 14 },
    },
    ...tokens('<IMG_CONTEXT>', { 642: '<|im_end|>', 646: '<|im_start|>' }),
    'generation_config.json': { eos_token_id: [642, 646] },
  },
  phi4mm: {
    'config.json': {
      architectures: ['Phi4MMForCausalLM'],
      model_type: 'phi4mm',
      auto_map: { AutoConfig: 'configuration_phi4mm.Phi4MMConfig' },
      ...text,
      bos_token_id: 643,
      eos_token_id: 643,
      pad_token_id: 643,
      embd_layer: {
        embedding_cls: 'image_audio',
        image_embd_layer: { crop_size: 448, image_token_compression_cls: 'avg_pool_2d' },
        audio_embd_layer: { compression_rate: 8, downsample_rate: 1 },
      },
      audio_processor: { name: 'cascades', config: { attention_heads: 16, num_blocks: 24 } },
    },
    'preprocessor_config.json': {
      auto_map: { AutoImageProcessor: 'processing_phi4mm.Phi4MMImageProcessor' },
      image_processor_type: 'Phi4MMImageProcessor',
      feature_extractor_type: 'Phi4MMAudioFeatureExtractor',
      audio_compression_rate: 8,
      audio_downsample_rate: 1,
      audio_feat_stride: 1,
      dynamic_hd: 36,
    },
    ...tokens(
      '<|endoftext10|>',
      { 643: '<|endoftext|>', 656: '<|endoftext11|>' },
      { bos_token: '<|endoftext|>', eos_token: '<|endoftext|>', pad_token: '<|endoftext|>' },
    ),
    'special_tokens_map.json': { eos_token: '<|endoftext|>' },
    'generation_config.json': { bos_token_id: 643, eos_token_id: [645, 643], pad_token_id: 643 },
  },
  phi4_multimodal: {
    'config.json': {
      architectures: ['Phi4MultimodalForCausalLM'],
      model_type: 'phi4_multimodal',
      ...text,
      ...ids,
      vision_config: {
        model_type: 'phi4_multimodal_vision',
        image_size: 448,
        crop_size: 448,
        patch_size: 14,
        image_token_id: 655,
        hidden_size: 32,
        num_hidden_layers: 2,
      },
      audio_config: { model_type: 'phi4_multimodal_audio', audio_token_id: 656, hidden_size: 32 },
    },
    'preprocessor_config.json': {
      image_processor_type: 'Phi4MultimodalImageProcessorFast',
      size: square(448),
      patch_size: 14,
      dynamic_hd: 36,
      resample: 3,
      ...scaled,
      ...half,
    },
    ...tokens('<|endoftext10|>', { 656: '<|endoftext11|>' }),
  },
  llama4: {
    'config.json': {
      architectures: ['Llama4ForConditionalGeneration'],
      model_type: 'llama4',
      image_token_index: 655,
      boi_token_index: 653,
      eoi_token_index: 654,
      text_config: {
        model_type: 'llama4_text',
        ...text,
        ...ids,
        num_local_experts: 2,
        intermediate_size_mlp: 128,
      },
      vision_config: {
        model_type: 'llama4_vision_model',
        image_size: 336,
        patch_size: 14,
        pixel_shuffle_ratio: 0.5,
      },
    },
    'preprocessor_config.json': {
      image_processor_type: 'Llama4ImageProcessorFast',
      size: square(336),
      max_patches: 16,
      resample: 2,
      ...scaled,
      ...half,
    },
    'processor_config.json': {
      patch_size: 14,
      pixel_shuffle_ratio: 0.5,
      image_token: '<|image|>',
      patch_token: '<|patch|>',
      processor_class: 'Llama4Processor',
    },
    ...tokens('<|patch|>', { 653: '<|image_start|>', 654: '<|image_end|>', 656: '<|image|>' }),
  },
  glm4v: {
    'config.json': {
      architectures: ['Glm4vForConditionalGeneration'],
      model_type: 'glm4v',
      image_token_id: 655,
      video_token_id: 656,
      image_start_token_id: 653,
      image_end_token_id: 654,
      text_config: { model_type: 'glm4v_text', ...text, ...ids },
      vision_config: { ...qwenTower, image_size: 336 },
    },
    'preprocessor_config.json': {
      image_processor_type: 'Glm4vImageProcessor',
      size: { shortest_edge: 12_544, longest_edge: 9_633_792 },
      ...qwenPatches,
      ...clip,
    },
    'video_preprocessor_config.json': {
      video_processor_type: 'Glm4vVideoProcessor',
      size: { shortest_edge: 12_544, longest_edge: 47_040_000 },
      ...qwenPatches,
      ...clip,
    },
    ...tokens('<|image|>', { 653: '<|begin_of_image|>', 654: '<|end_of_image|>', 656: '<|video|>' }),
  },
  gemma3: {
    'config.json': {
      architectures: ['Gemma3ForConditionalGeneration'],
      model_type: 'gemma3',
      image_token_index: 655,
      boi_token_index: 653,
      eoi_token_index: 654,
      eos_token_id: [643, 645],
      mm_tokens_per_image: 256,
      text_config: { model_type: 'gemma3_text', ...text, bos_token_id: 643, pad_token_id: 644 },
      vision_config: { ...siglip, image_size: 896, patch_size: 14 },
    },
    'preprocessor_config.json': {
      image_processor_type: 'Gemma3ImageProcessor',
      image_seq_length: 256,
      size: square(896),
      resample: 2,
      ...scaled,
      ...half,
    },
    'processor_config.json': { image_seq_length: 256, processor_class: 'Gemma3Processor' },
    ...tokens(
      '<image_soft_token>',
      { 653: '<start_of_image>', 654: '<end_of_image>' },
      { model_max_length: 1e30, boi_token: '<start_of_image>', image_token: '<image_soft_token>' },
    ),
  },
  qwen2_vl: {
    'config.json': {
      architectures: ['Qwen2VLForConditionalGeneration'],
      model_type: 'qwen2_vl',
      image_token_id: 655,
      video_token_id: 656,
      vision_start_token_id: 653,
      vision_end_token_id: 654,
      vision_token_id: 657,
      ...text,
      bos_token_id: 643,
      eos_token_id: 645,
      vision_config: {
        depth: 2,
        embed_dim: 32,
        hidden_size: 64,
        in_chans: 3,
        mlp_ratio: 4,
        num_heads: 4,
        patch_size: 14,
        spatial_merge_size: 2,
        spatial_patch_size: 14,
        temporal_patch_size: 2,
      },
    },
    'preprocessor_config.json': {
      image_processor_type: 'Qwen2VLImageProcessor',
      min_pixels: 3136,
      max_pixels: 12_845_056,
      ...qwenPatches,
      ...clip,
    },
    ...tokens('<|image_pad|>', {
      653: '<|vision_start|>',
      654: '<|vision_end|>',
      656: '<|video_pad|>',
      657: '<|vision_pad|>',
    }),
  },
  qwen2_5_vl: {
    'config.json': {
      architectures: ['Qwen2_5_VLForConditionalGeneration'],
      model_type: 'qwen2_5_vl',
      image_token_id: 655,
      video_token_id: 656,
      vision_start_token_id: 653,
      vision_end_token_id: 654,
      ...text,
      ...ids,
      max_position_embeddings: 4000,
      vision_config: { ...qwenTower, in_chans: 3, spatial_patch_size: 14, fullatt_block_indexes: [1] },
    },
    'preprocessor_config.json': {
      image_processor_type: 'Qwen2VLImageProcessor',
      min_pixels: 3136,
      max_pixels: 12_845_056,
      ...qwenPatches,
      ...clip,
    },
    ...tokens('<|image_pad|>', { 653: '<|vision_start|>', 654: '<|vision_end|>', 656: '<|video_pad|>' }),
  },
  qwen3_vl: {
    'config.json': {
      architectures: ['Qwen3VLForConditionalGeneration'],
      model_type: 'qwen3_vl',
      image_token_id: 655,
      video_token_id: 656,
      vision_start_token_id: 653,
      vision_end_token_id: 654,
      text_config: { model_type: 'qwen3_vl_text', ...text, ...ids },
      vision_config: {
        ...qwenTower,
        patch_size: 16,
        num_position_embeddings: 16,
        deepstack_visual_indexes: [0],
      },
    },
    'preprocessor_config.json': {
      image_processor_type: 'Qwen2VLImageProcessorFast',
      size: { longest_edge: 16_777_216, shortest_edge: 65_536 },
      ...qwenPatches,
      patch_size: 16,
      ...half,
    },
    'video_preprocessor_config.json': {
      video_processor_type: 'Qwen3VLVideoProcessor',
      size: { longest_edge: 25_165_824, shortest_edge: 4096 },
      ...qwenPatches,
      patch_size: 16,
      ...half,
    },
    ...tokens('<|image_pad|>', { 653: '<|vision_start|>', 654: '<|vision_end|>', 656: '<|video_pad|>' }),
  },
};

const paths = (folder: Folder) =>
  Object.fromEntries(
    Object.entries(folder).map(([name, value]) => [`m/${name}`, JSON.stringify(value, undefined, 1)]),
  );

/** Warnings and errors of a folder that is new, or in which one file changes: `rule file`. */
async function found(before: Folder, after: Folder): Promise<string[]> {
  const ports = await memoryPorts(
    memoryTree(paths(before)),
    memoryTree({ ...paths(before), ...paths(after) }),
  );
  const { findings } = await judgeConfig(configDefaults, ports);
  return findings
    .filter(({ severity }) => severity !== 'notice')
    .map(({ rule, file = '', message }) => `${rule.replace('config/', '')} ${file.slice(2)}: ${message}`);
}

/** The value at a path of keys in place of another. */
function put(value: unknown, [key, ...rest]: readonly string[], to: unknown): Json {
  const own = typeof value === 'object' && value !== null ? value : {};
  if (key === undefined) return {};
  const inner: unknown = Object.entries(own).find(([name]) => name === key)?.[1];
  return { ...own, [key]: rest.length === 0 ? to : put(inner, rest, to) };
}

describe.each(Object.entries(families))('a folder of %s', (_name, folder) => {
  test('is right as its makers publish it', async () => {
    expect(await found({}, folder)).toStrictEqual([]);
  });
});

const [pre, tok, gen, config] = [
  'preprocessor_config.json',
  'tokenizer_config.json',
  'generation_config.json',
  'config.json',
] as const;
const all = Object.keys(families);
/** Code that comes with a model sets its own pixels, or under other names. */
const normalised = all.filter((name) => !/^(?:minicpmv|phi4mm|internvl_2)/.test(name));
const added = ['added_tokens_decoder', '700'];
const faults: readonly (readonly [string, readonly string[], string, string, unknown, string])[] = [
  ['a mean of no family', normalised, pre, 'image_mean', [0.3, 0.3, 0.3], 'folder-normalisation'],
  ['a deviation of no family', normalised, pre, 'image_std', [1, 1, 1], 'folder-normalisation'],
  [
    'a mean of its own name',
    ['minicpmv', 'minicpmv_2'],
    pre,
    'norm_mean',
    [0.48, 0.46, 0.41],
    'folder-normalisation',
  ],
  [
    'a deviation of its own name',
    ['minicpmv', 'minicpmv_2'],
    pre,
    'norm_std',
    [0.5, 0, 0.5],
    'folder-normalisation',
  ],
  ['a factor that does not scale', normalised, pre, 'rescale_factor', 0.0392, 'folder-normalisation'],
  ['another filter', normalised, pre, 'resample', 0, 'folder-normalisation'],
  [
    'patches of another size',
    ['minicpmv', 'minicpmv_2', 'phi4_multimodal', 'glm4v', 'qwen2_vl', 'qwen2_5_vl', 'qwen3_vl'],
    pre,
    'patch_size',
    12,
    'folder-vision-sizes',
  ],
  [
    'patches of another size in the processor',
    ['llava', 'llama4'],
    'processor_config.json',
    'patch_size',
    16,
    'folder-vision-sizes',
  ],
  [
    'another merge',
    ['glm4v', 'qwen2_vl', 'qwen2_5_vl', 'qwen3_vl'],
    pre,
    'merge_size',
    4,
    'folder-vision-sizes',
  ],
  [
    'other frames',
    ['glm4v', 'qwen2_vl', 'qwen2_5_vl', 'qwen3_vl'],
    pre,
    'temporal_patch_size',
    1,
    'folder-vision-sizes',
  ],
  [
    'other frames in videos',
    ['glm4v', 'qwen3_vl'],
    'video_preprocessor_config.json',
    'temporal_patch_size',
    1,
    'folder-vision-sizes',
  ],
  [
    'images of another size',
    ['internvl', 'phi4_multimodal', 'llama4', 'gemma3'],
    pre,
    'size',
    square(224),
    'folder-vision-sizes',
  ],
  ['crops of another size', ['llava'], pre, 'crop_size', square(224), 'folder-vision-sizes'],
  ['one number for another size', ['internvl_chat', 'llava'], pre, 'crop_size', 224, 'folder-vision-sizes'],
  [
    'limits in the wrong order',
    ['glm4v', 'qwen3_vl'],
    pre,
    'size',
    { shortest_edge: 65_536, longest_edge: 4096 },
    'folder-pixel-limits',
  ],
  ['pixels in the wrong order', ['qwen2_5_vl'], pre, 'min_pixels', 22_845_056, 'folder-pixel-limits'],
  ['tiles in the wrong order', ['internvl'], pre, 'min_patches', 13, 'folder-pixel-limits'],
  [
    'images of other lengths',
    ['internvl', 'gemma3'],
    'processor_config.json',
    'image_seq_length',
    64,
    'folder-vision-sizes',
  ],
  [
    'another shuffle',
    ['llama4'],
    'processor_config.json',
    'pixel_shuffle_ratio',
    0.25,
    'folder-vision-sizes',
  ],
  [
    'other features',
    ['llava'],
    'processor_config.json',
    'vision_feature_select_strategy',
    'full',
    'folder-vision-sizes',
  ],
  ['slices of another size', ['minicpmv', 'minicpmv_2'], pre, 'scale_resolution', 384, 'folder-vision-sizes'],
  ['most tiles below the least', ['internvl_2'], config, 'min_dynamic_patch', 13, 'folder-pixel-limits'],
  [
    'an image that is an ordinary token',
    ['internvl', 'glm4v', 'qwen2_vl', 'qwen2_5_vl', 'qwen3_vl'],
    config,
    'image_token_id',
    17,
    'folder-sense-tokens',
  ],
  [
    'an image that is an ordinary token, by its index',
    ['llava', 'gemma3', 'llama4'],
    config,
    'image_token_index',
    17,
    'folder-sense-tokens',
  ],
  [
    'an image that is an ordinary token, in the tower',
    ['phi4_multimodal'],
    config,
    'vision_config.image_token_id',
    656,
    'folder-sense-tokens',
  ],
  [
    'a beginning that is the end',
    ['gemma3', 'llama4'],
    config,
    'boi_token_index',
    654,
    'folder-sense-tokens',
  ],
  [
    'an end that is the beginning',
    ['qwen2_vl', 'qwen2_5_vl', 'qwen3_vl'],
    config,
    'vision_end_token_id',
    653,
    'folder-sense-tokens',
  ],
  ['a slice that is no token', ['minicpmv_2'], pre, 'slice_end', '</slce>', 'folder-sense-tokens'],
  [
    'an image that is no token',
    ['llava', 'llama4'],
    'processor_config.json',
    'image_token',
    '<imge>',
    'folder-sense-tokens',
  ],
  [
    'features of another length',
    ['minicpmv', 'minicpmv_2'],
    pre,
    'image_feature_size',
    96,
    'folder-vision-sizes',
  ],
  [
    'an image that is padding',
    ['llava', 'gemma3', 'llama4'],
    config,
    'image_token_index',
    644,
    'folder-sense-tokens',
  ],
  [
    'an image that is the end',
    ['internvl', 'glm4v', 'qwen2_5_vl', 'qwen3_vl'],
    config,
    'image_token_id',
    645,
    'folder-sense-tokens',
  ],
  [
    'an image that begins one',
    ['glm4v', 'qwen2_5_vl', 'qwen3_vl'],
    config,
    'image_token_id',
    653,
    'folder-sense-tokens',
  ],
  [
    'an image that begins one, by its index',
    ['gemma3', 'llama4'],
    config,
    'image_token_index',
    653,
    'folder-sense-tokens',
  ],
  [
    'an image that is padding, in the tower',
    ['phi4_multimodal'],
    config,
    'vision_config.image_token_id',
    644,
    'folder-sense-tokens',
  ],
  [
    'sound that is padding',
    ['phi4_multimodal'],
    config,
    'audio_config.audio_token_id',
    644,
    'folder-sense-tokens',
  ],
  ['an end beyond the vocabulary', all, gen, 'eos_token_id', [645, 700], 'folder-token-range'],
  ['padding beyond the vocabulary', all, gen, 'pad_token_id', 999, 'folder-token-range'],
  ['another end', all, gen, 'eos_token_id', 655, 'folder-tokens-differ'],
  [
    'an added token beyond the vocabulary',
    all,
    tok,
    added.join('.'),
    { content: '<new>' },
    'folder-token-range',
  ],
  ['more than there are positions for', all, tok, 'model_max_length', 32_768, 'folder-length'],
  [
    'an end that two files write in two ways',
    all,
    'special_tokens_map.json',
    'eos_token',
    '<|eot|>',
    'folder-tokens-differ',
  ],
  [
    'a template with a token that is not there',
    all,
    tok,
    'chat_template',
    '<|im_strat|>{{ m.content }}<|end|>',
    'folder-template',
  ],
  [
    "a template with its family's turns, which the tokenizer does not have",
    ['gemma3'],
    tok,
    'chat_template',
    '<start_of_turn>{{ m.content }}<|end|> <br> [NOTE]',
    'folder-template',
  ],
  [
    'a template with the picture of its family, where the tokenizer has it no more',
    ['glm4v'],
    tok,
    'chat_template',
    '<|image_pad|>{{ m.content }}<|end|>',
    'folder-template',
  ],
  ['no slices', ['minicpmv'], 'preprocessor_config.json', 'max_slice_nums', 0, 'folder-pixel-limits'],
];
const rows = faults.flatMap(([what, where, name, at, to, rule]) =>
  where.map((family) => [family, what, name, at, to, rule] as const),
);

test.each(rows)('%s: %s', async (family, _what, name, at, to, rule) => {
  const folder = families[family] ?? {};
  const lines = await found(folder, { [name]: put(folder[name], at.split('.'), to) });
  expect(lines.join('\n')).toContain(rule);
});
