import type { Chunk } from './chunks.ts';
import type { Looked } from './look.ts';
import type { Field, Piece, Span } from './model.ts';

/** The words that a parameter stands for, as parts of the word around it. */
export function lookedChunks({ value, all }: Looked, isQuoted: boolean, at: Span): Chunk[] {
  if (value === undefined || value.length === 0) return isQuoted && all !== '@' ? [emptyChunk(at)] : [];
  const chunks: Chunk[] = [];
  for (const [index, field] of value.entries()) {
    if (index > 0) chunks.push(all === '*' && isQuoted ? textChunk(' ', at) : { kind: 'break' });
    chunks.push(...fieldChunks(field, isQuoted, at));
  }
  return chunks;
}

function fieldChunks({ pieces, isMany, assumes }: Field, isQuoted: boolean, at: Span): Chunk[] {
  const quoted = isQuoted ? ('quoted' as const) : ('expanded' as const);
  const empty: readonly Piece[] = isQuoted || assumes.length > 0 ? [{ text: '', at }] : [];
  return (pieces.length === 0 ? empty : pieces).map((piece): Chunk => ({
    kind: 'piece',
    piece,
    quoted,
    isMany,
    assumes,
  }));
}

/** Nothing, but in quotes: it is a word all the same. */
export function emptyChunk(at: Span, assumes: readonly string[] = []): Chunk {
  return { kind: 'piece', piece: { text: '', at }, quoted: 'quoted', assumes };
}

export function textChunk(text: string, at: Span): Chunk {
  return { kind: 'piece', piece: { text, at }, quoted: 'quoted' };
}

export function unknownChunks(unknown: string, isQuoted: boolean, at: Span): Chunk[] {
  return [
    { kind: 'piece', piece: { text: undefined, unknown, at }, quoted: isQuoted ? 'quoted' : 'expanded' },
  ];
}
