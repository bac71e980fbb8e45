import { classEscape, readClass } from './classes.ts';

export type Atom =
  | { readonly kind: 'character'; readonly accepts: (character: string) => boolean }
  | { readonly kind: 'start' | 'end' }
  | { readonly kind: 'group'; readonly alternatives: readonly (readonly Piece[])[] };

/** An atom, `min` to `max` times; `max` undefined: without end. */
export interface Piece {
  readonly atom: Atom;
  readonly min: number;
  readonly max: number | undefined;
}

export type Parsed =
  | { readonly ok: true; readonly alternatives: readonly (readonly Piece[])[] }
  | { readonly ok: false; readonly problem: string };

const maxRepeat = 1000;
const maxDepth = 50;

class Bad extends Error {}

/** Reads a regular expression: classes, groups, alternatives, quantifiers, ^ and $. */
export function parsePattern(source: string): Parsed {
  try {
    const parser = new Parser(source);
    return { ok: true, alternatives: parser.whole() };
  } catch (error) {
    if (error instanceof Bad) return { ok: false, problem: error.message };
    throw error;
  }
}

class Parser {
  private readonly source: string;
  private at = 0;
  private depth = 0;

  constructor(source: string) {
    this.source = source;
  }

  whole(): Piece[][] {
    const alternatives = this.alternatives();
    if (this.at < this.source.length) throw new Bad('a ) without its (');
    return alternatives;
  }

  private alternatives(): Piece[][] {
    const all = [this.sequence()];
    while (this.source[this.at] === '|') {
      this.at += 1;
      all.push(this.sequence());
    }
    return all;
  }

  private sequence(): Piece[] {
    const pieces: Piece[] = [];
    while (this.at < this.source.length && !'|)'.includes(this.source[this.at] ?? '')) {
      pieces.push(this.quantified(this.atom()));
    }
    return pieces;
  }

  private atom(): Atom {
    const character = String.fromCodePoint(this.source.codePointAt(this.at) ?? 0);
    this.at += character.length;
    if (character === '(') return this.group();
    if (character === '[') return this.characterClass();
    if (character === '\\') return this.escape();
    if (character === '^') return { kind: 'start' };
    if (character === '$') return { kind: 'end' };
    if (character === '.') return { kind: 'character', accepts: (other) => other !== '\n' && other !== '\r' };
    if ('*+?{'.includes(character)) throw new Bad(`nothing to repeat before ${character}`);
    return { kind: 'character', accepts: (other) => other === character };
  }

  private group(): Atom {
    this.depth += 1;
    if (this.depth > maxDepth) throw new Bad('groups are nested too deep');
    if (this.source[this.at] === '?') {
      const opening = /^\?(?::|<[A-Za-z]\w*>)/.exec(this.source.slice(this.at))?.[0];
      if (opening === undefined) throw new Bad('look-around is not supported');
      this.at += opening.length;
    }
    const alternatives = this.alternatives();
    if (this.source[this.at] !== ')') throw new Bad('a ( without its )');
    this.at += 1;
    this.depth -= 1;
    return { kind: 'group', alternatives };
  }

  private characterClass(): Atom {
    const read = readClass(this.source, this.at);
    if (read === undefined) throw new Bad('a [ without its ], or a range in the wrong order');
    this.at = read.end;
    return { kind: 'character', accepts: read.accepts };
  }

  private escape(): Atom {
    const letter = this.source[this.at] ?? '';
    if (/[1-9bBk]/.test(letter)) throw new Bad(`\\${letter} is not supported`);
    const read = classEscape(this.source, this.at);
    if (read === undefined) throw new Bad('a \\ at the end, or an escape that is not known');
    this.at = read.end;
    return { kind: 'character', accepts: read.accepts };
  }

  private quantified(atom: Atom): Piece {
    const match = /^(?:([*+?])|\{(\d{1,6})(?:(,)(\d{0,6}))?\})\??/.exec(
      this.source.slice(this.at, this.at + 20),
    );
    if (match === null) return { atom, min: 1, max: 1 };
    this.at += match[0].length;
    const { min, max } = bounds(match);
    if (min > maxRepeat || (max ?? 0) > maxRepeat || (max ?? min) < min)
      throw new Bad('a repeat is too large or reversed');
    return { atom, min, max };
  }
}

function bounds(match: RegExpExecArray): { min: number; max: number | undefined } {
  if (match[1] === '*') return { min: 0, max: undefined };
  if (match[1] === '+') return { min: 1, max: undefined };
  if (match[1] === '?') return { min: 0, max: 1 };
  const min = Number(match[2]);
  if (match[3] === undefined) return { min, max: min };
  return { min, max: match[4] === '' || match[4] === undefined ? undefined : Number(match[4]) };
}
