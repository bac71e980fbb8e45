/** What `git cat-file --batch` answers: `<oid> <type> <size>\n<content>\n`, or `<name> missing\n`. */

export interface Answer {
  readonly oid: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** Absent where there are more than were asked for. */
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
    let rest = chunks.length === 1 ? chunk.subarray(passed) : Buffer.concat(chunks);
    needed = 0;
    while (rest.length > 0) {
      const end = rest.indexOf(10);
      if (end < 0) break;
      const header = headerOf(rest.toString('utf8', 0, end));
      const start = end + 1;
      if (header === undefined) {
        found(undefined);
        rest = rest.subarray(start);
        continue;
      }
      const stop = start + header.size + 1;
      if (header.size > maxBytes()) {
        found(header);
        skipped = Math.max(0, stop - rest.length);
      } else if (stop > rest.length) {
        needed = stop;
        break;
      } else found({ ...header, bytes: Buffer.from(rest.subarray(start, stop - 1)) });
      rest = rest.subarray(stop);
    }
    chunks = [rest];
    length = rest.length;
  };
}

function headerOf(line: string): Header | undefined {
  const [, oid, type = '', size = ''] = /^([0-9a-f]{40,64}) ([a-z]+) (\d+)$/.exec(line) ?? [];
  return oid === undefined ? undefined : { oid, type, size: Number(size) };
}
