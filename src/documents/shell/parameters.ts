import type { ParameterExpansionPart, Word } from 'unbash';
import type { Chunk } from './chunks.ts';
import { lookedChunks, textChunk, unknownChunks } from './expanded.ts';
import { type Around, look, type Looked } from './look.ts';
import type { Field, Span } from './model.ts';
import { assumed, operated } from './operations.ts';
import { knownText, textOf } from './world.ts';

/** What `$A`, `${A}` or `${A…}` becomes. */
export function parameterChunks(part: ParameterExpansionPart, isQuoted: boolean, around: Around): Chunk[] {
  const at = around.spanOf(part);
  const { parameter, prefix, index, operation } = part;
  const keyed = isAll(index) ? around.world.variables.get(parameter) : undefined;
  if (prefix === '#' && keyed?.keys !== undefined) return [textChunk(String(keyed.keys.length), at)];
  if (prefix === '!' && keyed?.keys !== undefined && keyed.keys.length !== 1)
    return lookedChunks({ ...look(parameter, index, around, at), name: '' }, isQuoted, at);
  if (prefix === '!' && index !== undefined && operation === undefined) {
    const indices = indexChunks(look(parameter, index, around, at), isQuoted, at, keyed?.keys);
    if (indices !== undefined) return indices;
  }
  if (prefix === '!') {
    const target = index === undefined ? indirect(part, around, at) : undefined;
    if (target === undefined) {
      const unknown = unknownChunks(`${part.text} names another variable`, isQuoted, at);
      return unknown.map((chunk) =>
        chunk.kind === 'piece' ? { ...chunk, isMany: isMany(part, isQuoted) } : chunk,
      );
    }
    return assumed(parameterChunks(target.part, isQuoted, around), target.assumes);
  }
  const looked = look(parameter, index, around, at);
  if (prefix === '#') return lengthChunks(looked, index !== undefined, isQuoted, at);
  if (operation === undefined) return lookedChunks(looked, isQuoted, at);
  return operated(looked, operation, { part, isQuoted, around, at });
}

/** `"${!A[@]}"` and `"${!A@}"` are any number of words. */
function isMany({ index, operation }: ParameterExpansionPart, isQuoted: boolean): boolean {
  return !isQuoted || index?.value === '@' || (operation?.type === 'Names' && operation.operator === '@');
}

function isAll(index: Word | undefined): boolean {
  return index?.value === '@' || index?.value === '*';
}

/** What `${!A}` is where the text of A is known: the variable of that name, with the same operation. */
function indirect(
  part: ParameterExpansionPart,
  around: Around,
  at: Span,
): { readonly part: ParameterExpansionPart; readonly assumes: readonly string[] } | undefined {
  const { value, isFromOutside } = look(part.parameter, undefined, around, at);
  const [field] = value ?? [];
  const name = textOf(field);
  if (field === undefined || name === undefined || isFromOutside || part.operation?.type === 'Names')
    return undefined;
  if (!/^[A-Za-z_]\w*$/.test(name)) return undefined;
  return { part: { ...part, prefix: undefined, parameter: name }, assumes: field.assumes };
}

/**
 * The items of an associative array that a word stands for alone, `"${!A[@]}"` or `"${A[@]}"`: which comes first only bash knows.
 * `undefined` of any other word.
 */
export function inAnyOrder({ parts = [] }: Word, around: Around): readonly Field[] | undefined {
  const [part, ...more] = parts;
  const isQuoted = part?.type === 'DoubleQuoted' && part.parts.length === 1;
  const only = isQuoted ? part.parts[0] : part;
  if (only?.type !== 'ParameterExpansion' || more.length > 0 || only.index?.value !== '@') return undefined;
  const { keys, items = [] } = around.world.variables.get(only.parameter) ?? {};
  if (keys === undefined || only.operation !== undefined || only.prefix === '#') return undefined;
  const all = only.prefix === '!' ? plainFields(keys, around.spanOf(only)) : items;
  return isQuoted || all.every((field) => /^[^\s*?[\]]+$/.test(textOf(field) ?? '')) ? all : undefined;
}

function plainFields(texts: readonly string[], at: Span): Field[] {
  return texts.map((text) => ({ pieces: [{ text, at }], isMany: false, at, assumes: [] }));
}

/** `${!A[@]}`: the indices of an array whose elements are known. */
function indexChunks(
  { value, all }: Looked,
  isQuoted: boolean,
  at: Span,
  keys?: readonly string[],
): Chunk[] | undefined {
  if (all !== '@' || value === undefined || value.some(({ isMany }) => isMany)) return undefined;
  const items = plainFields(keys ?? value.map((_, index) => String(index)), at);
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
