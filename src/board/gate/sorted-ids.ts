/** Ids of blobs as bytes, one behind the other: a million of them as texts would take ten times the room. */

export interface SortedIds {
  readonly ids: Buffer;
  /** Bytes of one id. */
  readonly width: number;
  readonly count: number;
  /** Which of the ids is the first, the second and so on; absent where they stand in their order. */
  readonly order?: Uint32Array;
}

/** Its place in the order of the ids; -1 where it is not among them. */
export function placeOf(sorted: SortedIds, oid: string): number {
  if (sorted.count === 0 || oid.length !== 2 * sorted.width) return -1;
  return placeIn(sorted, Buffer.from(oid, 'hex'), 0);
}

/** The same of the id that begins there in other bytes; where it is not among them, -1 less the place where it would be. */
export function placeIn({ ids, width, count, order }: SortedIds, bytes: Buffer, from: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const at = (order?.[middle] ?? middle) * width;
    const is = ids.compare(bytes, from, from + width, at, at + width);
    if (is === 0) return middle;
    if (is < 0) low = middle + 1;
    else high = middle;
  }
  return -1 - low;
}

/** The order of ids that stand in another: by their first four bytes at once, and where those are the same by all. */
export function orderOf(ids: Buffer, width: number): Uint32Array {
  const count = ids.length / width;
  const compare = (a: number, b: number) =>
    ids.compare(ids, b * width, (b + 1) * width, a * width, (a + 1) * width);
  // A number is exact up to 53 bits: 32 of the id, the rest for its place.
  if (count > 2 ** 21) return Uint32Array.from({ length: count }, (_, at) => at).toSorted(compare);
  const keys = new Float64Array(count);
  for (let at = 0; at < count; at += 1) keys[at] = ids.readUInt32BE(at * width) * count + at;
  keys.sort();
  const order = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) {
    const [key = 0, before = -Infinity] = [keys[at], keys[at - 1]];
    const own = key % count;
    let to = at;
    if (key - own - before <= 0)
      for (; to > 0 && compare(order[to - 1] ?? 0, own) > 0; to -= 1) order[to] = order[to - 1] ?? 0;
    order[to] = own;
  }
  return order;
}

/** Ids by number in the order in which they come, each once: a table of numbers, each where the first bytes of its id say or behind. */
export function idSet(width: number) {
  let [ids, table, count] = [Buffer.alloc(1024 * width), new Int32Array(4096), 0];
  const slotOf = (bytes: Buffer, at: number) => {
    let slot = bytes.readUInt32LE(at);
    for (; ; slot += 1) {
      const number = (table[slot & (table.length - 1)] ?? 0) - 1;
      const from = number * width;
      if (number < 0 || ids.compare(bytes, at, at + width, from, from + width) === 0)
        return slot & (table.length - 1);
    }
  };
  const grow = () => {
    ids = Buffer.concat([ids, Buffer.alloc(ids.length)]);
    table = new Int32Array(2 * table.length);
    for (let number = 0; number < count; number += 1) table[slotOf(ids, number * width)] = number + 1;
  };
  return {
    ids: () => ids.subarray(0, count * width),
    /** Of the id that begins there in other bytes; -1 where it is not among them. */
    find: (bytes: Buffer, at: number) => (table[slotOf(bytes, at)] ?? 0) - 1,
    /** Whether it is new. */
    add: (bytes: Buffer, at: number): boolean => {
      const slot = slotOf(bytes, at);
      if (table[slot] !== 0) return false;
      bytes.copy(ids, count * width, at, at + width);
      count += 1;
      table[slot] = count;
      if (count * width === ids.length) grow();
      return true;
    },
  };
}

/** Texts of ids as bytes one behind the other. */
export function idBytes(oids: readonly string[]): { ids: Buffer; width: number } {
  const width = (oids[0]?.length ?? 40) / 2;
  const ids = Buffer.alloc(oids.length * width);
  for (let at = 0; at < oids.length; at += 1) ids.write(oids[at] ?? '', at * width, 'hex');
  return { ids, width };
}
