/** The content of a file, whatever it is packed with, piece by piece. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, type Transform } from 'node:stream';
import * as zlib from 'node:zlib';
import { asUserError } from '../../kernel/system-error.ts';
import { hasZstd } from '../../kernel/unpack.ts';
import { UserError } from '../../kernel/user-error.ts';

/** `name` is for messages. Throws a UserError for what cannot be read or unpacked. */
export async function* unpacked(name: string, file: string): AsyncGenerator<Buffer> {
  const { start, bytes } = await headOf(file);
  if (start.startsWith('1f8b')) return yield* unpackedBy('gzip', name, file, 0);
  // The one magic number of RFC 8878; a file may also begin with a frame that is skipped.
  if (!/^(?:28b52ffd|5.2a4d18)/.test(start)) return yield* readFrom(file, 0);
  if (!hasZstd)
    throw new UserError(`${name} is packed with Zstandard, which this Node cannot unpack`, {
      help: `Use Node 22.15 or newer, or unpack it: zstd -d ${name}`,
    });
  // Node ends with the first frame: the next begins where that has stopped to read.
  for (let at = 0; at < bytes;) at += yield* unpackedBy('zstd', name, file, at);
}

async function headOf(file: string): Promise<{ readonly start: string; readonly bytes: number }> {
  const handle = await open(file).catch((cause: unknown) => {
    throw new UserError(`${file} cannot be opened`, {
      help: 'Give the right to read it; a name that is not UTF-8 must be changed.',
      cause,
    });
  });
  try {
    const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return { start: buffer.toString('hex'), bytes: (await handle.stat()).size };
  } finally {
    await handle.close();
  }
}

async function* readFrom(file: string, start: number): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(file, { start, highWaterMark: 1 << 20 }))
    if (Buffer.isBuffer(chunk)) yield chunk;
}

const unpackers: Readonly<Record<'gzip' | 'zstd', () => Transform & { readonly bytesWritten: number }>> = {
  gzip: () => zlib.createGunzip({ chunkSize: 1 << 20 }),
  zstd: () => zlib.createZstdDecompress({ chunkSize: 1 << 20 }),
};

/** Returns how many bytes of the file it has read. */
async function* unpackedBy(
  pack: keyof typeof unpackers,
  name: string,
  file: string,
  start: number,
): AsyncGenerator<Buffer, number> {
  const unpack = unpackers[pack]();
  const source = createReadStream(file, { start, highWaterMark: 1 << 20 });
  pipeline(source, unpack, () => undefined);
  try {
    for await (const chunk of unpack) if (Buffer.isBuffer(chunk)) yield chunk;
  } catch (cause) {
    throw (
      asUserError(cause) ??
      new UserError(`${name} is packed with ${pack}, and cut off or damaged`, {
        help: 'Fetch it again.',
        cause,
      })
    );
  } finally {
    source.destroy();
  }
  if (unpack.bytesWritten > 0) return unpack.bytesWritten;
  throw new UserError(`${name} is packed with ${pack}, and damaged`, { help: 'Fetch it again.' });
}
