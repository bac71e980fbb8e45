/** The words of OmegaConf's grammar; names follow OmegaConfGrammarLexer.g4 (2.3). */
export type TokenKind =
  | 'text'
  | 'escaped-interpolation'
  | 'top-escape'
  | 'quoted-escape'
  | 'escape'
  | 'open'
  | 'close'
  | 'dot'
  | 'key'
  | 'brace-open'
  | 'brace-close'
  | 'quote-open'
  | 'quote-close'
  | 'comma'
  | 'bracket-open'
  | 'bracket-close'
  | 'colon'
  | 'float'
  | 'int'
  | 'bool'
  | 'null'
  | 'unquoted'
  | 'id'
  | 'blank'
  | 'end';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
}

export type Mode = 'text' | 'value' | 'interpolation' | 'single' | 'double';

/** What a token does to the stack of modes. */
type Move = { readonly push: Mode } | { readonly turn: Mode } | 'pop';

interface Rule {
  readonly kind: TokenKind;
  readonly pattern: RegExp;
  readonly move?: Move;
}

const whole = '(?:0|[1-9](?:_?[0-9])*)';
const digits = '[0-9](?:_?[0-9])*';
const float = `[-+]?(?:(?:${whole}?\\.${digits}|${whole}\\.?)[eE][-+]?${digits}|${whole}?\\.${digits}|${whole}\\.|[iI][nN][fF]|[nN][aA][nN])`;

const open: Rule = { kind: 'open', pattern: /\$\{[ \t]*/y, move: { push: 'interpolation' } };

/** In the order of the grammar: the longest match wins, and of equals the first. */
const rules: Readonly<Record<Mode, readonly Rule[]>> = {
  text: [
    open,
    { kind: 'text', pattern: /[^$]*[^\\$]/y },
    { kind: 'escaped-interpolation', pattern: /(?:\\\\)*\\\$\{/y },
    { kind: 'top-escape', pattern: /(?:\\\\)+/y },
    { kind: 'text', pattern: /\\+|\$/y },
  ],
  value: [
    open,
    { kind: 'brace-open', pattern: /\{[ \t]*/y, move: { push: 'value' } },
    { kind: 'brace-close', pattern: /[ \t]*\}/y, move: 'pop' },
    { kind: 'quote-open', pattern: /'/y, move: { push: 'single' } },
    { kind: 'quote-open', pattern: /"/y, move: { push: 'double' } },
    { kind: 'comma', pattern: /[ \t]*,[ \t]*/y },
    { kind: 'bracket-open', pattern: /\[[ \t]*/y },
    { kind: 'bracket-close', pattern: /[ \t]*\]/y },
    { kind: 'colon', pattern: /[ \t]*:[ \t]*/y },
    { kind: 'float', pattern: new RegExp(float, 'y') },
    { kind: 'int', pattern: new RegExp(`[-+]?${whole}`, 'y') },
    { kind: 'bool', pattern: /[tT][rR][uU][eE]|[fF][aA][lL][sS][eE]/y },
    { kind: 'null', pattern: /[nN][uU][lL][lL]/y },
    { kind: 'unquoted', pattern: /[/\-\\+.$%*@?|]/y },
    { kind: 'id', pattern: /[a-zA-Z_][a-zA-Z0-9_-]*/y },
    { kind: 'escape', pattern: /(?:\\[\\()[\]{}:=, \t])+/y },
    { kind: 'blank', pattern: /[ \t]+/y },
  ],
  interpolation: [
    open,
    { kind: 'colon', pattern: /[ \t]*:[ \t]*/y, move: { turn: 'value' } },
    { kind: 'close', pattern: /[ \t]*\}/y, move: 'pop' },
    { kind: 'dot', pattern: /\./y },
    { kind: 'bracket-open', pattern: /\[/y },
    { kind: 'bracket-close', pattern: /\]/y },
    { kind: 'id', pattern: /[a-zA-Z_][a-zA-Z0-9_-]*/y },
    { kind: 'key', pattern: /[^\\{}()[\]:. \t'"]+/y },
  ],
  single: quoted("'"),
  double: quoted('"'),
};

function quoted(quote: string): Rule[] {
  return [
    open,
    { kind: 'quote-close', pattern: new RegExp(quote, 'y'), move: 'pop' },
    { kind: 'text', pattern: new RegExp(`[^${quote}$]*[^${quote}\\\\$]`, 'y') },
    { kind: 'escaped-interpolation', pattern: /(?:\\\\)*\\\$\{/y },
    { kind: 'escape', pattern: new RegExp(`(?:\\\\\\\\)*\\\\${quote}`, 'y') },
    { kind: 'quoted-escape', pattern: /(?:\\\\)+/y },
    { kind: 'text', pattern: /\\+|\$/y },
  ];
}

/** The tokens of a text, `end` last; `undefined` where no token fits. */
export function tokensOf(text: string, mode: Mode): readonly Token[] | undefined {
  const tokens: Token[] = [];
  const modes: Mode[] = [mode];
  for (let start = 0; start < text.length;) {
    const current = modes.at(-1);
    const best = current === undefined ? undefined : longest(rules[current], text, start);
    if (best === undefined) return undefined;
    tokens.push({ kind: best.rule.kind, text: best.text, start });
    start += best.text.length;
    enter(modes, best.rule.move);
  }
  return [...tokens, { kind: 'end', text: '', start: text.length }];
}

function longest(candidates: readonly Rule[], text: string, start: number) {
  let best: { readonly rule: Rule; readonly text: string } | undefined;
  for (const rule of candidates) {
    rule.pattern.lastIndex = start;
    const found = rule.pattern.exec(text)?.[0] ?? '';
    if (found.length > (best?.text.length ?? 0)) best = { rule, text: found };
  }
  return best;
}

function enter(modes: Mode[], move: Move | undefined): void {
  if (move === undefined) return;
  if (move === 'pop' || 'turn' in move) modes.pop();
  if (move !== 'pop') modes.push('turn' in move ? move.turn : move.push);
}
