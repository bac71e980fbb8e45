import { isObject, resolve, type JsonObject, type Schema } from './contract.ts';

/**
 * A handler states what the tests are about; GitHub's answers hold ten times as much.
 * Adds what a schema requires and the value lacks. Throws for what the schema does not know: a misspelt name would never be read.
 */
export function complete(value: unknown, schema: Schema): unknown {
  const target = resolve(schema);
  if (Array.isArray(value)) return value.map((item: unknown) => complete(item, child(target, 'items')));
  if (value === undefined) return sample(target);
  if (!isObject(value)) return value;
  const variant = variantFor(value, target);
  return variant === target ? completeObject(value, target) : complete(value, variant);
}

function completeObject(value: JsonObject, schema: Schema): JsonObject {
  const properties = propertiesOf(schema);
  if (Object.keys(properties).length === 0) return value;
  const unknown = Object.keys(value).filter(
    (name) => !(name in properties) && schema['additionalProperties'] === undefined,
  );
  if (unknown.length > 0) throw new Error(`GitHub's answer has no ${unknown.join(', ')}`);
  const names = new Set([...Object.keys(value), ...requiredOf(schema)]);
  return Object.fromEntries([...names].map((name) => [name, complete(value[name], properties[name] ?? {})]));
}

/** Of several, the first that knows all of the value's names. */
function variantFor(value: JsonObject, schema: Schema): Schema {
  const variants = variantsOf(schema);
  if (variants.length === 0) return schema;
  const fitting = variants.find((variant) =>
    Object.keys(value).every((name) => name in propertiesOf(variant)),
  );
  if (fitting === undefined)
    throw new Error(`no variant of GitHub's answer has all of ${Object.keys(value).join(', ')}`);
  return fitting;
}

/** All ways down to the last. */
function variantsOf(schema: Schema): Schema[] {
  const own = [schema['anyOf'], schema['oneOf']].flatMap((all) =>
    Array.isArray(all) ? all.filter(isObject) : [],
  );
  return own.map(resolve).flatMap((variant) => {
    const deeper = variantsOf(variant);
    return deeper.length === 0 ? [variant] : deeper;
  });
}

function parts(schema: Schema): Schema[] {
  const all = schema['allOf'];
  return Array.isArray(all) ? all.filter(isObject).map(resolve) : [];
}

function propertiesOf(schema: Schema): Readonly<Record<string, Schema>> {
  const own = isObject(schema['properties']) ? schema['properties'] : {};
  const merged = [...parts(schema).map(propertiesOf), own].flatMap((properties) =>
    Object.entries(properties),
  );
  return Object.fromEntries(merged.filter((entry): entry is [string, Schema] => isObject(entry[1])));
}

function requiredOf(schema: Schema): string[] {
  const own = schema['required'];
  return [...parts(schema).flatMap(requiredOf), ...(Array.isArray(own) ? own.map(String) : [])];
}

function child(schema: Schema, key: string): Schema {
  const value = schema[key];
  return isObject(value) ? value : {};
}

/** The least that a schema allows. */
function sample(schema: Schema): unknown {
  const types = [schema['type']].flat();
  const [variant] = variantsOf(schema);
  if (types.includes('null')) return null;
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  if (variant !== undefined) return sample(variant);
  if (types.includes('object') || parts(schema).length > 0) return completeObject({}, schema);
  return samples[String(types[0])]?.(schema) ?? null;
}

const samples: Readonly<Record<string, (schema: Schema) => unknown>> = {
  array: () => [],
  boolean: () => false,
  integer: () => 1,
  number: () => 1,
  string: (schema) => textSamples[String(schema['format'])] ?? 'x'.repeat(Number(schema['minLength'] ?? 0)),
};

const textSamples: Readonly<Record<string, string>> = {
  'date-time': '2026-01-05T10:00:00Z',
  date: '2026-01-05',
  uri: 'https://github.example/',
  email: 'nobody@github.example',
};
