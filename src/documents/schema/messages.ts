import type { ErrorObject } from 'ajv/dist/2020.js';
import { isRecord } from '../../kernel/record.ts';
import { nearest } from '../../kernel/near.ts';
import type { Path } from '../tree/node.ts';
import {
  badValue,
  type Explained,
  got,
  missingKey,
  nameOf,
  notAllowed,
  notMatching,
  notMultiple,
  outOfRange,
  shortText,
  wrongLength,
} from './words.ts';

type Explain = (error: ErrorObject, name: string) => Explained;

const length =
  (words: string): Explain =>
  ({ params, data }, name) =>
    wrongLength(words, name, params['limit'], data);
const range =
  (words: string): Explain =>
  ({ params, data }, name) => ({
    ...outOfRange(words, name, params['limit'], data),
    help: `write a number ${words.replace(/^at /, 'of at ')} ${String(params['limit'])}`,
  });

const table = new Map<string, Explain>([
  ['additionalProperties', unknownKey],
  ['unevaluatedProperties', unknownKey],
  ['required', ({ params }, name) => missingKey(name, String(params['missingProperty']))],
  ['type', wrongType],
  ['enum', ({ params, data }, name) => notAllowed(name, listOf(params['allowedValues']), data)],
  ['const', notConstant],
  ['pattern', unmatched],
  ['multipleOf', ({ params, data }, name) => notMultiple(name, params['multipleOf'], data)],
  ['minItems', length('at least')],
  ['maxItems', length('at most')],
  ['minLength', length('at least')],
  ['maxLength', length('at most')],
  ['minimum', range('at least')],
  ['maximum', range('at most')],
  ['exclusiveMinimum', range('more than')],
  ['exclusiveMaximum', range('less than')],
]);

/** An ajv error in words, with the rule that it belongs to. */
export function explain(error: ErrorObject, path: Path): Explained {
  const name = nameOf(path);
  const make = table.get(error.keyword);
  return make?.(error, name) ?? badValue(`${name} ${error.message ?? 'is not valid'}${got(error.data)}`);
}

function unknownKey(error: ErrorObject, name: string): Explained {
  const key = String(error.params['additionalProperty'] ?? error.params['unevaluatedProperty']);
  const known = propertyNames(error.parentSchema);
  const near = nearest(key, known);
  const where = name === 'the document' ? '' : ` in ${name}`;
  const message = `unknown key ${shortText(key)}${where}`;
  if (near !== undefined)
    return {
      rule: 'unknown-key',
      message,
      key,
      help: `did you mean ${near}?`,
      meant: { from: key, to: near },
    };
  if (known.length === 0) return { rule: 'unknown-key', message, key };
  return { rule: 'unknown-key', message, key, help: `known keys are ${known.slice(0, 20).join(', ')}` };
}

function wrongType({ params, data }: ErrorObject, name: string): Explained {
  const wanted = [params['type']].flat().join(' or ');
  return {
    rule: 'wrong-type',
    message: `${name} must be ${article(wanted)}${got(data)}`,
    help: `write ${article(wanted)}`,
  };
}

function unmatched({ params, data, parentSchema }: ErrorObject, name: string): Explained {
  const [example] = listOf(isRecord(parentSchema) ? parentSchema['examples'] : undefined);
  if (example === undefined) return notMatching(name, String(params['pattern']));
  return { ...badValue(`${name} may not be ${shortText(data)}`), help: `write it as ${shortText(example)}` };
}

function notConstant({ params, data }: ErrorObject, name: string): Explained {
  return { rule: 'not-allowed', message: `${name} must be ${shortText(params['allowedValue'])}${got(data)}` };
}

function listOf(values: unknown): readonly unknown[] {
  return Array.isArray(values) ? values : [];
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
