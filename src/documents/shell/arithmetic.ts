import type { ArithmeticBinary, ArithmeticExpression, ArithmeticUnary } from 'unbash';

type Lookup = Numbers['get'];

/** The variables that an expression reads and sets. */
export interface Numbers {
  /** The number that a variable has by its name, or an array by `#A[@]`; `undefined` where it is not known. */
  get(name: string): bigint | undefined;
  /** What it had before the expression: `$A` is pasted in before anything of it is worked out. */
  before(name: string): bigint | undefined;
  /** `undefined`: it is not known from now on. */
  set(name: string, value: bigint | undefined): void;
}

const assignment = /^(?:[-+*/%&|^]|<<|>>)?=$/;

/** The value of an expression in bash's 64 bits, with what it sets carried out; `undefined` where it is not known. */
export function arithmeticValue(
  expression: ArithmeticExpression | undefined,
  numbers: Numbers,
): bigint | undefined {
  if (expression === undefined) return 0n;
  switch (expression.type) {
    case 'ArithmeticWord':
      forget(expression, numbers);
      return expression.parts === undefined
        ? wordValue(expression.value, (name) => numbers.get(name))
        : expandedValue(expression.value, (name) => numbers.before(name));
    case 'ArithmeticGroup':
      return arithmeticValue(expression.expression, numbers);
    case 'ArithmeticUnary':
      return /^(?:\+\+|--)$/.test(expression.operator)
        ? stepped(expression, numbers)
        : unary(expression.operator, arithmeticValue(expression.operand, numbers));
    case 'ArithmeticBinary':
      return assignment.test(expression.operator)
        ? assigned(expression, numbers)
        : binary(expression, numbers);
    case 'ArithmeticTernary': {
      const { test, consequent, alternate } = expression;
      const value = arithmeticValue(test, numbers);
      if (value !== undefined) return arithmeticValue(value === 0n ? alternate : consequent, numbers);
      forget(consequent, numbers);
      forget(alternate, numbers);
      return undefined;
    }
    case 'ArithmeticCommandExpansion':
      return undefined;
  }
}

/** Whether a part of an expression is worked out is not known. */
function forget(expression: ArithmeticExpression, numbers: Numbers): void {
  for (const name of assignsIn(expression)) numbers.set(name, undefined);
}

/** `A = B`, `A += B`: the value of A comes first. */
function assigned(expression: ArithmeticBinary, numbers: Numbers): bigint | undefined {
  const { operator, left, right } = expression;
  const name = plainName(left);
  if (name === undefined) forget(left, numbers);
  const before = operator === '=' || name === undefined ? 0n : numbers.get(name);
  const by = arithmeticValue(right, numbers);
  const isKnown = name !== undefined && before !== undefined && by !== undefined;
  const made = !isKnown ? undefined : operator === '=' ? by : operations[operator.slice(0, -1)]?.(before, by);
  return put(left, made, numbers);
}

/** `A++`, `--A` */
function stepped({ operator, operand, prefix }: ArithmeticUnary, numbers: Numbers): bigint | undefined {
  const name = plainName(operand);
  if (name === undefined) forget(operand, numbers);
  const before = name === undefined ? undefined : numbers.get(name);
  const after = put(
    operand,
    before === undefined ? before : operations[operator.slice(1)]?.(before, 1n),
    numbers,
  );
  return prefix ? after : before;
}

function put(target: ArithmeticExpression, value: bigint | undefined, numbers: Numbers): bigint | undefined {
  const set = value === undefined ? undefined : wrap(value);
  for (const name of namesIn(target)) numbers.set(name, set);
  return set;
}

function plainName(target: ArithmeticExpression): string | undefined {
  return target.type === 'ArithmeticWord' && /^[A-Za-z_]\w*$/.test(target.value) ? target.value : undefined;
}

/** The variables that it may set. */
export function assignsIn(expression: ArithmeticExpression | undefined): string[] {
  switch (expression?.type) {
    case 'ArithmeticGroup':
      return assignsIn(expression.expression);
    case 'ArithmeticUnary': {
      const { operator, operand } = expression;
      return [...(['++', '--'].includes(operator) ? namesIn(operand) : []), ...assignsIn(operand)];
    }
    case 'ArithmeticBinary': {
      const { operator, left, right } = expression;
      return [...(assignment.test(operator) ? namesIn(left) : []), ...assignsIn(left), ...assignsIn(right)];
    }
    case 'ArithmeticTernary':
      return [expression.test, expression.consequent, expression.alternate].flatMap(assignsIn);
    case 'ArithmeticWord':
      return setsWithin(expression.value);
    case 'ArithmeticCommandExpansion':
    case undefined:
      return [];
  }
}

/** In an index, `A[B++]`, or the default of an expansion, `${A:=1}`. */
function setsWithin(text: string): string[] {
  if (!/[[{]/.test(text)) return [];
  const found = text.matchAll(/([A-Za-z_]\w*)\s*(?:\+\+|--|:?=)|(?:\+\+|--)\s*([A-Za-z_]\w*)/g);
  return Array.from(found, ([, name, stepped]) => name ?? stepped ?? '');
}

function namesIn(target: ArithmeticExpression): string[] {
  const name = target.type === 'ArithmeticWord' ? /^[A-Za-z_]\w*/.exec(target.value)?.[0] : undefined;
  return name === undefined ? [] : [name];
}

/** A name's value is a whole expression to bash; only that of a plain number is known here. */
export function numberText(text: string): bigint | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return 0n;
  if (/^[-+]?(?:0|[1-9]\d*)$/.test(trimmed)) return wrap(BigInt(trimmed.replace('+', '')));
  if (/^0[0-7]+$/.test(trimmed)) return wrap(BigInt(`0o${trimmed.slice(1)}`));
  return /^0[xX][\da-fA-F]+$/.test(trimmed) ? wrap(BigInt(trimmed)) : undefined;
}

function wordValue(text: string, lookup: Lookup): bigint | undefined {
  return /^[A-Za-z_]\w*$/.test(text) ? lookup(text) : numberText(text);
}

/** `$A`, `${A}` and `${#A[@]}` alone: longer words are pasted together before bash reads them. */
function expandedValue(text: string, lookup: Lookup): bigint | undefined {
  const name = /^\$(?:\{([A-Za-z_]\w*|#[A-Za-z_]\w*\[[@*]\])\}|([A-Za-z_]\w*))$/.exec(text);
  return name === null ? undefined : lookup(name[1] ?? name[2] ?? '');
}

function unary(operator: string, value: bigint | undefined): bigint | undefined {
  if (value === undefined) return undefined;
  if (operator === '-') return wrap(-value);
  if (operator === '+') return value;
  if (operator === '!') return truth(value === 0n);
  return operator === '~' ? wrap(~value) : undefined;
}

function binary({ operator, left, right }: ArithmeticBinary, numbers: Numbers): bigint | undefined {
  const a = arithmeticValue(left, numbers);
  const deciding = operator === '&&' ? a === 0n : operator === '||' ? a !== 0n : undefined;
  if (deciding === true && a !== undefined) return truth(a !== 0n);
  if (deciding !== undefined && a === undefined) forget(right, numbers);
  const b = deciding !== undefined && a === undefined ? undefined : arithmeticValue(right, numbers);
  if (a === undefined || b === undefined) return undefined;
  const value = operations[operator]?.(a, b);
  return value === undefined ? undefined : wrap(value);
}

const truth = (is: boolean): bigint => (is ? 1n : 0n);

const operations: Readonly<Record<string, ((a: bigint, b: bigint) => bigint | undefined) | undefined>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => (b === 0n ? undefined : a / b),
  '%': (a, b) => (b === 0n ? undefined : a % b),
  '**': (a, b) => (b < 0n || b > 64n ? undefined : a ** b),
  '<<': (a, b) => (b < 0n || b > 63n ? undefined : a << b),
  '>>': (a, b) => (b < 0n || b > 63n ? undefined : a >> b),
  '&': (a, b) => a & b,
  '|': (a, b) => a | b,
  '^': (a, b) => a ^ b,
  '&&': (a, b) => truth(a !== 0n && b !== 0n),
  '||': (a, b) => truth(a !== 0n || b !== 0n),
  '==': (a, b) => truth(a === b),
  '!=': (a, b) => truth(a !== b),
  '<': (a, b) => truth(a < b),
  '>': (a, b) => truth(a > b),
  '<=': (a, b) => truth(a <= b),
  '>=': (a, b) => truth(a >= b),
  ',': (_, b) => b,
};

function wrap(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}
