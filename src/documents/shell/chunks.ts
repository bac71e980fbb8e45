import type { Field, Piece, Span } from './model.ts';
import { limits } from './limits.ts';

/** What a part of a word becomes before it is split: a piece, or the end of one word of an array. */
export type Chunk =
  | {
      readonly kind: 'piece';
      readonly piece: Piece;
      readonly quoted: Quoting;
      readonly isMany?: boolean;
      readonly assumes?: readonly string[];
    }
  | { readonly kind: 'break' };

/** `expanded`: from a variable without quotes, so it is split; `written`: without quotes in the text itself. */
type Quoting = 'quoted' | 'written' | 'expanded';

/** The words that a shell makes of the chunks of one, by its default separators. */
export function fieldsOf(chunks: readonly Chunk[], at: Span): Field[] {
  const fields = new Fields(at);
  for (const chunk of chunks) {
    if (chunk.kind === 'break') fields.finish();
    else fields.add(chunk);
  }
  fields.finish();
  return fields.done;
}

/** Everything in one word, as in an assignment: nothing is split, an array is joined by spaces. */
export function oneField(chunks: readonly Chunk[], at: Span): Field {
  const pieces = chunks.map((chunk): Piece => (chunk.kind === 'break' ? { text: ' ', at } : chunk.piece));
  const assumes = chunks.flatMap((chunk) => (chunk.kind === 'break' ? [] : (chunk.assumes ?? [])));
  return bounded({
    pieces: pieces.filter(({ text }) => text !== ''),
    isMany: false,
    at,
    assumes: unique(assumes),
  });
}

class Fields {
  readonly done: Field[] = [];
  private pieces: Piece[] = [];
  private assumes: string[] = [];
  private isOpen = false;
  private isMany = false;
  private readonly at: Span;

  constructor(at: Span) {
    this.at = at;
  }

  add({ piece, quoted, isMany = false, assumes = [] }: Extract<Chunk, { kind: 'piece' }>): void {
    this.assumes.push(...assumes);
    if (isMany || (piece.text === undefined && quoted === 'expanded')) this.isMany = true;
    if (quoted === 'expanded' && piece.text !== undefined) return this.split(piece.text, piece.at);
    if (piece.text !== '') this.pieces.push(piece);
    this.isOpen = true;
  }

  private split(text: string, at: Span): void {
    const [first = '', ...rest] = text.split(/[ \t\n]+/);
    this.part(first, at);
    for (const part of rest) {
      this.finish();
      this.part(part, at);
    }
  }

  private part(text: string, at: Span): void {
    if (text === '') return;
    const isGlob = /[*?]/.test(text);
    if (isGlob) this.isMany = true;
    this.pieces.push(
      isGlob ? { text: undefined, unknown: `the files that match ${text}`, at } : { text, at },
    );
    this.isOpen = true;
  }

  finish(): void {
    if (this.isOpen && this.done.length < limits.fields) {
      const { pieces, isMany, at, assumes } = this;
      this.done.push(bounded({ pieces, isMany, at, assumes: unique(assumes) }));
    } else if (this.assumes.length > 0) this.leaves();
    this.pieces = [];
    this.isOpen = false;
    this.isMany = false;
    this.assumes = [];
  }

  /** The word before one that stands for nothing by a default says so. */
  private leaves(): void {
    const before = this.done.pop();
    if (before !== undefined)
      this.done.push({ ...before, assumes: unique([...before.assumes, ...this.assumes]) });
  }
}

/** What grows without end is unknown. */
function bounded(field: Field): Field {
  const length = field.pieces.reduce((sum, { text }) => sum + (text?.length ?? 0), 0);
  if (length <= limits.value && field.pieces.length <= limits.fields) return field;
  return { ...field, pieces: [{ text: undefined, unknown: 'its value is too long', at: field.at }] };
}

function unique(names: readonly string[]): readonly string[] {
  return names.length < 2 ? names : [...new Set(names)];
}
