/** One HTML file that needs nothing else: it loads nothing, and allows itself its own style and script by their digests. */
import { momentText } from '../../kernel/moment.ts';
import { blocks } from './blocks.ts';
import { inline } from './inline.ts';
import { el, Html, told } from './markup.ts';
import type { Page, PageSection, Tile } from './model.ts';
import { script } from './script.ts';
import { style } from './style.ts';
import { defaultWords } from './words.ts';

export interface PageOptions {
  /** SHA-256 of UTF-8 text in base64: names the style and the script that the page allows itself. */
  sha256(text: string): string;
}

/** The whole file. The same page gives the same bytes. */
export function renderPage(page: Page, { sha256 }: PageOptions): string {
  const scripts = [script, ...(page.explorer === undefined ? [] : [page.explorer.script])];
  const policy = `default-src 'none'; style-src 'sha256-${sha256(style)}'; script-src ${scripts.map((one) => `'sha256-${sha256(one)}'`).join(' ')}; base-uri 'none'; form-action 'none'`;
  const head = [
    el('meta', { charset: 'utf-8' }),
    new Html(`<meta http-equiv="Content-Security-Policy" content="${policy}">`),
    el('meta', { name: 'referrer', content: 'no-referrer' }),
    el('meta', { name: 'robots', content: 'noindex' }),
    el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    el('meta', { name: 'color-scheme', content: 'light dark' }),
    el('title', '', `${page.name} · ${page.subject}`),
    verbatim('style', style),
  ];
  const sections = page.sections.map((one) => section(one, page));
  const body = [
    el('a', { class: 'skip', href: '#main' }, (page.words ?? defaultWords).skip),
    header(page),
    el('main', { id: 'main' }, overview(page), sections),
    el('footer', '', el('p', '', inline(page.foot, page))),
    ...(page.explorer === undefined ? [] : [dataBlock(page.explorer.data)]),
    ...scripts.map((one) => verbatim('script', one)),
  ];
  return `<!doctype html>\n${el('html', { lang: page.language ?? 'en' }, el('head', '', head), el('body', '', body)).text}\n`;
}

/** To the byte what the policy names. Both texts are constants of ours, and neither ends its element. */
function verbatim(element: 'style' | 'script', text: string): Html {
  return new Html(`<${element}>${text}</${element}>`);
}

/** Read by the script and never run: in JSON a `<` can stand in texts only, and is escaped there. */
function dataBlock(data: string): Html {
  return new Html(
    `<script type="application/json" id="data">${data.replaceAll('<', String.raw`\u003c`)}</script>`,
  );
}

function header(page: Page): Html {
  const title = inline({ link: { text: page.name }, to: '' }, page);
  const { words = defaultWords } = page;
  const ages = { 'data-minutes': words.minutes, 'data-hours': words.hours, 'data-days': words.days };
  const made = el('time', { id: 'built', datetime: page.madeAt }, momentText(page.madeAt));
  return el(
    'header',
    'top',
    el('h1', '', title, ' ', el('span', '', page.subject)),
    el('p', '', words.made, made, el('span', { id: 'age', ...ages }), inline(page.madeFrom, page)),
  );
}

/** Numbers, contents and filter, of a page that has more than one section. */
function overview({ tiles, sections, filter, words = defaultWords }: Page): Html[] {
  if (sections.length < 2) return [];
  const items = sections.map(({ id, title }) => el('li', '', el('a', { href: `#${id}` }, title)));
  return [
    el('ul', 'tiles', tiles.map(tile)),
    el('nav', { 'aria-label': words.parts }, el('ul', '', items)),
    // Hidden until the script is there to work it.
    el(
      'form',
      { id: 'filter', role: 'search', hidden: true },
      el('label', { for: 'words' }, filter),
      el('input', { id: 'words', type: 'search', autocomplete: 'off', spellcheck: 'false' }),
      el('output', { id: 'found', for: 'words', 'data-words': words.found }),
    ),
  ];
}

function tile({ section: id, label, value, note, look }: Tile): Html {
  const number = [
    el('span', 'label', label),
    el('span', 'number', told(value, 40)),
    el('span', 'note', told(note)),
  ];
  return el('li', look, el('a', { href: `#${id}` }, number));
}

function section({ id, title, blocks: inside }: PageSection, page: Page): Html {
  const heading = el('h2', { id: `${id}-title` }, title);
  return el('section', { id, 'aria-labelledby': `${id}-title` }, heading, blocks(inside, page));
}
