import { hasZstd, inflateRaw, unzstd } from '../../kernel/unpack.ts';
import { directoryOf, type Entry } from './directory.ts';

type Parts = ReadonlyMap<string, Uint8Array>;

/**
 * The parts of a zip whose names are wanted, at most `most` bytes of them together, or why they are not read: by what its directory
 * says before anything is expanded, and a part that contains more than that is given up as soon as it does. None where the archive is
 * not whole.
 */
export function unpack(bytes: Uint8Array, wanted: (name: string) => boolean, most: number): Parts | string {
  const entries = directoryOf(bytes)?.filter(({ name }) => wanted(name)) ?? [];
  const expanded = entries.reduce((sum, { size }) => sum + size, 0);
  if (expanded > most) return tooLarge(expanded, most);
  const parts = new Map<string, Uint8Array>();
  for (const entry of entries) {
    const part = expand(bytes, entry);
    if (typeof part === 'string') return part;
    parts.set(entry.name, part);
  }
  return parts;
}

/** Why an archive is not read that says it holds so many bytes. */
export function tooLarge(expanded: number, most: number): string {
  return `it would expand to ${mebibytes(expanded)}, more than the ${mebibytes(most)} that are read`;
}

function mebibytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024)} MiB`;
}

const stored = 0;
const deflated = 8;
/** Zstandard, APPNOTE.TXT 4.4.5. */
const zstandard = 93;

/** What an entry holds, or what is wrong with it; never more than its directory says. */
export function expand(bytes: Uint8Array, { name, method, packed, size, start }: Entry): Uint8Array | string {
  const data = bytes.subarray(start, start + packed);
  if (method === stored) return data.length === size ? data : broken(name);
  if (method === deflated) return inflate(data, size, name);
  return method === zstandard ? unpackZstd(data, size, name) : broken(name);
}

function unpackZstd(data: Uint8Array, size: number, name: string): Uint8Array | string {
  if (!hasZstd)
    return 'it is packed with Zstandard, which this Node cannot unpack; run the gate with Node 22.15 or newer';
  const part = unzstd(data, size);
  return part?.length === size ? part : broken(name);
}

function broken(name: string): string {
  return `its part ${name.slice(0, 80)} is broken, or packed in a way that is not known`;
}

function inflate(data: Uint8Array, size: number, name: string): Uint8Array | string {
  const part = inflateRaw(data, size);
  if (part === 'more' || (part !== undefined && part.length > size))
    return `its part ${name.slice(0, 80)} contains more than its directory says`;
  return part?.length === size ? part : broken(name);
}
