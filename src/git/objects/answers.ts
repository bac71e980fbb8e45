/** What `git cat-file --batch` answers: `<oid> <type> <size>\n<content>\n`, or `<name> missing\n`. */

export interface Answer {
  readonly oid: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** A view of what git printed, to be copied by who keeps it; absent where there are more than were asked for. */
  readonly bytes?: Buffer;
}

interface Header {
  readonly oid: string;
  readonly type: string;
  readonly size: number;
}

/** Takes pieces of any length. `maxBytes` says how much of the answer that comes next is wanted; a larger one is passed over. */
export function answerParser(
  maxBytes: () => number,
  found: (answer: Answer | undefined) => void,
): (chunk: Buffer) => void {
  let chunks: Buffer[] = [];
  let length = 0;
  let needed = 0;
  let skipped = 0;
  return (chunk) => {
    const passed = Math.min(skipped, chunk.length);
    skipped -= passed;
    chunks.push(chunk.subarray(passed));
    length += chunk.length - passed;
    // A large object comes in many pieces: they are joined once, when all of them are here.
    if (length < needed) return;
    const all = chunks.length === 1 ? chunk.subarray(passed) : Buffer.concat(chunks);
    needed = 0;
    let at = 0;
    while (at < all.length) {
      const end = all.indexOf(10, at);
      if (end < 0) break;
      const header = headerOf(all.toString('latin1', at, end));
      const start = end + 1;
      if (header === undefined) {
        found(undefined);
        at = start;
        continue;
      }
      const { oid, type, size } = header;
      const stop = start + size + 1;
      if (size > maxBytes()) {
        found(header);
        skipped = Math.max(0, stop - all.length);
      } else if (stop > all.length) {
        needed = stop - at;
        break;
      } else found({ oid, type, size, bytes: all.subarray(start, stop - 1) });
      at = stop;
    }
    const rest = all.subarray(at);
    chunks = [rest];
    length = rest.length;
  };
}

function headerOf(line: string): Header | undefined {
  const [first, last] = [line.indexOf(' '), line.lastIndexOf(' ')];
  const size = Number(line.slice(last + 1));
  // Of what is not there git prints a word in its place.
  return Number.isNaN(size)
    ? undefined
    : { oid: line.slice(0, first), type: line.slice(first + 1, last), size };
}
