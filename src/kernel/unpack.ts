/** What Node's zlib unpacks, within a bound that is kept while it expands. */
import * as zlib from 'node:zlib';

/** Whether this Node can unpack Zstandard: 22.15, 23.8 and newer can. */
export const hasZstd = typeof zlib.zstdDecompressSync === 'function';

/** What Zstandard's frames expand to (RFC 8878); `undefined` where they are broken, or would expand to more than `most` bytes. Needs `hasZstd`. */
export function unzstd(bytes: Uint8Array, most: number): Uint8Array | undefined {
  return expanded(() => zlib.zstdDecompressSync(bytes, { maxOutputLength: atLeastOne(most) }));
}

/** What gzip's members expand to (RFC 1952); `undefined` where they are broken, or would expand to more than `most` bytes. */
export function gunzip(bytes: Uint8Array, most: number): Uint8Array | undefined {
  return expanded(() => zlib.gunzipSync(bytes, { maxOutputLength: atLeastOne(most) }));
}

/** What a bare deflate stream expands to (RFC 1951); `undefined` where it is broken, `more` where it would expand to more than `most` bytes. */
export function inflateRaw(bytes: Uint8Array, most: number): Uint8Array | 'more' | undefined {
  try {
    return zlib.inflateRawSync(bytes, { maxOutputLength: atLeastOne(most) });
  } catch (error) {
    return error instanceof RangeError ? 'more' : undefined;
  }
}

/** zlib takes no limit of 0. */
function atLeastOne(most: number): number {
  return Math.max(1, most);
}

function expanded(unpack: () => Uint8Array): Uint8Array | undefined {
  try {
    return unpack();
  } catch {
    return undefined;
  }
}
