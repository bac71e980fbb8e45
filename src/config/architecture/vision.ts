import { linear, norm } from './decoder.ts';
import { maxLayers, MissingDimension, need, range } from './dimensions.ts';
import type { ModelView } from './models.ts';
import type { Section } from './section.ts';
import type { TensorGroup } from './tensors.ts';

/** `model` is what the tower stands in: a few sizes stand beside it. */
export type MakeTower = (vision: Section, textHidden: number, model: ModelView) => TensorGroup[];

/** Everything of the tower counts as vision. */
export function tower(groups: readonly TensorGroup[]): TensorGroup[] {
  return groups.map((group) => ({ ...group, part: 'vision' }));
}

function patchShape(vision: Section, width: number): readonly number[] {
  const patch = need(vision, 'patch_size');
  return [width, need(vision, 'in_channels'), need(vision, 'temporal_patch_size'), patch, patch];
}

function qkv(at: string, width: number, layers: readonly number[]): TensorGroup[] {
  return [
    ...linear(`${at}.attn.qkv`, [3 * width, width], 'vision', { layers, bias: true }),
    ...linear(`${at}.attn.proj`, [width, width], 'vision', { layers, bias: true }),
  ];
}

function ratio(vision: Section): number {
  const value = vision.number('mlp_ratio');
  if (value === undefined || !(value > 0) || !Number.isFinite(value)) throw new MissingDimension('mlp_ratio');
  return value;
}

/** Qwen2-VL: the tower's width is embed_dim; hidden_size is the language model's. */
export const qwen2Tower: MakeTower = (vision) => {
  const width = need(vision, 'embed_dim');
  const layers = range(need(vision, 'num_hidden_layers', maxLayers));
  const inner = Math.floor(width * ratio(vision));
  const merged = width * need(vision, 'spatial_merge_size') ** 2;
  const block = 'visual.blocks.{l}';
  return tower([
    { name: 'visual.patch_embed.proj.weight', shape: patchShape(vision, width), part: 'vision' },
    ...norm(`${block}.norm1`, width, layers, true),
    ...norm(`${block}.norm2`, width, layers, true),
    ...qkv(block, width, layers),
    ...linear(`${block}.mlp.fc1`, [inner, width], 'vision', { layers, bias: true }),
    ...linear(`${block}.mlp.fc2`, [width, inner], 'vision', { layers, bias: true }),
    ...norm('visual.merger.ln_q', width, undefined, true),
    ...linear('visual.merger.mlp.0', [merged, merged], 'vision', { bias: true }),
    ...linear('visual.merger.mlp.2', [need(vision, 'hidden_size'), merged], 'vision', {
      bias: true,
    }),
  ]);
};

/** Qwen2.5-VL: RMS norms and a gated feed-forward, all of it biased. */
export const qwen25Tower: MakeTower = (vision) => {
  const width = need(vision, 'hidden_size');
  const inner = need(vision, 'intermediate_size');
  const layers = range(need(vision, 'num_hidden_layers', maxLayers));
  const merged = width * need(vision, 'spatial_merge_size') ** 2;
  const block = 'visual.blocks.{l}';
  const options = { layers, bias: true };
  return tower([
    { name: 'visual.patch_embed.proj.weight', shape: patchShape(vision, width), part: 'vision' },
    ...norm(`${block}.norm1`, width, layers),
    ...norm(`${block}.norm2`, width, layers),
    ...qkv(block, width, layers),
    ...linear(`${block}.mlp.gate_proj`, [inner, width], 'vision', options),
    ...linear(`${block}.mlp.up_proj`, [inner, width], 'vision', options),
    ...linear(`${block}.mlp.down_proj`, [width, inner], 'vision', options),
    ...norm('visual.merger.ln_q', width),
    ...linear('visual.merger.mlp.0', [merged, merged], 'vision', { bias: true }),
    ...linear('visual.merger.mlp.2', [need(vision, 'out_hidden_size'), merged], 'vision', {
      bias: true,
    }),
  ]);
};

/** Qwen3-VL: patch `h·C·T·P²+h`, positions `N·h`, `d×(4h²+2hI+9h+I)`, a merger, and one more for each deepstack level. */
export const qwen3Tower: MakeTower = (vision) => qwen3Like(vision, 3);

/** Qwen3.5: the same tower, whose levels are not taken apart unless the config says so. */
export const qwen35Tower: MakeTower = (vision) => qwen3Like(vision, 0);

function qwen3Like(vision: Section, levelsByDefault: number): TensorGroup[] {
  return [
    ...patchTower(vision, 'model.visual'),
    ...qwenMergers(vision, levelsByDefault, {
      one: 'model.visual.merger',
      levels: 'model.visual.deepstack_merger_list.{l}',
      names: ['norm', 'linear_fc1', 'linear_fc2'],
    }),
  ];
}

/** The tower of Qwen3-VL and its like, below `at`, without its mergers. */
export function patchTower(vision: Section, at: string): TensorGroup[] {
  const width = need(vision, 'hidden_size');
  const inner = need(vision, 'intermediate_size');
  const layers = range(need(vision, 'num_hidden_layers', maxLayers));
  const block = `${at}.blocks.{l}`;
  const options = { layers, bias: true };
  return tower([
    { name: `${at}.patch_embed.proj.weight`, shape: patchShape(vision, width), part: 'vision' },
    { name: `${at}.patch_embed.proj.bias`, shape: [width], part: 'vision' },
    {
      name: `${at}.pos_embed.weight`,
      shape: [need(vision, 'num_position_embeddings'), width],
      part: 'vision',
    },
    ...norm(`${block}.norm1`, width, layers, true),
    ...norm(`${block}.norm2`, width, layers, true),
    ...qkv(block, width, layers),
    ...linear(`${block}.mlp.linear_fc1`, [inner, width], 'vision', options),
    ...linear(`${block}.mlp.linear_fc2`, [width, inner], 'vision', options),
  ]);
}

interface MergerNames {
  readonly one: string;
  readonly levels: string;
  /** Norm, first and second projection. */
  readonly names: readonly [string, string, string];
}

/** The merger behind the last layer, and one for each level that is taken apart. */
export function qwenMergers(vision: Section, levelsByDefault: number, names: MergerNames): TensorGroup[] {
  const width = need(vision, 'hidden_size');
  const merged = width * need(vision, 'spatial_merge_size') ** 2;
  const out = need(vision, 'out_hidden_size');
  const levels = vision.items('deepstack_visual_indexes')?.length ?? levelsByDefault;
  const [normed, first, second] = names.names;
  const merger = (at: string, normWidth: number, layers?: readonly number[]): TensorGroup[] => {
    const options = { bias: true, ...(layers === undefined ? {} : { layers }) };
    return [
      ...norm(`${at}.${normed}`, normWidth, layers, true),
      ...linear(`${at}.${first}`, [merged, merged], 'vision', options),
      ...linear(`${at}.${second}`, [out, merged], 'vision', options),
    ];
  };
  return tower([
    ...merger(names.one, width),
    ...(levels > 0 ? merger(names.levels, merged, range(Math.min(levels, maxLayers))) : []),
  ]);
}

/** The layers of CLIP and SigLIP, and the norm after them. */
export function clipEncoder(
  at: string,
  { width, inner, layers }: { width: number; inner: number; layers: readonly number[] },
): TensorGroup[] {
  const block = `${at}.encoder.layers.{l}`;
  const options = { layers, bias: true };
  return [
    ...norm(`${block}.layer_norm1`, width, layers, true),
    ...norm(`${block}.layer_norm2`, width, layers, true),
    ...['q_proj', 'k_proj', 'v_proj', 'out_proj'].flatMap((name) =>
      linear(`${block}.self_attn.${name}`, [width, width], 'vision', options),
    ),
    ...linear(`${block}.mlp.fc1`, [inner, width], 'vision', options),
    ...linear(`${block}.mlp.fc2`, [width, inner], 'vision', options),
    ...norm(`${at}.post_layernorm`, width, undefined, true),
  ];
}

/** SigLIP, and Gemma 3's projector. Gemma's releases switch the tower's pooling head off. */
export const siglipTower: MakeTower = (vision, textHidden) => {
  const width = need(vision, 'hidden_size');
  const inner = need(vision, 'intermediate_size');
  const layers = range(need(vision, 'num_hidden_layers', maxLayers));
  const patch = need(vision, 'patch_size');
  const positions = Math.floor(need(vision, 'image_size') / patch) ** 2;
  const at = 'vision_tower.vision_model';
  return tower([
    ...['weight', 'bias'].map((kind): TensorGroup => ({
      name: `${at}.embeddings.patch_embedding.${kind}`,
      shape: kind === 'bias' ? [width] : [width, need(vision, 'in_channels'), patch, patch],
      part: 'vision',
    })),
    { name: `${at}.embeddings.position_embedding.weight`, shape: [positions, width], part: 'vision' },
    ...clipEncoder(at, { width, inner, layers }),
    ...(vision.bool('vision_use_head') === false ? [] : siglipHead(`${at}.head`, width, inner)),
    { name: 'multi_modal_projector.mm_input_projection_weight', shape: [width, textHidden], part: 'vision' },
    ...norm('multi_modal_projector.mm_soft_emb_norm', width),
  ]);
};

/** Attention of one learnt query over all patches, and a feed-forward. */
function siglipHead(at: string, width: number, inner: number): TensorGroup[] {
  const bias = { bias: true };
  return [
    { name: `${at}.probe`, shape: [1, 1, width], part: 'vision' },
    { name: `${at}.attention.in_proj_weight`, shape: [3 * width, width], part: 'vision' },
    { name: `${at}.attention.in_proj_bias`, shape: [3 * width], part: 'vision' },
    ...linear(`${at}.attention.out_proj`, [width, width], 'vision', bias),
    ...norm(`${at}.layernorm`, width, undefined, true),
    ...linear(`${at}.mlp.fc1`, [inner, width], 'vision', bias),
    ...linear(`${at}.mlp.fc2`, [width, inner], 'vision', bias),
  ];
}
