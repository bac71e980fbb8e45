/** Rows that are those of a template from their first byte on: compared four bytes at a time, and their line break found on the way. */
import type { Sample } from '../samples/sample.ts';
import { isQuoted, type RowScan } from './row-scan.ts';

/** A row that was read in full. */
export interface Template {
  readonly row: Uint8Array;
  /** Where its carried values stand in it, without quotes. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly kept: Sample;
}

/** Bytes that stand in every row of a kind. */
interface Part {
  readonly words: Int32Array;
  /** The bytes after the last four. */
  readonly tail: Uint8Array;
  readonly length: number;
}

/** Rows that are alike up to the last of their carried values. */
interface Layout {
  /** What stands before each of them, in the order in which they come, and the numbers of their keys. */
  readonly heads: readonly Part[];
  readonly roles: readonly number[];
  readonly areQuoted: readonly boolean[];
  /** What stands after the last, by its hash. */
  readonly rests: Map<number, { readonly part: Part; readonly kept: Sample }>;
}

/** Of rows that say something else before their ids each time few are alike up to there. */
const mostLayouts = 8;

export class RowLayouts {
  /** Where the line break is of the row that was found last. */
  end = 0;
  readonly #layouts: Layout[] = [];
  #bytes: Buffer | undefined;
  #view: DataView = new DataView(new ArrayBuffer(0));
  #hash = 0;

  /** `order`: the numbers of the keys, as they come in the row. */
  add({ row, starts, ends, kept }: Template, order: readonly number[]): void {
    const heads = order.map((role, at) =>
      row.subarray(at === 0 ? 0 : ends[order[at - 1] ?? 0], starts[role]),
    );
    const rest = row.subarray(ends[order.at(-1) ?? 0]);
    const layout = this.#layouts.find((one) => isLike(one, heads, order)) ?? this.#added(heads, order);
    if (layout === undefined) return;
    const line = Buffer.concat([rest, Buffer.from('\n'), Buffer.alloc(3)]);
    this.#see(line);
    if (this.#restEnd(0) !== rest.length || layout.rests.has(this.#hash)) return;
    layout.rests.set(this.#hash, { part: partOf(rest), kept });
  }

  /** The sample of the template that the row follows, with its values in `scan` and its line break in `end`. Near the end of the bytes there is none. */
  find(bytes: Buffer, from: number, scan: RowScan): Sample | undefined {
    if (this.#bytes !== bytes) this.#see(bytes);
    for (const layout of this.#layouts) {
      const at = this.#afterValues(layout, bytes, from, scan);
      if (at < 0) continue;
      this.end = this.#restEnd(at);
      const rest = this.end < 0 ? undefined : layout.rests.get(this.#hash);
      if (rest !== undefined && this.end - at === rest.part.length && this.#isAt(rest.part, bytes, at))
        return rest.kept;
    }
    return undefined;
  }

  #added(heads: readonly Uint8Array[], order: readonly number[]): Layout | undefined {
    if (this.#layouts.length >= mostLayouts) return undefined;
    const layout: Layout = {
      heads: heads.map(partOf),
      roles: [...order],
      areQuoted: heads.map(isQuoted),
      rests: new Map(),
    };
    this.#layouts.push(layout);
    return layout;
  }

  #see(bytes: Buffer): void {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  /** Where the last value ends; -1 where the row is another one. */
  #afterValues({ heads, roles, areQuoted }: Layout, bytes: Buffer, from: number, scan: RowScan): number {
    let at = from;
    for (let part = 0; part < heads.length; part += 1) {
      const head = heads[part];
      if (head === undefined || !this.#isAt(head, bytes, at)) return -1;
      at = scan.value(bytes, at + head.length, areQuoted[part] === true, roles[part] ?? 0);
      if (at < 0) return -1;
    }
    return at;
  }

  #isAt({ words, tail, length }: Part, bytes: Buffer, from: number): boolean {
    if (from + length > bytes.length) return false;
    let at = from;
    for (let word = 0; word < words.length; word += 1, at += 4)
      if (this.#view.getInt32(at, true) !== words[word]) return false;
    for (let byte = 0; byte < tail.length; byte += 1) if (bytes[at + byte] !== tail[byte]) return false;
    return true;
  }

  /** Where the next line break is, as long as four bytes can be read there; all before it is hashed. */
  #restEnd(from: number): number {
    const [view, last] = [this.#view, this.#view.byteLength - 4];
    let [hash, at] = [0, from];
    for (; at <= last; at += 4) {
      const word = view.getInt32(at, true);
      const differs = word ^ lineBreaks;
      // A byte of it is zero: the line ends within these four.
      if (((differs - 0x01010101) & ~differs & 0x80808080) !== 0) {
        while (view.getUint8(at) !== 10) {
          hash = Math.imul(hash ^ view.getUint8(at), prime);
          at += 1;
        }
        this.#hash = hash;
        return at;
      }
      hash = Math.imul(((hash << 5) | (hash >>> 27)) ^ word, prime);
    }
    return -1;
  }
}

const lineBreaks = 0x0a0a0a0a;
const prime = 0x01000193;

function isLike({ heads, roles }: Layout, others: readonly Uint8Array[], order: readonly number[]): boolean {
  return (
    roles.every((role, at) => role === order[at]) &&
    heads.every((head, at) => Buffer.compare(bytesOf(head), others[at] ?? noBytes) === 0)
  );
}

const noBytes = new Uint8Array();

function bytesOf({ words, tail }: Part): Buffer {
  const own = Buffer.alloc(4 * words.length + tail.length);
  for (const [at, word] of words.entries()) own.writeInt32LE(word, 4 * at);
  own.set(tail, 4 * words.length);
  return own;
}

function partOf(bytes: Uint8Array): Part {
  const { length } = bytes;
  const own = Buffer.from(bytes);
  const words = Int32Array.from({ length: length >>> 2 }, (_, at) => own.readInt32LE(4 * at));
  return { words, tail: own.subarray(4 * words.length), length };
}
