/** What stands in a section, below one another. */
import { chart } from './chart.ts';
import { badge, inline, unlessEmpty, type Frame } from './inline.ts';
import { compactRows } from './compact.ts';
import { all, el, Html, nothing, told } from './markup.ts';
import type { Block } from './model.ts';
import { table } from './table.ts';

/** Those that have something to show. */
export function blocks(shown: readonly Block[], frame: Frame): Html[] {
  return shown.map((one) => ('items' in one && one.items.length === 0 ? nothing : block(one, frame)));
}

function block(one: Block, frame: Frame): Html {
  if (one.kind === 'text') return text(one, frame);
  if (one.kind === 'code') return el('pre', '', el('code', '', one.text));
  if (one.kind === 'list') return list(one, frame);
  if (one.kind === 'chain') return chain(one, frame);
  if (one.kind === 'figures') return figures(one);
  if (one.kind === 'cards') return cards(one, frame);
  if (one.kind === 'fold') return el('details', '', el('summary', '', one.title), blocks(one.blocks, frame));
  if (one.kind === 'explorer') return explorer(one, frame);
  return one.kind === 'table' ? table(one, frame) : chart(one);
}

type Of<K> = Extract<Block, { kind: K }>;

function text({ look, words }: Of<'text'>, frame: Frame): Html {
  const mark = look === 'calm' ? el('span', { 'aria-hidden': 'true' }, '✓ ') : nothing;
  return unlessEmpty(inline(words, frame), (shown) => el('p', look, mark, shown));
}

function list({ look, items }: Of<'list'>, frame: Frame): Html {
  const shown = items.map((item) => el('li', '', inline(item, frame)));
  return look === undefined ? el('ol', '', shown) : el('ul', `findings ${look}`, shown);
}

function chain({ label, items }: Of<'chain'>, frame: Frame): Html {
  const shown = items.map(({ look, of }) => el('li', look, inline(of, frame)));
  return el('ol', { class: 'chain', 'aria-label': label }, shown);
}

function figures({ items }: Of<'figures'>): Html {
  const shown = items.map(({ name, value }) =>
    el('div', '', el('dt', '', told(name, 60)), el('dd', '', value)),
  );
  return el('dl', 'figures', shown);
}

/** Hidden until the script is there to work it. */
function explorer({ table: rows, all: whole, metrics, labels, rest }: Of<'explorer'>, frame: Frame): Html {
  const field = (id: string, label: string, control: Html) =>
    el('div', 'field', el('label', { for: id }, label), control);
  const input = (id: string, type: string) =>
    el('input', { id, type, autocomplete: 'off', spellcheck: 'false' });
  const choice = metrics.map((name) => el('option', { value: name }, name.slice(0, 60)));
  const button = (id: string, label: string) => el('button', { id, type: 'button' }, label);
  return all([
    el(
      'form',
      { id: 'explore', class: 'explore', role: 'search', hidden: true },
      field('q', labels.search, input('q', 'search')),
      metrics.length === 0 ? nothing : field('metric', labels.metric, el('select', { id: 'metric' }, choice)),
      field('from', labels.from, input('from', 'date')),
      field('to', labels.to, input('to', 'date')),
      el('output', { id: 'count', for: 'q from to' }),
    ),
    el('figure', { id: 'curve', hidden: true }, el('span', ''), el('figcaption', { id: 'caption' })),
    el('div', { id: 'rows' }, table(rows, frame)),
    unlessEmpty(inline(rest, frame), (shown) => el('p', { id: 'rest', class: 'cut' }, shown)),
    el('noscript', { id: 'all' }, compact(whole, frame)),
    el(
      'nav',
      { id: 'pages', class: 'explore', 'aria-label': labels.pages, hidden: true },
      button('before', labels.before),
      el('output', { id: 'place' }),
      button('after', labels.after),
    ),
  ]);
}

/** Wider than a phone: it is scrolled, by keyboard too. */
function compact({ title, columns, rows }: Of<'explorer'>['all'], frame: Frame): Html {
  const heads = columns.map((column) => el('th', { scope: 'col' }, inline(column, frame)));
  const body = new Html(`<tbody>${compactRows(rows)}\n</tbody>`);
  const own = el('table', '', el('caption', '', title), el('thead', '', el('tr', '', heads)), body);
  return el('div', { class: 'wide', role: 'region', 'aria-label': title, tabindex: 0 }, own);
}

function cards({ cards: own, sideBySide = false }: Of<'cards'>, frame: Frame): Html {
  const shown = own.map(({ title, badge: state, broken = false, blocks: inside }) => {
    const head = el('header', '', el('h3', '', told(title)), badge(state));
    return el('article', broken ? 'card broken' : 'card', head, blocks(inside, frame));
  });
  return el('div', sideBySide ? 'side' : '', shown);
}
