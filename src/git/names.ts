import { isAscii } from 'node:buffer';
import { UserError } from '../kernel/user-error.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A file or ref name as text: UTF-8 as it stands; a name in another encoding with `\xE4` for each byte beyond ASCII. */
export function decodeName(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : escaped(byte))).join('');
  }
}

function escaped(byte: number): string {
  return `\\x${byte.toString(16).toUpperCase()}`;
}

export interface Fields {
  /** A character for each byte. */
  readonly fields: readonly string[];
  /** How a name in one of them reads. */
  nameOf(text: string): string;
}

/** The pieces between NUL bytes, for long lists: names are ASCII in all but few repositories, and then read as they are written. */
export function fieldsOf(bytes: Buffer): Fields {
  return fieldsIn(bytes.toString('latin1'), isAscii(bytes));
}

/** The same of a text with a character for each byte. */
export function fieldsIn(text: string, isPlain: boolean): Fields {
  const fields = text.split('\0');
  if (fields.at(-1) === '') fields.pop();
  return { fields, nameOf: (name) => (isPlain ? name : decodeName(Buffer.from(name, 'latin1'))) };
}

/** The pieces between NUL bytes; a last piece without one counts too. */
export function splitNul(bytes: Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  let start = 0;
  for (let end = bytes.indexOf(0); end >= 0; end = bytes.indexOf(0, start)) {
    pieces.push(bytes.subarray(start, end));
    start = end + 1;
  }
  if (start < bytes.length) pieces.push(bytes.subarray(start));
  return pieces;
}

/** A name for a message: control characters made visible, cut at 200. */
export function visibleName(name: string): string {
  const visible = name.replaceAll(
    /[\p{Cc}\p{Zl}\p{Zp}]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return visible.length > 200 ? `${visible.slice(0, 200)}…` : visible;
}

/** For two files whose names read alike: the wrong one of them could be judged. */
export function ambiguous(path: string): UserError {
  return new UserError(`two files have a name that reads as ${visibleName(path)}`, {
    place: { file: path },
    help: 'Rename them: use UTF-8 for file names.',
  });
}
