import { keyValueCache } from './cache.ts';
import { linear, norm } from './decoder.ts';
import { dimensionsOf, need, orElse } from './dimensions.ts';
import type { MakeDecoder } from './make-decoder.ts';
import type { Section } from './section.ts';
import type { TensorGroup } from './tensors.ts';

/** Falcon: heads share one key and value (7B), or groups do (40B and later); layer norms differ by generation. */
const falcon: MakeDecoder = ({ text, top }) => {
  const d = dimensionsOf(text, top, true);
  const isNew = text.bool('new_decoder_architecture') ?? false;
  const isShared = text.bool('multi_query') ?? true;
  const width = orElse(text, 'ffn_hidden_size', 4 * d.hidden);
  const bias = text.bool('bias') ?? false;
  const kvHeads = isNew ? orElse(text, 'num_kv_heads', d.heads) : isShared ? 1 : d.heads;
  const at = 'transformer.h.{l}';
  const options = { layers: d.layers, bias };
  return {
    groups: [
      ...embedding(d.vocab, d.hidden),
      ...linear(
        `${at}.self_attention.query_key_value`,
        [(d.heads + 2 * kvHeads) * d.headDim, d.hidden],
        'attention',
        options,
      ),
      ...linear(`${at}.self_attention.dense`, [d.hidden, d.hidden], 'attention', options),
      ...linear(`${at}.mlp.dense_h_to_4h`, [width, d.hidden], 'mlp', options),
      ...linear(`${at}.mlp.dense_4h_to_h`, [d.hidden, width], 'mlp', options),
      ...falconNorms(text, isNew).flatMap((name) => norm(`${at}.${name}`, d.hidden, d.layers, true)),
      ...norm('transformer.ln_f', d.hidden, undefined, true),
      ...head(d.tied, d.vocab, d.hidden),
    ],
    cache: keyValueCache(text, { ...d, kvHeads }),
  };
};

function falconNorms(text: Section, isNew: boolean): readonly string[] {
  const isParallel = text.bool('parallel_attn') ?? true;
  if (isNew && orElse(text, 'num_ln_in_parallel_attn', 2) === 2) return ['ln_attn', 'ln_mlp'];
  return isParallel ? ['input_layernorm'] : ['input_layernorm', 'post_attention_layernorm'];
}

/** BLOOM: everything has a bias, and the embedding a norm of its own. */
const bloom: MakeDecoder = ({ text, top }) => {
  const hidden = text.has('hidden_size') ? need(text, 'hidden_size') : need(text, 'n_embed');
  const d = dimensionsOf(text.withDefaults(new Map([...text.defaults, ['hidden_size', hidden]])), top, true);
  const at = 'transformer.h.{l}';
  const options = { layers: d.layers, bias: true };
  return {
    groups: [
      ...embedding(d.vocab, d.hidden),
      ...norm('transformer.word_embeddings_layernorm', d.hidden, undefined, true),
      ...norm(`${at}.input_layernorm`, d.hidden, d.layers, true),
      ...norm(`${at}.post_attention_layernorm`, d.hidden, d.layers, true),
      ...linear(`${at}.self_attention.query_key_value`, [3 * d.hidden, d.hidden], 'attention', options),
      ...linear(`${at}.self_attention.dense`, [d.hidden, d.hidden], 'attention', options),
      ...linear(`${at}.mlp.dense_h_to_4h`, [4 * d.hidden, d.hidden], 'mlp', options),
      ...linear(`${at}.mlp.dense_4h_to_h`, [d.hidden, 4 * d.hidden], 'mlp', options),
      ...norm('transformer.ln_f', d.hidden, undefined, true),
      ...head(d.tied, d.vocab, d.hidden),
    ],
    cache: keyValueCache(text, d),
  };
};

function embedding(vocab: number, hidden: number): TensorGroup[] {
  return [{ name: 'transformer.word_embeddings.weight', shape: [vocab, hidden], part: 'embedding' }];
}

function head(isTied: boolean, vocab: number, hidden: number): TensorGroup[] {
  return isTied ? [] : [{ name: 'lm_head.weight', shape: [vocab, hidden], part: 'head' }];
}

export const olderFamilies: Readonly<Record<string, MakeDecoder>> = { falcon, bloom };
