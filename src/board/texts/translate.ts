/** English into the language of a page, text by text; what the table does not have stays English. */
import { zh } from './zh.ts';

export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

export type Translate = (english: string) => string;

const tables: Readonly<Partial<Record<Language, Readonly<Record<string, string>>>>> = { zh };

/** `known`: is called with each text that the table lacks. */
export function translator(
  language: Language,
  lacking: (english: string) => void = () => undefined,
): Translate {
  const table = tables[language];
  if (table === undefined) return (english) => english;
  const patterns = patternsIn(table);
  const known = new Map<string, string>();
  return (english) => {
    const before = known.get(english);
    if (before !== undefined) return before;
    const found = translated(english, table, patterns);
    if (found === undefined && /[A-Za-z]{2}/.test(english) && !/\p{Script=Han}/u.test(english))
      lacking(english);
    known.set(english, found ?? english);
    return found ?? english;
  };
}

const number = /[+−-]?\d[\d,]*(?:\.\d+)?(?:e[+−-]?\d+)?/g;

interface Pattern {
  /** Between somebody's texts and numbers. */
  readonly parts: readonly string[];
  readonly kinds: readonly string[];
  readonly target: string;
}

/** Those with somebody's text in them, the longest first: it fits most closely. */
function patternsIn(table: Readonly<Record<string, string>>): Pattern[] {
  return Object.entries(table)
    .filter(([source]) => source.includes('{}'))
    .toSorted(([a], [b]) => b.length - a.length)
    .map(([source, target]) => ({
      parts: source.split(/\{\}|#/),
      kinds: source.match(/\{\}|#/g) ?? [],
      target,
    }));
}

/** What stands at the places of a pattern; each ends where its next part first begins, so that no text costs more than its length. */
function placesIn(text: string, { parts, kinds }: Pattern): string[] | undefined {
  const found: string[] = [];
  const [first = '', ...rest] = parts;
  if (!text.startsWith(first)) return undefined;
  let at = first.length;
  for (const [place, part] of rest.entries()) {
    const isLast = place === rest.length - 1;
    const end = isLast ? text.length - part.length : text.indexOf(part, at + 1);
    if (end <= at || !text.endsWith(isLast ? part : '')) return undefined;
    const own = text.slice(at, end);
    if (kinds[place] === '#' && !/^[+−-]?\d[\d,.]*$/.test(own)) return undefined;
    found.push(own);
    at = end + part.length;
  }
  return found;
}

/** `{}` and `#` of the target are filled in order, `{2}` with the second text. */
function filled({ kinds, target }: Pattern, found: readonly string[]): string {
  const of = (kind: string) => found.filter((_, at) => kinds[at] === kind);
  const [texts, numbers] = [of('{}'), of('#')];
  let [text, plain] = [0, 0];
  return target.replaceAll(/\{(\d?)\}|#/g, (piece, place: string | undefined) => {
    if (piece === '#') return numbers[plain++] ?? '';
    return texts[place === '' || place === undefined ? text++ : Number(place) - 1] ?? '';
  });
}

/** What stands within a sentence: a number with its unit, a kind of debt and a reason are the page's own; else it is somebody's text. */
function within(part: string, table: Readonly<Record<string, string>>, patterns: readonly Pattern[]): string {
  if (amount.test(part) || part === 'hotfix' || part === 'exemption')
    return translated(part, table, []) ?? part;
  const reason = part.startsWith('no record says ') ? patterns : [];
  const [pattern, found] = firstOf(reason, part) ?? [];
  return pattern === undefined || found === undefined ? part : filled(pattern, found);
}

function firstOf(
  patterns: readonly Pattern[],
  text: string,
): readonly [Pattern, readonly string[]] | undefined {
  for (const pattern of patterns) {
    const found = placesIn(text, pattern);
    if (found !== undefined) return [pattern, found];
  }
  return undefined;
}

const amount = /^[+−-]?[\d.,]+ (?:s|min|minutes?|h|days?|points?)(?: \d+ min)?$/;

function translated(
  english: string,
  table: Readonly<Record<string, string>>,
  patterns: readonly Pattern[],
): string | undefined {
  if (Object.hasOwn(table, english)) return table[english];
  const numbers = english.match(number) ?? [];
  const plain = english.replace(number, '#');
  if (numbers.length > 0 && Object.hasOwn(table, plain)) {
    let next = 0;
    return table[plain]?.replaceAll('#', () => numbers[next++] ?? '');
  }
  const [pattern, found] = firstOf(patterns, english) ?? [];
  if (pattern !== undefined && found !== undefined)
    return filled(
      pattern,
      found.map((part) => within(part, table, patterns)),
    );
  return /^[\s\d.,+−%#()±-]*$/.test(english) ? english : undefined;
}
