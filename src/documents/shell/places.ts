import { LineIndex } from '../source/lines.ts';
import type { Field, Piece, ShellPiece, ShellPlace, ShellWord, Source, Span } from './model.ts';
import { knownText } from './world.ts';

/** Spans as lines and columns; each text is looked through once. */
export class Places {
  private readonly indexes = new Map<Source, LineIndex>();

  of(span: Span): ShellPlace {
    const { source } = span;
    if (source.within !== undefined) return this.of(source.within);
    let index = this.indexes.get(source);
    if (index === undefined) this.indexes.set(source, (index = new LineIndex(source.text)));
    return { file: source.file, ...index.place(span.start, span.end) };
  }

  word({ pieces, isMany, at, assumes }: Field): ShellWord {
    const text = isMany ? undefined : knownText(pieces);
    return { ...this.of(at), text, pieces: pieces.map((piece) => this.piece(piece)), isMany, assumes };
  }

  private piece({ at, ...piece }: Piece): ShellPiece {
    return { ...piece, place: this.of(at) };
  }
}
