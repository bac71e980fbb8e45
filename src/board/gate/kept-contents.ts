/**
 * Contents that an earlier board has read, as they stand in one file: records oldest first, so that what is looked at together lies together.
 * Each is named by its digest: what was altered is not given.
 */
import { hashes } from '../../lineage/gate/hashes.ts';
import { idBytes, orderOf, placeOf, type SortedIds } from './sorted-ids.ts';

export interface KeptContents {
  readonly count: number;
  /** Its number; -1 where it is not kept. */
  find(oid: string): number;
  /** The same of many, in the order of their ids: for each its number, or -1. */
  findAll(ids: SortedIds, at: Uint32Array): Int32Array;
  oidAt(number: number): string;
  /** `undefined` where the content is not what its name says. */
  bytesAt(number: number): Buffer | undefined;
  /** Whether it was found to be a record as it is written. */
  isSound(number: number): boolean;
}

export interface Content {
  readonly oid: string;
  readonly bytes: Uint8Array;
  readonly isSound: boolean;
}

const empty = Buffer.alloc(0);

export const noContents = keptContents([], empty);

/** Columns of the contents, and the contents themselves one behind the other. */
export function contentBytes(contents: readonly Content[]): { columns: Buffer[]; contents: Buffer } {
  const { ids, width } = idBytes(contents.map(({ oid }) => oid));
  const heads = contents.map(({ bytes }) => `blob ${bytes.length}\0`);
  const sizes = Uint32Array.from(contents, ({ bytes }, at) => (heads[at]?.length ?? 0) + bytes.length);
  const all = Buffer.allocUnsafe(sizes.reduce((sum, size) => sum + size, 0));
  let end = 0;
  for (const [at, { bytes }] of contents.entries()) {
    end += all.write(heads[at] ?? '', end, 'latin1');
    all.set(bytes, end);
    end += bytes.length;
  }
  const kinds = Uint8Array.from(contents, ({ isSound }) => Number(isSound));
  return {
    columns: [ids, bytesOf(orderOf(ids, width)), bytesOf(sizes), Buffer.from(kinds)],
    contents: all,
  };
}

/** Columns that each content has, in `contentBytes`. */
export const contentColumns = 4;

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** What is cut off is left out. */
export function keptContents(columns: readonly Buffer[], bytes: Buffer): KeptContents {
  const [names = empty, ordered = empty, lengths = empty, kinds = empty] = columns;
  const said = lengths.length >>> 2;
  const width = names.length / said;
  const [order, sizes] = [numbersIn(ordered), numbersIn(lengths)];
  const isWhole =
    (width === 20 || width === 32) &&
    kinds.length === said &&
    order.length === said &&
    order.every((number) => number < said);
  const starts = isWhole ? startsOf(sizes, bytes.length) : new Float64Array(1);
  const count = starts.length - 1;
  const digestOf = width === 20 ? hashes.sha1 : hashes.sha256;
  const oidAt = (number: number) => names.toString('hex', number * width, (number + 1) * width);
  const sorted: SortedIds = { ids: names, width, count: isWhole ? said : 0, order };
  const numberAt = (place: number) => {
    const number = place < 0 ? -1 : (order[place] ?? -1);
    return number < count ? number : -1;
  };
  return {
    count,
    find: (oid) => numberAt(placeOf(sorted, oid)),
    findAll: ({ ids, width: own }, at) => {
      const found = new Int32Array(at.length).fill(-1);
      if (own !== width) return found;
      let place = 0;
      for (const [index, row] of at.entries()) {
        let is = -1;
        for (; place < sorted.count; place += 1) {
          const number = order[place] ?? 0;
          is = names.compare(ids, row * width, (row + 1) * width, number * width, (number + 1) * width);
          if (is >= 0) break;
        }
        if (place < sorted.count && is === 0) found[index] = numberAt(place);
      }
      return found;
    },
    oidAt,
    bytesAt: (number) => {
      const content = bytes.subarray(starts[number], starts[number + 1]);
      return digestOf(content) === oidAt(number) ? content.subarray(content.indexOf(0) + 1) : undefined;
    },
    isSound: (number) => kinds[number] === 1,
  };
}

/** Where each begins, and the end of the last that is whole. */
function startsOf(sizes: Uint32Array, length: number): Float64Array {
  const starts = new Float64Array(sizes.length + 1);
  for (const [at, size] of sizes.entries()) {
    const end = (starts[at] ?? 0) + size;
    if (end > length) return starts.subarray(0, at + 1);
    starts[at + 1] = end;
  }
  return starts;
}

/** Numbers of four bytes are read from a place that is a multiple of four only. */
function numbersIn(bytes: Buffer): Uint32Array {
  return new Uint32Array(new Uint8Array(bytes).buffer, 0, bytes.length >>> 2);
}
