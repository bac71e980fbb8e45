/** Careful looks into values that came out of a file: own properties only, nothing assumed. */
import { isRecord } from '../../kernel/record.ts';

export type Row = Readonly<Record<string, unknown>>;

export function rowsOf(value: unknown): Row[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** Own property, or `undefined`. */
export function field(row: unknown, name: string): unknown {
  return isRecord(row) && Object.hasOwn(row, name) ? row[name] : undefined;
}

/** The first of the names that the row has with a value other than null. */
export function firstField(row: Row, names: readonly string[]): unknown {
  for (const name of names) {
    const value = field(row, name);
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

/** Text of a scalar: `1` and `"1"` and `1.0` in JSON are the same label; `undefined` for anything else. */
export function scalarText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

const words: ReadonlyMap<string, number> = new Map([
  ['true', 1],
  ['false', 0],
  ['yes', 1],
  ['no', 0],
  ['pass', 1],
  ['fail', 0],
  ['passed', 1],
  ['failed', 0],
  ['correct', 1],
  ['incorrect', 0],
]);

/** Whether it is a word for right or wrong. */
export function isVerdict(value: unknown): boolean {
  return typeof value === 'string' && value.length <= longestNumber && words.has(value.trim().toLowerCase());
}

/** A score: a number, a truth value, or their text; NaN for anything else. */
export function scoreOf(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  if (typeof value !== 'string' || value.trim() === '') return NaN;
  return words.get(value.trim().toLowerCase()) ?? Number(value);
}

/** Whether the value is a number or a truth value, or is text that says one. */
export function looksNumeric(value: unknown): boolean {
  if (typeof value === 'number' || typeof value === 'boolean') return true;
  if (typeof value !== 'string' || value.length > longestNumber || value.trim() === '') return false;
  return Number.isFinite(Number(value)) || /^\s*(?:true|false|[-+]?(?:nan|inf(?:inity)?))\s*$/i.test(value);
}

const longestNumber = 40;

/** `"0,85" is not a number; write 0.85`, for text that people read as a number; `undefined` for all other values. */
export function nearlyNumber(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > longestNumber) return undefined;
  const text = value.trim();
  if (decimalComma.test(text)) return `"${text}" is not a number; write ${text.replace(',', '.')}`;
  return percentage.test(text)
    ? `"${text}" is not a number; write ${text.slice(0, -1).trim().replace(',', '.')}`
    : undefined;
}

const decimalComma = /^[-+]?\d+,\d+$/;
const percentage = /^[-+]?\d+(?:[.,]\d+)?\s*%$/;
