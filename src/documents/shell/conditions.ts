import type { CompoundList, TestExpression, Word } from 'unbash';
import { numberText } from './arithmetic.ts';
import type { Field } from './model.ts';
import type { Words } from './words.ts';
import { certainText, inverted, knownText, type Outcome, type Status } from './world.ts';

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
  return outcomeOf((textOf) => expressionStatus(expression, words, textOf));
}

function expressionStatus(expression: TestExpression, words: Words, textOf: TextOf): Status {
  switch (expression.type) {
    case 'TestGroup':
      return expressionStatus(expression.expression, words, textOf);
    case 'TestNot': {
      const status = expressionStatus(expression.operand, words, textOf);
      return expression.negations.length % 2 === 0 ? status : inverted(status);
    }
    case 'TestLogical':
      return logical(
        expression.operator,
        expression.operands.map((each) => expressionStatus(each, words, textOf)),
      );
    case 'TestUnary': {
      const text = textOf(words.value(expression.operand));
      return text === undefined ? 'unknown' : unary(expression.operator, text);
    }
    case 'TestBinary': {
      const { operator, left, right } = expression;
      const isPattern =
        ['=', '==', '!='].includes(operator) &&
        right.parts?.some(({ type }) => !type.endsWith('Quoted')) === true;
      const [a, b] = [textOf(words.value(left)), textOf(words.value(right))];
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

/** `[ "$A" = b ]` and `[[ $A == b ]]` alone: where it holds, A is b. */
export function equalIn({ commands }: CompoundList): { name: string; text: string } | undefined {
  const [statement, ...more] = commands;
  const [left, operator, right] = more.length > 0 ? [] : comparison(statement?.command);
  const name = left && nameOf(left);
  if (name === undefined || right === undefined || !/^==?$/.test(operator ?? '')) return undefined;
  return /^[\w./-]+$/.test(right.text.replaceAll(/^(["'])(.*)\1$/g, '$2'))
    ? { name, text: right.value }
    : undefined;
}

function comparison(
  command: CompoundList['commands'][number]['command'] | undefined,
): readonly [left?: Word | undefined, operator?: string | undefined, right?: Word | undefined] {
  if (command?.type === 'TestCommand' && command.expression.type === 'TestBinary') {
    const { left, operator, right } = command.expression;
    return [left, operator, right];
  }
  if (command?.type !== 'Command' || command.name?.value !== '[' || command.args.length !== 4) return [];
  const [left, operator, right] = command.args.map((arg) => (arg.type === 'Word' ? arg : undefined));
  return [left, operator?.value, right];
}

/** The variable that a word is, `$A` or `"${A}"`. */
export function nameOf({ text }: Word): string | undefined {
  return /^("?)\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?::?-[^{}]*)?\})\1$/.exec(text)?.slice(2).find(Boolean);
}
