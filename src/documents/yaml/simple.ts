import type { Dialect } from '../dialect.ts';
import type { ConfigNode, DictNode, Entry, ListNode, ScalarNode } from '../tree/node.ts';
import { plainScalar } from './plain-scalar.ts';
import { char, notSimple, Words } from './simple-words.ts';

/**
 * The YAML that most configs are written in: mappings and lists by indentation, of scalars that end in their line, and [ ] and { } in one
 * line. It is read in one pass, without events and without the parser of all of YAML; `undefined` for every text that has anything else
 * in it, or anything wrong. What it returns is what `readFully` returns, which a property test compares.
 */
export function readSimple(text: string, dialect: Dialect): DictNode | undefined {
  if (!usual.test(text)) return undefined;
  try {
    return new SimpleReader(text, dialect).root();
  } catch (error) {
    if (error === notSimple) return undefined;
    throw error;
  }
}

/** Characters that no reader of YAML treats in a way of its own. */
const usual = /^[\n -~\u00a1-\u2027\u202f-\ud7ff\uf900-\ufdff]*$/;

/** What is deeper or larger, or has longer keys, is measured by the full reader. */
const maxDepth = 50;
const maxScalars = 50_000;
const maxKey = 256;

class SimpleReader {
  private readonly words: Words;
  private readonly dialect: Dialect;
  /** Of the line that is read; -1 behind the last one. */
  private column = -1;
  private at = 0;
  /** Where the last node ended: the place of a value that is not written. */
  private last = 0;
  private depth = 0;
  private scalars = 0;

  constructor(text: string, dialect: Dialect) {
    this.words = new Words(text);
    this.dialect = dialect;
  }

  root(): DictNode {
    this.go(this.words.lineFrom(0));
    if (this.column === 0 && this.words.isStartOfDocument(this.at)) this.go(this.words.nextLine());
    if (this.column !== 0) throw notSimple;
    const root = this.dict();
    if (this.column >= 0) throw notSimple;
    return root;
  }

  private go({ column, at }: { readonly column: number; readonly at: number }): void {
    this.column = column;
    this.at = at;
  }

  /** The mapping whose first key stands at the place that is read. */
  private dict(): DictNode {
    const { column, at: start } = this;
    const entries = new Map<string, Entry>();
    this.deeper();
    while (this.column === column) {
      if (column === 0 && this.words.isMarker(this.at)) throw notSimple;
      const key = this.key(false);
      this.add(entries, key, this.valueBelow(column));
    }
    this.close(column);
    return { type: 'dict', entries, start, end: this.last };
  }

  /** The list whose first dash stands at the place that is read. */
  private list(): ListNode {
    const { column, at: start } = this;
    const items: ConfigNode[] = [];
    this.deeper();
    while (this.column === column && this.isDash()) items.push(this.item());
    this.close(column);
    return { type: 'list', items, start, end: this.last };
  }

  private deeper(): void {
    this.depth += 1;
    if (this.depth > maxDepth) throw notSimple;
  }

  /** A line that is further right goes on with the value before it, or is wrong. */
  private close(column: number): void {
    this.depth -= 1;
    if (this.column > column) throw notSimple;
  }

  /** A key that is not a text, or stands twice, is named by the full reader. */
  private add(entries: Map<string, Entry>, key: ScalarNode, value: ConfigNode): void {
    if (key.type !== 'str' || entries.has(key.value)) throw notSimple;
    entries.set(key.value, { key, name: key.value, value });
  }

  private isDash(): boolean {
    return this.words.unit(this.at) === char.dash && this.words.isBlank(this.at + 1);
  }

  private item(): ConfigNode {
    const at = this.words.behindSpaces(this.at + 1);
    if (this.words.isNothing(at)) throw notSimple;
    this.go({ column: this.column + at - this.at, at });
    return this.isKey() ? this.dict() : this.inline();
  }

  private isKey(): boolean {
    const first = this.words.unit(this.at);
    if (first === char.bracket || first === char.brace) return false;
    return this.words.isColon(this.words.wordEnd(this.at, false));
  }

  private valueBelow(column: number): ConfigNode {
    if (!this.words.isNothing(this.at)) return this.inline();
    this.go(this.words.nextLine());
    if (this.column > column) return this.isDash() ? this.list() : this.dict();
    if (this.column === column && this.isDash()) return this.list();
    return this.plain(this.last, this.last);
  }

  /** A value in the rest of the line. */
  private inline(): ConfigNode {
    const node = this.node(false);
    if (!this.words.isNothing(this.words.behindSpaces(this.at))) throw notSimple;
    this.go(this.words.nextLine());
    return node;
  }

  private node(inFlow: boolean): ConfigNode {
    const first = this.words.unit(this.at);
    if (first === char.bracket) return this.flowList();
    if (first === char.brace) return this.flowDict();
    return this.word(this.words.wordEnd(this.at, inFlow));
  }

  private flowList(): ListNode {
    const start = this.at;
    const items: ConfigNode[] = [];
    this.open();
    while (this.goesOn(char.closingBracket, items.length > 0)) items.push(this.node(true));
    return { type: 'list', items, start, end: this.last };
  }

  private flowDict(): DictNode {
    const start = this.at;
    const entries = new Map<string, Entry>();
    this.open();
    while (this.goesOn(char.closingBrace, entries.size > 0)) {
      const key = this.key(true);
      this.add(entries, key, this.node(true));
    }
    return { type: 'dict', entries, start, end: this.last };
  }

  private open(): void {
    this.deeper();
    this.at += 1;
    this.last = this.at;
  }

  /** Goes to the next item of a flow collection, or behind the collection: then false. */
  private goesOn(closing: number, wantsComma: boolean): boolean {
    this.at = this.words.behindSpaces(this.at);
    if (this.words.unit(this.at) === closing) {
      this.at += 1;
      this.depth -= 1;
      return false;
    }
    if (!wantsComma) return true;
    if (this.words.unit(this.at) !== char.comma) throw notSimple;
    this.at = this.words.behindSpaces(this.at + 1);
    return true;
  }

  /** Goes on to its value. */
  private key(inFlow: boolean): ScalarNode {
    const end = this.words.wordEnd(this.at, inFlow);
    if (!this.words.isColon(end) || end - this.at > maxKey) throw notSimple;
    const key = this.word(end);
    this.at = this.words.behindSpaces(end + 1);
    return key;
  }

  private word(end: number): ScalarNode {
    const start = this.at;
    this.at = end;
    return this.words.isQuote(start) ? this.quoted(start, end) : this.plain(start, end);
  }

  private quoted(start: number, end: number): ScalarNode {
    const value = this.words.text.slice(start + 1, end - 1);
    if (this.words.unit(start) === char.double && value.includes('\\')) throw notSimple;
    this.count(end);
    return { type: 'str', value, start, end };
  }

  private plain(start: number, end: number): ScalarNode {
    const written = this.words.text.slice(start, end);
    const made = plainScalar(written, this.dialect);
    if (made === undefined || 'refused' in made) throw notSimple;
    this.count(end);
    const { type, value } = made;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- type and value are those of one scalar
    return { type, value, start, end, written } as ScalarNode;
  }

  private count(end: number): void {
    this.last = end;
    this.scalars += 1;
    if (this.scalars > maxScalars) throw notSimple;
  }
}
