/**
 * uv.lock is a long list of `[[package]]` blocks, and base and head share nearly all of them: each block is parsed
 * by itself, and a block that was met before is not parsed again. A prefix of a TOML document that is valid by itself
 * ends outside every string, so the pieces say what the whole says; where a piece is not valid, the whole is parsed.
 */
import { type Table, listAt } from './own-values.ts';
import type { LockEntry, Memo } from '../model.ts';
import { type Spot, start } from './places.ts';
import { readToml } from './toml.ts';

export interface Blocks {
  /** What stands before the first block. */
  readonly head: Table;
  readonly entries: readonly LockEntry[];
}

/** `wheels`: what `item` has under that key, where it was left out of it; most of a lock, and read only of packages that changed. */
type EntryOf = (item: unknown, spot: Spot, wheels?: () => readonly unknown[]) => LockEntry;

/** `undefined` where the text cannot be read in pieces. */
export function readBlocks(text: string, entryOf: EntryOf, memo: Memo): Blocks | undefined {
  const [first, ...pieces] = split(text, '[[package]]');
  const head = readToml(first?.text ?? '');
  if (!head.ok) return undefined;
  const entries: LockEntry[] = [];
  for (const { text: block, offset } of pieces) {
    const entry = memo.get(block) ?? parseBlock(block, entryOf, memo);
    if (entry === undefined) return undefined;
    entries.push({ ...entry, line: entry.line + offset });
  }
  return { head: head.data, entries };
}

/** The entry with its line in the block. */
function parseBlock(text: string, entryOf: EntryOf, memo: Memo): LockEntry | undefined {
  const { rest, list } = withoutWheels(text);
  const read = readToml(rest);
  const items = read.ok ? listAt(read.data, 'package') : [];
  if (items.length !== 1) return undefined;
  const wheels = list === undefined ? undefined : (): readonly unknown[] => wheelsIn(list);
  const entry = entryOf(items[0], versionSpot(text), wheels);
  memo.set(text, entry);
  return entry;
}

const opening = '\nwheels = [\n';
const closing = '\n]\n';
/** As uv writes a file; whatever is written otherwise is parsed with its block. */
const text = String.raw`"[^"\\\p{Cc}]*"`;
const plainLine = new RegExp(
  String.raw`^ {4}\{ (?:(?:url|path) = ${text}(?:, filename = ${text})?|filename = ${text})(?:, hash = ${text})?(?:, size = \d{1,15})?(?:, upload-time = ${text})? \},$`,
  'u',
);

/** The block without the list of its wheels, where that is the block's own and plain in every line. */
function withoutWheels(text: string): { readonly rest: string; readonly list?: string } {
  const from = text.indexOf(opening);
  const to = from < 0 ? -1 : text.indexOf(closing, from);
  const isOnly = text.indexOf('wheels') === from + 1 && !text.includes('wheels', to);
  const isOwn = to >= 0 && isOnly && !/\n[ \t]*\[/.test(text.slice(0, from));
  if (!isOwn) return { rest: text };
  const list = text.slice(from + opening.length, to);
  const isPlain = list.split('\n').every((line) => plainLine.test(line));
  return isPlain ? { rest: text.slice(0, from + 1) + text.slice(to + closing.length), list } : { rest: text };
}

function wheelsIn(list: string): readonly unknown[] {
  const read = readToml(`wheels = [\n${list}\n]\n`);
  return read.ok ? listAt(read.data, 'wheels') : [];
}

function versionSpot(text: string): Spot {
  const match = /\nversion *= */.exec(text);
  if (match === null) return start;
  return { line: countLines(text.slice(0, match.index)) + 2, column: match[0].length };
}

interface Piece {
  readonly text: string;
  /** Lines before it. */
  readonly offset: number;
}

/** At lines that are the header and nothing else. */
function split(text: string, header: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  let offset = 0;
  for (let found = text.indexOf(header); found >= 0; found = text.indexOf(header, found + 1)) {
    const isLine =
      (found === 0 || text[found - 1] === '\n') && /[\r\n]/.test(text[found + header.length] ?? '\n');
    if (!isLine) continue;
    const piece = text.slice(from, found);
    pieces.push({ text: piece, offset });
    offset += countLines(piece);
    from = found;
  }
  return [...pieces, { text: text.slice(from), offset }];
}

function countLines(text: string): number {
  let lines = 0;
  for (let found = text.indexOf('\n'); found >= 0; found = text.indexOf('\n', found + 1)) lines++;
  return lines;
}
