import { linear, norm } from './decoder.ts';
import { maxLayers, MissingDimension, need, orElse, range } from './dimensions.ts';
import type { Section } from './section.ts';
import type { TensorGroup } from './tensors.ts';
import { clipEncoder, type MakeTower, tower } from './vision.ts';

const one = (name: string, shape: readonly number[]): TensorGroup => ({ name, shape, part: 'vision' });

function layersOf(vision: Section): readonly number[] {
  return range(need(vision, 'num_hidden_layers', maxLayers));
}

function patches(vision: Section): number {
  return Math.floor(need(vision, 'image_size') / need(vision, 'patch_size')) ** 2;
}

/** LLaVA: CLIP, whose class token has a position too, and a projector of two layers. */
export const clipTower: MakeTower = (vision, textHidden) => {
  const [width, inner] = [need(vision, 'hidden_size'), need(vision, 'intermediate_size')];
  const [layers, patch] = [layersOf(vision), need(vision, 'patch_size')];
  const at = 'vision_tower.vision_model';
  return tower([
    one(`${at}.embeddings.class_embedding`, [width]),
    one(`${at}.embeddings.patch_embedding.weight`, [width, need(vision, 'in_channels'), patch, patch]),
    one(`${at}.embeddings.position_embedding.weight`, [patches(vision) + 1, width]),
    // so spelt in CLIP
    ...norm(`${at}.pre_layrnorm`, width, undefined, true),
    ...clipEncoder(at, { width, inner, layers }),
    ...linear('multi_modal_projector.linear_1', [textHidden, width], 'vision', { bias: true }),
    ...linear('multi_modal_projector.linear_2', [textHidden, textHidden], 'vision', { bias: true }),
  ]);
};

/** InternVL: InternViT with scaled residuals, and a projector behind a shuffle of 2 × 2 patches. */
export const internTower: MakeTower = (vision, textHidden) => {
  const [width, inner] = [need(vision, 'hidden_size'), need(vision, 'intermediate_size')];
  const [layers, patch] = [layersOf(vision), need(vision, 'patch_size')];
  const at = 'vision_model';
  const block = `${at}.encoder.layers.{l}`;
  const isRms = vision.text('norm_type') === 'rms_norm';
  const scale = (name: string): TensorGroup => ({ ...one(`${block}.${name}`, [width]), layers });
  const merged = 4 * width;
  return tower([
    one(`${at}.embeddings.class_embedding`, [1, 1, width]),
    one(`${at}.embeddings.patch_embedding.weight`, [width, need(vision, 'in_channels'), patch, patch]),
    one(`${at}.embeddings.patch_embedding.bias`, [width]),
    one(`${at}.embeddings.position_embedding`, [1, patches(vision) + 1, width]),
    ...linear(`${block}.attn.qkv`, [3 * width, width], 'vision', {
      layers,
      bias: vision.bool('qkv_bias') ?? true,
    }),
    ...linear(`${block}.attn.proj`, [width, width], 'vision', { layers, bias: true }),
    ...(vision.bool('qk_normalization') === true
      ? [...norm(`${block}.attn.q_norm`, width, layers), ...norm(`${block}.attn.k_norm`, width, layers)]
      : []),
    ...linear(`${block}.mlp.fc1`, [inner, width], 'vision', { layers, bias: true }),
    ...linear(`${block}.mlp.fc2`, [width, inner], 'vision', { layers, bias: true }),
    ...norm(`${block}.norm1`, width, layers, !isRms),
    ...norm(`${block}.norm2`, width, layers, !isRms),
    scale('ls1'),
    scale('ls2'),
    ...norm('mlp1.0', merged, undefined, true),
    ...linear('mlp1.1', [textHidden, merged], 'vision', { bias: true }),
    ...linear('mlp1.3', [textHidden, textHidden], 'vision', { bias: true }),
  ]);
};

/** InternVL as transformers itself has it: queries, keys and values apart, sizes in pairs, and every name another. */
export const internHfTower: MakeTower = (vision, textHidden, { top }) => {
  const [width, inner, layers] = [
    need(vision, 'hidden_size'),
    need(vision, 'intermediate_size'),
    layersOf(vision),
  ];
  const [patch, image] = [pair(vision, 'patch_size'), pair(vision, 'image_size')];
  const count = Math.floor(image[0] / patch[0]) * Math.floor(image[1] / patch[1]);
  const at = 'vision_tower';
  const block = `${at}.encoder.layer.{l}`;
  const isRms = vision.text('norm_type') === 'rms_norm';
  const bias = vision.bool('attention_bias') ?? false;
  const merged = width * Math.floor(1 / (top.number('downsample_ratio') ?? 0.5)) ** 2;
  const normed = (name: string): TensorGroup[] => norm(`${block}.${name}`, width, layers, !isRms);
  return tower([
    one(`${at}.embeddings.cls_token`, [1, 1, width]),
    ...(vision.bool('use_mask_token') === true ? [one(`${at}.embeddings.mask_token`, [1, 1, width])] : []),
    ...(vision.bool('use_absolute_position_embeddings') === false
      ? []
      : [one(`${at}.embeddings.position_embeddings`, [1, count + 1, width])]),
    one(`${at}.embeddings.patch_embeddings.projection.weight`, [
      width,
      need(vision, 'in_channels'),
      ...patch,
    ]),
    one(`${at}.embeddings.patch_embeddings.projection.bias`, [width]),
    ...['lambda_1', 'lambda_2'].map((name) => ({ ...one(`${block}.${name}`, [width]), layers })),
    ...['q_proj', 'k_proj', 'v_proj'].flatMap((name) =>
      linear(`${block}.attention.${name}`, [width, width], 'vision', { layers, bias }),
    ),
    ...linear(`${block}.attention.projection_layer`, [width, width], 'vision', { layers, bias: true }),
    ...(vision.bool('use_qk_norm') === true
      ? ['q_norm', 'k_norm'].flatMap((name) => norm(`${block}.attention.${name}`, width, layers))
      : []),
    ...linear(`${block}.mlp.fc1`, [inner, width], 'vision', { layers, bias: true }),
    ...linear(`${block}.mlp.fc2`, [width, inner], 'vision', { layers, bias: true }),
    ...normed('layernorm_before'),
    ...normed('layernorm_after'),
    ...(vision.bool('use_mean_pooling') === false ? norm(`${at}.layernorm`, width, undefined, true) : []),
    ...norm('multi_modal_projector.layer_norm', merged, undefined, true),
    ...linear('multi_modal_projector.linear_1', [textHidden, merged], 'vision', { bias: true }),
    ...linear('multi_modal_projector.linear_2', [textHidden, textHidden], 'vision', { bias: true }),
  ]);
};

/** A size for both directions, or one for each. */
function pair(vision: Section, name: string): readonly [number, number] {
  const [height = 0, width = 0] = vision.ints(name) ?? [need(vision, name), need(vision, name)];
  if (height < 1 || width < 1) throw new MissingDimension(name);
  return [height, width];
}

/** Llama 4: its own tower, an adapter behind a pixel shuffle, and one projection. */
export const llama4Tower: MakeTower = (vision, textHidden) => {
  const [width, inner] = [need(vision, 'hidden_size'), need(vision, 'intermediate_size')];
  const [layers, patch] = [layersOf(vision), need(vision, 'patch_size')];
  const block = 'vision_model.model.layers.{l}';
  const options = { layers, bias: true };
  const [into, out] = [need(vision, 'projector_input_dim'), need(vision, 'projector_output_dim')];
  return tower([
    one('vision_model.class_embedding', [width]),
    one('vision_model.positional_embedding_vlm', [patches(vision) + 1, width]),
    ...linear(
      'vision_model.patch_embedding.linear',
      [width, need(vision, 'in_channels') * patch * patch],
      'vision',
    ),
    ...norm('vision_model.layernorm_pre', width, undefined, true),
    ...norm('vision_model.layernorm_post', width, undefined, true),
    ...['q_proj', 'k_proj', 'v_proj', 'o_proj'].flatMap((name) =>
      linear(`${block}.self_attn.${name}`, [width, width], 'vision', options),
    ),
    ...linear(`${block}.mlp.fc1`, [inner, width], 'vision', options),
    ...linear(`${block}.mlp.fc2`, [width, inner], 'vision', options),
    ...norm(`${block}.input_layernorm`, width, layers, true),
    ...norm(`${block}.post_attention_layernorm`, width, layers, true),
    ...linear('vision_model.vision_adapter.mlp.fc1', [into, inner], 'vision'),
    ...linear('vision_model.vision_adapter.mlp.fc2', [out, out], 'vision'),
    ...linear(
      'multi_modal_projector.linear_1',
      [textHidden, orElse(vision, 'vision_output_dim', out)],
      'vision',
    ),
  ]);
};

/** Kimi-VL: MoonViT, with learnt positions that are stretched, and a projector behind a merge of 2 × 2 patches. */
export const moonTower: MakeTower = (vision, textHidden) => {
  const [width, inner] = [need(vision, 'hidden_size'), need(vision, 'intermediate_size')];
  const [layers, patch] = [layersOf(vision), need(vision, 'patch_size')];
  const at = 'vision_tower';
  const block = `${at}.encoder.blocks.{l}`;
  const options = { layers, bias: true };
  const merged = 4 * width;
  const [high, wide] = [orElse(vision, 'init_pos_emb_height', 64), orElse(vision, 'init_pos_emb_width', 64)];
  return tower([
    one(`${at}.patch_embed.proj.weight`, [width, 3, patch, patch]),
    one(`${at}.patch_embed.proj.bias`, [width]),
    one(`${at}.patch_embed.pos_emb.weight`, [high, wide, width]),
    ...norm(`${block}.norm0`, width, layers, true),
    ...norm(`${block}.norm1`, width, layers, true),
    ...linear(`${block}.wqkv`, [3 * width, width], 'vision', options),
    ...linear(`${block}.wo`, [width, width], 'vision', options),
    ...linear(`${block}.mlp.fc0`, [inner, width], 'vision', options),
    ...linear(`${block}.mlp.fc1`, [width, inner], 'vision', options),
    ...norm(`${at}.encoder.final_layernorm`, width, undefined, true),
    ...norm('multi_modal_projector.pre_norm', width, undefined, true),
    ...linear('multi_modal_projector.linear_1', [merged, merged], 'vision', { bias: true }),
    ...linear('multi_modal_projector.linear_2', [textHidden, merged], 'vision', { bias: true }),
  ]);
};
