import { displayWidth, padTo, wrap } from './width.ts';

/** Narrowest column, in terminal columns. */
const narrowest = 6;
const gap = '  ';

/** Rows as lines of text of at most `width` columns, if there is any way: cells of wide columns wrap. One entry a row. */
export function tableLines(
  rows: readonly (readonly string[])[],
  aligns: readonly ('left' | 'right')[],
  width: number,
): string[][] {
  const widths = columnWidths(rows, aligns.length, width);
  return rows.map((row) => rowLines(row, aligns, widths));
}

/** Rows for columns where otherwise words would be broken: a few rows of many numbers are read better side by side. */
export function turnedToFit(
  rows: readonly (readonly string[])[],
  width: number,
): readonly (readonly string[])[] {
  const turned = (rows[0] ?? []).map((_, at) => rows.map((row) => row[at] ?? ''));
  return wordsFit(rows, width) || !wordsFit(turned, width) ? rows : turned;
}

function wordsFit(rows: readonly (readonly string[])[], width: number): boolean {
  const words = widest(rows, rows[0]?.length ?? 0, longestWord);
  return words.reduce((sum, one) => sum + one + gap.length, -gap.length) <= width;
}

function longestWord(text: string): number {
  return Math.max(...text.split(' ').map(displayWidth));
}

/** As wide as they need; the widest give way until the row fits, and no word is broken before all others have given way. */
function columnWidths(rows: readonly (readonly string[])[], columns: number, width: number): number[] {
  const widths = widest(rows, columns, displayWidth);
  const words = widest(rows, columns, longestWord);
  let over = widths.reduce((sum, one) => sum + one + gap.length, -gap.length) - width;
  for (const least of [words, widths.map(() => narrowest)]) {
    for (; over > 0; over--) {
      const victim = widestAbove(widths, least);
      if (victim === undefined) break;
      widths[victim] = (widths[victim] ?? 0) - 1;
    }
  }
  return widths;
}

function widest(
  rows: readonly (readonly string[])[],
  columns: number,
  measure: (text: string) => number,
): number[] {
  return Array.from({ length: columns }, (_, i) =>
    rows.reduce((most, row) => Math.max(most, measure(row[i] ?? '')), 1),
  );
}

function widestAbove(widths: readonly number[], least: readonly number[]): number | undefined {
  const spare = widths.map((width, i) => (width > Math.max(narrowest, least[i] ?? 0) ? width : 0));
  const most = Math.max(...spare);
  return most > 0 ? spare.indexOf(most) : undefined;
}

function rowLines(
  row: readonly string[],
  aligns: readonly ('left' | 'right')[],
  widths: readonly number[],
): string[] {
  const cells = aligns.map((_, i) => wrap(row[i] ?? '', widths[i] ?? narrowest));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((lines, i) => padTo(lines[line] ?? '', widths[i] ?? narrowest, aligns[i]))
      .join(gap)
      .trimEnd(),
  );
}
