/** Cuts a stream of bytes into lines of text, each with its 1-based number; a line longer than the limit ends the reading. */
export class LineSplitter {
  readonly #decoder = new TextDecoder('utf-8', { fatal: false });
  readonly #line: (text: string, number: number) => void;
  readonly #longest: number;
  #rest = '';
  #number = 0;

  constructor(line: (text: string, number: number) => void, longest: number) {
    this.#line = line;
    this.#longest = longest;
  }

  /** False when a line is too long to be a row. */
  push(chunk: Uint8Array): boolean {
    const parts = this.#decoder.decode(chunk, { stream: true }).split('\n');
    parts[0] = this.#rest + (parts[0] ?? '');
    this.#rest = parts.pop() ?? '';
    for (const part of parts) this.#line(part, ++this.#number);
    return this.#rest.length <= this.#longest;
  }

  end(): void {
    const last = this.#rest + this.#decoder.decode();
    if (last !== '') this.#line(last, ++this.#number);
  }
}
