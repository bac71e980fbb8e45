import type { ScalarValue } from '../tree/node.ts';

/** What arithmetic works on: Python's int and float; True is 1. */
export type Numeric = Extract<ScalarValue, { type: 'int' | 'float' }>;

/** Python's `int()` refuses to print longer ones; no config has them. */
const maxBits = 14_000;

/** The number that a literal stands for; `undefined` for an imaginary one, and for what is too large. */
export function numberLiteral(source: string): Numeric | undefined {
  const text = source.replaceAll('_', '').toLowerCase();
  if (text.endsWith('j') && !text.startsWith('0x')) return undefined;
  if (/^0[xob]/.test(text) || /^\d+$/.test(text)) {
    if (text.length > 4300 || (/^0\d/.test(text) && /[1-9]/.test(text))) return undefined;
    return { type: 'int', value: BigInt(text) };
  }
  return { type: 'float', value: Number(text) };
}

/** `a operator b` as Python computes it; `undefined` where it raises, or where only a run can tell the last digit. */
export function arithmetic(operator: string, a: Numeric, b: Numeric): Numeric | undefined {
  const result =
    a.type === 'int' && b.type === 'int'
      ? ofIntegers(operator, a.value, b.value)
      : ofFloats(operator, Number(a.value), Number(b.value));
  return typeof result === 'bigint'
    ? { type: 'int', value: result }
    : result === undefined
      ? undefined
      : { type: 'float', value: result };
}

function ofIntegers(operator: string, a: bigint, b: bigint): bigint | number | undefined {
  if (operator === '+') return a + b;
  if (operator === '-') return a - b;
  if (operator === '*') return bits(a) + bits(b) > maxBits ? undefined : a * b;
  if (operator === '**') return power(a, b);
  if (operator === '<<') return b < 0n || b > BigInt(maxBits) ? undefined : a << b;
  if (operator === '>>') return b < 0n || b > BigInt(maxBits) ? undefined : a >> b;
  if (operator === '|') return a | b;
  if (operator === '&') return a & b;
  if (operator === '^') return a ^ b;
  if (b === 0n) return undefined;
  if (operator === '/') return quotient(a, b);
  if (operator === '//') return floorDivide(a, b);
  return operator === '%' ? a - floorDivide(a, b) * b : undefined;
}

function bits(value: bigint): number {
  return value.toString(16).length * 4;
}

function floorDivide(a: bigint, b: bigint): bigint {
  const whole = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? whole - 1n : whole;
}

const isSafe = (value: bigint): boolean => Number.isSafeInteger(Number(value));

/** Rounded once, as Python does it; larger integers than floats can hold are left to it. */
function quotient(a: bigint, b: bigint): number | undefined {
  return isSafe(a) && isSafe(b) ? Number(a) / Number(b) : undefined;
}

/** A negative exponent makes a float, rounded from the exact quotient: a C library's `pow` gives the nearest float there. */
function power(a: bigint, b: bigint): bigint | number | undefined {
  if (b >= 0n) return b * BigInt(bits(a)) > BigInt(maxBits) ? undefined : a ** b;
  if (a === 0n || b < -400n) return undefined;
  if (a === 10n) return Number(`1e${b}`);
  const divisor = a ** -b;
  return isSafe(divisor) ? 1 / Number(divisor) : undefined;
}

function ofFloats(operator: string, a: number, b: number): number | undefined {
  if (operator === '+') return a + b;
  if (operator === '-') return a - b;
  if (operator === '*') return a * b;
  if (operator === '**') return floatPower(a, b);
  if (b === 0) return undefined;
  if (operator === '/') return a / b;
  if (operator === '%') return floatRemainder(a, b);
  return operator === '//' ? floatFloor(a, b) : undefined;
}

/** Only powers whose last digit every C library gets right. */
function floatPower(a: number, b: number): number | undefined {
  if (b === 1) return a;
  if (b === 2) return a * a;
  if (b === 0) return 1;
  if (b === -1 && a !== 0) return 1 / a;
  return b === 0.5 && a > 0 ? Math.sqrt(a) : undefined;
}

/** As CPython's float_rem: the sign of the divisor. */
function floatRemainder(a: number, b: number): number {
  const rest = a % b;
  if (rest === 0) return b < 0 ? -0 : 0;
  return rest < 0 === b < 0 ? rest : rest + b;
}

/** As CPython's float_floor_div. */
function floatFloor(a: number, b: number): number | undefined {
  const rest = a % b;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return undefined;
  const whole = (a - rest) / b - (rest !== 0 && rest < 0 !== b < 0 ? 1 : 0);
  if (whole === 0) return a / b < 0 || Object.is(a / b, -0) ? -0 : 0;
  const floor = Math.floor(whole);
  return whole - floor > 0.5 ? floor + 1 : floor;
}
