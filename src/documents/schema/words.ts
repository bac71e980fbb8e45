import { clip } from '../../kernel/text.ts';
import { nearest } from '../../kernel/near.ts';
import { type Path, pathText } from '../tree/node.ts';

/** What a schema can find: the names of its rules, whatever file it judges. */
export type SchemaRule =
  | 'unknown-key'
  | 'missing-key'
  | 'wrong-type'
  | 'not-allowed'
  | 'out-of-range'
  | 'bad-value';

export interface Explained {
  /** Name of the rule without its prefix. */
  readonly rule: SchemaRule;
  readonly message: string;
  readonly help?: string;
  /** The key that the finding is about, below the path. */
  readonly key?: string;
  /** The one word that was meant, where one is near. */
  readonly meant?: { readonly from: unknown; readonly to: string };
}

/** How a message names the value at a path. */
export function nameOf(path: Path): string {
  return path.length === 0 ? 'the document' : pathText(path);
}

/** `words`: at least, at most, more than, less than. */
export function outOfRange(words: string, name: string, limit: unknown, data: unknown): Explained {
  return { rule: 'out-of-range', message: `${name} must be ${words} ${String(limit)}${got(data)}` };
}

export function notMultiple(name: string, of: unknown, data: unknown): Explained {
  return badValue(`${name} must be a multiple of ${String(of)}${got(data)}`);
}

export function notMatching(name: string, pattern: string): Explained {
  return badValue(`${name} does not match the pattern ${pattern}`);
}

export function notAllowed(name: string, allowed: readonly unknown[], data: unknown): Explained {
  const near = typeof data === 'string' ? nearest(data, allowed.map(String)) : undefined;
  const list = allowed.slice(0, 30).map(shortText).join(', ');
  const help = near === undefined ? `allowed: ${list}` : `did you mean ${near}? Allowed: ${list}`;
  const meant = near === undefined ? {} : { meant: { from: data, to: near } };
  return { rule: 'not-allowed', message: `${name} may not be ${shortText(data)}`, help, ...meant };
}

/** A list or a text that is too short or too long. Of a text the code points count, as JSON Schema has it. */
export function wrongLength(words: string, name: string, limit: unknown, data: unknown): Explained {
  const isList = Array.isArray(data);
  const length = isList || typeof data === 'string' ? Array.from<unknown>(data).length : 0;
  const items = `${isList ? 'item' : 'character'}${limit === 1 ? '' : 's'}`;
  return badValue(`${name} must have ${words} ${String(limit)} ${items}, not ${length}`);
}

export function missingKey(name: string, key: string): Explained {
  return { rule: 'missing-key', message: `${name} has no ${key}`, help: `add ${key}` };
}

export function badValue(message: string): Explained {
  return { rule: 'bad-value', message };
}

export function got(data: unknown): string {
  return data === undefined ? '' : `, not ${shortText(data)}`;
}

/** Short enough for one line. */
export function shortText(data: unknown): string {
  if (typeof data === 'number') return String(data);
  const text = Array.isArray(data)
    ? 'a list'
    : typeof data === 'object' && data !== null
      ? 'a mapping'
      : JSON.stringify(data);
  return clip(text, 61);
}
