/** Rows of a long table in as few bytes as HTML allows: no cell and no row needs an end there. The explorer's script reads them as they stand. */
import { htmlText } from '../escape.ts';

/** One text, or several below one another. */
export type CompactCell = string | readonly string[];

/** Of which the first cell names its row; empty cells at the end are left out. */
export type CompactRow = readonly CompactCell[];

/** A line for each row. Texts are escaped. */
export function compactRows(rows: readonly CompactRow[]): string {
  return rows
    .map(
      (row) =>
        `<tr>${row
          .map(cellText)
          .join('')
          .replace(/(?:<td>)+$/, '')}`,
    )
    .join('\n');
}

function cellText(cell: CompactCell, at: number): string {
  const texts = typeof cell === 'string' ? [cell] : cell;
  return `${at === 0 ? '<th>' : '<td>'}${texts.map(htmlText).join('<br>')}`;
}
