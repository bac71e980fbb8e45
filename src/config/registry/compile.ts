import type { PythonType } from '../model/node.ts';
import type { Constraints, Parameter, RegistryNode, Registry } from './model.ts';

type Schema = Record<string, unknown>;

/**
 * A registry as JSON Schema 2020-12. With `types` it stands alone, for editors; without, it leaves types and
 * unknown keys to `checkAgainstRegistry`, which knows an int from a float and a text from a number.
 */
export function registryJsonSchema(registry: Registry, options: { readonly types: boolean }): object {
  if (options.types) return wholeSchema(registry, true);
  const known = constraintSchemas.get(registry);
  if (known !== undefined) return known;
  const schema = wholeSchema(registry, false);
  constraintSchemas.set(registry, schema);
  return schema;
}

/** One schema for each registry, so that it is compiled once. */
const constraintSchemas = new WeakMap<Registry, object>();

function wholeSchema(registry: Registry, types: boolean): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...nodeSchema(registry.root, types),
  };
}

function nodeSchema(node: RegistryNode, types: boolean): Schema {
  const own = node.parameter === undefined ? {} : constraintSchema(node.parameter, types);
  const below = node.children.size === 0 ? {} : childrenSchema(node, types);
  return { ...own, ...below, ...itemsSchema(node, types), ...annotations(node.parameter) };
}

function childrenSchema(node: RegistryNode, types: boolean): Schema {
  const named = [...node.children].filter(([step]) => step !== '*' && step !== '**');
  const any = node.children.get('*') ?? node.children.get('**');
  const rest =
    any === undefined ? { additionalProperties: !types } : { additionalProperties: nodeSchema(any, types) };
  const required = named.filter(([, child]) => child.parameter?.required === true).map(([step]) => step);
  const properties = Object.fromEntries(named.map(([step, child]) => [step, nodeSchema(child, types)]));
  return { properties, ...rest, ...(required.length > 0 ? { required } : {}) };
}

/** `*` below a list is its items; so is the parameter's own `items`. */
function itemsSchema(node: RegistryNode, types: boolean): Schema {
  const any = node.children.get('*') ?? node.children.get('**');
  if (any !== undefined) return { items: nodeSchema(any, types) };
  const items = node.parameter?.items;
  return items === undefined ? {} : { items: constraintSchema(items, types) };
}

function constraintSchema(constraints: Constraints, types: boolean): Schema {
  const schema: Schema = {};
  const keywords: readonly (readonly [string, unknown])[] = [
    ['minimum', constraints.min],
    ['maximum', constraints.max],
    ['multipleOf', constraints.multipleOf],
    ['enum', constraints.enum],
    ['pattern', constraints.pattern],
    ['minItems', constraints.minItems],
    ['maxItems', constraints.maxItems],
    ['type', types && constraints.types !== undefined ? jsonTypes(constraints.types) : undefined],
  ];
  for (const [keyword, value] of keywords) if (value !== undefined) schema[keyword] = value;
  return schema;
}

const jsonTypeOf: Readonly<Record<PythonType, string>> = {
  int: 'integer',
  float: 'number',
  str: 'string',
  bool: 'boolean',
  NoneType: 'null',
  list: 'array',
  dict: 'object',
  date: 'string',
  datetime: 'string',
  bytes: 'string',
};

function jsonTypes(types: ReadonlySet<PythonType>): string[] {
  return [...new Set([...types].map((type) => jsonTypeOf[type]))];
}

function annotations(parameter: Parameter | undefined): Schema {
  if (parameter === undefined) return {};
  return {
    ...(parameter.doc === undefined ? {} : { description: parameter.doc }),
    ...(parameter.deprecated === undefined ? {} : { deprecated: true }),
  };
}
