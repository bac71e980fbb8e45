/**
 * Writes test/support/github-api/openapi.json: of GitHub's own description of its REST API (npm: @octokit/openapi)
 * the operations in use, as plain JSON Schema. Run it after adding an operation: `node scripts/openapi.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { keptVariants, nullable, used } from './openapi/selection.ts';

type Json = null | boolean | number | string | readonly Json[] | JsonObject;
interface JsonObject {
  readonly [key: string]: Json;
}

const target = path.resolve(import.meta.dirname, '../test/support/github-api/openapi.json');

/** The file's text: one operation or schema a line, in sorted order. */
export function description(): string {
  const source = load('@octokit/openapi/generated/api.github.com.json');
  const operations = operationsOf(source);
  const missing = [...used].filter((id) => !operations.some((operation) => operation['operationId'] === id));
  if (missing.length > 0) throw new Error(`GitHub describes no ${missing.join(', ')}`);
  const schemas = schemasOf(source, operations);
  const { version, license } = load('@octokit/openapi/package.json');
  return lines({ source: `@octokit/openapi ${text(version)} (${text(license)})` }, operations, schemas);
}

function load(name: string): JsonObject {
  const parsed: JsonObject = JSON.parse(readFileSync(createRequire(import.meta.url).resolve(name), 'utf8'));
  return parsed;
}

function operationsOf(source: JsonObject): JsonObject[] {
  const found = Object.entries(object(source['paths'])).flatMap(([route, item]) =>
    Object.entries(object(item)).map(([method, operation]) => ({
      method,
      route,
      operation: object(operation),
    })),
  );
  return found
    .filter(({ operation }) => used.has(text(operation['operationId'])))
    .map(({ method, route, operation }) => ({
      operationId: text(operation['operationId']),
      method: method.toUpperCase(),
      path: route,
      parameters: list(operation['parameters']).map((parameter) =>
        parameterOf(object(resolved(source, parameter))),
      ),
      body: bodyOf(operation),
      responses: responsesOf(source, operation),
    }))
    .toSorted((a, b) => compare(a.operationId, b.operationId));
}

function parameterOf({ name, in: place, required, schema }: JsonObject): JsonObject {
  return { name: name ?? '', in: place ?? '', required: required ?? false, schema: schemaOf(schema ?? {}) };
}

function bodyOf(operation: JsonObject): JsonObject | null {
  if (operation['requestBody'] === undefined) return null;
  const { required, content } = object(operation['requestBody']);
  return {
    required: required ?? false,
    schema: schemaOf(object(object(content)['application/json'])['schema'] ?? {}),
  };
}

/** Status → schema of the JSON answer, `null` for an answer without a body. */
function responsesOf(source: JsonObject, operation: JsonObject): JsonObject {
  const all = Object.entries(object(operation['responses'])).map(([status, response]): [string, Json] => {
    const content = object(object(resolved(source, response))['content'] ?? {});
    const schema = object(content['application/json'] ?? {})['schema'];
    return [status, schema === undefined ? null : schemaOf(schema)];
  });
  return Object.fromEntries(all);
}

/** The schemas that the operations name, and those that these name. */
function schemasOf(source: JsonObject, operations: readonly JsonObject[]): JsonObject {
  const all = object(object(source['components'])['schemas']);
  const found = new Map<string, Json>();
  const open = [...namesIn(operations), 'basic-error'];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    const schema = schemaOf(adapted(name, object(all[name])));
    found.set(name, schema);
    open.push(...namesIn(schema));
  }
  return Object.fromEntries([...found].toSorted(([a], [b]) => compare(a, b)));
}

function adapted(name: string, schema: JsonObject): JsonObject {
  const kept = keptVariants[name];
  const where = nullable[name];
  if (where !== undefined) return withNullable(schema, where);
  if (kept === undefined) return schema;
  return { ...schema, anyOf: kept.map((variant) => ({ $ref: `#/components/schemas/${variant}` })) };
}

function withNullable(schema: JsonObject, [key, ...rest]: readonly string[]): JsonObject {
  if (key === undefined) return { ...schema, nullable: true };
  return { ...schema, [key]: withNullable(object(schema[key]), rest) };
}

function namesIn(value: Json | undefined): string[] {
  return [...JSON.stringify(value).matchAll(/"github#\/schemas\/([^"]+)"/g)].flatMap(
    ([, name]) => name ?? [],
  );
}

/** Follows a reference inside the source. */
function resolved(source: JsonObject, value: Json): Json {
  const reference = object(value)['$ref'];
  if (typeof reference !== 'string') return value;
  return reference
    .split('/')
    .slice(1)
    .reduce<Json>((at, key) => object(at)[key] ?? {}, source);
}

const keptKeywords = new Set(
  [
    'type',
    'enum',
    'required',
    'pattern',
    'minLength',
    'maxLength',
    'minimum',
    'maximum',
    'minItems',
    'maxItems',
    'maxProperties',
  ].concat([
    'properties',
    'additionalProperties',
    'items',
    'allOf',
    'anyOf',
    'oneOf',
    'not',
    '$ref',
    'format',
  ]),
);

const keptFormats: ReadonlySet<Json> = new Set(['date-time', 'date', 'uri', 'email', 'int64']);

/** OpenAPI 3.0 as JSON Schema: without prose, `nullable` as a type of its own. */
function schemaOf(schema: Json): JsonObject {
  const { nullable, ...rest } = object(schema);
  const entries = Object.entries(rest).filter(
    ([key, value]) => keptKeywords.has(key) && (key !== 'format' || keptFormats.has(value)),
  );
  const plain = Object.fromEntries(
    entries.map(([key, value]): [string, Json] => [key, keywordOf(key, value)]),
  );
  return nullable === true ? orNull(plain) : plain;
}

function keywordOf(key: string, value: Json): Json {
  if (key === '$ref') return text(value).replace('#/components/', 'github#/');
  if (key === 'properties')
    return Object.fromEntries(
      Object.entries(object(value)).map(([name, schema]): [string, Json] => [name, schemaOf(schema)]),
    );
  if (key === 'items' || key === 'not') return schemaOf(value);
  if (key === 'additionalProperties') return typeof value === 'boolean' ? value : schemaOf(value);
  return /^(?:all|any|one)Of$/.test(key) ? list(value).map(schemaOf) : value;
}

function orNull(schema: JsonObject): JsonObject {
  if (typeof schema['type'] !== 'string') return { anyOf: [schema, { type: 'null' }] };
  const values = schema['enum'] === undefined ? {} : { enum: [...new Set([...list(schema['enum']), null])] };
  return { ...schema, ...values, type: [schema['type'], 'null'] };
}

function lines(head: JsonObject, operations: readonly JsonObject[], schemas: JsonObject): string {
  const named = Object.entries(schemas).map(
    ([name, schema]) => `${JSON.stringify(name)}: ${JSON.stringify(schema)}`,
  );
  return [
    '{',
    `  "source": ${JSON.stringify(head['source'])},`,
    `  "operations": [\n${rows(operations.map((operation) => JSON.stringify(operation)))}\n  ],`,
    `  "schemas": {\n${rows(named)}\n  }`,
    '}\n',
  ].join('\n');
}

function object(value: Json | undefined): JsonObject {
  if (isObject(value)) return value;
  throw new TypeError(`expected an object, got ${JSON.stringify(value)}`);
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function text(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  throw new TypeError(`expected a text, got ${JSON.stringify(value)}`);
}

function rows(all: readonly string[]): string {
  return all.map((row) => `    ${row}`).join(',\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, description());
