/** Several byte strings as one, each behind its length and filled up to a multiple of eight. */

export function joined(parts: readonly Uint8Array[]): Buffer {
  return Buffer.concat(parts.flatMap((part) => [lengthOf(part), part, Buffer.alloc(-part.length & 7)]));
}

function lengthOf({ length }: Uint8Array): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(length);
  return bytes;
}

/** The first `count` of them, and where what follows begins; `undefined` where they are not whole. */
export function partsOf(bytes: Buffer, count: number): { parts: Buffer[]; end: number } | undefined {
  const parts: Buffer[] = [];
  let end = 0;
  while (parts.length < count) {
    if (end + 8 > bytes.length) return undefined;
    const length = bytes.readDoubleLE(end);
    if (!Number.isSafeInteger(length) || length < 0 || end + 8 + length > bytes.length) return undefined;
    parts.push(bytes.subarray(end + 8, end + 8 + length));
    end += 8 + length + (-length & 7);
  }
  return { parts, end };
}
