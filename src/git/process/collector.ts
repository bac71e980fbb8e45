/** Gathers what a process prints. */
export interface Collector {
  readonly add: (chunk: Buffer) => void;
  readonly bytes: () => Buffer;
}

/** Keeps as many whole chunks as fit into `limit` bytes; what is beyond is reported and dropped. */
export function collector(limit: number, onOverflow: () => void): Collector {
  const chunks: Buffer[] = [];
  let size = 0;
  const add = (chunk: Buffer) => {
    size += chunk.length;
    if (size > limit) onOverflow();
    else chunks.push(Buffer.from(chunk));
    endAsLine(chunk);
  };
  return { add, bytes: () => Buffer.concat(chunks) };
}

/** exec goes on to look for lines in the chunk, in quadratic time where there are none: hand it one, we have our copy. */
function endAsLine(chunk: Buffer): void {
  chunk.fill(0);
  chunk.write('\r\n', Math.max(0, chunk.length - 2));
}
