/** What is wrong with the references of a JSON Schema, with its place: ajv would run into it without an end, or without a word. */
import { isRecord } from '../../kernel/record.ts';
import type { Path } from '../tree/node.ts';

export interface SchemaProblem {
  readonly message: string;
  readonly path: Path;
}

interface Subschema {
  readonly schema: Readonly<Record<string, unknown>>;
  readonly path: Path;
}

/** Keywords whose schemas judge the value itself, by what they hold. */
const samePlace = {
  one: ['not', 'if', 'then', 'else'],
  list: ['allOf', 'anyOf', 'oneOf'],
  map: ['dependentSchemas'],
};

/** Keywords whose schemas judge a part of the value, or wait to be referred to. */
const below = {
  one: [
    'items',
    'contains',
    'additionalProperties',
    'propertyNames',
    'unevaluatedItems',
    'unevaluatedProperties',
    'additionalItems',
    'contentSchema',
  ],
  list: ['prefixItems', 'items'],
  map: ['properties', 'patternProperties'],
};

const definitions = { one: [], list: [], map: ['$defs', 'definitions'] };

type Keywords = Readonly<Record<'one' | 'list' | 'map', readonly string[]>>;

/** The schemas within a schema that stand under these keywords. */
function within({ schema, path }: Subschema, { one, list, map }: Keywords): Subschema[] {
  const at = (value: unknown, ...steps: Path): Subschema[] =>
    isRecord(value) ? [{ schema: value, path: [...path, ...steps] }] : [];
  const own = (key: string): unknown => (Object.hasOwn(schema, key) ? schema[key] : undefined);
  const inList = (key: string): Subschema[] => {
    const items = own(key);
    return Array.isArray(items) ? items.flatMap((item: unknown, index) => at(item, key, index)) : [];
  };
  const inMap = (key: string): Subschema[] => {
    const values = own(key);
    return isRecord(values) ? Object.entries(values).flatMap(([name, value]) => at(value, key, name)) : [];
  };
  return [...one.flatMap((key) => at(own(key), key)), ...list.flatMap(inList), ...map.flatMap(inMap)];
}

const references = ['$ref', '$dynamicRef'] as const;
const names = ['$id', '$anchor', '$dynamicAnchor', ...references] as const;

/** The first problem of the whole schema; what refers to another `$id` is left to ajv. */
export function referenceProblem(root: Readonly<Record<string, unknown>>): SchemaProblem | undefined {
  const all = everySubschema({ schema: root, path: [] });
  for (const { schema, path } of all)
    for (const name of names)
      if (Object.hasOwn(schema, name) && typeof schema[name] !== 'string')
        return { message: `${name} must be a string`, path: [...path, name] };
  return endlessReference(all);
}

/** Where a reference stands that nothing answers to. */
export function placeOfReference(root: Readonly<Record<string, unknown>>, reference: string): Path {
  for (const { schema, path } of everySubschema({ schema: root, path: [] }))
    for (const name of references)
      if (typeof schema[name] === 'string' && reference.endsWith(schema[name])) return [...path, name];
  return [];
}

function everySubschema(root: Subschema): readonly Subschema[] {
  const found = [root];
  for (let index = 0; index < found.length; index++) {
    const one = found[index];
    if (one === undefined) continue;
    for (const keywords of [samePlace, below, definitions]) found.push(...within(one, keywords));
  }
  return found;
}

/** References that one value may be led through. */
const longestChain = 500;
/** Schemas that one value may be held against at one place; twice two references, thirty times over, are a thousand million. */
const mostSchemas = 100_000;

class Endless extends Error {
  readonly path: Path;

  constructor(message: string, path: Path) {
    super(message);
    this.path = path;
  }
}

/** A loop, a chain or a growth that no value brings to an end, of those schemas that a value can come to. */
function endlessReference(all: readonly Subschema[]): SchemaProblem | undefined {
  const [root] = all;
  if (root === undefined) return undefined;
  const targetOf = resolver(all);
  const costs = new Map<object, number>();
  const open = new Set<object>();
  const waiting = [root];

  const costOf = (one: Subschema, from: Path, depth: number): number => {
    const known = costs.get(one.schema);
    if (known !== undefined) return known;
    if (open.has(one.schema)) throw new Endless('it refers to itself, without an end', from);
    if (depth > longestChain)
      throw new Endless(`its references lead through more than ${longestChain} schemas`, from);
    open.add(one.schema);
    const targets = references.flatMap((name) => {
      const target = targetOf(one.schema[name]);
      return target === undefined ? [] : [{ to: target, by: [...one.path, name] }];
    });
    const inPlace = within(one, samePlace).map((to) => ({ to, by: to.path }));
    let cost = 1;
    for (const { to, by } of [...targets, ...inPlace]) cost += costOf(to, by, depth + 1);
    if (cost > mostSchemas)
      throw new Endless(`a value is held against more than ${mostSchemas} schemas`, one.path);
    open.delete(one.schema);
    costs.set(one.schema, cost);
    waiting.push(...within(one, below));
    return cost;
  };

  try {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) costOf(next, next.path, 0);
    return undefined;
  } catch (error) {
    if (error instanceof Endless) return { message: error.message, path: error.path };
    throw error;
  }
}

/** Finds what `#`, `#/pointer` and `#anchor` refer to; nothing where the schema has parts with an `$id` of their own. */
function resolver(all: readonly Subschema[]): (reference: unknown) => Subschema | undefined {
  const isOne = !all.some(({ schema, path }) => path.length > 0 && Object.hasOwn(schema, '$id'));
  const targets = new Map<string, Subschema>();
  for (const one of all) {
    targets.set(`#${one.path.map(escaped).join('')}`, one);
    for (const name of ['$anchor', '$dynamicAnchor'])
      if (typeof one.schema[name] === 'string') targets.set(`#${one.schema[name]}`, one);
  }
  return (reference) =>
    isOne && typeof reference === 'string'
      ? targets.get(reference === '#/' ? '#' : unquoted(reference))
      : undefined;
}

function escaped(step: string | number): string {
  return `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function unquoted(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}
