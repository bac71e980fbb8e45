import type { Constraints, Registry, RegistryNode } from './model.ts';

type Schema = Record<string, unknown>;

/**
 * The ranges, enumerations, patterns, lengths and required parameters of a registry as JSON Schema 2020-12; `undefined` of one that has
 * none. Types and unknown keys are left to `checkAgainstRegistry`, which knows an int from a float and a text from a number.
 */
export function registryJsonSchema(registry: Registry): object | undefined {
  const known = schemas.get(registry);
  if (known !== undefined) return known.schema;
  const schema = nodeSchema(registry.root);
  const compiled = isOpen(schema) ? {} : { schema: { $schema: draft, ...schema } };
  schemas.set(registry, compiled);
  return compiled.schema;
}

const draft = 'https://json-schema.org/draft/2020-12/schema';

/** One schema for each registry, so that it is compiled once. */
const schemas = new WeakMap<Registry, { readonly schema?: object }>();

/** Whether a schema allows everything: most parameters have no more than a type. */
function isOpen(schema: Schema): boolean {
  return Object.keys(schema).length === 0;
}

function nodeSchema(node: RegistryNode): Schema {
  const own = node.parameter === undefined ? {} : constraintSchema(node.parameter);
  return { ...own, ...childrenSchema(node), ...itemsSchema(node) };
}

function childrenSchema(node: RegistryNode): Schema {
  const named = [...node.children].filter(([step]) => step !== '*' && step !== '**');
  const rest = restSchema(node);
  const required = named.filter(([, child]) => child.parameter?.required === true).map(([step]) => step);
  // a name of its own comes before `*`, also when anything is allowed there
  const properties = named
    .map(([step, child]) => [step, nodeSchema(child)] as const)
    .filter(([, schema]) => !isOpen(schema) || !isOpen(rest));
  return {
    ...(properties.length > 0 ? { properties: Object.fromEntries(properties) } : {}),
    ...(isOpen(rest) ? {} : { additionalProperties: rest }),
    ...(required.length > 0 ? { required } : {}),
  };
}

/** What holds for names and places in a list that have no entry of their own. */
function restSchema(node: RegistryNode): Schema {
  const any = node.children.get('*') ?? node.children.get('**');
  return any === undefined ? {} : nodeSchema(any);
}

/** `*` below a list is its items; so is the parameter's own `items`. */
function itemsSchema(node: RegistryNode): Schema {
  const rest = restSchema(node);
  const items =
    isOpen(rest) && node.parameter?.items !== undefined ? constraintSchema(node.parameter.items) : rest;
  return isOpen(items) ? {} : { items };
}

function constraintSchema(constraints: Constraints): Schema {
  const keywords: readonly (readonly [string, unknown])[] = [
    ['minimum', constraints.min],
    ['maximum', constraints.max],
    ['multipleOf', constraints.multipleOf],
    ['enum', constraints.enum],
    ['pattern', constraints.pattern],
    ['minItems', constraints.minItems],
    ['maxItems', constraints.maxItems],
  ];
  return Object.fromEntries(keywords.filter(([, value]) => value !== undefined));
}
