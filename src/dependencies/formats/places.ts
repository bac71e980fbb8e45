/** Places in a text whose parser keeps none. */

export interface Spot {
  readonly line: number;
  readonly column: number;
}

export const start: Spot = { line: 1, column: 1 };

/**
 * Places of the entries of a list whose header lines are alike: for every line that `isHeader` takes, the place of
 * the first line after it (before the next header) that `key` matches, else of the header itself.
 */
export function entrySpots(text: string, isHeader: (line: string) => boolean, key: RegExp): readonly Spot[] {
  const spots: Spot[] = [];
  let found = true;
  forEachLine(text, (line, number) => {
    if (isHeader(line)) {
      spots.push({ line: number, column: 1 });
      found = false;
    } else if (!found) {
      const match = key.exec(line);
      if (match === null) return;
      spots[spots.length - 1] = { line: number, column: match[0].length + 1 };
      found = true;
    }
  });
  return spots;
}

export function forEachLine(text: string, visit: (line: string, number: number) => void): void {
  let from = 0;
  for (let number = 1; from <= text.length; number++) {
    const newline = text.indexOf('\n', from);
    const end = newline < 0 ? text.length : newline;
    visit(text.slice(from, text[end - 1] === '\r' ? end - 1 : end), number);
    from = end + 1;
  }
}

/** Scanning more than this many characters for places is left to hostile files: their findings point at the first line. */
const scanBudget = 100_000_000;

/**
 * Finds texts one after another: each call gives the place of the next unused occurrence, so that equal texts in
 * document order get places of their own; from `begin` on. The place of the file's start where there is none.
 */
export function locator(text: string, begin = 0): (...needles: readonly string[]) => Spot {
  const lineStarts = startsOfLines(text);
  const used = new Map<string, number>();
  let budget = scanBudget;
  return (...needles) => {
    for (const needle of needles) {
      const from = used.get(needle) ?? begin;
      const offset = budget > 0 ? text.indexOf(needle, from) : -1;
      budget -= (offset < 0 ? text.length : offset) - from;
      if (offset < 0) continue;
      used.set(needle, offset + needle.length);
      return spotAt(lineStarts, offset);
    }
    return start;
  };
}

/** The same for texts that come in document order: each is looked for after the last one found. */
export function orderedLocator(text: string): (...needles: readonly string[]) => Spot {
  const lineStarts = startsOfLines(text);
  let cursor = 0;
  let misses = 0;
  return (...needles) => {
    for (const needle of needles) {
      const offset = misses > 100 ? -1 : text.indexOf(needle, cursor);
      if (offset < 0) continue;
      cursor = offset + needle.length;
      return spotAt(lineStarts, offset);
    }
    misses++;
    return start;
  };
}

function startsOfLines(text: string): readonly number[] {
  const starts = [0];
  for (let from = text.indexOf('\n'); from >= 0; from = text.indexOf('\n', from + 1)) starts.push(from + 1);
  return starts;
}

function spotAt(lineStarts: readonly number[], offset: number): Spot {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}
