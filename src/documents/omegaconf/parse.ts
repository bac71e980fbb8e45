import { type Mode, type Token, type TokenKind, tokensOf } from './tokens.ts';

/** A word as it is written, or an interpolation. */
export type Piece = Token | Interpolation;

/** `${a.b[0]}`: the key is what its parts spell, joined. */
export interface Reference {
  readonly kind: 'reference';
  readonly key: readonly Piece[];
  readonly written: string;
}

/** `${oc.env:X,1}`. */
export interface Call {
  readonly kind: 'call';
  readonly name: readonly Piece[];
  readonly args: readonly Element[];
  readonly written: string;
}

export type Interpolation = Reference | Call;

/** An argument of a resolver. */
export type Element =
  | { readonly kind: 'primitive' | 'quoted'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'list'; readonly items: readonly Element[] }
  | { readonly kind: 'dict'; readonly pairs: readonly (readonly [Element, Element])[] };

/** Deeper nesting is not a config. */
const maxDepth = 30;

class Malformed extends Error {}

/** A text with interpolations (grammar rule `configValue`); `undefined` where OmegaConf refuses it. */
export function parseText(text: string): readonly Piece[] | undefined {
  return parsed(text, 'text', (parser) => parser.pieces(textKinds, 0));
}

/** One element on its own (grammar rule `singleElement`), as `oc.decode` reads it. */
export function parseElement(text: string): Element | undefined {
  return parsed(text, 'value', (parser) => parser.element(0));
}

function parsed<T>(text: string, mode: Mode, read: (parser: Parser) => T): T | undefined {
  const tokens = tokensOf(text, mode);
  if (tokens === undefined) return undefined;
  try {
    const parser = new Parser(text, tokens);
    const result = read(parser);
    parser.take('end');
    return result;
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
}

const textKinds: ReadonlySet<TokenKind> = new Set([
  'text',
  'escape',
  'escaped-interpolation',
  'top-escape',
  'quoted-escape',
  'open',
]);
const keyKinds: ReadonlySet<TokenKind> = new Set([
  'id',
  'null',
  'int',
  'float',
  'bool',
  'unquoted',
  'escape',
  'blank',
]);
const primitiveKinds: ReadonlySet<TokenKind> = new Set([...keyKinds, 'colon', 'open']);

class Parser {
  private readonly source: string;
  private readonly tokens: readonly Token[];
  private at = 0;

  constructor(source: string, tokens: readonly Token[]) {
    this.source = source;
    this.tokens = tokens;
  }

  private next(): Token {
    const token = this.tokens[this.at];
    if (token === undefined) throw new Malformed();
    return token;
  }

  private sees(kind: TokenKind): boolean {
    return this.next().kind === kind;
  }

  take(...kinds: readonly TokenKind[]): Token {
    const token = this.next();
    if (!kinds.includes(token.kind)) throw new Malformed();
    this.at += 1;
    return token;
  }

  private skip(kind: TokenKind): boolean {
    const found = this.sees(kind);
    if (found) this.at += 1;
    return found;
  }

  /** At least one word of these kinds; one that opens an interpolation stands for all of it. */
  pieces(kinds: ReadonlySet<TokenKind>, depth: number): Piece[] {
    const pieces: Piece[] = [];
    while (kinds.has(this.next().kind)) {
      pieces.push(this.sees('open') ? this.interpolation(depth + 1) : this.take(this.next().kind));
    }
    if (pieces.length === 0) throw new Malformed();
    return pieces;
  }

  private interpolation(depth: number): Interpolation {
    if (depth > maxDepth) throw new Malformed();
    const { start } = this.take('open');
    const key: Piece[] = [];
    while (this.sees('dot')) key.push(this.take('dot'));
    this.step(key, depth);
    while (this.sees('dot') || this.sees('bracket-open')) {
      const dotted = this.sees('dot');
      if (dotted) key.push(this.take('dot'));
      this.step(key, depth, !dotted);
    }
    const args = this.sees('colon') ? this.call(key, depth) : undefined;
    if (args === undefined) this.take('close');
    const written = this.source.slice(start, this.next().start);
    return args === undefined
      ? { kind: 'reference', key, written }
      : { kind: 'call', name: key, args, written };
  }

  /** `foo`, `[foo]`, `${foo}` or `[${foo}]`; after a dot only without brackets. */
  private step(key: Piece[], depth: number, mayBracket = true): void {
    const bracket = mayBracket && this.sees('bracket-open');
    if (bracket) key.push(this.take('bracket-open'));
    key.push(this.sees('open') ? this.interpolation(depth + 1) : this.take('id', 'key'));
    if (bracket) key.push(this.take('bracket-close'));
  }

  /** The name of a resolver is made of names and dots between them. */
  private call(name: readonly Piece[], depth: number): readonly Element[] {
    const isName = ({ kind }: Piece, index: number): boolean =>
      index % 2 === 1 ? kind === 'dot' : kind === 'id' || kind === 'reference' || kind === 'call';
    if (!name.every(isName)) throw new Malformed();
    this.take('colon');
    const args = this.sees('brace-close') ? [] : this.sequence(depth);
    this.take('brace-close');
    return args;
  }

  /** A place without an element is an empty text. */
  private sequence(depth: number): Element[] {
    const elements: Element[] = [];
    do {
      const empty = this.sees('comma') || this.sees('brace-close') || this.sees('bracket-close');
      elements.push(empty ? { kind: 'quoted', pieces: [] } : this.element(depth));
    } while (this.skip('comma'));
    return elements;
  }

  element(depth: number): Element {
    if (depth > maxDepth) throw new Malformed();
    if (this.skip('quote-open')) return this.quoted(depth);
    if (this.skip('bracket-open')) return this.list(depth);
    if (this.skip('brace-open')) return this.dict(depth);
    return { kind: 'primitive', pieces: this.pieces(primitiveKinds, depth) };
  }

  private quoted(depth: number): Element {
    const pieces = this.sees('quote-close') ? [] : this.pieces(textKinds, depth);
    this.take('quote-close');
    return { kind: 'quoted', pieces };
  }

  private list(depth: number): Element {
    const items = this.sees('bracket-close') ? [] : this.sequence(depth + 1);
    this.take('bracket-close');
    return { kind: 'list', items };
  }

  private dict(depth: number): Element {
    const pairs: (readonly [Element, Element])[] = [];
    if (this.skip('brace-close')) return { kind: 'dict', pairs };
    do {
      const key: Element = { kind: 'primitive', pieces: this.pieces(keyKinds, depth) };
      this.take('colon');
      pairs.push([key, this.element(depth + 1)]);
    } while (this.skip('comma'));
    this.take('brace-close');
    return { kind: 'dict', pairs };
  }
}
