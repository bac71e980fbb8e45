import * as tomlParser from 'toml-eslint-parser';
import type { AST } from 'toml-eslint-parser';

import type { ConfigNode, DictNode, Entry, ListNode, ScalarNode, ScalarValue } from '../tree/node.ts';
import { maxDepth, maxValues, tooDeep, tooManyValues, Unreadable, unreadable } from '../yaml/problem.ts';
import type { Reading } from '../yaml/reading.ts';

/** TOML 1.0 as Python's `tomllib` reads it; `root` undefined where it would refuse the text. */
export function readToml(text: string): Reading {
  const rest = { text, padding: new Map<number, number>() };
  try {
    guardDepth(text);
    return { root: new TomlTree().document(parsed(text)), problems: [], ...rest };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { root: undefined, problems: [error.problem], ...rest };
  }
}

function parsed(text: string): AST.TOMLProgram {
  if (text.startsWith('\uFEFF'))
    throw unreadable("the file starts with a byte order mark: Python's tomllib refuses it", 0, 1);
  const alone = /\r(?!\n)/.exec(text);
  if (alone !== null) throw unreadable('not TOML: a line ends in \\r alone', alone.index, alone.index + 1);
  try {
    return tomlParser.parseTOML(text, { tomlVersion: '1.0' });
  } catch (error) {
    if (!(error instanceof tomlParser.ParseError)) throw error;
    // what is missing at the end of a line is found on the next
    const isMissing = error.message.startsWith('Unspecified') && text[error.index - 1] === '\n';
    const at = isMissing ? error.index - 1 : error.index;
    throw unreadable(`not TOML: ${error.message}`, at, at + 1);
  }
}

/** The parser recurses: brackets that no config has are refused before. */
function guardDepth(text: string): void {
  let depth = 0;
  for (const { 0: found, index } of text.matchAll(
    /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|#.*|[[\]{}]/g,
  )) {
    if (found === '[' || found === '{') depth += 1;
    else if (found === ']' || found === '}') depth -= 1;
    if (depth > maxDepth) throw tooDeep(index);
  }
}

type MutableDict = DictNode & { readonly entries: Map<string, Entry> };
type MutableList = ListNode & { readonly items: ConfigNode[] };

class TomlTree {
  private values = 0;

  document({ body: [top] }: AST.TOMLProgram): ConfigNode {
    const root = dictAt(top.range);
    for (const item of top.body) {
      if (item.type === 'TOMLKeyValue') this.pair(item, root);
      else this.table(item, root);
    }
    return root;
  }

  private table(table: AST.TOMLTable, root: MutableDict): void {
    const keys = table.key.keys;
    if (keys.length > maxDepth) throw tooDeep(table.range[0]);
    const last = keys.at(-1);
    if (last === undefined) return;
    const parent = keys.slice(0, -1).reduce((dict, key) => this.descend(dict, key, table.range), root);
    const dict =
      table.kind === 'array'
        ? this.appended(parent, last, table.range)
        : this.descend(parent, last, table.range);
    for (const pair of table.body) this.pair(pair, dict);
  }

  /** The mapping at a key, made where there is none; of an array of tables the last one. */
  private descend(dict: MutableDict, key: Key, range: Range): MutableDict {
    const there = dict.entries.get(nameOf(key))?.value;
    if (there === undefined) return this.add(dict, key, dictAt(range));
    const node = there.type === 'list' ? there.items.at(-1) : there;
    if (node === undefined || !isMutableDict(node)) throw twice(key);
    return node;
  }

  private appended(dict: MutableDict, key: Key, range: Range): MutableDict {
    const there = dict.entries.get(nameOf(key))?.value;
    const list = there ?? this.add(dict, key, { type: 'list', items: [], start: range[0], end: range[1] });
    if (!isMutableList(list)) throw twice(key);
    const item = dictAt(range);
    this.count();
    list.items.push(item);
    return item;
  }

  private pair({ key, value }: AST.TOMLKeyValue, dict: MutableDict): void {
    const last = key.keys.at(-1);
    if (last === undefined) return;
    if (key.keys.length > maxDepth) throw tooDeep(key.range[0]);
    const parent = key.keys.slice(0, -1).reduce((inner, step) => this.descend(inner, step, key.range), dict);
    this.add(parent, last, this.node(value));
  }

  private add<Node extends ConfigNode>(dict: MutableDict, key: Key, value: Node): Node {
    const name = nameOf(key);
    const [start, end] = key.range;
    dict.entries.set(name, { key: { type: 'str', value: name, start, end }, name, value });
    return value;
  }

  private node(content: AST.TOMLContentNode): ConfigNode {
    this.count();
    const [start, end] = content.range;
    if (content.type === 'TOMLValue') return { ...scalar(content), start, end };
    if (content.type === 'TOMLArray')
      return { type: 'list', items: content.elements.map((item) => this.node(item)), start, end };
    const dict = dictAt(content.range);
    for (const pair of content.body) this.pair(pair, dict);
    return dict;
  }

  private count(): void {
    this.values += 1;
    if (this.values > maxValues) throw tooManyValues();
  }
}

type Key = AST.TOMLBare | AST.TOMLQuoted;
type Range = readonly [number, number];

function nameOf(key: Key): string {
  return key.type === 'TOMLBare' ? key.name : key.value;
}

function dictAt([start, end]: Range): MutableDict {
  return { type: 'dict', entries: new Map<string, Entry>(), start, end };
}

function isMutableDict(node: ConfigNode): node is MutableDict {
  return node.type === 'dict';
}

function isMutableList(node: ConfigNode): node is MutableList {
  return node.type === 'list';
}

/** The parser has refused it already; kept so that no value is lost in silence. */
function twice(key: Key) {
  return unreadable(`not TOML: ${nameOf(key)} is already set`, key.range[0], key.range[1]);
}

function scalar(value: AST.TOMLValue): ScalarValue & Pick<ScalarNode, 'written'> {
  if (value.kind === 'string') return { type: 'str', value: value.value };
  if (value.kind === 'boolean') return { type: 'bool', value: value.value, written: String(value.value) };
  if (value.kind === 'integer') return { type: 'int', value: value.bigint, written: value.number };
  if (value.kind === 'float') return { type: 'float', value: value.value, written: value.number };
  return moment(value);
}

/** Dates and times as Python's `isoformat()` writes them. */
function moment({ kind, datetime }: AST.TOMLDateTimeValue): ScalarValue & Pick<ScalarNode, 'written'> {
  const written = datetime;
  if (kind === 'local-date') return { type: 'date', value: datetime, written };
  const value = datetime
    .toUpperCase()
    .replace(' ', 'T')
    .replace('Z', '+00:00')
    .replace(/\.(\d+)/, (_, digits: string) => {
      const micros = digits.slice(0, 6).padEnd(6, '0');
      return micros === '000000' ? '' : `.${micros}`;
    });
  return { type: kind === 'local-time' ? 'time' : 'datetime', value, written };
}
