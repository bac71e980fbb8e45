import type { ParameterExpansionPart, ParameterOperation, Word } from 'unbash';
import type { Chunk } from './chunks.ts';
import { emptyChunk, lookedChunks, unknownChunks } from './expanded.ts';
import type { Around, Looked } from './look.ts';
import type { Piece, Span } from './model.ts';
import { withoutMatch } from './patterns.ts';
import { certainText } from './world.ts';

export interface Operated {
  readonly part: ParameterExpansionPart;
  readonly isQuoted: boolean;
  readonly around: Around;
  readonly at: Span;
}

/** What `${A:-…}`, `${A%…}` and the like become. */
export function operated(looked: Looked, operation: ParameterOperation, context: Operated): Chunk[] {
  const { part, isQuoted, around, at } = context;
  if (operation.type === 'Default') return defaulted(looked, operation.operator, operation.operand, context);
  const unknown = (): Chunk[] => unknownChunks(`${part.text} is not worked out`, isQuoted, at);
  if (looked.all !== undefined) return sliced(looked, operation, context) ?? manyUnknown(looked, context);
  const [field] = looked.value ?? [];
  const before = looked.value === undefined ? '' : certainText(field);
  if (before === undefined) {
    // the beginning or end of what is unknown: the reason stays
    return field?.pieces.some(({ text }) => text === undefined) === true && !field.isMany
      ? lookedChunks(
          {
            ...looked,
            value: [
              {
                ...field,
                pieces: field.pieces
                  .filter(({ text }) => text === undefined)
                  .slice(0, 1)
                  .map(withoutFolder),
              },
            ],
          },
          isQuoted,
          at,
        )
      : unknown();
  }
  const after = changedText(before, operation, around);
  if (after === undefined) return unknown();
  const piece: Piece = { text: after, at };
  if (after === '') return isQuoted ? [emptyChunk(at)] : [];
  return [{ kind: 'piece', piece, quoted: isQuoted ? 'quoted' : 'expanded' }];
}

/** `"${@:3}"` and `${A[@]:1:2}`: the words that are left; `undefined` where that is not known. */
function sliced(
  looked: Looked,
  operation: ParameterOperation,
  { isQuoted, around: { operandText }, at }: Operated,
): Chunk[] | undefined {
  const { value, name } = looked;
  if (operation.type !== 'Slice' || value === undefined) return undefined;
  const [offset, length] = [operation.offset, operation.length].map((word) => word && operandText(word));
  const isPlain =
    /^ *\d{1,6}$/.test(offset ?? '') && (operation.length === undefined || /^\d{1,6}$/.test(length ?? ''));
  // arguments count from 1: before them stands the name of the script
  const start = Number(offset) - (name === '@' || name === '*' ? 1 : 0);
  const before = value.slice(0, length === undefined ? undefined : start + Number(length));
  if (!isPlain || start < 0 || before.some(({ isMany }) => isMany)) return undefined;
  return lookedChunks({ ...looked, value: before.slice(start) }, isQuoted, at);
}

function manyUnknown({ all }: Looked, { part, isQuoted, at }: Operated): Chunk[] {
  const unknown = unknownChunks(`${part.text} is not worked out`, isQuoted, at);
  return unknown.map((chunk) =>
    chunk.kind === 'piece' ? { ...chunk, isMany: all === '@' || !isQuoted } : chunk,
  );
}

function withoutFolder(piece: Piece): Piece {
  return piece.text === undefined ? { text: undefined, unknown: piece.unknown, at: piece.at } : piece;
}

function changedText(
  before: string,
  operation: ParameterOperation,
  { operandText }: Around,
): string | undefined {
  switch (operation.type) {
    case 'Remove': {
      const pattern = operandText(operation.operand);
      return pattern === undefined ? undefined : withoutMatch(before, pattern, operation.operator);
    }
    case 'Replace': {
      const [pattern, to] = [operandText(operation.pattern), operandText(operation.replacement)];
      if (pattern === undefined || to === undefined || !/^[\w ./:,=-]+$/.test(pattern) || /[&\\]/.test(to))
        return undefined;
      if (operation.operator === '//') return before.replaceAll(pattern, () => to);
      return operation.operator === '/' ? before.replace(pattern, () => to) : undefined;
    }
    case 'Slice': {
      const [offset, length] = [
        operandText(operation.offset),
        operation.length && operandText(operation.length),
      ];
      const isPlain = isAscii(before) && /^ *\d{1,6}$/.test(offset ?? '');
      if (!isPlain || (operation.length !== undefined && !/^\d{1,6}$/.test(length ?? ''))) return undefined;
      return before.slice(Number(offset), length === undefined ? undefined : Number(offset) + Number(length));
    }
    case 'CaseModification': {
      if (operation.operand !== undefined || !isAscii(before)) return undefined;
      const { operator } = operation;
      const change = (text: string): string =>
        operator.startsWith('^') ? text.toUpperCase() : text.toLowerCase();
      return operator.length === 2 ? change(before) : change(before.slice(0, 1)) + before.slice(1);
    }
    case 'Default':
    case 'Names':
    case 'Transform':
    case 'Unknown':
      return undefined;
  }
}

/** `:-` and its like: what the script takes where nobody else sets the variable. */
function defaulted(looked: Looked, operator: string, operand: Word, context: Operated): Chunk[] {
  const { isQuoted, around, at } = context;
  const state = stateOf(looked, operator.startsWith(':'));
  const sign = operator.at(-1);
  if (sign === '?') return lookedChunks(looked, isQuoted, at);
  if (state === 'unknown')
    return unknownChunks(`${context.part.text} depends on what is known when it runs`, isQuoted, at);
  const assumes = looked.isFromOutside ? [looked.name] : [];
  if (sign === '+') {
    return state === 'set'
      ? around.operand(operand, isQuoted)
      : assumed(isQuoted ? [emptyChunk(at)] : [], assumes);
  }
  if (state === 'set') return lookedChunks(looked, isQuoted, at);
  const chunks = around.operand(operand, isQuoted);
  if (sign === '=') assign(looked.name, chunks, assumes, context);
  return assumed(chunks.length === 0 && isQuoted ? [emptyChunk(at)] : chunks, assumes);
}

/** Whether the default is taken; what the environment may set is taken as not set. */
function stateOf(
  { value, isFromOutside, isOpen, all }: Looked,
  orEmpty: boolean,
): 'set' | 'unset' | 'unknown' {
  if (isFromOutside || value === undefined) return 'unset';
  if (all !== undefined)
    return value.length === 0
      ? 'unset'
      : value.some(({ isMany }) => isMany) || value.length === 1
        ? 'unknown'
        : 'set';
  if (isOpen === true) return 'unknown';
  if (!orEmpty) return 'set';
  const [field] = value;
  const text = certainText(field);
  if (text !== undefined) return text === '' ? 'unset' : 'set';
  return field?.pieces.some((piece) => (piece.text ?? '') !== '') === true && field.assumes.length === 0
    ? 'set'
    : 'unknown';
}

function assigned(chunks: readonly Chunk[]): readonly Piece[] {
  return chunks.flatMap((chunk) => (chunk.kind === 'piece' ? [chunk.piece] : []));
}

function assign(
  name: string,
  chunks: readonly Chunk[],
  assumes: readonly string[],
  { around, at }: Operated,
): void {
  const pieces = assigned(chunks).filter(({ text }) => text !== '');
  around.world.set(name, { items: [{ pieces, isMany: false, at, assumes }], isArray: false });
}

/** With what they stand on. */
export function assumed(chunks: readonly Chunk[], assumes: readonly string[]): Chunk[] {
  if (assumes.length === 0) return [...chunks];
  return chunks.map((chunk) =>
    chunk.kind === 'piece' ? { ...chunk, assumes: [...(chunk.assumes ?? []), ...assumes] } : chunk,
  );
}

function isAscii(text: string): boolean {
  return Buffer.byteLength(text) === text.length;
}
