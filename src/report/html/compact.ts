/** Rows of a long table in as few bytes as HTML allows: no cell and no row needs an end there. The explorer's script reads them as they stand. */
import { htmlText } from '../escape.ts';

/** One text, or several below one another. */
export type CompactCell = string | readonly string[];

/** Of which the first cell names its row; empty cells at the end are left out. */
export type CompactRow = readonly CompactCell[];

/** A line for each row. Texts are escaped. */
export function compactRows(rows: readonly CompactRow[]): string {
  return rows.map(compactRow).join('\n');
}

/** A row is drawn once, whoever measures it before it is written. */
const drawn = new WeakMap<CompactRow, string>();

export function compactRow(row: CompactRow): string {
  let line = drawn.get(row);
  if (line === undefined) {
    const cells = row.map(cellText).join('');
    drawn.set(row, (line = `<tr>${cells.replace(/(?:<td>)+$/, '')}`));
  }
  return line;
}

function cellText(cell: CompactCell, at: number): string {
  const texts = typeof cell === 'string' ? [cell] : cell;
  return `${at === 0 ? '<th>' : '<td>'}${texts.map(htmlText).join('<br>')}`;
}
