import { unreadable } from '../yaml/problem.ts';

/** Index of the closing quote of the string that opens at `start`; the text's end when there is none. */
export function endOfString(text: string, start: number): number {
  let i = start + 1;
  for (;;) {
    i = text.indexOf('"', i);
    if (i < 0) return text.length;
    let slashes = 0;
    while (text.charCodeAt(i - 1 - slashes) === 0x5c) slashes++;
    if (slashes % 2 === 0) return i;
    i++;
  }
}

/** What stands between the quotes at `start` and `end` in a text that is known to be JSON. */
export function stringBetween(text: string, start: number, end: number): string {
  const raw = text.slice(start + 1, end);
  return raw.includes('\\') ? String(JSON.parse(`"${raw}"`)) : raw;
}

// oxlint-disable-next-line no-control-regex -- JSON forbids exactly these
const special = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|[\\\u0000-\u001F]/g;

/** The JSON string that starts at the quote at `start`. Throws Unreadable. */
export function readString(text: string, start: number): { value: string; end: number } {
  const end = endOfString(text, start);
  for (const { 0: found, index } of text.slice(start + 1, end).matchAll(special))
    if (found.length === 1) throw badCharacter(text, start + 1 + index);
  if (end >= text.length) throw unreadable('JSON: the string has no closing quote', start, text.length);
  return { value: stringBetween(text, start, end), end: end + 1 };
}

function badCharacter(text: string, at: number) {
  if (text[at] === '\\')
    return unreadable(
      `JSON: \\${text[at + 1] ?? ''} is not an escape`,
      at,
      at + 2,
      'write a backslash as \\\\',
    );
  const help = 'write it as \\n, \\t or \\u00XX';
  return unreadable('JSON: a control character inside a string', at, at + 1, help);
}
