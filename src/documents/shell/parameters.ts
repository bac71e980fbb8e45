import type { ParameterExpansionPart } from 'unbash';
import type { Chunk } from './chunks.ts';
import { lookedChunks, textChunk, unknownChunks } from './expanded.ts';
import { type Around, look, type Looked } from './look.ts';
import type { Field, Span } from './model.ts';
import { operated } from './operations.ts';
import { knownText } from './world.ts';

/** What `$A`, `${A}` or `${A…}` becomes. */
export function parameterChunks(part: ParameterExpansionPart, isQuoted: boolean, around: Around): Chunk[] {
  const at = around.spanOf(part);
  const { parameter, prefix, index, operation } = part;
  if (prefix === '!' && index !== undefined && operation === undefined) {
    const indices = indexChunks(look(parameter, index, around, at), isQuoted, at);
    if (indices !== undefined) return indices;
  }
  if (prefix === '!') return unknownChunks(`${part.text} names another variable`, isQuoted, at);
  const looked = look(parameter, index, around, at);
  if (prefix === '#') return lengthChunks(looked, index !== undefined, isQuoted, at);
  if (operation === undefined) return lookedChunks(looked, isQuoted, at);
  return operated(looked, operation, { part, isQuoted, around, at });
}

/** `${!A[@]}`: the indices of an array whose elements are known. */
function indexChunks({ value, all }: Looked, isQuoted: boolean, at: Span): Chunk[] | undefined {
  if (all !== '@' || value === undefined || value.some(({ isMany }) => isMany)) return undefined;
  const items = value.map((_, index): Field => {
    return { pieces: [{ text: String(index), at }], isMany: false, at, assumes: [] };
  });
  return lookedChunks({ name: '', value: items, all, isFromOutside: false }, isQuoted, at);
}

function lengthChunks(
  { name, value, all }: Looked,
  isIndexed: boolean,
  isQuoted: boolean,
  at: Span,
): Chunk[] {
  if (all !== undefined || name === '@' || name === '*') {
    if (value?.some(({ isMany }) => isMany) === true)
      return unknownChunks(`how many words ${name} has`, isQuoted, at);
    return [textChunk(String(value?.length ?? 0), at)];
  }
  const text = value === undefined ? '' : knownText(value.flatMap(({ pieces }) => pieces));
  const isPlain =
    text !== undefined &&
    !isIndexed &&
    /^[\u0020-\u007e]*$/.test(text) &&
    value?.some(({ assumes }) => assumes.length > 0) !== true;
  return isPlain
    ? [textChunk(String(text.length), at)]
    : unknownChunks(`the length of ${name}`, isQuoted, at);
}
