/**
 * Settings: each is declared once, in a table beside its domain. From the table come the type, the defaults, the JSON Schema, the
 * fields that read inputs and options, the inputs of action.yml, the options of the command line and the tables of the docs.
 */
import { readFields, type Field } from './fields.ts';
import { readAs, recordOf, type JsonSchema, type Kind } from './kinds.ts';
import { plainText } from './settings-text.ts';

interface Declared {
  /** How a text becomes it, where that is not what its kind says. */
  readonly field?: Field<unknown>;
  /** What code and docs take where it is left out. */
  readonly default?: unknown;
  /** With `code` in backticks; `{default}` and `{choices}` are filled in. */
  readonly description?: string;
}

/** A setting of the policy, under its name there: `also-watch`. */
export interface Setting extends Declared {
  readonly kind: Kind<unknown>;
  readonly required?: true;
  /** An action's input of the same name: with the description, or with a text of its own. */
  readonly input?: true | string;
  /** An option of the command line: the placeholder of its value, none for a switch, and a help of its own. */
  readonly option?: { readonly value?: string; readonly help?: string };
}

export type SettingTable = Readonly<Record<string, Setting>>;

/** An input of an action alone. */
export interface Input extends Declared {
  readonly field: Field<unknown>;
  readonly description: string;
  /** What action.yml fills in, such as an expression of the runner. */
  readonly preset?: string;
  /** What the code calls it, where that is not its name in camelCase. */
  readonly as?: string;
}

export type Inputs = Readonly<Record<string, Input>>;

type Table = Readonly<Record<string, Setting | Input>>;

export type ValueOf<S> = S extends { readonly kind: Kind<infer T> }
  ? T
  : S extends { readonly field: Field<infer T> }
    ? T
    : never;

type CamelCase<K> = K extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<CamelCase<Tail>>}` : K;

/** Names of settings that have a value whatever is given. */
type Certain<S> = {
  [K in keyof S]: S[K] extends { readonly default: unknown } | { readonly required: true } ? K : never;
}[keyof S];

type InCode<K, S> = S extends { readonly as: infer Name extends string } ? Name : CamelCase<K>;

/** The settings as the code has them: camelCase, and there where they have a default or are required. */
export type ValuesOf<S> = { readonly [K in Certain<S> as InCode<K, S[K]>]: ValueOf<S[K]> } & {
  readonly [K in Exclude<keyof S, Certain<S>> as InCode<K, S[K]>]?: ValueOf<S[K]>;
};

export type DefaultsOf<S> = {
  readonly [K in keyof S as S[K] extends { readonly default: unknown } ? InCode<K, S[K]> : never]: ValueOf<
    S[K]
  >;
};

export type FieldsOf<S> = {
  readonly [K in keyof S as IsInput<S[K]> extends true ? K : never]: Field<ValueOf<S[K]>>;
};

/** A setting of the policy is one where it says so. */
type IsInput<S> = S extends { readonly kind: unknown }
  ? S extends { readonly input: unknown }
    ? true
    : false
  : true;

/** Each default and each own field gives what the kind says. */
type Fitting<S> = {
  readonly [K in keyof S]: { readonly default?: ValueOf<S[K]>; readonly field?: Field<ValueOf<S[K]>> };
};

/** A table of settings, its defaults held against their kinds. */
export function settings<const S extends SettingTable>(table: S & Fitting<S>): S {
  return table;
}

/** A table of an action's own inputs. */
export function inputs<const I extends Inputs>(table: I & Fitting<I>): I {
  return table;
}

export function defaultsOf<S extends Table>(table: S): DefaultsOf<S> {
  // Every action's start evaluates its tables: one pass without lists in between.
  const given: Record<string, unknown> = {};
  for (const name in table) {
    const value = table[name]?.default;
    if (value !== undefined) given[camelCase(name)] = value;
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each default fits its kind
  return given as DefaultsOf<S>;
}

/** A mapping with these settings; what it does not say has its default. */
export function section<S extends SettingTable>(table: S, limits: JsonSchema = {}): Kind<ValuesOf<S>> {
  return {
    schema: () => sectionSchema(table, limits),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema has accepted it
    read: (value) => ({ ...defaultsOf(table), ...readSection(table, value) }) as ValuesOf<S>,
  };
}

/** A mapping with some of these settings, as it stands: inputs, and only then the defaults, stand behind it. */
export function partialSection<S extends SettingTable>(table: S): Kind<Partial<ValuesOf<S>>> {
  return { schema: () => sectionSchema(table, {}) };
}

function readSection<S extends SettingTable>(table: S, value: unknown): Partial<ValuesOf<S>> {
  const entries = Object.entries(recordOf(value)).map(([key, item]): [string, unknown] => {
    const setting = table[key];
    return [key, setting === undefined ? item : readAs(setting.kind, item)];
  });
  return keysInCamelCase(Object.fromEntries(entries));
}

function sectionSchema(table: SettingTable, limits: JsonSchema): JsonSchema {
  const required = Object.entries(table).flatMap(([name, setting]) => (setting.required ? [name] : []));
  return {
    type: 'object',
    additionalProperties: false,
    ...(required.length === 0 ? {} : { required }),
    ...limits,
    properties: Object.fromEntries(
      Object.entries(table).map(([name, setting]) => [name, settingSchema(setting)]),
    ),
  };
}

function settingSchema(setting: Setting): JsonSchema {
  const { kind, description } = setting;
  return description === undefined
    ? kind.schema()
    : { description: plainText(setting, description), ...kind.schema() };
}

/** The fields of the settings that are inputs, or of an action's own inputs. */
export function fieldsOf<S extends Table>(table: S): FieldsOf<S> {
  const entries = Object.entries(table).flatMap(([name, item]) =>
    isInput(item) ? [[name, fieldOf(item)] as const] : [],
  );
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the field of each name gives what its kind says
  return Object.fromEntries(entries) as FieldsOf<S>;
}

export function isInput(item: Setting | Input): boolean {
  return !('kind' in item) || item.input !== undefined;
}

/** What an input says of itself. */
export function inputDescription(item: Setting | Input): string {
  return ('kind' in item && typeof item.input === 'string' ? item.input : item.description) ?? '';
}

/** Throws for what no text can give. */
export function fieldOf<S extends Setting | Input>(item: S): Field<ValueOf<S>> {
  const field = item.field ?? ('kind' in item ? item.kind.field?.() : undefined);
  if (field === undefined) throw new Error(`no text can give ${item.description}`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it gives what its kind says
  return field as Field<ValueOf<S>>;
}

/** What was given, and the defaults of what was not. Throws a UserError that names every bad value. */
export function readInputs<I extends Inputs>(table: I, get: (name: string) => string): ValuesOf<I> {
  return withDefaults(table, readFields(fieldsOf(table), get));
}

/** Values that the fields of `table` have read, by name. */
export function withDefaults<I extends Inputs>(table: I, given: object): ValuesOf<I> {
  const entries = Object.entries(given).map(([name, value]) => [table[name]?.as ?? camelCase(name), value]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each value was read by the field of its name
  return { ...defaultsOf<Inputs>(table), ...Object.fromEntries(entries) } as ValuesOf<I>;
}

/** `on-inconclusive` → `onInconclusive`. */
export function camelCase(key: string): string {
  return key.includes('-') ? key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()) : key;
}

export function keysInCamelCase(values: object): object {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [camelCase(key), value]));
}
