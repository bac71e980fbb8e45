export type Token =
  | { readonly kind: 'number'; readonly value: number; readonly at: number }
  | { readonly kind: 'text'; readonly value: string; readonly at: number }
  | { readonly kind: 'name' | 'operator'; readonly value: string; readonly at: number }
  | { readonly kind: 'end'; readonly value: ''; readonly at: number };

/** Something that is not an expression; `at` is the offset. */
export class BadExpression extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

const maxLength = 2000;

const patterns = [
  { kind: 'number', pattern: /(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/y },
  { kind: 'name', pattern: /[A-Za-z_]\w*(?:\.\w+|\[\d+\])*/y },
  { kind: 'text', pattern: /"[^"\\]*"|'[^'\\]*'/y },
  { kind: 'operator', pattern: /\/\/|<=|>=|==|!=|\*\*|&&|\|\||[-+*/%<>!(),[\]?:]/y },
] as const;

/** Splits an expression; a name may hold dots and indexes (`text_config.layers[0]`). Throws BadExpression. */
export function tokenize(source: string): Token[] {
  if (source.length > maxLength) throw new BadExpression(`longer than ${maxLength} characters`, 0);
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    while (/\s/.test(source[at] ?? '')) at += 1;
    if (at >= source.length) return [...tokens, { kind: 'end', value: '', at }];
    const token = tokenAt(source, at);
    tokens.push(token.token);
    at += token.length;
  }
}

function tokenAt(source: string, at: number): { token: Token; length: number } {
  for (const { kind, pattern } of patterns) {
    pattern.lastIndex = at;
    const text = pattern.exec(source)?.[0];
    if (text === undefined) continue;
    return { token: tokenOf(kind, text, at), length: text.length };
  }
  throw new BadExpression(`unexpected ${JSON.stringify(source[at])}`, at);
}

function tokenOf(kind: (typeof patterns)[number]['kind'], text: string, at: number): Token {
  if (kind === 'number') return { kind, value: Number(text), at };
  return { kind, value: kind === 'text' ? text.slice(1, -1) : text, at };
}
