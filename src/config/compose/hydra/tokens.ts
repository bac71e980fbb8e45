import type { ScalarValue } from '../../../documents/tree/node.ts';
import type { Source } from '../../../documents/tree/origin.ts';

/** One word of a command that changes a Hydra config, such as `train.lr=1e-4`. Offsets are of the source's text. */
export interface OverrideText {
  readonly text: string;
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** Thrown where Hydra refuses the word. */
export class OverrideError extends Error {}

/** A part of a value in Hydra's override grammar (hydra/grammar/OverrideLexer.g4). */
export interface Token {
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

/** Throws OverrideError. */
export function tokensOf(text: string): Token[] {
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

/** A value from the words between marks; `undefined` where there are none, or a quoted text among others. */
export function scalarOf(all: readonly Token[]): ScalarValue | undefined {
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
