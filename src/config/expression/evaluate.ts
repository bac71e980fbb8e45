import type { Expression } from './parse.ts';

/** Numbers, text, bool, null and lists of them; `undefined` is a parameter that is not set. */
export type Value = number | bigint | string | boolean | null | undefined | readonly Value[];

/** Values do not fit together: the message says how. */
export class BadValue extends Error {}

export type Lookup = (name: string) => Value;

/** The value of an expression. A parameter that is not set makes what is computed from it `undefined`. Throws BadValue. */
export function evaluate(expression: Expression, lookup: Lookup): Value {
  if (expression.kind === 'literal') return expression.value;
  if (expression.kind === 'name') return lookup(expression.name);
  if (expression.kind === 'list') return expression.items.map((item) => evaluate(item, lookup));
  if (expression.kind === 'unary') return unary(expression.operator, evaluate(expression.operand, lookup));
  if (expression.kind === 'call') return call(expression, lookup);
  return binary(expression, lookup);
}

function unary(operator: string, value: Value): Value {
  if (value === undefined) return undefined;
  if (operator === 'not' || operator === '!') return !truth(value);
  return operator === '-' ? -number(value) : number(value);
}

function binary({ operator, left, right }: Expression & { kind: 'binary' }, lookup: Lookup): Value {
  const first = evaluate(left, lookup);
  const logical = logic[operator];
  if (logical !== undefined) return logical(first, () => evaluate(right, lookup));
  const second = evaluate(right, lookup);
  if (first === undefined || second === undefined) return undefined;
  const compare = comparisons[operator];
  if (compare !== undefined) return compare(first, second);
  return arithmetic[operator]?.(number(first), number(second));
}

/** A side that is not known leaves the whole unknown, unless the other side decides. */
const logic: Readonly<Record<string, (first: Value, second: () => Value) => Value>> = {
  and: (first, second) => both(first, second),
  '&&': (first, second) => both(first, second),
  or: (first, second) => either(first, second),
  '||': (first, second) => either(first, second),
  implies: (first, second) => (first === undefined || !truth(first) ? true : second()),
};

function both(first: Value, second: () => Value): Value {
  if (first !== undefined && !truth(first)) return false;
  const other = second();
  if (other !== undefined && !truth(other)) return false;
  return first === undefined || other === undefined ? undefined : true;
}

function either(first: Value, second: () => Value): Value {
  if (first !== undefined && truth(first)) return true;
  const other = second();
  if (other !== undefined && truth(other)) return true;
  return first === undefined || other === undefined ? undefined : false;
}

const comparisons: Readonly<Record<string, (a: Value, b: Value) => boolean>> = {
  '==': equal,
  '!=': (a, b) => !equal(a, b),
  '<': (a, b) => order(a, b) < 0,
  '<=': (a, b) => order(a, b) <= 0,
  '>': (a, b) => order(a, b) > 0,
  '>=': (a, b) => order(a, b) >= 0,
  in: contains,
  'not in': (a, b) => !contains(a, b),
};

const arithmetic: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / divisor(b),
  '//': (a, b) => Math.floor(a / divisor(b)),
  // Python's: the sign of the divisor
  '%': (a, b) => a - divisor(b) * Math.floor(a / b),
  '**': (a, b) => a ** b,
};

function divisor(value: number): number {
  if (value === 0) throw new BadValue('division by zero');
  return value;
}

function equal(a: Value, b: Value): boolean {
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, index) => equal(item, b[index]));
  return typeof a === 'bigint' || typeof b === 'bigint'
    ? isNumber(a) && isNumber(b) && Number(a) === Number(b)
    : a === b;
}

function order(a: Value, b: Value): number {
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : Number(a > b);
  const difference = number(a) - number(b);
  return Number.isNaN(difference) && number(a) === number(b) ? 0 : difference;
}

function contains(item: Value, list: Value): boolean {
  if (typeof list === 'string' && typeof item === 'string') return list.includes(item);
  if (!isList(list)) throw new BadValue(`"in" needs a list, not ${kind(list)}`);
  return list.some((other) => equal(item, other));
}

function call({ name, args }: Expression & { kind: 'call' }, lookup: Lookup): Value {
  const values = args.map((arg) => evaluate(arg, lookup));
  if (name === 'defined') return values.every((value) => value !== undefined && value !== null);
  if (values.includes(undefined)) return undefined;
  const [first] = values;
  if (name === 'len') {
    if (isList(first) || typeof first === 'string') return first.length;
    throw new BadValue(`len() needs a list or a text, not ${kind(first)}`);
  }
  return numeric[name]?.(values.flatMap((value) => (isList(value) ? value : [value])).map(number));
}

const numeric: Readonly<Record<string, (values: readonly number[]) => Value>> = {
  sum: (values) => values.reduce((total, value) => total + value, 0),
  min: (values) => values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY),
  max: (values) => values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY),
  abs: ([value = 0]) => Math.abs(value),
  floor: ([value = 0]) => Math.floor(value),
  ceil: ([value = 0]) => Math.ceil(value),
  sqrt: ([value = 0]) => Math.sqrt(value),
  // all but the last are multiples of the last
  all_multiples: (values) => values.slice(0, -1).every((value) => value % divisor(values.at(-1) ?? 1) === 0),
};

function truth(value: Value): boolean {
  if (typeof value === 'boolean') return value;
  throw new BadValue(`expected true or false, got ${kind(value)}`);
}

function number(value: Value): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  throw new BadValue(`expected a number, got ${kind(value)}`);
}

function isNumber(value: Value): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function kind(value: Value): string {
  if (value === null) return 'null';
  if (isList(value)) return 'a list';
  return typeof value === 'string' ? `the text ${JSON.stringify(value.slice(0, 40))}` : String(value);
}
