import type { Cache } from './cache.ts';
import { type Dimensions, MissingDimension, need, orElse } from './dimensions.ts';
import type { Section } from './section.ts';
import type { ExpertShare, TensorGroup } from './tensors.ts';

/** What a family makes of a decoder's section; `prefix` stands before `layers.`, `embed_tokens`, `norm`. */
export interface Decoder {
  readonly groups: readonly TensorGroup[];
  readonly activeExperts?: ExpertShare;
  readonly cache: Cache;
  readonly optional?: readonly RegExp[];
}

export interface DecoderContext {
  readonly text: Section;
  readonly top: Section;
  readonly prefix: string;
  readonly head: string;
}

export type MakeDecoder = (context: DecoderContext) => Decoder;

/** Number of experts, and how many a token uses. */
export function routing(text: Section): { count: number; used: number } {
  const count = need(text, 'num_experts', 100_000);
  const used = need(text, 'num_experts_per_tok');
  if (used > count) throw new MissingDimension('num_experts_per_tok');
  return { count, used };
}

/** Layer i is sparse when it is not in mlp_only_layers and (i+1) is a multiple of decoder_sparse_step. */
export function sparseLayers(
  text: Section,
  d: Dimensions,
): { readonly sparse: readonly number[]; readonly dense: readonly number[] } {
  const dense = new Set(text.ints('mlp_only_layers') ?? []);
  const step = orElse(text, 'decoder_sparse_step', 1);
  if (dense.size === 0 && step === 1) return { sparse: d.layers, dense: [] };
  const isSparse = (layer: number): boolean => !dense.has(layer) && (layer + 1) % step === 0;
  return { sparse: d.layers.filter(isSparse), dense: d.layers.filter((layer) => !isSparse(layer)) };
}
