import type { ConfigNode, DictNode, Entry, ListNode, ScalarNode, ScalarValue } from '../tree/node.ts';
import { duplicateKey } from '../tree/duplicates.ts';
import { maxDepth, maxValues, type Problem, tooDeep, tooManyValues, unreadable } from '../yaml/problem.ts';
import { readString } from './string.ts';

/** Python's `int()` refuses longer texts. */
export const maxDigits = 4300;

const words: readonly { word: string; make: () => ScalarValue }[] = [
  { word: 'true', make: () => ({ type: 'bool', value: true }) },
  { word: 'false', make: () => ({ type: 'bool', value: false }) },
  { word: 'null', make: () => ({ type: 'NoneType', value: null }) },
  { word: 'NaN', make: () => ({ type: 'float', value: Number.NaN }) },
  { word: 'Infinity', make: () => ({ type: 'float', value: Number.POSITIVE_INFINITY }) },
  { word: '-Infinity', make: () => ({ type: 'float', value: Number.NEGATIVE_INFINITY }) },
];

/** One pass over a text; throws Unreadable. */
export class JsonReader {
  protected readonly text: string;
  private readonly problems: Problem[] = [];
  protected at = 0;
  protected readonly mayEndInComma: boolean = false;
  private depth = 0;
  private values = 0;

  constructor(text: string) {
    this.text = text;
  }

  document(): { root: ConfigNode; problems: readonly Problem[] } {
    this.space();
    const root = this.value();
    this.space();
    if (this.at < this.text.length) throw this.expected('the end of the file');
    return { root, problems: this.problems };
  }

  private value(): ConfigNode {
    this.values += 1;
    if (this.values > maxValues) throw tooManyValues();
    const character = this.text[this.at];
    if (character === '{') return this.nested(() => this.dict());
    if (character === '[') return this.nested(() => this.list());
    if (this.isQuote(character)) return this.string();
    return this.word() ?? this.number();
  }

  private nested<T>(read: () => T): T {
    this.depth += 1;
    if (this.depth > maxDepth) throw tooDeep(this.at);
    const node = read();
    this.depth -= 1;
    return node;
  }

  private dict(): DictNode {
    const start = this.at;
    const entries = new Map<string, Entry>();
    this.members('}', () => {
      const key = this.key();
      const value = this.value();
      const earlier = entries.get(key.value);
      if (earlier !== undefined) {
        this.problems.push(duplicateKey(key, earlier.key, earlier.value, value, false, 'json'));
      }
      entries.set(key.value, { key, name: key.value, value });
    });
    return { type: 'dict', entries, start, end: this.at };
  }

  private key(): ScalarNode & { type: 'str' } {
    const key = this.keyText();
    this.space();
    this.take(':');
    this.space();
    return key;
  }

  protected keyText(): ScalarNode & { type: 'str' } {
    if (this.text[this.at] !== '"') throw this.expected('a key in double quotes');
    return this.string();
  }

  protected isQuote(character: string | undefined): boolean {
    return character === '"';
  }

  private list(): ListNode {
    const start = this.at;
    const items: ConfigNode[] = [];
    this.members(']', () => {
      items.push(this.value());
    });
    return { type: 'list', items, start, end: this.at };
  }

  private members(close: string, read: () => void): void {
    this.at += 1;
    this.space();
    if (this.text[this.at] === close) {
      this.at += 1;
      return;
    }
    for (;;) {
      read();
      this.space();
      if (this.text[this.at] === close) break;
      this.take(',', `"," or "${close}"`);
      this.space();
      if (this.mayEndInComma && this.text[this.at] === close) break;
    }
    this.at += 1;
  }

  protected string(): ScalarNode & { type: 'str' } {
    const start = this.at;
    const { value, end } = readString(this.text, start);
    this.at = end;
    return { type: 'str', value, start, end };
  }

  protected word(): ScalarNode | undefined {
    const found = words.find(({ word }) => this.text.startsWith(word, this.at));
    if (found === undefined) return undefined;
    const start = this.at;
    this.at += found.word.length;
    return { ...found.make(), start, end: this.at, written: found.word };
  }

  protected number(): ScalarNode {
    const pattern = /(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match === null) throw this.expected('a value');
    const place = { start: this.at, end: this.at + match[0].length, written: match[0] };
    this.at = place.end;
    if (match[2] !== undefined || match[3] !== undefined) {
      return { type: 'float', value: Number(match[0]), ...place };
    }
    if (match[0].length > maxDigits)
      throw unreadable('an integer of too many digits', place.start, place.end);
    return { type: 'int', value: BigInt(match[0]), ...place };
  }

  protected take(character: string, what = `"${character}"`): void {
    if (this.text[this.at] !== character) throw this.expected(what);
    this.at += 1;
  }

  protected space(): void {
    while (/[ \t\n\r]/.test(this.text[this.at] ?? '')) this.at += 1;
  }

  protected expected(what: string) {
    const found = this.text[this.at];
    const got = found === undefined ? 'the file ends' : `found ${JSON.stringify(found)}`;
    return unreadable(`JSON: expected ${what}, but ${got}`, this.at, this.at + 1);
  }
}
