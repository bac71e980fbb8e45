/** Finds the values of a few keys in a line of JSON, and hashes all else of it, without reading it. */

const [quote, backslash, colon, space, zero, nine] = [0x22, 0x5c, 0x3a, 0x20, 0x30, 0x39];
const prime = 0x01000193;

/** Digits of a whole number that is certainly the same as a number and as text. */
const mostDigits = 15;

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
    return bytes.toString(this.isAscii[role] === true ? 'latin1' : 'utf8', start, end);
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

  /** Where the value ends; -1 where it is neither plain text nor a whole number, or not the first of its key. */
  #value(bytes: Buffer, from: number, to: number, role: number): number {
    if (this.starts[role] !== -1) return -1;
    let at = bytes[from] === quote ? from + 1 : from;
    this.starts[role] = at;
    if (at === from) {
      while (at < to && isDigit(bytes[at])) at += 1;
      this.ends[role] = at;
      this.isAscii[role] = true;
      const digits = at - from;
      return digits === 0 || digits > mostDigits || (digits > 1 && bytes[from] === zero) || goesOn(bytes[at])
        ? -1
        : at;
    }
    let all = 0;
    for (; at < to; at += 1) {
      const code = bytes[at] ?? 0;
      if (code === quote) {
        this.ends[role] = at;
        this.isAscii[role] = all < 0x80;
        // Text that says nothing may count as none.
        return at === from + 1 ? -1 : at + 1;
      }
      if (code === backslash || code < space) return -1;
      all |= code;
    }
    return -1;
  }
}

function isDigit(code: number | undefined): boolean {
  return code !== undefined && code >= zero && code <= nine;
}

/** Whether digits are only the beginning of a number. */
function goesOn(code: number | undefined): boolean {
  return code === 0x2e || code === 0x65 || code === 0x45;
}
