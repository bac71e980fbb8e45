import { zstdCompressSync } from 'node:zlib';

interface Part {
  readonly name: string;
  readonly data: Uint8Array;
  /** What the directory says that it expands to. */
  readonly says?: number;
}

/** A zip whose parts are packed with Zstandard, as newer releases of inspect write it (APPNOTE.TXT 4.3, method 93). */
export function zstdZip(parts: readonly Part[]): Uint8Array {
  const bodies: Buffer[] = [];
  const listing: Buffer[] = [];
  let offset = 0;
  for (const { name, data, says = data.length } of parts) {
    const packed = zstdCompressSync(data);
    const head = header(name, packed.length, says);
    const body = Buffer.concat([mark(0x04034b50), head, Buffer.alloc(2), Buffer.from(name), packed]);
    const place = Buffer.alloc(12);
    place.writeUInt32LE(offset, 8);
    listing.push(
      Buffer.concat([
        mark(0x02014b50),
        Buffer.from([63, 0]),
        head,
        Buffer.alloc(4),
        place,
        Buffer.from(name),
      ]),
    );
    bodies.push(body);
    offset += body.length;
  }
  return Buffer.concat([...bodies, ...listing, end(parts.length, Buffer.concat(listing).length, offset)]);
}

/** What both headers of a part have in common, from "version needed" to the length of its name. */
function header(name: string, packed: number, size: number): Buffer {
  const head = Buffer.alloc(24);
  head.writeUInt16LE(63, 0);
  head.writeUInt16LE(93, 4);
  head.writeUInt32LE(packed, 14);
  head.writeUInt32LE(size, 18);
  head.writeUInt16LE(Buffer.byteLength(name), 22);
  return head;
}

function end(count: number, length: number, offset: number): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(length, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}

function mark(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
