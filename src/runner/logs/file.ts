/** A log on disk: searched as bytes in bounded memory, and decoded only where a line has what is looked for. */
import { asUserError } from '../../kernel/system-error.ts';
import { UserError } from '../../kernel/user-error.ts';
import type { LogLine } from '../../ports/request-logs.ts';
import { unpacked } from './unpacked.ts';

/** Longest line, and largest document that is not written by lines, in bytes: it is parsed as a whole. */
const longest = 128 * 1024 * 1024;

/** Bytes that show how a file is written. */
const headBytes = 64 * 1024;

const newline = 10;

/** `name` is for messages. */
export async function* linesIn(
  name: string,
  file: string,
  texts: readonly string[],
): AsyncGenerator<LogLine> {
  const needles = texts.map((text) => Buffer.from(text));
  let number = 1;
  let isWhole: boolean | undefined;
  try {
    for await (const block of wholeLines(
      name,
      unpacked(name, file),
      (head) => (isWhole = isDocument(head)),
    )) {
      for (const { line, text } of linesWith(block, needles, isWhole === true))
        yield { log: name, number: number + line, text };
      number += newlinesIn(block, block.length);
    }
  } catch (error) {
    throw asUserError(error) ?? error;
  }
}

/** Blocks that end with a line; a document is one block. `decide` is given the first bytes. */
async function* wholeLines(
  name: string,
  chunks: AsyncIterable<Buffer>,
  decide: (head: Buffer) => boolean,
): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let bytes = 0;
  let isWhole: boolean | undefined;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    bytes += chunk.length;
    if (isWhole === undefined && bytes < headBytes) continue;
    isWhole ??= decide(Buffer.concat(waiting));
    const end = isWhole ? 0 : lastLineEnd(waiting);
    if (end > 0) {
      const all = Buffer.concat(waiting);
      yield all.subarray(0, end);
      waiting = [all.subarray(end)];
      bytes = all.length - end;
    }
    if (bytes > longest) throw tooLong(name, isWhole);
  }
  const rest = Buffer.concat(waiting);
  if (isWhole === undefined) decide(rest);
  if (rest.length > 0) yield rest;
}

/** Behind the last line that has come to its end; 0 for none. Only the newest piece can have one. */
function lastLineEnd(pieces: readonly Buffer[]): number {
  const last = pieces.at(-1) ?? Buffer.alloc(0);
  const at = last.lastIndexOf(newline);
  return at < 0 ? 0 : pieces.slice(0, -1).reduce((sum, { length }) => sum + length, 0) + at + 1;
}

function tooLong(name: string, isWhole: boolean): UserError {
  const what = isWhole ? 'is one document' : 'has a line';
  return new UserError(`${name} ${what} of more than ${longest} bytes`, {
    help: isWhole ? "Write an entry a line: jq -c '.[]'." : 'Write an entry a line.',
  });
}

/** Not a line that begins with a time in brackets. */
const beginsDocument = /^\s*(?:\[\s*(?:$|[{["])|\{\s*(?:$|"))/;

/** Whether the first line is only a part of a JSON document. */
function isDocument(head: Buffer): boolean {
  const end = head.indexOf(newline);
  const first = head.toString('utf8', 0, end < 0 ? head.length : end).trimEnd();
  return end >= 0 && beginsDocument.test(first) && !isJson(first);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Each line once, in their order. `line`: newlines before it. */
function* linesWith(
  block: Buffer,
  needles: readonly Buffer[],
  isWhole: boolean,
): Generator<{ readonly line: number; readonly text: string }> {
  const next = needles.map((needle) => block.indexOf(needle));
  for (let from = 0; ;) {
    for (const [at, needle] of needles.entries())
      if ((next[at] ?? -1) >= 0 && (next[at] ?? -1) < from) next[at] = block.indexOf(needle, from);
    const hit = Math.min(...next.filter((one) => one >= 0));
    if (!Number.isFinite(hit)) return;
    if (isWhole) return yield { line: 0, text: block.toString('utf8') };
    const start = block.lastIndexOf(newline, hit) + 1;
    const end = block.indexOf(newline, hit);
    yield {
      line: newlinesIn(block, start),
      text: block.toString('utf8', start, end < 0 ? block.length : end).replace(/\r$/, ''),
    };
    if (end < 0) return;
    from = end + 1;
  }
}

function newlinesIn(block: Buffer, end: number): number {
  let count = 0;
  for (let at = 0; at < end; at += 1) if (block[at] === newline) count += 1;
  return count;
}
