import { BadExpression, type Token, tokenize } from './tokens.ts';

export type Expression =
  | { readonly kind: 'literal'; readonly value: number | string | boolean | null }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'unary'; readonly operator: string; readonly operand: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] };

/** Loosest first; `implies` reads "if the left holds, the right must". */
const levels: readonly (readonly string[])[] = [
  ['implies'],
  ['or', '||'],
  ['and', '&&'],
  ['==', '!=', '<', '<=', '>', '>=', 'in', 'not in'],
  ['+', '-'],
  ['*', '/', '//', '%'],
];

const constants = new Map<string, boolean | null>([
  ['true', true],
  ['True', true],
  ['false', false],
  ['False', false],
  ['null', null],
  ['None', null],
]);

export const functionNames = [
  'len',
  'sum',
  'min',
  'max',
  'abs',
  'floor',
  'ceil',
  'sqrt',
  'defined',
  'all_multiples',
];
const maxDepth = 50;

/** The tree of an expression. Throws BadExpression. */
export function parseExpression(source: string): Expression {
  const parser = new Parser(tokenize(source));
  return parser.whole();
}

class Parser {
  private readonly tokens: readonly Token[];
  private at = 0;
  private depth = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  whole(): Expression {
    const expression = this.level(0);
    const rest = this.peek();
    if (rest.kind !== 'end') throw new BadExpression(`unexpected ${rest.value}`, rest.at);
    return expression;
  }

  private level(index: number): Expression {
    const operators = levels[index];
    if (operators === undefined) return this.unary();
    if (operators.includes('and')) return this.binary(index, operators, () => this.negation(index + 1));
    return this.binary(index, operators, () => this.level(index + 1));
  }

  private binary(index: number, operators: readonly string[], next: () => Expression): Expression {
    let left = next();
    for (
      let operator = this.operator(operators);
      operator !== undefined;
      operator = this.operator(operators)
    ) {
      // "a implies b implies c" is read from the right
      const right = index === 0 ? this.deeper(() => this.level(0)) : next();
      left = { kind: 'binary', operator, left, right };
    }
    return left;
  }

  private negation(index: number): Expression {
    if (!this.take('not') && !this.take('!')) return this.level(index);
    return { kind: 'unary', operator: 'not', operand: this.deeper(() => this.negation(index)) };
  }

  private operator(operators: readonly string[]): string | undefined {
    const { kind, value } = this.peek();
    if (kind !== 'operator' && kind !== 'name') return undefined;
    if (value === 'not' && operators.includes('not in') && this.tokens[this.at + 1]?.value === 'in') {
      this.at += 2;
      return 'not in';
    }
    if (!operators.includes(value)) return undefined;
    this.at += 1;
    return value;
  }

  private unary(): Expression {
    for (const operator of ['-', '+', '!', 'not']) {
      if (this.take(operator)) return { kind: 'unary', operator, operand: this.deeper(() => this.unary()) };
    }
    const base = this.primary();
    if (!this.take('**')) return base;
    return { kind: 'binary', operator: '**', left: base, right: this.deeper(() => this.unary()) };
  }

  private primary(): Expression {
    const token = this.peek();
    this.at += 1;
    if (token.kind === 'number' || token.kind === 'text') return { kind: 'literal', value: token.value };
    if (token.kind === 'name') return this.name(token.value, token.at);
    if (token.value === '(') {
      const inner = this.deeper(() => this.level(0));
      this.expect(')');
      return inner;
    }
    if (token.value === '[') return { kind: 'list', items: this.items(']') };
    throw new BadExpression(
      token.kind === 'end' ? 'the expression ends too early' : `unexpected ${token.value}`,
      token.at,
    );
  }

  private name(name: string, at: number): Expression {
    const constant = constants.get(name);
    if (constant !== undefined) return { kind: 'literal', value: constant };
    if (!this.take('(')) return { kind: 'name', name };
    if (!functionNames.includes(name)) {
      throw new BadExpression(`there is no function ${name}; there are ${functionNames.join(', ')}`, at);
    }
    return { kind: 'call', name, args: this.items(')') };
  }

  private items(close: string): Expression[] {
    const items: Expression[] = [];
    if (this.take(close)) return items;
    do items.push(this.deeper(() => this.level(0)));
    while (this.take(','));
    this.expect(close);
    return items;
  }

  private deeper<T>(read: () => T): T {
    this.depth += 1;
    if (this.depth > maxDepth) throw new BadExpression('nested too deep', this.peek().at);
    const value = read();
    this.depth -= 1;
    return value;
  }

  private take(value: string): boolean {
    const token = this.peek();
    if (token.kind === 'text' || token.value !== value) return false;
    this.at += 1;
    return true;
  }

  private expect(value: string): void {
    const token = this.peek();
    if (!this.take(value)) throw new BadExpression(`expected ${value}`, token.at);
  }

  private peek(): Token {
    return this.tokens[Math.min(this.at, this.tokens.length - 1)] ?? { kind: 'end', value: '', at: 0 };
  }
}
