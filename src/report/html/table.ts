import { inline, type Frame } from './inline.ts';
import { el, type Html } from './markup.ts';
import type { Inline, PageColumn, Table } from './model.ts';

/**
 * A table whose rows become cards on a narrow screen. The roles say again what the elements are, for a style that is not a table's
 * takes that from them.
 */
export function table({ title, columns, rows, filtered = false }: Table, frame: Frame): Html {
  const heads = columns.map((column) =>
    el('th', { scope: 'col', role: 'columnheader', class: classOf(column) }, column.title),
  );
  const body = rows.map((row) =>
    el('tr', { role: 'row' }, ...columns.map((column, at) => cell(column, row[at], at === 0, frame))),
  );
  return el(
    'table',
    { role: 'table', 'data-filtered': filtered },
    el('caption', '', title),
    el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, heads)),
    el('tbody', { role: 'rowgroup' }, body),
  );
}

function cell(column: PageColumn, content: Inline, first: boolean, frame: Frame): Html {
  const isCode = column.code === true && typeof content === 'string';
  const shown = inline(isCode ? { code: content } : content, frame);
  const empty = !first && shown.text === '';
  const own = { 'data-label': column.title, class: `${classOf(column)}${empty ? ' none' : ''}`.trim() };
  const inner = el('div', '', empty ? '–' : shown);
  return first
    ? el('th', { scope: 'row', role: 'rowheader', ...own }, inner)
    : el('td', { role: 'cell', ...own }, inner);
}

function classOf({ align, tight = false }: PageColumn): string {
  return align === 'right' ? 'num' : tight ? 'tight' : '';
}
