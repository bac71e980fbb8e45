/** The central directory of a zip archive (APPNOTE.TXT 4.3.12): what is in it, how large, and where, without expanding anything. */

export interface Entry {
  readonly name: string;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  /** Bytes in the archive. */
  readonly packed: number;
  /** Bytes that it says it expands to. */
  readonly size: number;
  /** Where its packed bytes begin. */
  readonly start: number;
}

const endMark = 0x06054b50;
const end64Mark = 0x06064b50;
const locatorMark = 0x07064b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;

/** `undefined` where it is not a whole archive. */
export function directoryOf(bytes: Uint8Array): readonly Entry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return within(() => {
    const all = listedIn(bytes, 0);
    const entries: Entry[] = [];
    for (const { header, ...listed } of all ?? []) {
      const start = startOf(view, header);
      if (start === undefined || start + listed.packed > bytes.length) return undefined;
      entries.push({ ...listed, start });
    }
    return all === undefined ? undefined : entries;
  });
}

/** An entry by the directory alone: `header` is where its own header begins in the archive. */
export type ListedEntry = Omit<Entry, 'start'> & { readonly header: number };

/** Most bytes of a local header: with its name and its extra field. */
export const longestHeader = 30 + 2 * 0xffff;

/** The directory by the end of an archive that begins at byte `from` of it; `undefined` where the directory is not whole in there. */
export function directoryAtEnd(tail: Uint8Array, from: number): readonly ListedEntry[] | undefined {
  return within(() => listedIn(tail, from));
}

/** Where the bytes of an entry begin behind its local header, counted from that; `undefined` where there is no such header. */
export function headerBytes(local: Uint8Array): number | undefined {
  return within(() => startOf(new DataView(local.buffer, local.byteOffset, local.length), 0));
}

/** What is read beyond the end is not there. */
function within<T>(read: () => T | undefined): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function listedIn(bytes: Uint8Array, from: number): readonly ListedEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = endOf(view, from);
  return end === undefined ? undefined : entriesOf(view, bytes, { ...end, offset: end.offset - from });
}

interface End {
  readonly count: number;
  readonly offset: number;
}

/** The record at the end, behind which stands only a comment; that of zip64 where there is one. */
function endOf(view: DataView, from: number): End | undefined {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at > last - 0x10000; at--) {
    if (view.getUint32(at, true) !== endMark) continue;
    const locator = at - 20;
    if (locator >= 0 && view.getUint32(locator, true) === locatorMark) {
      const record = uint64(view, locator + 8) - from;
      if (view.getUint32(record, true) === end64Mark)
        return { count: uint64(view, record + 32), offset: uint64(view, record + 48) };
    }
    return { count: view.getUint16(at + 10, true), offset: view.getUint32(at + 16, true) };
  }
  return undefined;
}

function entriesOf(
  view: DataView,
  bytes: Uint8Array,
  { count, offset }: End,
): readonly ListedEntry[] | undefined {
  const decoder = new TextDecoder();
  const entries: ListedEntry[] = [];
  for (let at = offset; entries.length < count;) {
    if (view.getUint32(at, true) !== entryMark) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const extra = at + 46 + nameLength;
    const name = decoder.decode(bytes.subarray(at + 46, extra));
    entries.push({ name, method: view.getUint16(at + 10, true), ...sizesOf(view, at, extra, extraLength) });
    at = extra + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

const beyond32Bits = 0xffffffff;

/** Sizes and the place of the local header; what does not fit stands in the extra field of zip64, in this order. */
function sizesOf(
  view: DataView,
  at: number,
  extra: number,
  extraLength: number,
): { readonly size: number; readonly packed: number; readonly header: number } {
  let wide = zip64FieldOf(view, extra, extra + extraLength);
  const read = (place: number): number => {
    const value = view.getUint32(place, true);
    if (value !== beyond32Bits || wide === undefined) return value;
    wide += 8;
    return uint64(view, wide - 8);
  };
  const size = read(at + 24);
  const packed = read(at + 20);
  return { size, packed, header: read(at + 42) };
}

function zip64FieldOf(view: DataView, from: number, to: number): number | undefined {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true))
    if (view.getUint16(at, true) === 1) return at + 4;
  return undefined;
}

function startOf(view: DataView, header: number): number | undefined {
  if (view.getUint32(header, true) !== localMark) return undefined;
  return header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
}

function uint64(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}
