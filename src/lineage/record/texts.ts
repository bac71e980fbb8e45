/** Shapes of texts: what a person sees of one is all that it is. */
import { finite, kindOf, shortJson, type Shape } from '../../kernel/shape.ts';

/** Control, format, unassigned and private characters, lone surrogates, line and paragraph separators. */
const invisible = /[\p{C}\p{Zl}\p{Zp}]/u;

/** Visible ASCII without a space at its ends, as most texts are: nothing else has to be looked at. */
const plain = /^[!-~](?:[ -~]*[!-~])?$/;

/** One line of visible text, normalised. Two texts that look the same by composed and decomposed letters are one. */
export function line(most: number): Shape<string> {
  return {
    schema: { type: 'string', minLength: 1, maxLength: most },
    read: (value, path, problems) => {
      if (typeof value !== 'string') return problems.add(path, `expected text, got ${kindOf(value)}`);
      if (value.length <= most && plain.test(value)) return value;
      if (value.length > 4 * most) return problems.add(path, tooLong(value, most));
      const text = value.normalize('NFC');
      if (text.trim() === '') return problems.add(path, 'is empty');
      if (text.length > most) return problems.add(path, tooLong(text, most));
      if (text !== text.trim()) return problems.add(path, 'begins or ends with a space');
      const found = invisible.exec(text);
      return found === null
        ? text
        : problems.add(path, `contains an invisible character (${codePoint(found[0])})`);
    },
  };
}

/** Characters that show nothing, or a space that is not the space: fillers, variation selectors, the blank of Braille. */
const unseen = /[\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/u;

/** A line by which something is looked up: what a person sees of it is all that there is. */
export function name(most: number): Shape<string> {
  const { schema, read } = line(most);
  return {
    schema,
    read: (value, path, problems) => {
      const text = read(value, path, problems);
      const found = text === undefined || plain.test(text) ? null : unseen.exec(text);
      return found === null
        ? text
        : problems.add(
            path,
            `contains a character that cannot be distinguished from a space or from nothing (${codePoint(found[0])})`,
          );
    },
  };
}

/** Text of several lines, for notes and commands. */
export function prose(most: number): Shape<string> {
  return {
    schema: { type: 'string', maxLength: most },
    read: (value, path, problems) => {
      if (typeof value !== 'string') return problems.add(path, `expected text, got ${kindOf(value)}`);
      if (value.length > most) return problems.add(path, tooLong(value, most));
      const found = invisible.exec(value.replaceAll(/[\n\t]/g, ' '));
      return found === null
        ? value.normalize('NFC')
        : problems.add(path, `contains an invisible character (${codePoint(found[0])})`);
    },
  };
}

export function matching(pattern: RegExp, most: number, expected: string): Shape<string> {
  const { read } = line(most);
  return {
    schema: { type: 'string', pattern: pattern.source },
    read: (value, path, problems) => {
      const text = read(value, path, problems);
      if (text === undefined || pattern.test(text)) return text;
      return problems.add(path, `expected ${expected}, got ${JSON.stringify(text.slice(0, 80))}`);
    },
  };
}

const longText = prose(4000);

export const scalar: Shape<string | number | boolean | null> = {
  schema: { type: ['string', 'number', 'boolean', 'null'], maxLength: 4000 },
  read: (value, path, problems) => {
    if (typeof value === 'string') return longText.read(value, path, problems);
    if (typeof value === 'number') return finite.read(value, path, problems);
    if (typeof value === 'boolean' || value === null) return value;
    return problems.add(path, `expected text, a number, true, false or null, got ${kindOf(value)}`);
  },
};

const dated = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;

/** ISO 8601 with its zone; given in UTC with milliseconds. */
export const time: Shape<string> = {
  schema: { type: 'string', pattern: dated.source },
  read: (value, path, problems) => {
    const at = typeof value === 'string' && dated.test(value) ? Date.parse(value) : Number.NaN;
    return Number.isNaN(at)
      ? problems.add(path, `expected a time such as 2026-11-22T15:04:05Z, got ${shortJson(value)}`)
      : new Date(at).toISOString();
  },
};

/** Letters of Latin beside letters of a script that has the same shapes; and forms of letters that Unicode itself calls variants. */
const mixed =
  /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/u;

/** Whether a name looks like another that is written with other characters. */
export function looksLikeAnother(text: string): boolean {
  return mixed.test(text) || text.normalize('NFKC') !== text.normalize('NFC');
}

/** Characters beyond ASCII with their code points, the first five: `ѕ (U+0455)`. */
export function uncommon(text: string): string[] {
  const found = [...new Set(text)].filter((char) => (char.codePointAt(0) ?? 0) > 126);
  return found.slice(0, 5).map((char) => `${char} (${codePoint(char)})`);
}

function tooLong(text: string, most: number): string {
  return `has ${text.length} characters, at most ${most} are allowed`;
}

function codePoint(char: string): string {
  const found = char.codePointAt(0) ?? 0;
  return `U+${found.toString(16).toUpperCase().padStart(4, '0')}`;
}
