/**
 * Kinds of settings: what a value may be, said once. A kind has the value's JSON Schema, its TypeScript type (`TypeOf`) and, where one
 * text can give it, the field that reads it from an action's input or an option of the command line. Both are made when first asked
 * for: every action starts with these tables, and few need more of them than the defaults.
 */
import * as fields from './fields.ts';
import { isRecord } from './record.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

export interface Kind<T> {
  readonly schema: () => JsonSchema;
  readonly field?: () => fields.Field<T>;
  /** A value that fits the schema, as the code has it: camelCase keys, defaults filled in. Absent: as it stands. */
  readonly read?: (value: unknown) => T;
  /** Never there: it ties the type to the kind. */
  readonly type?: T;
}

export type TypeOf<K> = K extends Kind<infer T> ? T : never;

/** A kind that a schema says once, under `$defs`. */
export interface Definition<T> extends Kind<T> {
  readonly definition: () => readonly [name: string, schema: JsonSchema];
}

export const flag: Kind<boolean> = { schema: () => ({ type: 'boolean' }), field: () => fields.flag };

export function choice<const T extends string>(allowed: readonly T[]): Kind<T> {
  return { schema: () => ({ enum: allowed }), field: () => fields.choice(allowed) };
}

interface Limits {
  readonly min?: number;
  readonly max?: number;
}

/** `above` itself is not allowed. */
export function number({ above, ...limits }: Limits & { readonly above?: number } = {}): Kind<number> {
  return {
    schema: () => ({ type: 'number', ...present({ exclusiveMinimum: above }), ...range(limits) }),
    field: () => fields.number(limits),
  };
}

export function integer(limits: Limits = {}): Kind<number> {
  return { schema: () => ({ type: 'integer', ...range(limits) }), field: () => fields.integer(limits) };
}

/** Its limits are lengths in characters. `example`: a text that fits the pattern, for those whose does not. */
export function text(
  { min, max, pattern, example }: Limits & { readonly pattern?: string; readonly example?: string } = {},
  expects?: string,
): Kind<string> {
  return {
    schema: () => ({
      type: 'string',
      ...present({ minLength: min, maxLength: max, pattern }),
      ...(example === undefined ? {} : { examples: [example] }),
    }),
    field: () => fields.text(expects),
  };
}

export function list<T>(items: Kind<T>, { min, max }: Limits = {}): Kind<readonly T[]> {
  return {
    schema: () => ({ type: 'array', ...present({ minItems: min, maxItems: max }), items: items.schema() }),
    read: (value) => (Array.isArray(value) ? value.map((item) => readAs(items, item)) : []),
  };
}

/** Any keys, or those that fit the pattern `keys`. */
export function map<T>(values: Kind<T>, keys?: string): Kind<Readonly<Record<string, T>>> {
  const names = keys === undefined ? {} : { propertyNames: { pattern: keys } };
  return { schema: () => ({ type: 'object', ...names, additionalProperties: values.schema() }) };
}

/** These keys and no other, each of which may be left out; they are names, so they stay as they are. */
export function named<const K extends string, T>(
  keys: readonly K[],
  values: Kind<T>,
): Kind<Readonly<Partial<Record<K, T>>>> {
  const properties = () => Object.fromEntries(keys.map((key) => [key, values.schema()]));
  return { schema: () => ({ type: 'object', additionalProperties: false, properties: properties() }) };
}

export function define<T>(name: string, kind: Kind<T>): Definition<T> {
  return {
    ...kind,
    schema: () => ({ $ref: `#/$defs/${name}` }),
    definition: () => [name, kind.schema()],
  };
}

export const name = define('name', text({ min: 1, max: 250 }));
export const path = define('path', text({ min: 1, max: 4096 }, 'a path'));
/** Globs, or names: texts that stand in a list. */
export const globs = define('globs', {
  ...list(text({ min: 1, max: 4096 }), { max: 1000 }),
  field: () => fields.list,
});

/** What a value that fits the schema of `kind` is in the code. */
export function readAs<T>(kind: Kind<T>, value: unknown): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema has accepted it
  return kind.read === undefined ? (value as T) : kind.read(value);
}

/** The entries of a mapping; none of anything else. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

function range({ min, max }: Limits): JsonSchema {
  return present({ minimum: min, maximum: max });
}

function present(entries: Readonly<Record<string, unknown>>): JsonSchema {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
}
