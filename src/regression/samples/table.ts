import type { Sample } from './sample.ts';

/** Places that are looked at for one id. Of a million ids of people and counters none needs a quarter; whoever chooses ids by their hashes gets a Map. */
const mostSteps = 256;

/** Entries for which there is room at first: a power of two, as all sizes are. */
const fewest = 1024;

/**
 * Samples by their ids, in the order in which they came. A Map of a million takes twice the room, and three times as long to fill: each id
 * is looked up before it is added, and all of them are moved each time that it grows.
 */
export class SampleTable implements ReadonlyMap<string, Sample> {
  #samples: Sample[] = [];
  /** Of each place the number of a sample, counted from 1, and the hash of its id; zeros where there is none. */
  #places = new Int32Array(2 * fewest);
  #mask = fewest - 1;
  /** Numbers of the samples, where the places are crowded on purpose. */
  #crowd: Map<string, number> | undefined;

  get size(): number {
    return this.#samples.length;
  }

  get(id: string): Sample | undefined {
    return this.#samples[this.#numberOf(id) - 1];
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  /** Takes the place of one with the same id. */
  set(sample: Sample): void {
    const number = this.#numberOf(sample.id);
    if (number > 0) this.#samples[number - 1] = sample;
    else this.#add(sample);
  }

  /** Leaves samples out. */
  remove(isGone: (sample: Sample) => boolean): void {
    const left = this.#samples.filter((sample) => !isGone(sample));
    [this.#samples, this.#places, this.#mask] = [[], new Int32Array(2 * fewest), fewest - 1];
    this.#crowd = undefined;
    for (const sample of left) this.set(sample);
  }

  *entries(): MapIterator<[string, Sample]> {
    for (const sample of this.#samples) yield [sample.id, sample];
  }

  *keys(): MapIterator<string> {
    for (const { id } of this.#samples) yield id;
  }

  values(): MapIterator<Sample> {
    return this.#samples.values();
  }

  [Symbol.iterator](): MapIterator<[string, Sample]> {
    return this.entries();
  }

  forEach(visit: (sample: Sample, id: string, all: ReadonlyMap<string, Sample>) => void): void {
    for (const sample of this.#samples) visit(sample, sample.id, this);
  }

  #add(sample: Sample): void {
    const number = this.#samples.push(sample);
    const hash = hashOf(sample.id);
    const place = this.#crowd === undefined ? this.#placeOf(sample.id, hash) : -1;
    if (place < 0) {
      this.#crowd ??= new Map(this.#samples.map(({ id }, at) => [id, at + 1]));
      this.#crowd.set(sample.id, number);
      return;
    }
    this.#places[place] = number;
    this.#places[place + 1] = hash;
    if (2 * number > this.#mask) this.#grow();
  }

  /** Counted from 1; 0 where there is none. */
  #numberOf(id: string): number {
    if (this.#crowd !== undefined) return this.#crowd.get(id) ?? 0;
    return this.#places[this.#placeOf(id, hashOf(id))] ?? 0;
  }

  /** Where a sample is, or would be; -1 where all places that are looked at are another's. */
  #placeOf(id: string, hash: number): number {
    for (let step = 0; step < mostSteps; step += 1) {
      const at = 2 * ((hash + step) & this.#mask);
      const number = this.#places[at] ?? 0;
      if (number === 0 || (this.#places[at + 1] === hash && this.#samples[number - 1]?.id === id)) return at;
    }
    return -1;
  }

  #grow(): void {
    const before = this.#places;
    this.#mask = 2 * this.#mask + 1;
    this.#places = new Int32Array(2 * (this.#mask + 1));
    for (let from = 0; from < before.length; from += 2) {
      const [number, hash] = [before[from] ?? 0, before[from + 1] ?? 0];
      if (number === 0) continue;
      let at = hash & this.#mask;
      while (this.#places[2 * at] !== 0) at = (at + 1) & this.#mask;
      this.#places[2 * at] = number;
      this.#places[2 * at + 1] = hash;
    }
  }
}

/** Of UTF-16 code units; mixed once more, for the places are those of its last bits. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
