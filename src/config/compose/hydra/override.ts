import type { ConfigNode, Entry, ScalarValue } from '../../../documents/tree/node.ts';
import type { Source } from '../../../documents/tree/origin.ts';

/** One word of a command that changes a Hydra config, such as `train.lr=1e-4`. Offsets are of the source's text. */
export interface OverrideText {
  readonly text: string;
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

export interface Override {
  readonly kind: 'change' | 'add' | 'force' | 'delete';
  /** A group such as `db/engine`, or the path of a value. */
  readonly key: string;
  /** Of `group@package`. */
  readonly package: string | undefined;
  /** None of `~key`. */
  readonly value: ConfigNode | undefined;
  /** Several values, or a function that makes them: one run for each. */
  readonly isSweep: boolean;
  readonly written: OverrideText;
}

/** Thrown where Hydra refuses the word. */
export class OverrideError extends Error {}

/** Reads a word in Hydra 1.3's override grammar (hydra/grammar/Override*.g4). Throws OverrideError. */
export function parseOverride(written: OverrideText): Override {
  const { text } = written;
  const [, sign = '', key = '', at, equal, rest = ''] =
    /^(~|\+\+?)?([^=@]*?)(?:@([^=]*))?(?:(=)[ \t]*([\s\S]*))?$/.exec(text) ?? [];
  const isDelete = sign === '~';
  if (!isKey(key) || (at !== undefined && !isPackage(at)) || (equal === undefined && !isDelete))
    throw new OverrideError(
      `${text.slice(0, 80)} is not an override: write path=value, +path=value, ~path or group=option`,
    );
  const parsed = equal === undefined ? undefined : new ValueReader(rest, written).value();
  return {
    kind: isDelete ? 'delete' : sign === '+' ? 'add' : sign === '++' ? 'force' : 'change',
    key,
    package: at,
    value: parsed?.value,
    isSweep: parsed?.isSweep ?? false,
    written,
  };
}

const step = String.raw`(?:[a-zA-Z_$][\w$-]*|0|[1-9](?:_?\d)*)`;
const packagePattern = new RegExp(String.raw`^(?:[a-zA-Z_$][\w$-]*|${step}(?:\.${step})+)?$`);
const groupPattern = /^[a-zA-Z_][\w-]*(?:\/[a-zA-Z_][\w-]*)+$/;

function isKey(text: string): boolean {
  return isPackage(text) || groupPattern.test(text);
}

/** A package may lead back: `@:new` is no longer known. */
function isPackage(text: string): boolean {
  return packagePattern.test(text);
}

interface Token {
  readonly kind:
    | 'quoted'
    | 'float'
    | 'int'
    | 'bool'
    | 'null'
    | 'id'
    | 'interpolation'
    | 'escape'
    | 'space'
    | 'other'
    | 'mark';
  readonly text: string;
}

const intPattern = String.raw`(?:0|[1-9](?:_?\d)*)`;
const pointPattern = String.raw`(?:${intPattern}\.\d(?:_?\d)*|${intPattern}\.|\.\d(?:_?\d)*)`;
const exponentPattern = String.raw`(?:(?:${pointPattern}|${intPattern})[eE][+-]?\d(?:_?\d)*)`;

/** The longest match wins, of two as long the first, as in ANTLR. */
const tokenKinds: readonly (readonly [Token['kind'], RegExp])[] = [
  [
    'mark',
    /[ \t]*\([ \t]*|[ \t]*,[ \t]*|[ \t]*\)|\[[ \t]*|[ \t]*\]|\{[ \t]*|[ \t]*\}|[ \t]*:[ \t]*|[ \t]*=[ \t]*/y,
  ],
  [
    'float',
    new RegExp(String.raw`[+-]?(?:${exponentPattern}|${pointPattern}|[Ii][Nn][Ff]|[Nn][Aa][Nn])`, 'y'),
  ],
  ['int', new RegExp(String.raw`[+-]?${intPattern}`, 'y')],
  ['bool', /[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]/y],
  ['null', /[Nn][Uu][Ll][Ll]/y],
  ['other', /[/\-\\+.$%*@?|]/y],
  ['id', /[a-zA-Z_][\w-]*/y],
  ['escape', /(?:\\[\\()[\]{}:=, \t])+/y],
  ['space', /[ \t]+/y],
  ['quoted', /"(?:(?:\\\\)*|[\s\S]*?[^\\](?:\\\\)*)"|'(?:(?:\\\\)*|[\s\S]*?[^\\](?:\\\\)*)'/y],
  ['interpolation', /\$\{[^}]+\}/y],
];

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    let best: Token | undefined;
    for (const [kind, pattern] of tokenKinds) {
      pattern.lastIndex = at;
      const found = pattern.exec(text)?.[0] ?? '';
      if (found.length > (best?.text.length ?? 0)) best = { kind, text: found };
    }
    if (best === undefined)
      throw new OverrideError(`${text.slice(0, 80)} has a character that must be quoted: ${text[at]}`);
    tokens.push(best);
    at += best.text.length;
  }
  return tokens;
}

const maxDepth = 30;

class ValueReader {
  private readonly tokens: readonly Token[];
  private readonly written: OverrideText;
  private at = 0;

  constructor(text: string, written: OverrideText) {
    this.tokens = tokensOf(text);
    this.written = written;
  }

  value(): { readonly value: ConfigNode; readonly isSweep: boolean } {
    if (this.tokens.length === 0) return { value: this.node({ type: 'str', value: '' }), isSweep: false };
    const first = this.element(0);
    let isSweep = first.isSweep;
    while (this.sees(',')) {
      this.at += 1;
      this.element(0);
      isSweep = true;
    }
    if (this.at < this.tokens.length) throw this.refused();
    return { value: first.value, isSweep };
  }

  private element(depth: number): { readonly value: ConfigNode; readonly isSweep: boolean } {
    if (depth > maxDepth) throw this.refused();
    if (this.sees('[')) return { value: this.list(depth), isSweep: false };
    if (this.sees('{')) return { value: this.dict(depth), isSweep: false };
    if (this.tokens[this.at]?.kind === 'id' && this.tokens[this.at + 1]?.text.trim() === '(')
      return this.call();
    return { value: this.primitive(true), isSweep: false };
  }

  private list(depth: number): ConfigNode {
    const items: ConfigNode[] = [];
    this.at += 1;
    while (!this.sees(']')) {
      if (items.length > 0) this.take(',');
      items.push(this.element(depth + 1).value);
    }
    this.at += 1;
    return { type: 'list', items, ...this.place() };
  }

  private dict(depth: number): ConfigNode {
    const entries = new Map<string, Entry>();
    let count = 0;
    this.at += 1;
    while (!this.sees('}')) {
      if (count > 0) this.take(',');
      count += 1;
      const key = this.primitive(false);
      this.take(':');
      const { value } = this.element(depth + 1);
      if (key.type === 'dict' || key.type === 'list') throw this.refused();
      const name = String(key.value);
      entries.set(name, { key, name, value });
    }
    this.at += 1;
    return { type: 'dict', entries, ...this.place() };
  }

  /** What a function makes is left to the run: `choice(1, 2)` and `range(1, 8)` are sweeps, `int(3.5)` is a value. */
  private call(): { readonly value: ConfigNode; readonly isSweep: boolean } {
    const name = this.tokens[this.at]?.text ?? '';
    let open = 0;
    do {
      const text = this.tokens[this.at]?.text.trim();
      if (text === undefined) throw this.refused();
      if (text === '(') open += 1;
      if (text === ')') open -= 1;
      this.at += 1;
    } while (open > 0 || this.tokens[this.at - 1]?.text.trim() !== ')');
    const value: ScalarValue = {
      type: 'unknown',
      value: this.written.text,
      reason: `${name}(…) of Hydra's overrides makes it`,
    };
    return { value: this.node(value), isSweep: !casts.has(name) };
  }

  private primitive(isValue: boolean): ConfigNode {
    const words: Token[] = [];
    for (;;) {
      const token = this.tokens[this.at];
      const isColon = token?.kind === 'mark' && token.text.trim() === ':';
      if (token === undefined || (token.kind === 'mark' && !(isColon && isValue))) break;
      if (!isValue && (token.kind === 'interpolation' || token.kind === 'quoted')) throw this.refused();
      words.push(token);
      this.at += 1;
    }
    return this.node(scalarOf(words) ?? this.fail());
  }

  private fail(): never {
    throw this.refused();
  }

  private sees(mark: string): boolean {
    const token = this.tokens[this.at];
    if (token === undefined && mark !== ',') throw this.refused();
    return token?.kind === 'mark' && token.text.trim() === mark;
  }

  private take(mark: string): void {
    if (!this.sees(mark)) throw this.refused();
    this.at += 1;
  }

  private node(value: ScalarValue): ConfigNode {
    return { ...value, ...this.place() };
  }

  private place() {
    const { start, end, source } = this.written;
    return { start, end, source };
  }

  private refused(): OverrideError {
    return new OverrideError(
      `Hydra cannot read the value of ${this.written.text.slice(0, 80)}: quote it, or escape ( ) [ ] { } : = , with \\`,
    );
  }
}

const casts: ReadonlySet<string> = new Set(['int', 'float', 'str', 'bool', 'json_str', 'extend_list']);

/** A value from the words between marks; `undefined` where there are none, or a quoted text among others. */
function scalarOf(all: readonly Token[]): ScalarValue | undefined {
  const words = all.slice(all[0]?.kind === 'space' ? 1 : 0, all.at(-1)?.kind === 'space' ? -1 : undefined);
  const [only] = words;
  if (only === undefined) return undefined;
  if (words.length > 1) {
    if (words.some(({ kind }) => kind === 'quoted')) return undefined;
    return {
      type: 'str',
      value: words.map(({ kind, text }) => (kind === 'escape' ? unescaped(text) : text)).join(''),
    };
  }
  if (only.kind === 'quoted') return { type: 'str', value: unquoted(only.text) };
  if (only.kind === 'int') return { type: 'int', value: integerOf(only.text) };
  if (only.kind === 'float') return { type: 'float', value: floatOf(only.text) };
  if (only.kind === 'bool') return { type: 'bool', value: /^true$/i.test(only.text) };
  if (only.kind === 'null') return { type: 'NoneType', value: null };
  return { type: 'str', value: only.kind === 'escape' ? unescaped(only.text) : only.text };
}

function integerOf(text: string): bigint {
  if (text.length > 4300) throw new OverrideError('an integer of too many digits');
  return BigInt(text.replaceAll(/[_+]/g, ''));
}

function floatOf(text: string): number {
  const plain = text.replaceAll('_', '').toLowerCase();
  if (plain.endsWith('nan')) return Number.NaN;
  return plain.endsWith('inf') ? (plain.startsWith('-') ? -Infinity : Infinity) : Number(plain);
}

function unescaped(text: string): string {
  return text.replaceAll(/\\([\s\S])/g, '$1');
}

/** Backslashes count only before a quote (overrides_visitor.py _unescape_quoted_string). */
function unquoted(text: string): string {
  const escaped = text.startsWith("'") ? /\\+'/ : /\\+"/;
  let rest = text.slice(1);
  let result = '';
  for (let found = escaped.exec(rest); found !== null; found = escaped.exec(rest)) {
    const [all] = found;
    result +=
      rest.slice(0, found.index) +
      Array.from(all)
        .filter((_, index) => index % 2 === 1)
        .join('');
    rest = rest.slice(found.index + all.length);
  }
  return result + rest.slice(0, -1);
}
