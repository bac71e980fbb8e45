/** A page in another language: its own words by the table, somebody else's as they are. */
import type { Block, Card, Inline, Page, PageColumn, Table } from '../../report/html/model.ts';
import { defaultWords, type PageWords } from '../../report/html/words.ts';
import type { Translate } from './translate.ts';

export function translatedPage(page: Page, language: string, t: Translate): Page {
  return {
    ...page,
    language,
    words: words(t),
    subject: t(page.subject),
    madeFrom: line(page.madeFrom, t),
    filter: t(page.filter),
    foot: line(page.foot, t),
    tiles: page.tiles.map((tile) => ({
      ...tile,
      label: t(tile.label),
      value: t(tile.value),
      note: t(tile.note),
    })),
    sections: page.sections.map(({ id, title, blocks }) => ({ id, title: t(title), blocks: all(blocks, t) })),
  };
}

function words(t: Translate): PageWords {
  const own = Object.entries(defaultWords).map(([name, word]) => [name, t(word)]);
  return { ...defaultWords, ...Object.fromEntries(own) };
}

function all(blocks: readonly Block[], t: Translate): Block[] {
  return blocks.map((block) => translatedBlock(block, t));
}

function translatedBlock(block: Block, t: Translate): Block {
  switch (block.kind) {
    case 'text':
      return { ...block, words: line(block.words, t) };
    case 'list':
      return { ...block, items: block.items.map((item) => line(item, t)) };
    case 'chain':
      return {
        ...block,
        label: t(block.label),
        items: block.items.map(({ look, of }) => ({ look, of: line(of, t) })),
      };
    case 'cards':
      return { ...block, cards: block.cards.map((card) => translatedCard(card, t)) };
    case 'fold':
      return { ...block, title: t(block.title), blocks: all(block.blocks, t) };
    case 'table':
      return table(block, t);
    case 'chart':
      return { ...block, spoken: t(block.spoken) };
    case 'explorer': {
      const labels = Object.entries(block.labels).map(([name, label]) => [name, t(label)]);
      return {
        ...block,
        labels: { ...block.labels, ...Object.fromEntries(labels) },
        table: table(block.table, t),
        all: {
          ...block.all,
          title: t(block.all.title),
          columns: block.all.columns.map((column) => line(column, t)),
        },
        rest: line(block.rest, t),
      };
    }
    case 'code':
    case 'figures':
      return block;
  }
}

/** Its title is somebody's name for it. */
function translatedCard(card: Card, t: Translate): Card {
  return { ...card, badge: { ...card.badge, badge: t(card.badge.badge) }, blocks: all(card.blocks, t) };
}

/** A column that is named by a metric keeps its name, for the table has it not. */
function table(shown: Table, t: Translate): Table {
  const columns = shown.columns.map((column): PageColumn => ({ ...column, title: t(column.title) }));
  return {
    ...shown,
    title: t(shown.title),
    columns,
    rows: shown.rows.map((row) => row.map((cell) => line(cell, t))),
  };
}

function line(part: Inline, t: Translate): Inline {
  if (part === undefined) return part;
  if (typeof part === 'string') return t(part);
  if (isList(part)) return part.map((one) => line(one, t));
  if ('strong' in part) return { strong: t(part.strong) };
  if ('link' in part) return { ...part, link: line(part.link, t) };
  // That of a gate has its name, and its verdict beside it.
  if ('badge' in part)
    return part.says === undefined ? { ...part, badge: t(part.badge) } : { ...part, says: t(part.says) };
  if ('look' in part && 'of' in part) return { ...part, of: line(part.of, t) };
  if ('lead' in part) return { lead: t(part.lead), of: line(part.of, t) };
  if ('parts' in part) return { ...part, parts: part.parts.map((one) => line(one, t)) };
  return part;
}

function isList(part: Inline): part is readonly Inline[] {
  return Array.isArray(part);
}
