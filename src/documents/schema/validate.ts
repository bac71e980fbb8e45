import type { Rule } from '../../report/rule.ts';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import type { Finding } from '../../report/model.ts';
import type { ConfigDocument } from '../document.ts';
import { respelled } from '../respelled.ts';
import { nodeAt, type Path } from '../tree/node.ts';
import { createAjv } from './ajv.ts';
import { fits } from './fits.ts';
import { explain } from './messages.ts';
import type { SchemaRule } from './words.ts';

/** The rules of the file that is checked. */
type SchemaRules = Readonly<Record<SchemaRule, Rule>>;

/** A thousand of the same mistake say no more than a hundred. */
const maxFindings = 100;

/** Findings of one of our own schemas, at line and column; ajv is loaded only to say what is wrong. */
export async function validateWithSchema(
  document: ConfigDocument,
  schema: object,
  rules: SchemaRules,
): Promise<Finding[]> {
  if (document.root === undefined || fits(schema, document.value)) return [];
  return schemaFindings(document, await compiled(schema), rules);
}

/** Compiling costs more than a hundred validations. */
const validators = new WeakMap<object, ValidateFunction>();

async function compiled(schema: object): Promise<ValidateFunction> {
  const known = validators.get(schema);
  if (known !== undefined) return known;
  const validate = (await createAjv({ known: true })).compile(schema);
  validators.set(schema, validate);
  return validate;
}

/** Findings of a schema that ajv has compiled, at line and column; at most a hundred. */
export function schemaFindings(
  document: ConfigDocument,
  validate: ValidateFunction,
  rules: SchemaRules,
): Finding[] {
  if (document.root === undefined || validate(document.value)) return [];
  const errors = withoutWrappers(validate.errors ?? []).slice(0, maxFindings);
  return errors.flatMap((error) => {
    const path = pathOf(error.instancePath, document.value);
    // what only a run knows may be anything
    const isKnown = nodeAt(document.root, path)?.type !== 'unknown';
    return isKnown ? [findingOf(document, error, path, rules)] : [];
  });
}

/** How much an error says; of several at one place only the best is reported. */
const wrappers = new Map([
  ['if', 0],
  ['propertyNames', 0],
  ['oneOf', 0],
  ['anyOf', 0],
  ['type', 1],
]);

/** `oneOf` and such repeat what their branches say, and the branches contradict each other. */
function withoutWrappers(errors: readonly ErrorObject[]): ErrorObject[] {
  const best = new Map<string, number>();
  for (const { instancePath, keyword } of errors) {
    best.set(instancePath, Math.max(best.get(instancePath) ?? 0, wrappers.get(keyword) ?? 2));
  }
  return errors.filter(
    ({ instancePath, keyword }) => (wrappers.get(keyword) ?? 2) >= (best.get(instancePath) ?? 0),
  );
}

function findingOf(document: ConfigDocument, error: ErrorObject, path: Path, rules: SchemaRules): Finding {
  const { rule, message, help, key, meant } = explain(error, path);
  const target = key === undefined ? path : [...path, key];
  const what = key === undefined ? 'value' : 'key';
  const place = document.place(target, what) ?? document.place(path, 'key') ?? {};
  const fix = meant && respelled(document, { path: target, what, ...meant });
  return rules[rule].finding({
    message,
    file: document.file,
    ...place,
    ...(help === undefined ? {} : { help }),
    ...(fix === undefined ? {} : { fix }),
  });
}

/** A JSON pointer as steps; a step into a list becomes a number. */
function pathOf(pointer: string, value: unknown): Path {
  const path: (string | number)[] = [];
  let current = value;
  for (const part of pointer.split('/').slice(1)) {
    const step = part.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(current) ? Number(step) : step);
    current = typeof current === 'object' && current !== null ? Reflect.get(current, step) : undefined;
  }
  return path;
}
