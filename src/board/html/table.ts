import { grouped } from '../../kernel/text.ts';
import type { Cut } from '../model.ts';
import { html, nothing, type Html } from './markup.ts';

export interface TableColumn {
  readonly title: string;
  readonly numeric?: boolean;
  /** Short words that are never broken. */
  readonly tight?: boolean;
}

export interface TableShape {
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Html[])[];
  /** The filter of the page looks at its rows. */
  readonly filtered?: boolean;
}

/**
 * A table whose rows become cards on a narrow screen. The roles say again what the elements are, for a style that is no table's
 * takes that from them. The first cell names its row.
 */
export function table({ caption, columns, rows, filtered = false }: TableShape): Html {
  const heads = columns.map(
    (column) => html`<th scope="col" role="columnheader" ${classOf(column)}>${column.title}</th>`,
  );
  return html`<table role="table" ${filtered ? html` data-filtered` : nothing}>
    <caption>
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${heads}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map((cells) => rowOf(cells, columns))}
    </tbody>
  </table> `;
}

function rowOf(cells: readonly Html[], columns: readonly TableColumn[]): Html {
  const shown = cells.map((cell, at) => {
    const column = columns[at] ?? { title: '' };
    const attributes = html` data-label="${column.title}"${classOf(column, at > 0 && cell.text === '')}`;
    if (at === 0) return html`<th scope="row" role="rowheader" ${attributes}><div>${cell}</div></th>`;
    const empty = cell.text === '';
    return html`<td role="cell" ${attributes}><div>${empty ? html`–` : cell}</div></td>`;
  });
  return html`<tr role="row">
    ${shown}
  </tr> `;
}

function classOf({ numeric = false, tight = false }: TableColumn, blank = false): Html {
  const names = [...(numeric ? ['num'] : tight ? ['tight'] : []), ...(blank ? ['none'] : [])];
  return names.length === 0 ? nothing : html` class="${names.join(' ')}"`;
}

/** Says what a list leaves out; nothing where it is whole. */
export function cutNote({ shown, total }: Cut<unknown>, what: string, more: string): Html {
  if (shown.length >= total) return nothing;
  return html`<p class="cut">${grouped(shown.length)} of ${grouped(total)} ${what} are shown. ${more}</p> `;
}
