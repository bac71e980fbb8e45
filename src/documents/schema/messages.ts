import type { ErrorObject } from 'ajv/dist/2020.js';
import { type Path, pathText } from '../tree/node.ts';
import { nearest } from '../../kernel/near.ts';

/** What a JSON Schema can find: the names of its rules, whatever file it judges. */
export type SchemaRule =
  | 'unknown-key'
  | 'missing-key'
  | 'wrong-type'
  | 'not-allowed'
  | 'out-of-range'
  | 'bad-value';

export interface Explained {
  readonly rule: SchemaRule;
  readonly message: string;
  readonly help?: string;
  /** The key that the finding is about, below the instance path. */
  readonly key?: string;
}

type Explain = (error: ErrorObject, name: string) => Explained;

const table = new Map<string, Explain>([
  ['additionalProperties', unknownKey],
  ['unevaluatedProperties', unknownKey],
  ['required', missingKey],
  ['type', wrongType],
  ['enum', notAllowed],
  ['const', notConstant],
  ['pattern', (error, name) => value(`${name} does not match the pattern ${param(error, 'pattern')}`)],
  [
    'multipleOf',
    (error, name) => value(`${name} must be a multiple of ${param(error, 'multipleOf')}${got(error)}`),
  ],
  ['minItems', wrongLength('item', 'at least')],
  ['maxItems', wrongLength('item', 'at most')],
  ['minLength', wrongLength('character', 'at least')],
  ['maxLength', wrongLength('character', 'at most')],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'].map((keyword): [string, Explain] => [
    keyword,
    outOfRange,
  ]),
]);

/** An ajv error in words, with the rule that it belongs to. */
export function explain(error: ErrorObject, path: Path): Explained {
  const name = path.length === 0 ? 'the document' : pathText(path);
  const make = table.get(error.keyword);
  return make?.(error, name) ?? value(`${name} ${error.message ?? 'is not valid'}${got(error)}`);
}

function unknownKey(error: ErrorObject, name: string): Explained {
  const key = String(error.params['additionalProperty'] ?? error.params['unevaluatedProperty']);
  const known = propertyNames(error.parentSchema);
  const near = nearest(key, known);
  const where = name === 'the document' ? '' : ` in ${name}`;
  const message = `unknown key ${shown(key)}${where}`;
  if (near !== undefined) return { rule: 'unknown-key', message, key, help: `did you mean ${near}?` };
  if (known.length === 0) return { rule: 'unknown-key', message, key };
  return { rule: 'unknown-key', message, key, help: `known keys are ${known.slice(0, 20).join(', ')}` };
}

function missingKey(error: ErrorObject, name: string): Explained {
  const key = param(error, 'missingProperty');
  return { rule: 'missing-key', message: `${name} has no ${key}`, help: `add ${key}` };
}

function wrongType(error: ErrorObject, name: string): Explained {
  const wanted = [error.params['type']].flat().join(' or ');
  return { rule: 'wrong-type', message: `${name} must be ${article(wanted)}${got(error)}` };
}

function notAllowed(error: ErrorObject, name: string): Explained {
  const allowed: unknown[] = Array.isArray(error.params['allowedValues'])
    ? error.params['allowedValues']
    : [];
  const near = typeof error.data === 'string' ? nearest(error.data, allowed.map(String)) : undefined;
  const list = allowed.slice(0, 30).map(shown).join(', ');
  const help = near === undefined ? `allowed: ${list}` : `did you mean ${near}? Allowed: ${list}`;
  return { rule: 'not-allowed', message: `${name} may not be ${shown(error.data)}`, help };
}

function notConstant(error: ErrorObject, name: string): Explained {
  return {
    rule: 'not-allowed',
    message: `${name} must be ${shown(error.params['allowedValue'])}${got(error)}`,
  };
}

const comparisons = new Map([
  ['>=', 'at least'],
  ['<=', 'at most'],
  ['>', 'more than'],
  ['<', 'less than'],
]);

function outOfRange(error: ErrorObject, name: string): Explained {
  const words = comparisons.get(param(error, 'comparison')) ?? '';
  return { rule: 'out-of-range', message: `${name} must be ${words} ${param(error, 'limit')}${got(error)}` };
}

function wrongLength(what: string, words: string): Explain {
  return (error, name) => {
    const { data } = error;
    // of a text the code points count, as JSON Schema has it
    const length = Array.isArray(data) || typeof data === 'string' ? Array.from<unknown>(data).length : 0;
    const limit = param(error, 'limit');
    return value(`${name} must have ${words} ${limit} ${what}${limit === '1' ? '' : 's'}, not ${length}`);
  };
}

function value(message: string): Explained {
  return { rule: 'bad-value', message };
}

function param(error: ErrorObject, name: string): string {
  return String(error.params[name]);
}

function got(error: ErrorObject): string {
  return error.data === undefined ? '' : `, not ${shown(error.data)}`;
}

/** Short enough for one line. */
function shown(data: unknown): string {
  if (typeof data === 'number') return String(data);
  const text = Array.isArray(data)
    ? 'a list'
    : typeof data === 'object' && data !== null
      ? 'a mapping'
      : JSON.stringify(data);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function article(wanted: string): string {
  const words = wanted
    .replaceAll('object', 'mapping')
    .replaceAll('array', 'list')
    .replaceAll('boolean', 'bool');
  return `${/^[aeio]/.test(words) ? 'an' : 'a'} ${words}`.replace(/^an? null$/, 'null');
}

function propertyNames(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null || !('properties' in schema)) return [];
  const { properties } = schema;
  return typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
}
