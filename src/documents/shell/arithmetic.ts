import type { ArithmeticBinary, ArithmeticExpression } from 'unbash';

/** The number that a variable has by its name, or an array by `#A[@]`; `undefined` where it is not known. */
type Lookup = (name: string) => bigint | undefined;

const assignment = /^(?:[-+*/%&|^]|<<|>>)?=$/;

/** The value of an expression without side effects, in bash's 64 bits; `undefined` where it is not known. */
export function arithmeticValue(
  expression: ArithmeticExpression | undefined,
  lookup: Lookup,
): bigint | undefined {
  if (expression === undefined) return 0n;
  switch (expression.type) {
    case 'ArithmeticWord':
      return expression.parts === undefined
        ? wordValue(expression.value, lookup)
        : expandedValue(expression.value, lookup);
    case 'ArithmeticGroup':
      return arithmeticValue(expression.expression, lookup);
    case 'ArithmeticUnary':
      return unary(expression.operator, arithmeticValue(expression.operand, lookup));
    case 'ArithmeticBinary':
      return binary(expression, lookup);
    case 'ArithmeticTernary': {
      const test = arithmeticValue(expression.test, lookup);
      if (test === undefined) return undefined;
      return arithmeticValue(test === 0n ? expression.alternate : expression.consequent, lookup);
    }
    case 'ArithmeticCommandExpansion':
      return undefined;
  }
}

/** What an expression gives whose outermost part alone sets a variable: `A = B * 2`, `A += 1`, `A++`; `undefined` where that is not known. */
export function assignedIn(
  expression: ArithmeticExpression | undefined,
  lookup: Lookup,
): { readonly name: string; readonly set: bigint; readonly value: bigint } | undefined {
  if (expression?.type !== 'ArithmeticBinary' && expression?.type !== 'ArithmeticUnary') return undefined;
  const { operator } = expression;
  const target = expression.type === 'ArithmeticUnary' ? expression.operand : expression.left;
  const name =
    target.type === 'ArithmeticWord' && /^[A-Za-z_]\w*$/.test(target.value) ? target.value : undefined;
  const isAssignment = assignment.test(operator) || ['++', '--'].includes(operator);
  if (name === undefined || !isAssignment || assignsIn(expression).length !== 1) return undefined;
  const before = operator === '=' ? 0n : lookup(name);
  const isStep = expression.type === 'ArithmeticUnary';
  const by = isStep ? 1n : arithmeticValue(expression.right, lookup);
  if (before === undefined || by === undefined) return undefined;
  const set =
    operator === '=' ? by : operations[isStep ? operator.slice(1) : operator.slice(0, -1)]?.(before, by);
  if (set === undefined) return undefined;
  return { name, set: wrap(set), value: isStep && !expression.prefix ? before : wrap(set) };
}

/** Whether it sets a variable. */
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
    case 'ArithmeticCommandExpansion':
    case undefined:
      return [];
  }
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

function binary({ operator, left, right }: ArithmeticBinary, lookup: Lookup): bigint | undefined {
  const a = arithmeticValue(left, lookup);
  const b = arithmeticValue(right, lookup);
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
