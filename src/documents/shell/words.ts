import type { ArithmeticExpression, DoubleQuotedChild, HereDoc, Word, WordPart } from 'unbash';
import { unknownChunks } from './expanded.ts';
import { folderOf, hasTilde } from './homes.ts';
import type { Around } from './look.ts';
import { parameterChunks } from './parameters.ts';
import { arithmeticValue, numberText } from './arithmetic.ts';
import { braceTexts } from './braces.ts';
import { type Chunk, fieldsOf, oneField } from './chunks.ts';
import { type Field, fileText, type Piece, type Source, type Span } from './model.ts';
import { certainText, textOf, type World } from './world.ts';

/** Words of a source as bash would pass them in one state of the script. */
export class Words implements Around {
  readonly world: World;
  private readonly source: Source;
  private readonly shift: number;

  /** `shift`: where the text begins in its source that the words were taken from. */
  constructor(world: World, source: Source, shift = 0) {
    this.world = world;
    this.source = source;
    this.shift = shift;
    this.operandText = this.operandText.bind(this);
  }

  spanOf({ pos, end }: { readonly pos: number; readonly end: number }): Span {
    return { source: this.source, start: pos + this.shift, end: end + this.shift };
  }

  /** An argument: none, one or several words. */
  fields(word: Word): Field[] {
    const at = this.spanOf(word);
    if (word.parts?.some(({ type }) => type === 'BraceExpansion') === true) return this.braced(word, at);
    const chunks = this.chunks(word, false);
    if (
      this.world.splitsOtherwise &&
      chunks.some((chunk) => chunk.kind === 'piece' && chunk.quoted === 'expanded')
    ) {
      return fieldsOf(unknownChunks('IFS is set, so words are split otherwise', false, at), at);
    }
    return fieldsOf(isPasted(word) ? pasted(chunks, at) : chunks, at);
  }

  /** Those of many words; one that stands for nothing by a default says so in the word before it. */
  all(words: readonly Word[]): Field[] {
    const fields: Field[] = [];
    for (const word of words) {
      const made = this.fields(word);
      const before = fields.at(-1);
      fields.push(...made);
      const assumes = made.length === 0 && before !== undefined ? this.value(word).assumes : [];
      if (before !== undefined && assumes.length > 0)
        fields.splice(-1, 1, { ...before, assumes: [...before.assumes, ...assumes] });
    }
    return fields;
  }

  /** The value of an assignment: one text. */
  value(word: Word): Field {
    return oneField(this.chunks(word, false, true), this.spanOf(word));
  }

  /** What `read -d ''` makes of the lines of a heredoc; `undefined` where it strips tabs. */
  hereDocument({ operator, delimiter, body, pos, end }: HereDoc): Field | undefined {
    if (operator === '<<-') return undefined;
    const isQuoted = delimiter?.quoted === true;
    const parts = isQuoted ? undefined : body.parts;
    const pieces =
      parts === undefined
        ? this.linesOf(body, isQuoted)
        : parts.flatMap((part) =>
            part.type === 'Literal'
              ? this.linesOf({ pos: part.pos, text: this.source.text.slice(part.pos, part.end) }, false)
              : oneField(this.part(part, true, true), this.spanOf(part)).pieces,
          );
    const blank = /^[ \t\n]*$/;
    const first = pieces.findIndex(({ text }) => text === undefined || !blank.test(text));
    const last = pieces.findLastIndex(({ text }) => text === undefined || !blank.test(text));
    const at = this.spanOf({ pos, end });
    return { pieces: first < 0 ? [] : pieces.slice(first, last + 1), isMany: false, at, assumes: [] };
  }

  /** Words and the spaces between them, each at its place; where the lines are not quoted a backslash joins them. */
  private linesOf(
    { pos, text }: { readonly pos: number; readonly text: string },
    isQuoted: boolean,
  ): Piece[] {
    const tokens = text.matchAll(/\\\n|\\[$`\\]|[ \t\n]+|[^ \t\n\\]+|\\/g);
    return Array.from(tokens, ({ 0: token, index }) => ({
      text: isQuoted ? token : token === '\\\n' ? '' : token.replace(/^\\(?=[$`\\])/, ''),
      at: this.spanOf({ pos: pos + index, end: pos + index + token.length }),
    }));
  }

  operand(word: Word, isQuoted: boolean): Chunk[] {
    return this.chunks(word, isQuoted).map((chunk) =>
      chunk.kind === 'piece' && chunk.quoted === 'written'
        ? { ...chunk, quoted: isQuoted ? 'quoted' : 'expanded' }
        : chunk,
    );
  }

  operandText(word: Word | undefined): string | undefined {
    if (word === undefined) return undefined;
    const hasQuotes = word.parts?.some(
      ({ type }) => type !== 'Literal' && type !== 'Glob' && !type.endsWith('Expansion'),
    );
    const field = oneField(this.chunks(word, true, true), this.spanOf(word));
    const text = certainText(field);
    // a quoted * is not a pattern
    return hasQuotes === true && /[*?]/.test(text ?? '*') ? undefined : text;
  }

  private braced(word: Word, at: Span): Field[] {
    const texts = braceTexts(word);
    if (texts === undefined) return fieldsOf(unknownChunks(`${word.text} is not worked out`, false, at), at);
    return texts.map((text) => ({ pieces: [{ text, at }], isMany: false, at, assumes: [] }));
  }

  private chunks(word: Word, isQuoted: boolean, isValue = false): Chunk[] {
    const at = this.spanOf(word);
    if (!isQuoted && hasTilde(word.text, isValue)) return this.home(word, at);
    if (word.parts === undefined) return [this.text(word.value, at, 'written')];
    return word.parts.flatMap((part) => this.part(part, isQuoted, isValue));
  }

  /** What follows `~` is known all the same. */
  private home(word: Word, at: Span): Chunk[] {
    const home = unknownChunks('~ is the home of who runs it', true, at);
    const isPlain = word.parts === undefined && word.text.startsWith('~/');
    return isPlain ? [...home, this.text(word.value.slice(1), at, 'written')] : home;
  }

  private text(text: string, at: Span, quoted: 'quoted' | 'written'): Chunk {
    return { kind: 'piece', piece: { text, at }, quoted };
  }

  private part(part: WordPart, isQuoted: boolean, isValue: boolean): Chunk[] {
    const at = this.spanOf(part);
    switch (part.type) {
      case 'Literal':
        return [this.text(part.value, at, isQuoted ? 'quoted' : 'written')];
      case 'SingleQuoted':
      case 'AnsiCQuoted':
        return [this.text(part.value, at, 'quoted')];
      case 'DoubleQuoted':
      case 'LocaleString':
        return this.doubleQuoted(part.parts, at);
      case 'BraceExpansion':
        return [this.text(part.text, at, 'quoted')];
      case 'Glob':
        return this.glob(part, isQuoted || isValue, at);
      case 'ExtendedGlob':
        return unknownChunks(`the files that match ${part.text}`, isValue || isQuoted, at);
      case 'ProcessSubstitution':
        return unknownChunks('the output of a command', true, at);
      case 'SimpleExpansion':
      case 'ParameterExpansion':
      case 'ArithmeticExpansion':
      case 'CommandExpansion':
        return this.expansion(part, isQuoted);
    }
  }

  /** `[…]` of an override is what it is: no file has such a name. */
  private glob(part: Extract<WordPart, { type: 'Glob' }>, isText: boolean, at: Span): Chunk[] {
    if (part.kind === 'bracket') {
      const inner = part.parts.flatMap((child) => this.part(child, false, true));
      return [this.text('[', at, 'quoted'), ...inner.map(quotedChunk), this.text(']', at, 'quoted')];
    }
    if (isText) return [this.text(part.value, at, 'quoted')];
    return unknownChunks(`the files that match ${part.text}`, false, at);
  }

  private doubleQuoted(parts: readonly DoubleQuotedChild[], at: Span): Chunk[] {
    if (parts.length === 0) return [this.text('', at, 'quoted')];
    return parts.flatMap((part) =>
      part.type === 'Literal' ? this.part(part, true, false) : this.expansion(part, true),
    );
  }

  private expansion(part: Exclude<DoubleQuotedChild, { type: 'Literal' }>, isQuoted: boolean): Chunk[] {
    const at = this.spanOf(part);
    switch (part.type) {
      case 'SimpleExpansion':
        return parameterChunks(simple(part), isQuoted, this);
      case 'ParameterExpansion':
        return parameterChunks(part, isQuoted, this);
      case 'ArithmeticExpansion': {
        const { value, assumes } = this.calculated(part.expression, at);
        if (value === undefined)
          return unknownChunks(`${part.text} depends on what is known when it runs`, isQuoted, at);
        return [{ kind: 'piece', piece: { text: String(value), at }, quoted: 'quoted', assumes }];
      }
      case 'CommandExpansion':
        return this.command(part.text, isQuoted, at);
    }
  }

  private command(text: string, isQuoted: boolean, at: Span): Chunk[] {
    // a comment between the lines of a command
    if (/^`\s*(?:#[^`\n]*)?`$/.test(text)) return isQuoted ? [this.text('', at, 'quoted')] : [];
    const folder = folderOf(text);
    const output = isFileText.test(text) ? fileText : 'the output of a command';
    const unknown = folder === undefined ? output : 'the folder of the script';
    const piece = { text: undefined, unknown, ...(folder === undefined ? {} : { folder }), at };
    // folders are taken for one word: who puts spaces into their names quotes them
    return [{ kind: 'piece', piece, quoted: isQuoted || folder !== undefined ? 'quoted' : 'expanded' }];
  }

  /** The value of an expression, with what it sets carried out. */
  calculated(expression: ArithmeticExpression | undefined, at: Span): Calculated {
    const assumed = new Set<string>();
    const made = new Map<string, bigint | undefined>();
    const before = (name: string): bigint | undefined => this.number(name, assumed);
    const value = arithmeticValue(expression, {
      before,
      get: (name) => (made.has(name) ? made.get(name) : before(name)),
      set: (name, set) => made.set(name, set),
    });
    const assumes = [...assumed];
    for (const [name, set] of made)
      if (set === undefined) this.world.setUnknown([name], 'arithmetic sets it', at);
      else this.world.setText(name, { pieces: [{ text: String(set), at }], isMany: false, at, assumes });
    return { value, assumes };
  }

  /** What a variable is as a number; `assumed` gets the names whose defaults that stands on. */
  number(name: string, assumed: Set<string>): bigint | undefined {
    const { variables } = this.world;
    const [, counted] = /^#(\w+)/.exec(name) ?? [];
    const value = variables.get(counted ?? name);
    if (counted !== undefined)
      return value?.items.some(({ isMany }) => isMany) === false ? BigInt(value.items.length) : undefined;
    if (value === undefined) return variables.has(name) ? 0n : undefined;
    const [field] = value.keys === undefined ? value.items : [];
    const text = textOf(field);
    for (const each of field?.assumes ?? []) assumed.add(each);
    return text === undefined ? undefined : numberText(text);
  }
}

/** What an expression gives: `undefined` where that is not known, and the variables that it takes nobody to set. */
interface Calculated {
  readonly value: bigint | undefined;
  readonly assumes: readonly string[];
}

const isFileText = /^\$\(\s*(?:cat\s|<[^<])/;

/** Whether something stands beside the expansion that a word is. */
function isPasted({ parts = [] }: Word): boolean {
  const [first] = parts;
  return parts.length > 1 || (first?.type === 'DoubleQuoted' && first.parts.length > 1);
}

/** Where an array may have no element, what stands beside it joins its neighbours: the word is any number of words. */
function pasted(chunks: readonly Chunk[], at: Span): readonly Chunk[] {
  const isOpen = chunks.some((chunk) => chunk.kind === 'piece' && chunk.isMany === true);
  if (!isOpen || !chunks.some(({ kind }) => kind === 'break')) return chunks;
  const start = chunks.slice(0, 1).filter((chunk) => chunk.kind === 'piece' && chunk.quoted !== 'expanded');
  return [...start, ...unknownChunks('how many words an array has is known when it runs', false, at)];
}

function quotedChunk(chunk: Chunk): Chunk {
  return chunk.kind === 'piece' && chunk.quoted === 'written' ? { ...chunk, quoted: 'quoted' } : chunk;
}

function simple(part: Extract<DoubleQuotedChild, { type: 'SimpleExpansion' }>) {
  const parameter = part.text.slice(1);
  return {
    ...part,
    type: 'ParameterExpansion' as const,
    parameter,
    parameterPos: part.pos + 1,
    parameterEnd: part.end,
    prefix: undefined,
    index: undefined,
    operation: undefined,
  };
}
