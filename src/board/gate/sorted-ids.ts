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
