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
export function placeOf({ ids, width, count, order }: SortedIds, oid: string): number {
  if (count === 0 || oid.length !== 2 * width) return -1;
  const wanted = Buffer.from(oid, 'hex');
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const at = (order?.[middle] ?? middle) * width;
    const is = ids.compare(wanted, 0, width, at, at + width);
    if (is === 0) return middle;
    if (is < 0) low = middle + 1;
    else high = middle;
  }
  return -1;
}

/** The order of ids that stand in another: by their first four bytes at once, and where those are the same by all. */
export function orderOf(ids: Buffer, width: number): Uint32Array {
  const count = ids.length / width;
  const compare = (a: number, b: number) =>
    ids.compare(ids, b * width, (b + 1) * width, a * width, (a + 1) * width);
  // A number is exact up to 53 bits: 32 of the id, the rest for its place.
  if (count > 2 ** 21) return Uint32Array.from({ length: count }, (_, at) => at).toSorted(compare);
  const keys = Float64Array.from({ length: count }, (_, at) => ids.readUInt32BE(at * width) * count + at);
  const order = Uint32Array.from(keys.toSorted(), (key) => key % count);
  for (let at = 1; at < count; at += 1) {
    const own = order[at] ?? 0;
    let to = at;
    for (; to > 0 && compare(order[to - 1] ?? 0, own) > 0; to -= 1) order[to] = order[to - 1] ?? 0;
    order[to] = own;
  }
  return order;
}

/** Texts of ids as bytes one behind the other. */
export function idBytes(oids: readonly string[]): { ids: Buffer; width: number } {
  const width = (oids[0]?.length ?? 40) / 2;
  const ids = Buffer.alloc(oids.length * width);
  for (let at = 0; at < oids.length; at += 1) ids.write(oids[at] ?? '', at * width, 'hex');
  return { ids, width };
}
