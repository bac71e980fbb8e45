/** Numbers by index, in pieces of fixed length: growing copies nothing, so that the memory is what the numbers take. */
const pieceBits = 16;
const pieceLength = 1 << pieceBits;

type Numbers = Float64Array | Uint32Array | Uint8Array;

export class Growing<T extends Numbers> {
  readonly #make: (length: number) => T;
  readonly #pieces: T[] = [];

  constructor(make: (length: number) => T) {
    this.#make = make;
  }

  /** 0 where nothing was set. */
  at(index: number): number {
    return this.#pieces[index >>> pieceBits]?.[index & (pieceLength - 1)] ?? 0;
  }

  set(index: number, value: number): void {
    const at = index >>> pieceBits;
    while (this.#pieces.length <= at) this.#pieces.push(this.#make(pieceLength));
    const piece = this.#pieces[at];
    if (piece !== undefined) piece[index & (pieceLength - 1)] = value;
  }

  add(index: number, value: number): void {
    this.set(index, this.at(index) + value);
  }
}

export const doubles = (): Growing<Float64Array> => new Growing((length) => new Float64Array(length));
export const counts = (): Growing<Uint32Array> => new Growing((length) => new Uint32Array(length));
export const bytes = (): Growing<Uint8Array> => new Growing((length) => new Uint8Array(length));
