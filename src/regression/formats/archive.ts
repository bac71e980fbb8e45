import { unzipSync } from 'fflate';

/** Sum of the unpacked parts that are read: an archive may say it holds more than any evaluation does. */
const largestContent = 512 * 1024 * 1024;
/** Sum of the packed parts: what unpacking may cost, should an archive lie about the size. */
const largestPacked = 32 * 1024 * 1024;

/** The parts of a zip whose names are wanted; none where the archive is broken or too large. */
export function unpack(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> {
  let left = largestContent;
  let packed = largestPacked;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (!wanted(name)) return false;
        left -= originalSize;
        packed -= size;
        // Packing never grows: an archive that says so lies about the size.
        return left > 0 && packed > 0 && size <= originalSize + 1024;
      },
    });
    return left > 0 && packed > 0 ? new Map(Object.entries(files)) : new Map();
  } catch {
    return new Map();
  }
}
