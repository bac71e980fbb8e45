import type { Rule } from '../../report/rule.ts';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import type { Finding } from '../../report/model.ts';
import type { ConfigDocument } from '../document.ts';
import type { Path } from '../tree/node.ts';
import { createAjv } from './ajv.ts';
import { explain, type SchemaRule } from './messages.ts';
import { type OwnSchema, prepared } from './prepared.ts';

export interface SchemaOptions {
  readonly file: string;
  /** The rules of the file that is checked. */
  readonly rules: Readonly<Record<SchemaRule, Rule>>;
  /** Of our own schemas: under which name the build has compiled it. */
  readonly prepared?: OwnSchema;
}

/** A thousand of the same mistake say no more than a hundred. */
const maxFindings = 100;

/** Findings of a JSON Schema 2020-12, at line and column; throws for a schema that cannot be compiled. */
export function validateWithSchema(
  document: ConfigDocument,
  schema: object,
  options: SchemaOptions,
): Finding[] {
  if (document.root === undefined) return [];
  if (options.prepared !== undefined && prepared.get(options.prepared)?.(document.value) === true) return [];
  return schemaErrors(document, schema).map(({ error, path }) => findingOf(document, error, path, options));
}

/** Compiling costs more than a hundred validations. All schemas that come here are our own, or were held against JSON Schema by `readTeamSchema`. */
const validators = new WeakMap<object, ValidateFunction>();

function compiled(schema: object): ValidateFunction {
  const known = validators.get(schema);
  if (known !== undefined) return known;
  const validate = createAjv({ known: true }).compile(schema);
  validators.set(schema, validate);
  return validate;
}

export interface SchemaError {
  readonly error: ErrorObject;
  /** Where in the document. */
  readonly path: Path;
}

/** The errors of a JSON Schema 2020-12, at most a hundred; throws for a schema that cannot be compiled. */
export function schemaErrors(document: ConfigDocument, schema: object): SchemaError[] {
  const validate = compiled(schema);
  if (validate(document.value)) return [];
  const errors = withoutWrappers(validate.errors ?? []).slice(0, maxFindings);
  return errors.map((error) => ({ error, path: pathOf(error.instancePath, document.value) }));
}

/** How much an error says; of several at one place only the best is told. */
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

function findingOf(
  document: ConfigDocument,
  error: ErrorObject,
  path: Path,
  options: SchemaOptions,
): Finding {
  const { rule, message, help, key } = explain(error, path);
  const target = key === undefined ? path : [...path, key];
  const place =
    document.place(target, key === undefined ? 'value' : 'key') ?? document.place(path, 'key') ?? {};
  return options.rules[rule].finding({
    message,
    file: options.file,
    ...place,
    ...(help === undefined ? {} : { help }),
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
