import type { Cache } from './cache.ts';
import { MissingDimension, need } from './dimensions.ts';
import type { Section } from './section.ts';
import type { TensorGroup } from './tensors.ts';

/** What a family makes of a decoder's section; `prefix` stands before `layers.`, `embed_tokens`, `norm`. */
export interface Decoder {
  readonly groups: readonly TensorGroup[];
  readonly activeExperts?: { readonly used: number; readonly of: number };
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
