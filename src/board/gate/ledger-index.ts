/** When each record was written and whether something serves by it: what of millions of records is known without reading them again. */
import { isRecord } from '../../kernel/record.ts';
import { joined, partsOf } from './parts.ts';
import { nthLargest } from './nth-largest.ts';
import { orderOf, placeIn, placeOf, type SortedIds } from './sorted-ids.ts';

export interface FolderState {
  /** Id of the folder's tree; `''` where the ledger cannot tell. */
  readonly tree: string;
  readonly entries: number;
}

export interface LedgerIndex {
  /** Folders of the branch's index, by path. */
  readonly folders: ReadonlyMap<string, FolderState>;
  /** Blobs that contain no record, or stand where it does not belong, and where they stand. */
  readonly suspects: ReadonlyMap<string, readonly string[]>;
  readonly rows: Rows;
}

/** In the order of their ids. */
interface Rows extends SortedIds, Said {}

/** What is known of each record. */
export interface Said {
  /** Milliseconds since the epoch; NaN where it cannot be read. */
  readonly times: Float64Array;
  /** 1 where it may say what serves. */
  readonly serving: Uint8Array;
}

function emptyRows(width: number, count: number): Rows {
  const [times, serving] = [new Float64Array(count), new Uint8Array(count)];
  return { ids: Buffer.alloc(count * width), width, count, times, serving };
}

export const emptyIndex: LedgerIndex = {
  folders: new Map(),
  suspects: new Map(),
  rows: emptyRows(20, 0),
};

export function sizeOf({ rows }: LedgerIndex): number {
  return rows.count;
}

/** Which row a blob has; -1 where it has none. */
export function rowOf({ rows }: LedgerIndex, oid: string): number {
  return placeOf(rows, oid);
}

/** With more rows in any order, none of which is there already. */
export function withRows(
  index: LedgerIndex,
  ids: Buffer,
  width: number,
  { times, serving }: Said,
): LedgerIndex {
  if (ids.length === 0) return index;
  const { rows } = index;
  const all = emptyRows(width, rows.count + times.length);
  let [from, to] = [0, 0];
  const takeUntil = (end: number) => {
    rows.ids.copy(all.ids, to * width, from * width, end * width);
    all.times.set(rows.times.subarray(from, end), to);
    all.serving.set(rows.serving.subarray(from, end), to);
    to += end - from;
    from = end;
  };
  for (const at of orderOf(ids, width)) {
    if (from < rows.count) takeUntil(-1 - placeIn(rows, ids, at * width));
    ids.copy(all.ids, to * width, at * width, (at + 1) * width);
    all.times[to] = times[at] ?? Number.NaN;
    all.serving[to] = serving[at] ?? 0;
    to += 1;
  }
  takeUntil(rows.count);
  return { ...index, rows: all };
}

export interface Choice {
  /** In the order of their ids. */
  readonly rows: Uint32Array;
  /** Records are looked at from then on; absent where all are. */
  readonly since?: number;
}

/**
 * The newest `most`, and of older ones `mostServing` by which something serves. What says that it is from the future, or does not
 * say when it is from, is older than all others: it crowds nobody out.
 */
export function newestOf(
  { rows: { count, times, serving } }: LedgerIndex,
  limits: { readonly most: number; readonly mostServing: number; readonly now: number },
): Choice {
  if (count <= limits.most) return { rows: Uint32Array.from({ length: count }, (_, at) => at) };
  const ages = times.map((at) => (at <= limits.now ? at : -Infinity));
  const chosen = new Uint8Array(count);
  const since = choose(ages, limits.most, chosen);
  choose(
    ages.map((age, at) => (serving[at] === 1 ? age : Number.NaN)),
    limits.mostServing,
    chosen,
  );
  return { rows: Uint32Array.from(placesOf(chosen)), since };
}

/** Marks the `most` largest values that are not marked yet, of equal ones the first; NaN is none. Returns the least of them. */
function choose(values: Float64Array, most: number, marked: Uint8Array): number {
  const open = unmarked(values, marked);
  if (most <= 0 || open.length === 0) return Infinity;
  const wanted = Math.min(most, open.length);
  const least = nthLargest(open, wanted);
  let equal = wanted;
  for (const value of open) if (value > least) equal -= 1;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? Number.NaN;
    if (marked[at] === 1 || !(value >= least)) continue;
    if (value === least) equal -= 1;
    if (value > least || equal >= 0) marked[at] = 1;
  }
  return least;
}

function unmarked(values: Float64Array, marked: Uint8Array): Float64Array {
  const open = new Float64Array(values.length);
  let count = 0;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? Number.NaN;
    if (marked[at] === 1 || Number.isNaN(value)) continue;
    open[count] = value;
    count += 1;
  }
  return open.subarray(0, count);
}

function placesOf(marked: Uint8Array): number[] {
  const found: number[] = [];
  for (let at = 0; at < marked.length; at += 1) if (marked[at] === 1) found.push(at);
  return found;
}

/** Blob ids of rows, the oldest first. */
export function oidsByTime({ rows: { ids, width, times } }: LedgerIndex, rows: Uint32Array): string[] {
  const sorted = rows.toSorted((a, b) => (times[a] ?? 0) - (times[b] ?? 0));
  return Array.from(sorted, (one) => ids.toString('hex', one * width, (one + 1) * width));
}

/** As bytes that `readIndex` reads; a multiple of eight. */
export function indexBytes({ folders, suspects, rows }: LedgerIndex): Buffer {
  const { width, times, serving, ids } = rows;
  const head = JSON.stringify({
    folders: [...folders].map(([path, { tree, entries }]) => [path, tree, entries]),
    suspects: [...suspects],
    width,
    count: times.length,
  });
  const parts = [
    Buffer.from(head),
    Buffer.from(times.buffer, times.byteOffset, times.byteLength),
    serving,
    ids,
  ];
  return joined(parts);
}

/** `undefined` for anything but a whole index. */
export function readIndex(bytes: Buffer): LedgerIndex | undefined {
  const [head, times, serving, ids] = partsOf(bytes, 4)?.parts ?? [];
  if (head === undefined || times === undefined || serving === undefined || ids === undefined)
    return undefined;
  const said = parsed(head);
  if (said === undefined) return undefined;
  const { count, width, folders, suspects } = said;
  const fits = times.length === 8 * count && serving.length === count && ids.length === width * count;
  if (!fits) return undefined;
  // Numbers of eight bytes are read from a place that is a multiple of eight only.
  const aligned = new Float64Array(new Uint8Array(times).buffer);
  return { folders, suspects, rows: { width, count, ids, serving: new Uint8Array(serving), times: aligned } };
}

function parsed(head: Buffer) {
  const value = jsonOf(head);
  if (!isRecord(value)) return undefined;
  const { folders, suspects, width, count } = value;
  if (!Array.isArray(folders) || !Array.isArray(suspects) || (width !== 20 && width !== 32)) return undefined;
  if (typeof count !== 'number') return undefined;
  return {
    width,
    count,
    folders: new Map(
      folders.map((one: unknown): [string, FolderState] => {
        const [path, tree, entries]: unknown[] = Array.isArray(one) ? one : [];
        return [String(path), { tree: String(tree), entries: Number(entries) }];
      }),
    ),
    suspects: new Map(
      suspects.map((one: unknown): [string, string[]] => {
        const [oid, own]: unknown[] = Array.isArray(one) ? one : [];
        return [String(oid), Array.isArray(own) ? own.map(String) : []];
      }),
    ),
  };
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
