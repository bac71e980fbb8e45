import { unreadable } from '../yaml/problem.ts';

const escapes = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** The JSON string that starts at the quote at `start`. Throws Unreadable. */
export function readString(text: string, start: number): { value: string; end: number } {
  let value = '';
  let at = start + 1;
  for (;;) {
    // oxlint-disable-next-line no-control-regex -- JSON forbids exactly these
    const run = /[^"\\\u0000-\u001F]*/y;
    run.lastIndex = at;
    const plain = run.exec(text)?.[0] ?? '';
    value += plain;
    at += plain.length;
    if (text[at] === '"') return { value, end: at + 1 };
    if (text[at] !== '\\') throw badCharacter(text, start, at);
    const escape = readEscape(text, at);
    value += escape.value;
    at = escape.end;
  }
}

function readEscape(text: string, at: number): { value: string; end: number } {
  const letter = text[at + 1] ?? '';
  const simple = escapes.get(letter);
  if (simple !== undefined) return { value: simple, end: at + 2 };
  const hex = text.slice(at + 2, at + 6);
  if (letter === 'u' && /^[0-9a-fA-F]{4}$/.test(hex)) {
    return { value: String.fromCharCode(Number.parseInt(hex, 16)), end: at + 6 };
  }
  throw unreadable(`JSON: \\${letter} is no escape`, at, at + 2, 'write a backslash as \\\\');
}

function badCharacter(text: string, start: number, at: number) {
  if (at >= text.length) return unreadable('JSON: the string has no closing quote', start, at);
  return unreadable(
    'JSON: a control character inside a string',
    at,
    at + 1,
    'write it as \\n, \\t or \\u00XX',
  );
}
