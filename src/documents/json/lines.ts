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

/** The same without text: gives the place of each line in its bytes, for a reader that need not see all of it as text. */
export class ByteLines {
  readonly #line: (bytes: Buffer, from: number, to: number, number: number) => void;
  readonly #longest: number;
  readonly #known: (bytes: Buffer, from: number, number: number) => number;
  #rest: Buffer[] = [];
  #restLength = 0;
  #number = 0;

  /** `longest`: bytes. `known`: where the line break is of a line that is known from its beginning, and need not be given; -1 for every other. */
  constructor(
    line: (bytes: Buffer, from: number, to: number, number: number) => void,
    longest: number,
    known: (bytes: Buffer, from: number, number: number) => number = () => -1,
  ) {
    this.#line = line;
    this.#longest = longest;
    this.#known = known;
  }

  /** False when a line is too long to be a row. */
  push(chunk: Uint8Array): boolean {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    let from = 0;
    for (;;) {
      const known = this.#restLength > 0 ? -1 : this.#known(bytes, from, this.#number + 1);
      const end = known < 0 ? bytes.indexOf(10, from) : known;
      if (end < 0) break;
      if (known >= 0) this.#number++;
      else if (this.#restLength > 0) this.#joined(bytes.subarray(from, end));
      else this.#line(bytes, from, end, ++this.#number);
      from = end + 1;
    }
    // A copy: what pushes may use its bytes again.
    if (from < bytes.length) this.#rest.push(Buffer.from(bytes.subarray(from)));
    this.#restLength += bytes.length - from;
    return this.#restLength <= this.#longest;
  }

  end(): void {
    if (this.#restLength > 0) this.#joined(Buffer.alloc(0));
  }

  #joined(last: Buffer): void {
    const line = Buffer.concat([...this.#rest, last]);
    [this.#rest, this.#restLength] = [[], 0];
    this.#line(line, 0, line.length, ++this.#number);
  }
}
