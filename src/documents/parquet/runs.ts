/** Walks the runs of Parquet's RLE and bit-packing hybrid without making the values they stand for. */
export class Runs {
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  /** Bytes that were not yet walked. */
  get rest(): number {
    return this.#view.byteLength - this.#at;
  }

  byte(): number {
    if (this.rest < 1) throw new Error('a page ends within its values');
    return this.#view.getUint8(this.#at++);
  }

  /** A length in four bytes. */
  length(): number {
    if (this.rest < 4) throw new Error('a page ends within its values');
    this.#at += 4;
    return this.#view.getUint32(this.#at - 4, true);
  }

  /** Walks `length` bytes of runs of `bits` wide values; throws where they stand for more than `values`, up to the padding of the last. */
  check(length: number, bits: number, values: number): void {
    if (length < 0 || length > this.rest) throw new Error('a page ends within its values');
    const end = this.#at + length;
    for (let seen = 0; this.#at < end && seen < values;) {
      const header = this.#varint();
      const isPacked = (header & 1) === 1;
      const count = isPacked ? 8 * (header >>> 1) : header >>> 1;
      if (seen + count > values + (isPacked ? padding : 0))
        throw new Error('a run has more values than its page');
      this.#at += isPacked ? (count / 8) * bits : Math.ceil(bits / 8);
      seen += count;
    }
    this.#at = end;
  }

  #varint(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
    throw new Error('a run has an impossible length');
  }
}

/** Bit-packed values come in eights. */
const padding = 7;
