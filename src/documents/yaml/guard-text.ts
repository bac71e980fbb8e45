/** What PyYAML's scanner refuses of a text as a whole, whatever its nodes are. */
import { EVENT_ID, type Event } from 'js-yaml';
import { unreadable } from './problem.ts';

/** The start of the first line that is neither blank nor a comment. In one step for each line: a repeat of lines would keep all of them on a stack. */
const firstWritten = /^(?!\uFEFF?[ \t]*(?:#|$))/m;

export function guardText(source: string): void {
  // U+0085, U+2028 and U+2029 end a line in YAML 1.1, and are plain characters in 1.2
  const newLine = /[\u0085\u2028\u2029]/.exec(source);
  if (newLine !== null) {
    throw unreadable(
      'PyYAML takes this character for a line break',
      newLine.index,
      newLine.index + 1,
      'remove it, or escape it in double quotes',
    );
  }
  const first = firstWritten.exec(source)?.index ?? source.length;
  if (/^\.\.\.(?:\s|$)/.test(source.slice(first, first + 4)))
    throw refused('a document cannot start with "..."', first, first + 3);
  // js-yaml skips a byte order mark behind the end of a document, PyYAML takes it for text
  const mark = source.indexOf('\uFEFF', 1);
  if (mark >= 0 && /^\.\.\.(?:\s|$)/m.test(source.slice(0, mark))) {
    throw refused('a byte order mark behind "..."', mark);
  }
}

/** scanner.py check_document_start: a marker at the start of a line ends the document, even inside of brackets and quotes. */
export function guardMarkers(original: string, events: readonly Event[]): void {
  if (!original.includes('---') && !original.includes('...')) return;
  const known = events.reduce(
    (count, event) =>
      event.type === EVENT_ID.DOCUMENT
        ? count + Number(event.explicitStart) + Number(event.explicitEnd)
        : count,
    0,
  );
  // a byte order mark takes no column
  const markers = [...original.matchAll(/(?:^|(?<![^])\uFEFF)(?:---|\.\.\.)(?=\s|$)/gm)];
  const extra = markers[known];
  // js-yaml takes "---" in the first line for a marker even when blanks stand before it
  if (markers.length < known) throw refused('blanks before the document marker', 0);
  if (extra !== undefined) throw refused(`the document marker "${extra[0]}" at this place`, extra.index);
}

export function refused(message: string, at: number, end = at + 1, help?: string) {
  return unreadable(`PyYAML refuses this: ${message}`, at, end, help);
}
