import { endOfString, stringBetween } from './string.ts';

/** Where the parts of a JSON document stand: JSON.parse tells neither lines nor keys given twice. */
export interface Outline {
  /** 1-based lines of the elements of a top-level array, or of the arrays that are values of a top-level object. */
  elementLines(key?: string): readonly number[];
  /** Line of a key of the top-level object. */
  memberLine(key: string): number | undefined;
  readonly duplicates: readonly { readonly key: string; readonly line: number }[];
}

interface Level {
  readonly array: boolean;
  readonly keys: Set<string>;
  key: string | undefined;
}

const mostDuplicates = 100;

/** One pass over a text that JSON.parse has accepted. */
export function outlineOf(text: string): Outline {
  const scan = new Scan(text);
  scan.run();
  return {
    elementLines: (key) => scan.elements.get(key) ?? [],
    memberLine: (key) => scan.members.get(key),
    duplicates: scan.duplicates,
  };
}

class Scan {
  readonly elements = new Map<string | undefined, number[]>();
  readonly members = new Map<string, number>();
  readonly duplicates: { key: string; line: number }[] = [];
  readonly #text: string;
  readonly #levels: Level[] = [];
  #line = 1;

  constructor(text: string) {
    this.#text = text;
  }

  run(): void {
    for (let i = 0; i < this.#text.length; i++) {
      const char = this.#text.charAt(i);
      if (char === '\n') this.#line++;
      else if (char === '"') i = this.#string(i);
      else if (char === '{' || char === '[') this.#open(char === '[');
      else if (char === '}' || char === ']') this.#levels.pop();
      else if (char === ',') this.#next();
    }
  }

  #open(array: boolean): void {
    this.#element();
    this.#levels.push({ array, keys: new Set(), key: undefined });
  }

  /** After a comma an object waits for its next key. */
  #next(): void {
    const level = this.#levels.at(-1);
    if (level !== undefined && !level.array) level.key = undefined;
  }

  #string(start: number): number {
    const end = endOfString(this.#text, start);
    const level = this.#levels.at(-1);
    if (level !== undefined && !level.array && level.key === undefined) this.#key(level, start, end);
    return end;
  }

  #key(level: Level, start: number, end: number): void {
    const key = stringBetween(this.#text, start, end);
    if (level.keys.has(key) && this.duplicates.length < mostDuplicates)
      this.duplicates.push({ key, line: this.#line });
    level.keys.add(key);
    level.key = key;
    if (this.#levels.length === 1) this.members.set(key, this.#line);
  }

  /** An object or array that begins as an element of a top-level array, or of an array right below the top-level object. */
  #element(): void {
    const level = this.#levels.at(-1);
    if (level === undefined || !level.array || this.#levels.length > 2) return;
    const under = this.#levels.length === 2 ? this.#levels[0]?.key : undefined;
    const lines = this.elements.get(under) ?? [];
    if (lines.length === 0) this.elements.set(under, lines);
    lines.push(this.#line);
  }
}
