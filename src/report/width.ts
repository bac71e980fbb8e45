/** Columns that text takes in a terminal: roughly UAX #11, East Asian wide and emoji two, combining marks none. */

const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18AFF}\u{1B000}-\u{1B2FF}\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}/u;
const none = /^[\p{M}\uFE0F\u200D]$/u;

/** Of one column each, as nearly all that a report says. */
// oxlint-disable-next-line no-control-regex -- they take one too
const narrow = /^[\0-\u02FF]*$/;

/** How many columns the text takes. */
export function displayWidth(text: string): number {
  if (narrow.test(text)) return text.length;
  let width = 0;
  for (const char of text) width += charWidth(char);
  return width;
}

function charWidth(char: string): number {
  if (char < '\u0300') return 1;
  if (none.test(char)) return 0;
  return wide.test(char) ? 2 : 1;
}

/** The text and spaces up to `width` columns. */
export function padTo(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const pad = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'left' ? text + pad : pad + text;
}

/** Lines of at most `width` columns: broken at spaces, a longer word anywhere. At least one line. */
export function wrap(text: string, width: number): string[] {
  if (displayWidth(text) <= width && !text.includes('  ') && !text.startsWith(' ')) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/)) {
    if (line !== '' && displayWidth(line) + 1 + displayWidth(word) > width) {
      lines.push(line);
      line = '';
    }
    const pieces = breakWord(line === '' ? word : `${line} ${word}`, width);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  return [...lines, line];
}

function breakWord(word: string, width: number): string[] {
  if (displayWidth(word) <= width) return [word];
  const pieces = [''];
  let used = 0;
  for (const char of word) {
    const size = charWidth(char);
    if (used + size > Math.max(2, width)) {
      pieces.push('');
      used = 0;
    }
    pieces[pieces.length - 1] += char;
    used += size;
  }
  return pieces;
}
