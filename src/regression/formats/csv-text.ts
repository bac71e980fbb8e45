export type Separator = ',' | '\t' | ';';

/**
 * RFC 4180 as a stream: quoted fields may hold separators, quotes (doubled) and line breaks. A formula is text like any other.
 * Calls `record` with the fields and the 1-based line on which the record begins.
 */
export class CsvSplitter {
  readonly #separator: Separator;
  readonly #record: (fields: string[], line: number) => void;
  #fields: string[] = [];
  #field = '';
  #state: 'start' | 'plain' | 'quoted' | 'quote' = 'start';
  #line = 1;
  #begin = 1;

  constructor(separator: Separator, record: (fields: string[], line: number) => void) {
    this.#separator = separator;
    this.#record = record;
  }

  push(text: string): void {
    for (let i = 0; i < text.length; i++)
      i = this.#state === 'quoted' ? this.#quoted(text, i) : this.#open(text, i);
  }

  /** Returns false when the text ends inside quotes: it was cut. */
  end(): boolean {
    const whole = this.#state !== 'quoted';
    if (this.#fields.length > 0 || this.#field !== '' || this.#state === 'quote') this.#endRecord();
    return whole;
  }

  /** Characters of the field or record being built; grows without end only in hostile input. */
  get pending(): number {
    return this.#field.length;
  }

  /** Takes all up to the next quote at once; returns the index of the last character taken. */
  #quoted(text: string, from: number): number {
    const quote = text.indexOf('"', from);
    const taken = text.slice(from, quote < 0 ? text.length : quote);
    this.#field += taken;
    for (let at = taken.indexOf('\n'); at >= 0; at = taken.indexOf('\n', at + 1)) this.#line++;
    if (quote >= 0) this.#state = 'quote';
    return quote < 0 ? text.length : quote;
  }

  #open(text: string, at: number): number {
    const char = text.charAt(at);
    if (char === this.#separator) this.#endField();
    else if (char === '\n') this.#newLine();
    else if (char === '"' && this.#state === 'start') this.#state = 'quoted';
    else if (char === '"' && this.#state === 'quote') this.#reopen();
    else if (char !== '\r') return this.#plain(text, at);
    return at;
  }

  #reopen(): void {
    this.#field += '"';
    this.#state = 'quoted';
  }

  #plain(text: string, from: number): number {
    let end = from + 1;
    while (end < text.length && !this.#stops(text.charAt(end))) end++;
    this.#field += text.slice(from, end);
    this.#state = 'plain';
    return end - 1;
  }

  #stops(char: string): boolean {
    return char === this.#separator || char === '\n' || char === '\r' || char === '"';
  }

  #newLine(): void {
    this.#endRecord();
    this.#line++;
    this.#begin = this.#line;
  }

  #endField(): void {
    this.#fields.push(this.#field);
    this.#field = '';
    this.#state = 'start';
  }

  #endRecord(): void {
    this.#endField();
    const fields = this.#fields;
    this.#fields = [];
    if (fields.length > 1 || fields[0] !== '') this.#record(fields, this.#begin);
  }
}
