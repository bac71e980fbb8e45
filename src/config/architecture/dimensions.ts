import type { Section } from './section.ts';

/** The numbers that shape a decoder; all present and sane. */
export interface Dimensions {
  readonly hidden: number;
  readonly heads: number;
  readonly kvHeads: number;
  readonly headDim: number;
  readonly intermediate: number;
  readonly layers: readonly number[];
  readonly vocab: number;
  readonly tied: boolean;
}

/** More layers or experts than this is a slip, and listing their tensors would be endless. */
export const maxLayers = 10_000;

export class MissingDimension extends Error {
  readonly parameter: string;

  constructor(parameter: string) {
    super(parameter);
    this.parameter = parameter;
  }
}

/** A positive integer of the section; throws MissingDimension. */
export function need(section: Section, name: string, most = Number.MAX_SAFE_INTEGER): number {
  const value = section.int(name);
  if (value === undefined || value < 1 || value > most) throw new MissingDimension(name);
  return value;
}

/** As `need`, with a value for where the parameter is not set or null. */
export function orElse(section: Section, name: string, fallback: number): number {
  return section.has(name) ? need(section, name) : fallback;
}

export function range(count: number): number[] {
  const numbers: number[] = [];
  for (let index = 0; index < count; index += 1) numbers.push(index);
  return numbers;
}

/** The decoder's dimensions. `tiedByDefault` is what the family's config class says where the file says nothing. */
export function dimensionsOf(text: Section, top: Section, tiedByDefault: boolean): Dimensions {
  const hidden = need(text, 'hidden_size');
  const heads = need(text, 'num_attention_heads');
  const kvHeads = orElse(text, 'num_key_value_heads', heads);
  return {
    hidden,
    heads,
    kvHeads,
    headDim: orElse(text, 'head_dim', Math.floor(hidden / heads)),
    intermediate: text.int('intermediate_size') ?? 0,
    layers: range(need(text, 'num_hidden_layers', maxLayers)),
    vocab: need(text, 'vocab_size'),
    tied: top.bool('tie_word_embeddings') ?? text.bool('tie_word_embeddings') ?? tiedByDefault,
  };
}
