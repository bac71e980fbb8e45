/** What stands in a section, below one another. */
import { chart } from './chart.ts';
import { badge, inline, unlessEmpty, type Frame } from './inline.ts';
import { el, nothing, told, type Html } from './markup.ts';
import type { Block } from './model.ts';
import { table } from './table.ts';

/** Those that have something to show. */
export function blocks(all: readonly Block[], frame: Frame): Html[] {
  return all.map((one) => ('items' in one && one.items.length === 0 ? nothing : block(one, frame)));
}

function block(one: Block, frame: Frame): Html {
  if (one.kind === 'text') return text(one, frame);
  if (one.kind === 'code') return el('pre', '', el('code', '', one.text));
  if (one.kind === 'list') return list(one, frame);
  if (one.kind === 'chain') return chain(one, frame);
  if (one.kind === 'figures') return figures(one);
  if (one.kind === 'cards') return cards(one, frame);
  if (one.kind === 'fold') return el('details', '', el('summary', '', one.title), blocks(one.blocks, frame));
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

function cards({ cards: all, sideBySide = false }: Of<'cards'>, frame: Frame): Html {
  const shown = all.map(({ title, badge: state, broken = false, blocks: inside }) => {
    const head = el('header', '', el('h3', '', told(title)), badge(state));
    return el('article', broken ? 'card broken' : 'card', head, blocks(inside, frame));
  });
  return el('div', sideBySide ? 'side' : '', shown);
}
