/** Units by name, without their names: 12 to 20 bytes a unit, where a Map of texts takes some 150. */
import { counts } from './growing.ts';

/** Numbers the units in the order of their first outcome. Two names that share all 64 bits of their hash, 1 in 10⁵ files of 10⁷ units, are one. */
export class UnitIndex {
  readonly #first = counts();
  readonly #second = counts();
  /** Number of a unit plus one, by hash; open addressing. */
  #slots = new Uint32Array(1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The number of the unit, from 0. */
  of(unit: string): number {
    const [first, second] = hash(unit);
    const found = this.#slotOf(first, second);
    const known = this.#slots[found] ?? 0;
    if (known > 0) return known - 1;
    this.#first.set(this.#size, first);
    this.#second.set(this.#size, second);
    this.#slots[found] = ++this.#size;
    if (this.#size * 3 > this.#slots.length * 2) this.#grow();
    return this.#size - 1;
  }

  #slotOf(first: number, second: number): number {
    const mask = this.#slots.length - 1;
    let at = first & mask;
    for (;;) {
      const known = this.#slots[at] ?? 0;
      if (known === 0) return at;
      if (this.#first.at(known - 1) === first && this.#second.at(known - 1) === second) return at;
      at = (at + 1) & mask;
    }
  }

  #grow(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    for (let unit = 0; unit < this.#size; unit++)
      this.#slots[this.#slotOf(this.#first.at(unit), this.#second.at(unit))] = unit + 1;
  }
}

/** Two 32-bit hashes of one pass: multiplicative mixing as in MurmurHash3, with different constants. */
function hash(text: string): [number, number] {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x85ebca77);
    b = Math.imul(b ^ code, 0xc2b2ae3d);
    a ^= a >>> 15;
    b ^= b >>> 13;
  }
  a = Math.imul(a ^ (a >>> 16), 0x7feb352d) ^ Math.imul(b ^ (b >>> 13), 0x846ca68b);
  b = Math.imul(b ^ (b >>> 16), 0x7feb352d) ^ Math.imul(a ^ (a >>> 13), 0x846ca68b);
  return [a >>> 0, b >>> 0];
}
