/** Lines and words of simple YAML. */

/** Thrown where the text is not simple: made once, since a trace would cost more than the reading so far. */
export const notSimple = new Error('not simple');

/** Characters, as UTF-16 units. */
export const char = {
  space: 0x20,
  double: 0x22,
  hash: 0x23,
  single: 0x27,
  comma: 0x2c,
  dash: 0x2d,
  colon: 0x3a,
  bracket: 0x5b,
  closingBracket: 0x5d,
  brace: 0x7b,
  closingBrace: 0x7d,
} as const;

/** What may begin a text without quotes, whatever follows: all that can be seen but YAML's indicators. */
const starts = Array.from({ length: 0x5e }, (_, at) => String.fromCharCode(at + 0x21))
  .join('')
  .replaceAll(/[-?:,[\]{}#&*!|>'"%@`]/g, '');

const isStart = among(starts);
/** Indicators that begin a text where no blank follows. */
const isStartBeforeText = among('-?:');
/** In [ ] and { } a colon, a question mark and a number sign are not read alike by all. */
const isFlowPart = among(`${starts}*&|>!%@\`'"- `);

function among(characters: string): (unit: number) => boolean {
  const table = new Uint8Array(0x80);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return (unit) => table[unit] === 1;
}

/** Where the words of the line that is read begin and end. What it returns are offsets of the text. */
export class Words {
  readonly text: string;
  /** Where the line ends. */
  private end = 0;

  constructor(text: string) {
    this.text = text;
  }

  unit(at: number): number {
    return this.text.charCodeAt(at);
  }

  /** The first line from the start of a line on that is neither blank nor a comment: its indentation (-1 where there is none), and its content. */
  lineFrom(start: number): { readonly column: number; readonly at: number } {
    for (let from = start; from < this.text.length; from = this.end + 1) {
      const at = this.behindSpaces(from);
      const end = this.text.indexOf('\n', at);
      this.end = end < 0 ? this.text.length : end;
      if (at < this.end && this.unit(at) !== char.hash) return { column: at - from, at };
    }
    return { column: -1, at: this.text.length };
  }

  nextLine(): { readonly column: number; readonly at: number } {
    return this.lineFrom(this.end + 1);
  }

  /** Whether `---` or `...` stands here. */
  isMarker(at: number): boolean {
    return this.text.startsWith('---', at) || this.text.startsWith('...', at);
  }

  /** Whether the line is `---` and no more. */
  isStartOfDocument(at: number): boolean {
    return this.text.startsWith('---', at) && this.end === at + 3;
  }

  behindSpaces(from: number): number {
    let at = from;
    while (this.unit(at) === char.space) at += 1;
    return at;
  }

  /** Behind a word: in quotes, or without, up to a colon with a blank behind it, a comment or the end of the line. */
  wordEnd(start: number, inFlow: boolean): number {
    if (this.isQuote(start)) return this.quoteEnd(start);
    if (!isStart(this.unit(start)) && !this.startsBeforeText(start, inFlow)) throw notSimple;
    return inFlow ? this.flowEnd(start) : this.plainEnd(start);
  }

  isQuote(at: number): boolean {
    const unit = this.unit(at);
    return unit === char.single || unit === char.double;
  }

  /** Behind the next such quote of the line. */
  private quoteEnd(start: number): number {
    const end = this.text.indexOf(this.text.charAt(start), start + 1);
    if (end < 0 || end >= this.end) throw notSimple;
    return end + 1;
  }

  private startsBeforeText(at: number, inFlow: boolean): boolean {
    const first = this.unit(at);
    if (inFlow) return first === char.dash && isStart(this.unit(at + 1));
    return isStartBeforeText(first) && !this.isBlank(at + 1);
  }

  private plainEnd(start: number): number {
    let end = start + 1;
    for (let at = end; at < this.end; at += 1) {
      const unit = this.unit(at);
      if (unit === char.colon && this.isBlank(at + 1)) break;
      if (unit === char.hash && this.isSpace(at - 1)) break;
      if (unit !== char.space) end = at + 1;
    }
    return end;
  }

  private flowEnd(start: number): number {
    let end = start + 1;
    for (let at = end; isFlowPart(this.unit(at)); at += 1) if (!this.isSpace(at)) end = at + 1;
    return end;
  }

  isColon(at: number): boolean {
    return this.unit(at) === char.colon && this.isBlank(at + 1);
  }

  /** Whether the line ends here, or a comment begins. */
  isNothing(at: number): boolean {
    return at >= this.end || (this.unit(at) === char.hash && this.isSpace(at - 1));
  }

  isBlank(at: number): boolean {
    return at >= this.end || this.isSpace(at);
  }

  private isSpace(at: number): boolean {
    return this.unit(at) === char.space;
  }
}
