import type { TestExpression } from 'unbash';
import { numberText } from './arithmetic.ts';
import type { Field } from './model.ts';
import type { Words } from './words.ts';
import { certainText, type Status } from './world.ts';

/** What `[ … ]` says of words that are known; files and all else are unknown. */
export function testStatus(fields: readonly Field[]): Status {
  const texts: string[] = [];
  for (const field of fields) {
    const text = certainText(field);
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
export function expressionStatus(expression: TestExpression, words: Words): Status {
  switch (expression.type) {
    case 'TestGroup':
      return expressionStatus(expression.expression, words);
    case 'TestNot': {
      const status = expressionStatus(expression.operand, words);
      return expression.negations.length % 2 === 0 ? status : inverted(status);
    }
    case 'TestLogical':
      return logical(
        expression.operator,
        expression.operands.map((each) => expressionStatus(each, words)),
      );
    case 'TestUnary': {
      const text = certainText(words.value(expression.operand));
      return text === undefined ? 'unknown' : unary(expression.operator, text);
    }
    case 'TestBinary': {
      const { operator, left, right } = expression;
      const isPattern =
        ['=', '==', '!='].includes(operator) &&
        right.parts?.some(({ type }) => !type.endsWith('Quoted')) === true;
      const [a, b] = [certainText(words.value(left)), certainText(words.value(right))];
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

export function inverted(status: Status): Status {
  if (status === 'unknown') return status;
  return status === 'ok' ? 'failed' : 'ok';
}

export function statusOf(is: boolean): Status {
  return is ? 'ok' : 'failed';
}
