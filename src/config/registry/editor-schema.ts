import type { PythonType } from '../../documents/tree/node.ts';
import { type Constraints, covers, type Parameter, type Registry, type RegistryNode } from './registry.ts';

type Schema = Readonly<Record<string, unknown>>;

/**
 * A JSON Schema (draft 7, which editors know best) of the configs that a registry describes: names and documentation to complete,
 * types and ranges to check while one types. It never refuses what the gate lets through; the gate finds more.
 */
export function editorSchema(registry: Registry, strict: boolean): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: `Parameters of ${registry.file}`,
    ...mappingOf(registry.root, strict),
  };
}

function schemaOf(node: RegistryNode, strict: boolean): Schema {
  const { parameter } = node;
  const own = parameter === undefined ? {} : parameterSchema(parameter);
  if (covers(node)) return own;
  return { ...described(parameter), ...mappingOf(node, strict, parameter) };
}

/** A mapping with registered parameters below it; as to the gate, a list of such, or nothing yet, is not of another type. */
function mappingOf(node: RegistryNode, strict: boolean, parameter?: Parameter): Schema {
  const named = [...node.children].filter(([name]) => name !== '*' && name !== '**');
  const rest = node.children.get('*') ?? node.children.get('**');
  const required = named.filter(([, child]) => child.parameter?.required === true).map(([name]) => name);
  const types = parameter?.types === undefined ? ['dict' as const] : [...parameter.types];
  return {
    type: [...new Set([...types.flatMap(jsonType), 'array', 'null'])],
    properties: Object.fromEntries(named.map(([name, child]) => [name, schemaOf(child, strict)])),
    ...(required.length === 0 ? {} : { required }),
    ...(rest === undefined
      ? { additionalProperties: !strict }
      : { additionalProperties: schemaOf(rest, strict), items: schemaOf(rest, strict) }),
  };
}

function parameterSchema(parameter: Parameter): Schema {
  return {
    ...described(parameter),
    ...valueSchema(parameter),
    ...(parameter.items === undefined ? {} : { items: valueSchema(parameter.items) }),
  };
}

function described(parameter: Parameter | undefined): Schema {
  if (parameter === undefined) return {};
  const { doc, kind, owner, deprecated, replacedBy, since } = parameter;
  const facts = [
    kind,
    ...(owner === undefined ? [] : [`owner ${owner}`]),
    ...(since === undefined ? [] : [`since ${since}`]),
  ];
  const instead = replacedBy === undefined ? '' : `: use ${replacedBy}`;
  return {
    description: `${doc === undefined ? '' : `${doc}\n`}${facts.join(', ')}`,
    ...(deprecated === undefined ? {} : { deprecated: true, deprecationMessage: `deprecated${instead}` }),
  };
}

/** A text where another type is wanted may be `auto`, or an interpolation that is resolved later: the gate knows. */
const open = { type: 'string', pattern: String.raw`^(auto$|.*\$\{)` };

function valueSchema(constraints: Constraints): Schema {
  const { types, min, max, multipleOf, minItems, maxItems, pattern } = constraints;
  if (constraints.enum !== undefined) return { anyOf: [{ enum: constraints.enum }, open] };
  const bounds = {
    ...(min === undefined ? {} : { minimum: min }),
    ...(max === undefined ? {} : { maximum: max }),
    ...(multipleOf === undefined || !Number.isInteger(multipleOf) ? {} : { multipleOf }),
    ...(minItems === undefined ? {} : { minItems }),
    ...(maxItems === undefined ? {} : { maxItems }),
    ...(pattern === undefined ? {} : { pattern: pattern.source }),
  };
  if (types === undefined) return bounds;
  const type = [...new Set([...types].flatMap(jsonType))];
  const alone = { type: type.length === 1 ? type[0] : type, ...bounds };
  return type.includes('string') && pattern === undefined ? alone : { anyOf: [alone, open] };
}

/** Dates and bytes are texts to an editor. */
function jsonType(type: PythonType): readonly string[] {
  return jsonTypes[type];
}

const jsonTypes: Readonly<Record<PythonType, readonly string[]>> = {
  str: ['string'],
  int: ['integer'],
  float: ['number'],
  bool: ['boolean'],
  NoneType: ['null'],
  date: ['string'],
  datetime: ['string'],
  time: ['string'],
  bytes: ['string'],
  list: ['array'],
  tuple: ['array'],
  set: ['array', 'object'],
  dict: ['object'],
  unknown: ['string', 'number', 'boolean', 'null', 'array', 'object'],
};
