import { numberOf, type Section } from '../architecture/section.ts';
import type { ConfigNode, Path } from '../../documents/tree/node.ts';

/** Width of a head: head_dim, or hidden_size by num_attention_heads. */
export function headDim(text: Section): number | undefined {
  if (text.has('head_dim')) return text.int('head_dim');
  const [hidden, heads] = [text.int('hidden_size'), text.int('num_attention_heads')];
  if (hidden === undefined || heads === undefined || heads <= 0) return undefined;
  // another rule tells of a remainder
  return hidden % heads === 0 ? hidden / heads : undefined;
}

/** How many numbers of a head rotate. */
export function rotaryDim(text: Section): number | undefined {
  const width = headDim(text);
  return width === undefined ? undefined : Math.floor(width * partialFactor(text) + 1e-9);
}

function partialFactor(text: Section): number {
  const inRope = ropeSections(text).map((rope) => rope.number('partial_rotary_factor'));
  const found = [...inRope, text.number('partial_rotary_factor'), text.number('rotary_pct')];
  return found.find((factor) => factor !== undefined) ?? 1;
}

/** The mappings that set RoPE: rope_parameters (one, or one a layer type) or rope_scaling. */
export function ropeSections(text: Section): Section[] {
  return ['rope_parameters', 'rope_scaling'].flatMap((name) => {
    const section = text.section(name);
    if (section === undefined) return [];
    const inner = [...section.node.entries.values()].flatMap((entry) =>
      entry.value.type === 'dict' ? [section.section(entry.name)] : [],
    );
    return inner.length > 0 ? inner.filter((one) => one !== undefined) : [section];
  });
}

/** The positions that RoPE scaling reaches; kinds that are trained with it have counted it already. */
export function reachOf(text: Section, positions: number): number {
  return Math.max(
    positions,
    ...ropeSections(text).map((rope) => {
      const kind = rope.text('rope_type') ?? rope.text('type') ?? '';
      const [factor, original] = [rope.number('factor'), rope.number('original_max_position_embeddings')];
      if (factor === undefined || ['su', 'longrope', 'llama3'].includes(kind)) return positions;
      return factor * (original ?? positions);
    }),
  );
}

/** What an integer list contains outside of `[0, limit)`, with its place. */
export function outside(section: Section, name: string, limit: number): { value: number; at: Path }[] {
  return (section.items(name) ?? []).flatMap((item, index) => {
    const value = numberOf(item);
    return value === undefined || (value >= 0 && value < limit)
      ? []
      : [{ value, at: section.at(name, index) }];
  });
}

/** A scalar or list of numbers, each with its place. */
export function numbersAt(node: ConfigNode, at: Path): { value: number; at: Path }[] {
  const own = numberOf(node);
  if (own !== undefined) return [{ value: own, at }];
  if (node.type !== 'list') return [];
  return node.items.flatMap((item, index) => numbersAt(item, [...at, index]));
}
