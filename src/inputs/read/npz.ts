/** The .npz format: a zip of .npy files, stored or deflated. Each is read as it is needed, and none expands to more than is said. */
import * as fflate from 'fflate';
import {
  directoryAtEnd,
  headerBytes,
  longestHeader,
  type ListedEntry,
} from '../../documents/zip/directory.ts';
import { openNpy } from './npy.ts';
import { Unreadable, type ByteSource } from './source.ts';
import type { StoredArray } from './stored-array.ts';

/** Of the end of the archive, in which its directory must lie. */
const directoryBytes = 8 * 1024 * 1024;
const mostArrays = 10_000;
/** Deflate makes at most 1,032 bytes of one. */
const mostExpansion = 1040;

/** Its arrays, in the order of the archive. Throws `Unreadable`. */
export async function openNpz(source: ByteSource): Promise<StoredArray[]> {
  const from = Math.max(0, source.size - directoryBytes);
  const entries = directoryAtEnd(await source.read(from, source.size - from), from);
  if (entries === undefined)
    throw new Unreadable(
      'it is not a whole zip archive',
      'Let the program that writes it end before the gate runs.',
    );
  if (entries.length > mostArrays)
    throw new Unreadable(`it has ${entries.length} parts; at most ${mostArrays} are read`);
  const arrays: StoredArray[] = [];
  for (const entry of entries) {
    if (!entry.name.endsWith('.npy'))
      throw new Unreadable(`its part ${entry.name.slice(0, 80)} is not an array`);
    const name = entry.name.slice(0, -'.npy'.length);
    try {
      arrays.push(await openNpy(name, await partOf(source, entry)));
    } catch (error) {
      throw error instanceof Unreadable
        ? new Unreadable(`its array ${name.slice(0, 80)}: ${error.message}`, error.help)
        : error;
    }
  }
  return arrays;
}

async function partOf(
  source: ByteSource,
  { name, method, packed, size, header }: ListedEntry,
): Promise<ByteSource> {
  const start = headerBytes(await source.read(header, longestHeader));
  if (start === undefined || header + start + packed > source.size)
    throw new Unreadable('it ends beyond the archive');
  const stored: ByteSource = {
    name,
    size: packed,
    read: (offset, length) => source.read(header + start + offset, Math.min(length, packed - offset)),
  };
  if (method === 0 && packed === size) return stored;
  if (method !== 8) throw new Unreadable('it is packed in a way that is not known');
  if (size > packed * mostExpansion + 64)
    throw new Unreadable(`it claims to expand ${packed} bytes to ${size}, more than deflate can`);
  return inflated(stored, size);
}

/** Packed bytes that are expanded at a time. */
const step = 64 * 1024;
/** What is read first is read again: the header. */
const kept = 128 * 1024;

/** The expanded bytes, in rising order; what was read before is gone, but for the beginning. */
function inflated(packed: ByteSource, size: number): ByteSource {
  const beginning = new Uint8Array(Math.min(kept, size));
  let ready: Uint8Array[] = [];
  // Where the first byte of `ready` lies, where the last ends, and what was taken of the packed ones.
  const place = { from: 0, to: 0, taken: 0 };
  const inflater = new fflate.Inflate((chunk) => {
    if (place.to < beginning.length) beginning.set(chunk.subarray(0, beginning.length - place.to), place.to);
    place.to += chunk.length;
    if (place.to > size) throw new Unreadable('it contains more than the directory of the archive says');
    ready.push(chunk);
  });
  const more = async (): Promise<void> => {
    const part = await packed.read(place.taken, step);
    place.taken += part.length;
    try {
      inflater.push(part, place.taken >= packed.size);
    } catch (error) {
      throw error instanceof Unreadable ? error : new Unreadable('its packed bytes are broken');
    }
  };
  return {
    name: packed.name,
    size,
    read: async (offset, length) => {
      while (place.to < Math.min(offset + length, size) && place.taken < packed.size) await more();
      const end = Math.min(offset + length, size);
      if (end <= Math.min(beginning.length, place.to)) return beginning.slice(offset, end);
      if (offset < place.from) throw new Error('packed arrays are read from front to back');
      const out = new Uint8Array(Math.max(0, Math.min(end, place.to) - offset));
      let at = place.from;
      for (const chunk of ready) {
        const first = Math.max(offset, at);
        const last = Math.min(end, at + chunk.length);
        if (first < last) out.set(chunk.subarray(first - at, last - at), first - offset);
        at += chunk.length;
      }
      while (ready[0] !== undefined && place.from + ready[0].length <= offset) {
        place.from += ready[0].length;
        ready = ready.slice(1);
      }
      return out;
    },
  };
}
