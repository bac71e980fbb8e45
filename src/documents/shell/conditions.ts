import type { ArithmeticCommand, SyntaxNode, TestExpression, Word } from 'unbash';
import { numberText } from './arithmetic.ts';
import type { Field } from './model.ts';
import type { Words } from './words.ts';
import { certainText, inverted, knownText, type Learned, type Outcome, type Status } from './world.ts';

type TextOf = (field: Field | undefined) => string | undefined;

/** What a condition says of words that are known, and of those that are where nobody sets a variable. */
function outcomeOf(judge: (textOf: TextOf) => Status): Outcome {
  const status = judge(certainText);
  if (status !== 'unknown') return { status };
  const assumes = new Set<string>();
  const leaning = judge((field) => {
    for (const name of field?.assumes ?? []) assumes.add(name);
    return field === undefined || field.isMany ? undefined : knownText(field.pieces);
  });
  return leaning === 'unknown' ? { status } : { status, leaning: { status: leaning, assumes } };
}

/** What `[ … ]` says; files and all else are unknown. */
export function testOutcome(fields: readonly Field[]): Outcome {
  return outcomeOf((textOf) => testStatus(fields, textOf));
}

function testStatus(fields: readonly Field[], textOf: TextOf): Status {
  const texts: string[] = [];
  for (const field of fields) {
    const text = textOf(field);
    if (text === undefined) return 'unknown';
    texts.push(text);
  }
  if (texts.at(-1) === ']') texts.pop();
  return wordsStatus(texts);
}

function wordsStatus([first, second, third, ...more]: readonly string[]): Status {
  if (first === undefined) return 'failed';
  if (first === '!' && second !== undefined) {
    return inverted(wordsStatus([second, ...(third === undefined ? [] : [third]), ...more]));
  }
  if (second === undefined) return statusOf(first !== '');
  if (third === undefined) return unary(first, second);
  return more.length === 0 ? binary(second, first, third) : 'unknown';
}

/** What `[[ … ]]` says. */
export function expressionOutcome(expression: TestExpression, words: Words): Outcome {
  // once: a word may set variables
  const known = new Map<Word, Field>();
  const value = (word: Word): Field => {
    const field = known.get(word) ?? words.value(word);
    known.set(word, field);
    return field;
  };
  return outcomeOf((textOf) => expressionStatus(expression, (word) => textOf(value(word))));
}

function expressionStatus(expression: TestExpression, text: (word: Word) => string | undefined): Status {
  switch (expression.type) {
    case 'TestGroup':
      return expressionStatus(expression.expression, text);
    case 'TestNot': {
      const status = expressionStatus(expression.operand, text);
      return expression.negations.length % 2 === 0 ? status : inverted(status);
    }
    case 'TestLogical':
      return logical(
        expression.operator,
        expression.operands.map((each) => expressionStatus(each, text)),
      );
    case 'TestUnary': {
      const operand = text(expression.operand);
      return operand === undefined ? 'unknown' : unary(expression.operator, operand);
    }
    case 'TestBinary': {
      const { operator, left, right } = expression;
      const isPattern =
        ['=', '==', '!='].includes(operator) &&
        right.parts?.some(({ type }) => !type.endsWith('Quoted')) === true;
      const [a, b] = [text(left), text(right)];
      if (a === undefined || b === undefined || (isPattern && /[*?[\\(]/.test(b))) return 'unknown';
      return binary(operator, a, b);
    }
  }
}

function logical(operator: '&&' | '||', all: readonly Status[]): Status {
  const deciding = operator === '&&' ? 'failed' : 'ok';
  if (all.includes(deciding)) return deciding;
  return all.includes('unknown') ? 'unknown' : inverted(deciding);
}

function unary(operator: string, text: string): Status {
  if (operator === '-z') return statusOf(text === '');
  return operator === '-n' ? statusOf(text !== '') : 'unknown';
}

function binary(operator: string, a: string, b: string): Status {
  if (operator === '=' || operator === '==') return statusOf(a === b);
  if (operator === '!=') return statusOf(a !== b);
  const [left, right] = [plainNumber(a), plainNumber(b)];
  const compare = comparisons[operator];
  return compare === undefined || left === undefined || right === undefined
    ? 'unknown'
    : statusOf(compare(left, right));
}

/** `[[` takes texts as expressions, `[` does not: only what both agree on. */
function plainNumber(text: string): bigint | undefined {
  return /^-?(?:0|[1-9]\d*)$/.test(text) ? numberText(text) : undefined;
}

const comparisons: Readonly<Record<string, ((a: bigint, b: bigint) => boolean) | undefined>> = {
  '-eq': (a, b) => a === b,
  '-ne': (a, b) => a !== b,
  '-lt': (a, b) => a < b,
  '-le': (a, b) => a <= b,
  '-gt': (a, b) => a > b,
  '-ge': (a, b) => a >= b,
};

export function statusOf(is: boolean): Status {
  return is ? 'ok' : 'failed';
}

/** What a variable is on one side of a condition. */
interface Equality extends Learned {
  readonly side: 'ok' | 'failed';
}

/** `[ "$A" = b ]`, `[[ $A != b ]]` and `((A == 1))`: A is b where it holds, or where it does not. */
export function equalIn(command: SyntaxNode): Equality | undefined {
  const [left, operator = '', right] = comparison(command);
  const name = left && nameOf(left);
  const isNumber = /^-(?:eq|ne)$/.test(operator);
  const side = /^(?:==?|-eq)$/.test(operator) ? 'ok' : /^(?:!=|-ne)$/.test(operator) ? 'failed' : undefined;
  if (left === undefined || name === undefined || right === undefined || side === undefined) return undefined;
  const written = right.text.replaceAll(/^(["'])(.*)\1$/g, '$2');
  if (isNumber ? plainNumber(written) === undefined : !/^[\w./-]+$/.test(written)) return undefined;
  return { name, text: right.value, side, isNumber, hasDefault: hasDefault(left) };
}

interface Compared {
  readonly text: string;
  readonly value: string;
}

function comparison(
  command: SyntaxNode,
): readonly [left?: Compared | undefined, operator?: string | undefined, right?: Compared | undefined] {
  if (command.type === 'CompoundList') {
    const [only, ...more] = command.commands;
    return only === undefined || more.length > 0 ? [] : comparison(only.command);
  }
  if (command.type === 'ArithmeticCommand') return arithmeticComparison(command);
  if (command.type === 'TestCommand' && command.expression.type === 'TestBinary') {
    const { left, operator, right } = command.expression;
    return [left, operator, right];
  }
  if (command.type !== 'Command' || command.name?.value !== '[' || command.args.length !== 4) return [];
  const [left, operator, right] = command.args.map((arg) => (arg.type === 'Word' ? arg : undefined));
  return [left, operator?.value, right];
}

/** `((A == 1))`: the name needs no dollar. */
function arithmeticComparison({ expression }: ArithmeticCommand): ReturnType<typeof comparison> {
  if (expression?.type !== 'ArithmeticBinary') return [];
  const { operator, left, right } = expression;
  if (left.type !== 'ArithmeticWord' || right.type !== 'ArithmeticWord') return [];
  const name = /^[A-Za-z_]\w*$/.test(left.value) ? `$${left.value}` : left.value;
  const number = { text: right.value, value: right.value };
  return [{ text: name, value: name }, { '==': '-eq', '!=': '-ne' }[operator], number];
}

export function hasDefault({ text }: Pick<Word, 'text'>): boolean {
  return text.includes('-');
}

/** The variable that a word is, `$A` or `"${A}"`. */
export function nameOf({ text }: Pick<Word, 'text'>): string | undefined {
  return /^("?)\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?::?-[^{}]*)?\})\1$/.exec(text)?.slice(2).find(Boolean);
}
