/** When each record was written and whether something serves by it: what of millions of records is known without reading them again. */
import { isRecord } from '../../kernel/record.ts';
import { joined, partsOf } from './parts.ts';

export interface IndexRow {
  /** Blob id, in hexadecimal digits. */
  readonly oid: string;
  /** Milliseconds since the epoch; NaN where it cannot be read. */
  readonly at: number;
  /** Whether it may say what serves. */
  readonly serves: boolean;
}

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
interface Rows {
  readonly ids: Buffer;
  /** Bytes of one id. */
  readonly width: number;
  readonly times: Float64Array;
  readonly serving: Uint8Array;
}

export const emptyIndex: LedgerIndex = {
  folders: new Map(),
  suspects: new Map(),
  rows: { ids: Buffer.alloc(0), width: 20, times: new Float64Array(), serving: new Uint8Array() },
};

export function sizeOf({ rows }: LedgerIndex): number {
  return rows.times.length;
}

export function hasRow({ rows: { ids, width, times } }: LedgerIndex, oid: string): boolean {
  if (times.length === 0 || oid.length !== 2 * width) return false;
  const wanted = Buffer.from(oid, 'hex');
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const order = ids.compare(wanted, 0, width, middle * width, (middle + 1) * width);
    if (order === 0) return true;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return false;
}

/** With more rows, none of which is there already. */
export function withRows(index: LedgerIndex, more: readonly IndexRow[]): LedgerIndex {
  if (more.length === 0) return index;
  const added = rowsOf(more.toSorted((a, b) => (a.oid < b.oid ? -1 : 1)));
  return { ...index, rows: sizeOf(index) === 0 ? added : merged(index.rows, added) };
}

function rowsOf(sorted: readonly IndexRow[]): Rows {
  return {
    ids: Buffer.from(sorted.map(({ oid }) => oid).join(''), 'hex'),
    width: (sorted[0]?.oid.length ?? 40) / 2,
    times: Float64Array.from(sorted, ({ at }) => at),
    serving: Uint8Array.from(sorted, ({ serves }) => Number(serves)),
  };
}

function merged(a: Rows, b: Rows): Rows {
  const [{ width }, count] = [a, a.times.length + b.times.length];
  const all = {
    ids: Buffer.alloc(count * width),
    width,
    times: new Float64Array(count),
    serving: new Uint8Array(count),
  };
  const take = (from: Rows, at: number, to: number): number => {
    from.ids.copy(all.ids, to * width, at * width, (at + 1) * width);
    all.times[to] = from.times[at] ?? Number.NaN;
    all.serving[to] = from.serving[at] ?? 0;
    return at + 1;
  };
  for (let [to, atA, atB] = [0, 0, 0]; to < count; to += 1) {
    const isA =
      atB >= b.times.length ||
      (atA < a.times.length &&
        a.ids.compare(b.ids, atB * width, (atB + 1) * width, atA * width, (atA + 1) * width) < 0);
    if (isA) atA = take(a, atA, to);
    else atB = take(b, atB, to);
  }
  return all;
}

export interface Choice {
  /** Blob ids, in their order. */
  readonly oids: readonly string[];
  /** Records are looked at from then on; absent where all are. */
  readonly since?: number;
}

/**
 * The newest `most`, and of older ones `mostServing` by which something serves. What says that it is from the future, or does not
 * say when it is from, is older than all others: it crowds nobody out.
 */
export function newestOf(
  { rows }: LedgerIndex,
  limits: { readonly most: number; readonly mostServing: number; readonly now: number },
): Choice {
  const count = rows.times.length;
  if (count <= limits.most)
    return {
      oids:
        rows.ids.length === 0
          ? []
          : oidsAt(
              rows,
              places(count, () => true),
            ),
    };
  const ages = rows.times.map((at) => (at <= limits.now ? at : -Infinity));
  const newest = topOf(ages, limits.most, () => true);
  const older = topOf(ages, limits.mostServing, (at) => rows.serving[at] === 1 && !newest.has(at));
  const since = [...newest].reduce((least, at) => Math.min(least, ages[at] ?? least), Infinity);
  return {
    oids: oidsAt(
      rows,
      places(count, (at) => newest.has(at) || older.has(at)),
    ),
    since,
  };
}

/** Places of the `most` largest values among those that fit; of equal ones the first. */
function topOf(values: Float64Array, most: number, fits: (at: number) => boolean): Set<number> {
  if (most <= 0) return new Set();
  const fitting = places(values.length, fits);
  const sorted = Float64Array.from(fitting, (at) => values[at] ?? -Infinity).toSorted();
  const least = sorted.at(-most) ?? -Infinity;
  const above = fitting.filter((at) => (values[at] ?? -Infinity) > least);
  const equal = fitting.filter((at) => values[at] === least).slice(0, most - above.length);
  return new Set([...above, ...equal]);
}

function places(count: number, fits: (at: number) => boolean): number[] {
  const found: number[] = [];
  for (let at = 0; at < count; at += 1) if (fits(at)) found.push(at);
  return found;
}

function oidsAt({ ids, width }: Rows, at: readonly number[]): string[] {
  return at.map((one) => ids.toString('hex', one * width, (one + 1) * width));
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
  return { folders, suspects, rows: { width, ids, serving: new Uint8Array(serving), times: aligned } };
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
