import type { ConfigNode, DictNode, Entry, ListNode, ScalarNode, ScalarValue } from '../tree/node.ts';
import { duplicateKey } from '../tree/duplicates.ts';
import {
  maxDepth,
  maxValues,
  type Problem,
  tooDeep,
  tooManyValues,
  Unreadable,
  unreadable,
} from '../yaml/problem.ts';
import type { Reading } from '../yaml/read.ts';
import { readString } from './string.ts';

/** Python's `int()` refuses longer texts. */
const maxDigits = 4300;

const words: readonly { word: string; make: () => ScalarValue }[] = [
  { word: 'true', make: () => ({ type: 'bool', value: true }) },
  { word: 'false', make: () => ({ type: 'bool', value: false }) },
  { word: 'null', make: () => ({ type: 'NoneType', value: null }) },
  { word: 'NaN', make: () => ({ type: 'float', value: Number.NaN }) },
  { word: 'Infinity', make: () => ({ type: 'float', value: Number.POSITIVE_INFINITY }) },
  { word: '-Infinity', make: () => ({ type: 'float', value: Number.NEGATIVE_INFINITY }) },
];

/** JSON as Python's `json.load` reads it: NaN, Infinity, integers exact, the last of a repeated key. */
export function readJson(text: string): Reading {
  try {
    if (text.startsWith('\uFEFF')) throw unreadable(byteOrderMark, 0, 1, 'save the file without it');
    return { ...new JsonReader(text).document(), text, padding: new Map() };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { root: undefined, problems: [error.problem], text, padding: new Map() };
  }
}

const byteOrderMark = "the file starts with a byte order mark: Python's json refuses it";

class JsonReader {
  private readonly text: string;
  private readonly problems: Problem[] = [];
  private at = 0;
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
    if (character === '"') return this.string();
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
    if (this.text[this.at] !== '"') throw this.expected('a key in double quotes');
    const key = this.string();
    this.space();
    this.take(':');
    this.space();
    return key;
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
    }
    this.at += 1;
  }

  private string(): ScalarNode & { type: 'str' } {
    const start = this.at;
    const { value, end } = readString(this.text, start);
    this.at = end;
    return { type: 'str', value, start, end };
  }

  private word(): ScalarNode | undefined {
    const found = words.find(({ word }) => this.text.startsWith(word, this.at));
    if (found === undefined) return undefined;
    const start = this.at;
    this.at += found.word.length;
    return { ...found.make(), start, end: this.at, written: found.word };
  }

  private number(): ScalarNode {
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

  private take(character: string, what = `"${character}"`): void {
    if (this.text[this.at] !== character) throw this.expected(what);
    this.at += 1;
  }

  private space(): void {
    while (/[ \t\n\r]/.test(this.text[this.at] ?? '')) this.at += 1;
  }

  private expected(what: string) {
    const found = this.text[this.at];
    const got = found === undefined ? 'the file ends' : `found ${JSON.stringify(found)}`;
    return unreadable(`JSON: expected ${what}, but ${got}`, this.at, this.at + 1);
  }
}
