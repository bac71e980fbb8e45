/** The pieces of a line: texts, times, links and badges. */
import { momentText, spanText } from '../../kernel/moment.ts';
import { clip } from '../../kernel/text.ts';
import { intervalPicture } from './chart.ts';
import { all, el, nothing, told, type Html } from './markup.ts';
import type { Badge, Inline, Page } from './model.ts';
import { defaultWords, type PageWords } from './words.ts';

/** What the pieces of a page need to know of it. */
export type Frame = Pick<Page, 'home' | 'madeAt' | 'words'>;

/** Empty where it has nothing to show. */
export function inline(part: Inline, frame: Frame): Html {
  if (part === undefined) return nothing;
  if (typeof part === 'string') return marked(part);
  if (isList(part)) return all(part.map((one) => inline(one, frame)));
  if ('text' in part) return part.text === undefined ? nothing : told(part.text, part.max);
  if ('code' in part) return part.code === undefined ? nothing : el('code', '', told(part.code, part.max));
  if ('strong' in part) return el('strong', '', part.strong);
  if ('time' in part) return part.time === undefined ? nothing : time(part.time, part.ago, frame);
  if ('link' in part) return link(part.to, inline(part.link, frame), part.only, frame);
  if ('badge' in part) return badge(part);
  if ('interval' in part) return intervalPicture(part);
  if ('tag' in part) return el('span', part.hot === true ? 'tag hot' : 'tag', told(part.tag, 40));
  if ('look' in part) return unlessEmpty(inline(part.of, frame), (of) => el('span', part.look, of));
  if ('lead' in part) return unlessEmpty(inline(part.of, frame), (of) => all([part.lead, of]));
  return joined(part.parts, part.between, frame);
}

function isList(part: Inline): part is readonly Inline[] {
  return Array.isArray(part);
}

/** Every second piece stood in backticks. */
function marked(text: string): Html {
  return all(text.split(/`([^`]+)`/).map((piece, at) => (at % 2 === 0 ? piece : el('code', '', piece))));
}

function joined(parts: readonly Inline[], between: string, frame: Frame): Html {
  const shown = parts.map((part) => inline(part, frame)).filter(({ text }) => text !== '');
  const separator = between === '\n' ? el('br', '') : between;
  return all(shown.map((part, at) => (at === 0 ? part : [separator, part])));
}

export function unlessEmpty(content: Html, wrap: (content: Html) => Html): Html {
  return content.text === '' ? nothing : wrap(content);
}

function time(iso: string, ago = false, { madeAt, words = defaultWords }: Frame): Html {
  const when = el('time', { datetime: iso }, momentText(iso));
  if (!ago) return when;
  const side = (iso <= madeAt ? words.ago : words.ahead).replace('{}', spanIn(words, spanText(iso, madeAt)));
  return all([when, ' ', el('span', 'age', `(${side})`)]);
}

/** `9 h 36 min`, in the units of the page's language. */
function spanIn(words: PageWords, span: string): string {
  const numbers = span.match(/\d+/g) ?? [];
  const units = new Map(Object.entries(words)).get(span.replaceAll(/\d+/g, '#')) ?? span;
  return numbers.reduce((text, one) => text.replace('#', one), units);
}

/** Of a host and plain segments, none of which leads back up; a line of a file behind it. */
const plainAddress =
  /^https?:\/\/[\w.-]+(?::\d+)?(?:\/(?!(?:\.|%2e){1,2}(?:\/|$))[\w.~%+-]+)*(?:#L\d{1,9})?$/i;

/** Written together with this page: never up, never to another host. */
const besidePage = /^\.\/(?:[\w-]+\/)?[\w-]+\.html$/;

function link(to: string, content: Html, only = false, { home }: Frame): Html {
  if (to.startsWith('#') || besidePage.test(to)) return el('a', { href: to }, content);
  const href = addressOf(to, home);
  if (href !== undefined) return el('a', { href, rel: 'noreferrer noopener' }, content);
  return only ? nothing : content;
}

/** The page's home or an address below it: what a record names elsewhere is shown and not linked. */
function addressOf(to: string, home: string | undefined): string | undefined {
  if (home === undefined || !plainAddress.test(home)) return undefined;
  const address = to === '' ? home : to.startsWith(`${home}/`) ? to : `${home}/${to}`;
  return plainAddress.test(address) ? address : undefined;
}

const marks = { pass: '✓', fail: '✕', inconclusive: '?', exempt: '⚑', skipped: '–' };

export function badge({ badge: word, look, mark = marks[look], says, hint = '' }: Badge): Html {
  return el(
    'span',
    { class: `chip ${look}`, title: clip(hint, 200) },
    mark === '' ? nothing : el('span', { 'aria-hidden': 'true' }, `${mark} `),
    told(word, 40),
    says === undefined ? nothing : el('span', 'sr', `: ${says}`),
  );
}
