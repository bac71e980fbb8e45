import type { Constructed } from './constructed.ts';
import type { Dialect } from '../dialect.ts';
import { readTimestamp } from './timestamp.ts';

/** Python's `int()` refuses longer texts (sys.int_info.default_max_str_digits); for hex and binary it has no limit, we keep one. */
const maxDigits = 4300;

const boolWords = new Map([
  ['yes', true],
  ['no', false],
  ['true', true],
  ['false', false],
  ['on', true],
  ['off', false],
]);

const constructors = new Map<string, (text: string, dialect: Dialect) => Constructed>([
  ['null', () => ({ type: 'NoneType', value: null })],
  ['bool', constructBool],
  ['int', constructInt],
  ['float', constructFloat],
  ['str', (text) => ({ type: 'str', value: text })],
  ['timestamp', readTimestamp],
  ['binary', constructBytes],
  ['disputed', (text) => ({ refused: `${quoted(text)} is a number to some versions and text to others` })],
]);

/** The scalar as PyYAML's SafeConstructor makes it, `undefined` for a tag that it does not know. */
export function constructScalar(tag: string, text: string, dialect: Dialect): Constructed | undefined {
  return constructors.get(tag)?.(text, dialect);
}

function constructBool(text: string): Constructed {
  const value = boolWords.get(text.toLowerCase());
  return value === undefined ? { refused: `${quoted(text)} is not a bool` } : { type: 'bool', value };
}

/** Most integers: no other base, sign in front, underscore or length to think about. */
const plainInt = /^-?(?:0|[1-9][0-9]{0,17})$/;

function constructInt(text: string, dialect: Dialect): Constructed {
  if (plainInt.test(text)) return { type: 'int', value: BigInt(text) };
  const value = dialect === 'yaml-1.2' ? coreInt(text) : pythonInt(text);
  return value === undefined ? { refused: `${quoted(text)} is not an integer` } : { type: 'int', value };
}

function coreInt(text: string): bigint | undefined {
  const { sign, digits } = splitSign(text);
  if (/^0o[0-7]+$/.test(digits)) return sign * BigInt(digits);
  if (/^0x[0-9a-fA-F]+$/.test(digits)) return sign * BigInt(digits);
  return decimal(digits, sign);
}

/** constructor.py construct_yaml_int. */
function pythonInt(text: string): bigint | undefined {
  const { sign, digits } = splitSign(text.replaceAll('_', ''));
  if (digits.length > maxDigits) return undefined;
  if (/^0b[01]+$/.test(digits)) return sign * BigInt(digits);
  if (/^0x[0-9a-fA-F]+$/.test(digits)) return sign * BigInt(digits);
  if (/^0o?[0-7]+$/i.test(digits)) return sign * BigInt(`0o${digits.replace(/^0o?/i, '')}`);
  if (digits === '0') return 0n;
  if (digits.startsWith('0')) return undefined;
  return digits.includes(':') ? sexagesimal(digits, sign) : decimal(digits, sign);
}

function decimal(digits: string, sign: bigint): bigint | undefined {
  return /^[0-9]+$/.test(digits) && digits.length <= maxDigits ? sign * BigInt(digits) : undefined;
}

function sexagesimal(digits: string, sign: bigint): bigint | undefined {
  const parts = digits.split(':').map((part) => decimal(part, 1n));
  let value = 0n;
  for (const part of parts) {
    if (part === undefined) return undefined;
    value = value * 60n + part;
  }
  return sign * value;
}

function splitSign(text: string): { sign: bigint; digits: string } {
  const sign = text.startsWith('-') ? -1n : 1n;
  return { sign, digits: /^[-+]/.test(text) ? text.slice(1) : text };
}

/** Most floats: JavaScript reads them as Python does. */
const plainFloat = /^-?[0-9]+\.[0-9]*(?:e[-+][0-9]+)?$/;

/** constructor.py construct_yaml_float. */
function constructFloat(text: string, dialect: Dialect): Constructed {
  if (plainFloat.test(text)) return { type: 'float', value: Number(text) };
  const value = floatValue((dialect === 'yaml-1.2' ? text : text.replaceAll('_', '')).toLowerCase());
  return value === undefined ? { refused: `${quoted(text)} is not a number` } : { type: 'float', value };
}

function floatValue(text: string): number | undefined {
  const sign = text.startsWith('-') ? -1 : 1;
  const digits = /^[-+]/.test(text) ? text.slice(1) : text;
  if (digits === '.inf') return sign * Number.POSITIVE_INFINITY;
  if (digits === '.nan') return Number.NaN;
  if (!digits.includes(':')) return times(sign, pythonFloat(digits));
  const parts = digits.split(':').map(pythonFloat);
  let value = 0;
  let base = 1;
  for (const part of parts.toReversed()) {
    if (part === undefined) return undefined;
    value += part * base;
    base *= 60;
  }
  return sign * value;
}

function times(sign: number, value: number | undefined): number | undefined {
  return value === undefined ? undefined : sign * value;
}

/** Python's `float()` of lower-case ASCII text. */
function pythonFloat(text: string): number | undefined {
  if (/^[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[-+]?[0-9]+)?$/.test(text)) return Number(text);
  const word = /^([-+]?)(inf|infinity|nan)$/.exec(text);
  if (word === null) return undefined;
  const magnitude = word[2] === 'nan' ? Number.NaN : Number.POSITIVE_INFINITY;
  return word[1] === '-' ? -magnitude : magnitude;
}

/** base64.decodebytes: other characters are skipped, missing padding is an error. */
function constructBytes(text: string): Constructed {
  if (!/^\p{ASCII}*$/u.test(text)) return { refused: 'base64 data contains characters that are not ASCII' };
  const compact = text.replaceAll(/[\r\n ]/g, '');
  const wellFormed = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(compact);
  if (!wellFormed) return { refused: 'the base64 data is malformed' };
  return { type: 'bytes', value: new Uint8Array(Buffer.from(compact, 'base64')) };
}

function quoted(text: string): string {
  return text.length > 40 ? `${JSON.stringify(text.slice(0, 40))}…` : JSON.stringify(text);
}
