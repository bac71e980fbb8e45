import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

export type JsonObject = Readonly<Record<string, unknown>>;
export type Schema = JsonObject;

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly schema: Schema;
}

export interface Operation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: { readonly required: boolean; readonly schema: Schema } | null;
  /** Status → schema; `null` for an answer without a body. */
  readonly responses: Readonly<Record<string, Schema | null>>;
}

interface Description {
  readonly source: string;
  readonly operations: readonly Operation[];
  readonly schemas: Readonly<Record<string, Schema>>;
}

const description: Description = JSON.parse(readFileSync(new URL('openapi.json', import.meta.url), 'utf8'));

const ajv = new Ajv({ strict: false, allErrors: true, inlineRefs: false, logger: false });
addFormats.default(ajv);
ajv.addSchema({ $id: 'github', schemas: description.schemas });

/** Numbers and booleans in an address are text. */
const ajvOfText = new Ajv({ strict: false, coerceTypes: true });
addFormats.default(ajvOfText);

export interface Match {
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
}

/** The operation that a method and path name; the most fixed one where several do. */
export function match(method: string, path: string): Match | undefined {
  for (const { operation, pattern } of patterns) {
    const found = operation.method === method ? pattern.exec(path) : null;
    if (found === null) continue;
    const params = Object.entries(found.groups ?? {}).map(([name, text]) => [name, decodeURIComponent(text)]);
    return { operation, params: Object.fromEntries(params) };
  }
  return undefined;
}

/** A ref may hold slashes, as octokit sends it encoded or not. */
const patterns = description.operations
  .map((operation) => ({ operation, pattern: patternOf(operation.path) }))
  .toSorted((a, b) => fixedSegments(b.operation.path) - fixedSegments(a.operation.path));

function fixedSegments(path: string): number {
  return path.split('/').filter((segment) => !segment.includes('{')).length;
}

function patternOf(path: string): RegExp {
  const source = path
    .replace(/[.*+?^$()|[\]\\]/g, String.raw`\$&`)
    .replace(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>${name === 'ref' ? '.+' : '[^/]+'})`);
  return new RegExp(`^${source}$`);
}

/** What is wrong with a request, in words; empty when nothing is. */
export function requestProblems(
  { operation, params }: Match,
  query: URLSearchParams,
  body: unknown,
): string[] {
  return [
    ...pathProblems(operation, params),
    ...queryProblems(operation, query),
    ...bodyProblems(operation, body),
  ];
}

function pathProblems(operation: Operation, params: Readonly<Record<string, string>>): string[] {
  return inPlace(operation, 'path').flatMap((parameter) => valueProblems(parameter, params[parameter.name]));
}

function queryProblems(operation: Operation, query: URLSearchParams): string[] {
  const known = inPlace(operation, 'query');
  const unknown = [...query.keys()].filter((name) => !known.some((parameter) => parameter.name === name));
  return [
    ...unknown.map((name) => `unknown query parameter "${name}"`),
    ...known.flatMap((parameter) => valueProblems(parameter, query.get(parameter.name) ?? undefined)),
  ];
}

function inPlace(operation: Operation, place: Parameter['in']): Parameter[] {
  return operation.parameters.filter((parameter) => parameter.in === place);
}

function valueProblems({ name, required, schema }: Parameter, value: string | undefined): string[] {
  if (value === undefined) return required ? [`parameter "${name}" is missing`] : [];
  // It takes a range, says GitHub's documentation of searches; its description says a date.
  const own = name === 'created' ? { type: 'string' } : schema;
  const validate = compiled(ajvOfText, { type: 'object', properties: { value: own } });
  return validate({ value }) ? [] : [`parameter "${name}": ${errorsOf(validate)}`];
}

/** GitHub ignores what it does not know, so that a misspelt name goes unnoticed: here it does not. */
function bodyProblems({ body }: Operation, value: unknown): string[] {
  if (body === null) return value === undefined ? [] : ['a body where none is expected'];
  if (value === undefined) return body.required ? ['the body is missing'] : [];
  const validate = compiled(ajv, body.schema);
  const wrong = validate(value) ? [] : [`body: ${errorsOf(validate)}`];
  return [...wrong, ...unknownNames(body.schema, value).map((name) => `body: unknown property "${name}"`)];
}

function unknownNames(schema: Schema, value: unknown): string[] {
  const known = schema['properties'];
  return isObject(known) && isObject(value) ? Object.keys(value).filter((name) => !(name in known)) : [];
}

/** What is wrong with an answer, in words. Errors of every kind may come from any operation. */
export function responseProblems(operation: Operation, status: number, body: unknown): string[] {
  const described =
    operation.responses[status] ?? (status < 400 ? undefined : { $ref: 'github#/schemas/basic-error' });
  if (described === undefined) {
    const empty = operation.responses[status] === null && body === undefined;
    return empty
      ? []
      : [`status ${status} with such a body is none of ${Object.keys(operation.responses).join(', ')}`];
  }
  const validate = compiled(ajv, described);
  return validate(body) ? [] : [`body: ${errorsOf(validate)}`];
}

const validators = new Map<Ajv, WeakMap<object, ValidateFunction>>();

function compiled(by: Ajv, schema: Schema): ValidateFunction {
  const known = validators.get(by) ?? new WeakMap<object, ValidateFunction>();
  validators.set(by, known);
  const validate = known.get(schema) ?? by.compile(schema);
  known.set(schema, validate);
  return validate;
}

function errorsOf({ errors }: ValidateFunction): string {
  return (errors ?? [])
    .slice(0, 5)
    .map(
      ({ instancePath, message, params }) =>
        `${instancePath || '/'} ${message ?? ''} ${JSON.stringify(params)}`,
    )
    .join('; ');
}

/** The schema behind references, one after the other. */
export function resolve(schema: Schema): Schema {
  const reference = schema['$ref'];
  if (typeof reference !== 'string') return schema;
  const target = description.schemas[reference.replace('github#/schemas/', '')];
  if (target === undefined) throw new Error(`no schema ${reference}`);
  return resolve(target);
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** For tests: where the description comes from. */
export const { source } = description;
