/** Readers of single values: each gives the value, or tells a problem and gives `undefined`. */

/** Collects what is wrong, at most twenty sentences. */
export class Problems {
  readonly list: string[] = [];

  add(path: string, message: string): undefined {
    if (this.list.length < 20) this.list.push(`${path}: ${message}`);
    return undefined;
  }
}

export type Read<T> = (value: unknown, path: string, problems: Problems) => T | undefined;

/** Control, format, unassigned and private characters, lone surrogates, line and paragraph separators. */
const invisible = /[\p{C}\p{Zl}\p{Zp}]/u;

/** One line of visible text, normalised. Two texts that look the same by composed and decomposed letters are one. */
export function line(most: number): Read<string> {
  return (value, path, problems) => {
    if (typeof value !== 'string') return problems.add(path, `expected text, got ${kindOf(value)}`);
    if (value.length > 4 * most) return problems.add(path, tooLong(value, most));
    const text = value.normalize('NFC');
    if (text.trim() === '') return problems.add(path, 'is empty');
    if (text.length > most) return problems.add(path, tooLong(text, most));
    if (text !== text.trim()) return problems.add(path, 'begins or ends with a space');
    return invisible.test(text)
      ? problems.add(path, `holds an invisible character (${codePoint(invisible.exec(text)?.[0] ?? '')})`)
      : text;
  };
}

/** Characters that show nothing, or a space that is not the space: fillers, variation selectors, the blank of Braille. */
const unseen = /[\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/u;

/** A line by which something is looked up: what a person sees of it is all that there is. */
export function name(most: number): Read<string> {
  const text = line(most);
  return (value, path, problems) => {
    const read = text(value, path, problems);
    const found = read === undefined ? null : unseen.exec(read);
    return found === null
      ? read
      : problems.add(
          path,
          `holds a character that cannot be told from a space or from nothing (${codePoint(found[0])})`,
        );
  };
}

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

/** Text of several lines, for notes and commands. */
export function prose(most: number): Read<string> {
  return (value, path, problems) => {
    if (typeof value !== 'string') return problems.add(path, `expected text, got ${kindOf(value)}`);
    if (value.length > most) return problems.add(path, tooLong(value, most));
    const shown = value.replaceAll(/[\n\t]/g, ' ');
    return invisible.test(shown)
      ? problems.add(path, `holds an invisible character (${codePoint(invisible.exec(shown)?.[0] ?? '')})`)
      : value.normalize('NFC');
  };
}

export function matching(pattern: RegExp, most: number, expected: string): Read<string> {
  const text = line(most);
  return (value, path, problems) => {
    const read = text(value, path, problems);
    if (read === undefined || pattern.test(read)) return read;
    return problems.add(path, `expected ${expected}, got ${JSON.stringify(read.slice(0, 80))}`);
  };
}

export function oneOf<const T extends string>(allowed: readonly T[]): Read<T> {
  return (value, path, problems) =>
    allowed.find((item) => item === value) ??
    problems.add(path, `expected one of ${allowed.join(', ')}, got ${shortJson(value)}`);
}

export const flag: Read<boolean> = (value, path, problems) =>
  typeof value === 'boolean' ? value : problems.add(path, `expected true or false, got ${kindOf(value)}`);

export function integer(least: number): Read<number> {
  return (value, path, problems) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= least
      ? value
      : problems.add(path, `expected a whole number from ${least}, got ${shortJson(value)}`);
}

export const finite: Read<number> = (value, path, problems) =>
  typeof value === 'number' && Number.isFinite(value)
    ? value
    : problems.add(path, `expected a number, got ${kindOf(value)}`);

export const scalar: Read<string | number | boolean | null> = (value, path, problems) => {
  if (typeof value === 'string') return prose(4000)(value, path, problems);
  if (typeof value === 'number') return finite(value, path, problems);
  if (typeof value === 'boolean' || value === null) return value;
  return problems.add(path, `expected text, a number, true, false or null, got ${kindOf(value)}`);
};

const dated = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;

/** ISO 8601 with its zone; given in UTC with milliseconds. */
export const time: Read<string> = (value, path, problems) => {
  const at = typeof value === 'string' && dated.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at)
    ? problems.add(path, `expected a time such as 2026-11-22T15:04:05Z, got ${shortJson(value)}`)
    : new Date(at).toISOString();
};

export function listOf<T>(item: Read<T>, most: number, least = 0): Read<readonly T[]> {
  return (value, path, problems) => {
    if (!Array.isArray(value)) return problems.add(path, `expected a list, got ${kindOf(value)}`);
    if (value.length > most || value.length < least)
      return problems.add(path, `has ${value.length} entries, expected ${least} to ${most}`);
    return value.flatMap((entry: unknown, at) => {
      const read = item(entry, `${path}[${at}]`, problems);
      return read === undefined ? [] : [read];
    });
  };
}

/** Name → value, in the order of the names. */
export function mapOf<T>(item: Read<T>, most: number): Read<Readonly<Record<string, T>>> {
  const keyOf = line(200);
  return (value, path, problems) => {
    if (!isRecord(value)) return problems.add(path, `expected an object, got ${kindOf(value)}`);
    const entries = Object.entries(value);
    if (entries.length > most)
      return problems.add(path, `has ${entries.length} entries, at most ${most} are allowed`);
    const read = entries.flatMap(([key, entry]): [string, T][] => {
      const at = `${path}.${key.slice(0, 60)}`;
      const [known, found] = [keyOf(key, at, problems), item(entry, at, problems)];
      return known === undefined || found === undefined ? [] : [[known, found]];
    });
    return Object.fromEntries(read.toSorted(([a], [b]) => (a < b ? -1 : Number(a > b))));
  };
}

export interface Shape {
  readonly required: Readonly<Record<string, Read<unknown>>>;
  readonly optional: Readonly<Record<string, Read<unknown>>>;
}

/** The known fields in the order of the shape; a field that is not known is a problem, never dropped in silence. */
export function fieldsOf(
  { required, optional }: Shape,
  value: unknown,
  path: string,
  problems: Problems,
): Record<string, unknown> | undefined {
  if (!isRecord(value)) return problems.add(path || 'the record', `expected an object, got ${kindOf(value)}`);
  const at = (key: string) => (path === '' ? key : `${path}.${key}`);
  for (const key of Object.keys(value))
    if (!Object.hasOwn(required, key) && !Object.hasOwn(optional, key))
      problems.add(at(key.slice(0, 60)), 'is not a field that a record has');
  const read: [string, unknown][] = [];
  for (const [key, reader] of Object.entries({ ...required, ...optional })) {
    const given = Object.hasOwn(value, key) ? value[key] : undefined;
    if (given !== undefined) read.push([key, reader(given, at(key), problems)]);
    else if (Object.hasOwn(required, key)) problems.add(at(key), 'is missing');
  }
  return Object.fromEntries(read.filter(([, found]) => found !== undefined));
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : typeof value;
}

function shortJson(value: unknown): string {
  return (JSON.stringify(value) ?? typeof value).slice(0, 80);
}
