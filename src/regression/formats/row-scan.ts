/** Finds the values of a few keys in a line of JSON, and hashes all else of it, without reading it. */

const [quote, backslash, colon, space, zero, nine] = [0x22, 0x5c, 0x3a, 0x20, 0x30, 0x39];
const prime = 0x01000193;

/** Digits of a whole number that is certainly the same as a number and as text. */
const mostDigits = 15;

/** Characters of a text that V8 copies; a longer one would keep the text that it is cut from. */
const longestCopied = 12;
const windowBytes = 16 * 1024;

export class RowScan {
  /** Of all that is not a value of the keys. */
  hash = 0;
  /** Where the value of each key begins and ends, without quotes. */
  readonly starts: number[];
  readonly ends: number[];
  /** Whether each value is ASCII. */
  readonly isAscii: boolean[];
  /** Numbers of the keys, as they come in the line. */
  readonly order: number[];
  readonly count: number;
  readonly #keys: readonly Buffer[];
  /** A piece of the bytes as text, from which short values are copied: each alone costs three times as much. */
  #window = '';
  #from = 0;
  #bytes: Buffer | undefined;

  constructor(keys: readonly string[]) {
    this.#keys = keys.map((key) => Buffer.from(JSON.stringify(key)));
    this.count = keys.length;
    this.starts = keys.map(() => -1);
    this.ends = keys.map(() => -1);
    this.isAscii = keys.map(() => true);
    this.order = keys.map((_, at) => at);
  }

  /** Whether each key occurs once, with plain text or a whole number as its value. What is said of the line counts only for whole JSON. */
  run(bytes: Buffer, from: number, to: number): boolean {
    let [hash, found, at] = [0x811c9dc5, 0, from];
    this.starts.fill(-1);
    while (at < to) {
      const code = bytes[at] ?? 0;
      hash = Math.imul(hash ^ code, prime);
      at += 1;
      if (code !== quote) continue;
      const start = at - 1;
      for (;;) {
        const inner = bytes[at] ?? 0;
        hash = Math.imul(hash ^ inner, prime);
        at += inner === backslash ? 2 : 1;
        if (at > to) return false;
        if (inner === quote) break;
        if (inner === backslash) hash = Math.imul(hash ^ (bytes[at - 1] ?? 0), prime);
      }
      if (bytes[at] !== colon) continue;
      const role = this.#roleOf(bytes, start, at);
      if (role < 0) continue;
      at += 1;
      while (bytes[at] === space) {
        hash = Math.imul(hash ^ space, prime);
        at += 1;
      }
      at = this.#value(bytes, at, to, role);
      if (at < 0) return false;
      this.order[found] = role;
      found += 1;
    }
    this.hash = hash;
    return found === this.count;
  }

  /** The value of a key of the line that was scanned last. */
  text(role: number, bytes: Buffer): string {
    const [start, end] = [this.starts[role] ?? 0, this.ends[role] ?? 0];
    if (this.isAscii[role] !== true) return bytes.toString('utf8', start, end);
    return end - start > longestCopied
      ? bytes.toString('latin1', start, end)
      : this.#copied(bytes, start, end);
  }

  #copied(bytes: Buffer, start: number, end: number): string {
    if (bytes !== this.#bytes || start < this.#from || end > this.#from + this.#window.length) {
      [this.#bytes, this.#from] = [bytes, start];
      this.#window = bytes.toString('latin1', start, start + windowBytes);
    }
    return this.#window.slice(start - this.#from, end - this.#from);
  }

  /** The line with other values. */
  replaced(bytes: Buffer, from: number, to: number, values: readonly string[]): string {
    let [text, at] = ['', from];
    for (const role of this.order) {
      text += bytes.toString('utf8', at, this.starts[role]) + (values[role] ?? '');
      at = this.ends[role] ?? at;
    }
    return text + bytes.toString('utf8', at, to);
  }

  #roleOf(bytes: Buffer, start: number, end: number): number {
    for (let role = 0; role < this.count; role += 1) {
      const key = this.#keys[role];
      if (key === undefined || key.length !== end - start) continue;
      let at = 0;
      while (at < key.length && key[at] === bytes[start + at]) at += 1;
      if (at === key.length) return role;
    }
    return -1;
  }

  /** Where what follows the value begins; -1 where it is not the first of its key, or not plain. */
  #value(bytes: Buffer, from: number, to: number, role: number): number {
    if (this.starts[role] !== -1) return -1;
    const isText = bytes[from] === quote;
    const end = this.value(bytes, isText ? from + 1 : from, isText, role);
    return end + Number(isText) > to || end < 0 ? -1 : end + Number(isText);
  }

  /** Where the value ends that begins there, without quotes; -1 where it is neither plain text that says something nor a whole number. */
  value(bytes: Buffer, from: number, isText: boolean, role: number): number {
    const end = isText ? this.#textEnd(bytes, from, role) : numberEnd(bytes, from);
    if (!isText) this.isAscii[role] = true;
    this.starts[role] = from;
    this.ends[role] = end;
    return end;
  }

  #textEnd(bytes: Buffer, from: number, role: number): number {
    let all = 0;
    for (let at = from; at < bytes.length; at += 1) {
      const code = bytes[at] ?? 0;
      if (code === quote) {
        this.isAscii[role] = all < 0x80;
        // Text that says nothing may count as none.
        return at === from ? -1 : at;
      }
      if (code === backslash || code < space) return -1;
      all |= code;
    }
    return -1;
  }
}

/** Whether what stands before a value is the beginning of a text. */
export function isQuoted(before: Uint8Array): boolean {
  return before.at(-1) === quote;
}

/** Of a number that is the same as its text: few digits, no zero before them, and nothing after them. */
function numberEnd(bytes: Buffer, from: number): number {
  let at = from;
  while (isDigit(bytes[at])) at += 1;
  const digits = at - from;
  return digits === 0 || digits > mostDigits || (digits > 1 && bytes[from] === zero) || goesOn(bytes[at])
    ? -1
    : at;
}

function isDigit(code: number | undefined): boolean {
  return code !== undefined && code >= zero && code <= nine;
}

/** Whether digits are only the beginning of a number. */
function goesOn(code: number | undefined): boolean {
  return code === 0x2e || code === 0x65 || code === 0x45;
}
