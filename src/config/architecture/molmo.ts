import { keyValueCache } from './cache.ts';
import { linear, norm } from './decoder.ts';
import { dimensionsOf, need, orElse, range } from './dimensions.ts';
import type { MakeDecoder } from './make-decoder.ts';
import type { TensorGroup } from './tensors.ts';
import { type MakeTower, tower } from './vision.ts';

/** Rows for the tokens of pictures and points, apart from those of the vocabulary. */
export const furtherTokens = 128;

/** Molmo: OLMo's names, queries with keys and values in one projection, gate and up in another; the head is never tied. */
export const molmo: MakeDecoder = ({ text, top }) => {
  const d = dimensionsOf(text, top, false);
  const { layers, hidden } = d;
  const width = need(text, 'intermediate_size');
  const vocab = orElse(text, 'embedding_size', d.vocab);
  const at = 'model.transformer.blocks.{l}';
  const headDim = Math.floor(hidden / d.heads);
  const embedding = (name: string, rows: number): TensorGroup => ({
    name: `model.transformer.wte.${name}`,
    shape: [rows, hidden],
    part: 'embedding',
  });
  const normed = text.bool('attention_layer_norm') === true;
  return {
    groups: [
      embedding('embedding', vocab),
      embedding('new_embedding', furtherTokens),
      ...linear(`${at}.att_proj`, [hidden + 2 * d.kvHeads * headDim, hidden], 'attention', {
        layers,
        bias: text.bool('qkv_bias') ?? false,
      }),
      ...linear(`${at}.attn_out`, [hidden, hidden], 'attention', { layers }),
      ...(normed
        ? [...norm(`${at}.q_norm`, hidden, layers), ...norm(`${at}.k_norm`, d.kvHeads * headDim, layers)]
        : []),
      ...linear(`${at}.ff_proj`, [width, hidden], 'mlp', { layers }),
      ...linear(`${at}.ff_out`, [hidden, Math.floor(width / 2)], 'mlp', { layers }),
      ...norm(`${at}.attn_norm`, hidden, layers),
      ...norm(`${at}.ff_norm`, hidden, layers),
      ...norm('model.transformer.ln_f', hidden),
      { name: 'model.transformer.ff_out.weight', shape: [vocab, hidden], part: 'head' },
    ],
    cache: keyValueCache(text, { ...d, headDim }),
  };
};

/** CLIP of 336 pixels up to its layer 23, of which two are pooled; its sizes are in no config. */
export const molmoTower: MakeTower = (_, textHidden, { text }) => {
  const [width, inner, patch, positions, taken] = [1024, 4096, 14, 577, 2];
  const layers = range(23);
  const at = 'model.vision_backbone';
  const vit = `${at}.image_vit`;
  const block = `${vit}.transformer.resblocks.{l}`;
  const half = Math.floor(need(text, 'intermediate_size') / 2);
  const one = (name: string, shape: readonly number[]): TensorGroup => ({ name, shape, part: 'vision' });
  const biased = { layers, bias: true };
  return tower([
    one(`${at}.pad_embed`, [2, taken * width]),
    one(`${vit}.class_embedding`, [width]),
    one(`${vit}.positional_embedding`, [positions, width]),
    ...linear(`${vit}.patch_embedding`, [width, 3 * patch * patch], 'vision'),
    ...norm(`${vit}.pre_ln`, width, undefined, true),
    ...['wq', 'wk', 'wv', 'wo'].flatMap((name) =>
      linear(`${block}.attention.${name}`, [width, width], 'vision', biased),
    ),
    ...linear(`${block}.feed_forward.w1`, [inner, width], 'vision', biased),
    ...linear(`${block}.feed_forward.w2`, [width, inner], 'vision', biased),
    ...norm(`${block}.attention_norm`, width, layers, true),
    ...norm(`${block}.ffn_norm`, width, layers, true),
    ...['wq', 'wk', 'wv'].flatMap((name) =>
      linear(`${at}.image_pooling_2d.${name}`, [width, taken * width], 'vision', { bias: true }),
    ),
    ...linear(`${at}.image_pooling_2d.wo`, [width, width], 'vision', { bias: true }),
    ...linear(`${at}.image_projector.w1`, [half, width], 'vision'),
    ...linear(`${at}.image_projector.w2`, [textHidden, half], 'vision'),
    ...linear(`${at}.image_projector.w3`, [half, width], 'vision'),
  ]);
};
