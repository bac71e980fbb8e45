import type { Sample } from './sample.ts';

/** Places that are looked at for one id. Of a million ids of people and counters none needs a quarter; whoever chooses ids by their hashes gets a Map. */
const mostSteps = 256;

/** Entries for which there is room at first: a power of two, as all sizes are. */
const fewest = 1024;

/** Ids that are searched for among ids in order before places are made for all of them. */
const mostSearches = 64;

/**
 * Samples by their ids, in the order in which they came. Ids that only rise, as counters write them, need no places: a new one is none of
 * those before it. Of others a Map of a million takes twice the room, and three times as long to fill: each id is looked up before it is
 * added, and all of them are moved each time that it grows.
 */
export class SampleTable implements ReadonlyMap<string, Sample> {
  #samples: Sample[] = [];
  /** Of each place the number of a sample, counted from 1, and the hash of its id; zeros where there is none. Absent while ids rise. */
  #places: Int32Array | undefined;
  #mask = fewest - 1;
  #last: string | undefined;
  #searches = 0;
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

  /** Whether an id is certainly new: it comes after all ids, which only rise. */
  isNext(id: string): boolean {
    if (this.#places !== undefined) return false;
    return this.#last === undefined || compareRising(id, this.#last) > 0;
  }

  /** Adds one whose id is the next (`isNext`). */
  append(sample: Sample): void {
    this.#samples.push(sample);
    this.#last = sample.id;
  }

  /** In their order. */
  list(): readonly Sample[] {
    return this.#samples;
  }

  /** Leaves samples out. */
  remove(isGone: (sample: Sample) => boolean): void {
    const left = this.#samples.filter((sample) => !isGone(sample));
    [this.#samples, this.#places, this.#crowd, this.#last] = [[], undefined, undefined, undefined];
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
    if (this.isNext(sample.id)) return this.append(sample);
    if (this.#places === undefined) this.#makePlaces();
    const number = this.#samples.push(sample);
    if (this.#places !== undefined) this.#put(this.#places, sample.id, number);
  }

  #makePlaces(): void {
    this.#mask = fewest - 1;
    this.#places = new Int32Array(2 * fewest);
    for (const [at, { id }] of this.#samples.entries()) this.#put(this.#places, id, at + 1);
  }

  #put(places: Int32Array, id: string, number: number): void {
    const hash = hashOf(id);
    const place = this.#crowd === undefined ? this.#placeOf(places, id, hash) : -1;
    if (place < 0) {
      this.#crowd ??= new Map(this.#samples.slice(0, number - 1).map((one, at) => [one.id, at + 1]));
      this.#crowd.set(id, number);
      return;
    }
    places[place] = number;
    places[place + 1] = hash;
    if (2 * number > this.#mask) this.#grow(places);
  }

  /** Counted from 1; 0 where there is none. */
  #numberOf(id: string): number {
    if (this.#crowd !== undefined) return this.#crowd.get(id) ?? 0;
    if (this.#places === undefined) {
      if (this.isNext(id)) return 0;
      if (this.#searches < mostSearches) return this.#searched(id);
      this.#makePlaces();
      return this.#numberOf(id);
    }
    return this.#places[this.#placeOf(this.#places, id, hashOf(id))] ?? 0;
  }

  #searched(id: string): number {
    this.#searches += 1;
    let [low, high] = [0, this.#samples.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = compareRising(id, this.#samples[middle]?.id ?? '');
      if (order === 0) return middle + 1;
      if (order < 0) high = middle;
      else low = middle + 1;
    }
    return 0;
  }

  /** Where a sample is, or would be; -1 where all places that are looked at are another's. */
  #placeOf(places: Int32Array, id: string, hash: number): number {
    for (let step = 0; step < mostSteps; step += 1) {
      const at = 2 * ((hash + step) & this.#mask);
      const number = places[at] ?? 0;
      if (number === 0 || (places[at + 1] === hash && this.#samples[number - 1]?.id === id)) return at;
    }
    return -1;
  }

  #grow(before: Int32Array): void {
    this.#mask = 2 * this.#mask + 1;
    const places = new Int32Array(2 * (this.#mask + 1));
    for (let from = 0; from < before.length; from += 2) {
      const [number, hash] = [before[from] ?? 0, before[from + 1] ?? 0];
      if (number === 0) continue;
      let at = hash & this.#mask;
      while (places[2 * at] !== 0) at = (at + 1) & this.#mask;
      places[2 * at] = number;
      places[2 * at + 1] = hash;
    }
    this.#places = places;
  }
}

/** By their lengths first: the order in which counters rise, with zeros before them or without. */
function compareRising(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Of UTF-16 code units; mixed once more, for the places are those of its last bits. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
