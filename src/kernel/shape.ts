/** Shapes: one declaration of a value from outside gives its TypeScript type, its JSON Schema and its reader. */
import { isRecord } from './record.ts';
import { compareText } from './compare.ts';

/** Collects what is wrong, at most twenty sentences. */
export class Problems {
  readonly list: string[] = [];
  readonly whole: string;

  /** `whole`: what is read, as a sentence names it: `record`. */
  constructor(whole: string) {
    this.whole = whole;
  }

  add(path: string, message: string): undefined {
    if (this.list.length < 20) this.list.push(`${path || `the ${this.whole}`}: ${message}`);
    return undefined;
  }
}

export type Read<T> = (value: unknown, path: string, problems: Problems) => T | undefined;

export interface Shape<T> {
  /** JSON Schema 2020-12. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** The value, normalised; or adds a problem and gives `undefined`. Never throws. */
  readonly read: Read<T>;
  /** What a field is where it is left out. */
  readonly fallback?: T;
}

export type TypeOf<S> = S extends Shape<infer T> ? T : never;

/** A field that may be left out. */
interface OptionalShape<T> extends Shape<T> {
  readonly optional: true;
}

export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly string[] };

/** A whole value by its shape, or all that is wrong with it. */
export function readShape<T>({ read }: Shape<T>, value: unknown, whole: string): Reading<T> {
  const problems = new Problems(whole);
  const found = read(value, '', problems);
  return found === undefined || problems.list.length > 0
    ? { ok: false, problems: problems.list }
    : { ok: true, value: found };
}

export function described<T>({ schema, read }: Shape<T>, description: string): Shape<T> {
  return { schema: { ...schema, description }, read };
}

export function optional<T>(shape: Shape<T>, description?: string): OptionalShape<T> {
  return { ...(description === undefined ? shape : described(shape, description)), optional: true };
}

export function defaulted<T>(shape: Shape<T>, fallback: T): Shape<T> {
  return { ...shape, fallback };
}

/** In the schema it stands once, under `$defs`. */
export function referenced<T>(name: string, { read }: Shape<T>): Shape<T> {
  return { schema: { $ref: `#/$defs/${name}` }, read };
}

/** `check` sees what could be read: of a field that could not, a problem is added already. */
export function refined<T>(
  { schema, read }: Shape<T>,
  more: Readonly<Record<string, unknown>>,
  check: (found: Partial<T>, path: string, problems: Problems) => void,
): Shape<T> {
  return {
    schema: { ...schema, ...more },
    read: (value, path, problems) => {
      const found = read(value, path, problems);
      if (found !== undefined) check(found, path, problems);
      return found;
    },
  };
}

export function constant<const T extends string | number>(only: T): Shape<T> {
  return {
    schema: { const: only },
    read: (value, path, problems) =>
      value === only ? only : problems.add(path, `expected ${only}, got ${shortJson(value).slice(0, 40)}`),
  };
}

export function oneOf<const T extends string>(allowed: readonly T[]): Shape<T> {
  return {
    schema: { enum: allowed },
    read: (value, path, problems) =>
      allowed.find((item) => item === value) ??
      problems.add(path, `expected one of ${allowed.join(', ')}, got ${shortJson(value)}`),
  };
}

export const flag: Shape<boolean> = {
  schema: { type: 'boolean' },
  read: (value, path, problems) =>
    typeof value === 'boolean' ? value : problems.add(path, `expected true or false, got ${kindOf(value)}`),
};

export function integer(minimum: number): Shape<number> {
  return {
    schema: { type: 'integer', minimum },
    read: (value, path, problems) =>
      typeof value === 'number' && Number.isSafeInteger(value) && value >= minimum
        ? value
        : problems.add(path, `expected a whole number from ${minimum}, got ${shortJson(value)}`),
  };
}

export const finite: Shape<number> = {
  schema: { type: 'number' },
  read: (value, path, problems) =>
    typeof value === 'number' && Number.isFinite(value)
      ? value
      : problems.add(path, `expected a number, got ${kindOf(value)}`),
};

export function list<T>(item: Shape<T>, most: number, least = 0): Shape<readonly T[]> {
  return {
    schema: {
      type: 'array',
      ...(least > 0 ? { minItems: least } : {}),
      maxItems: most,
      items: item.schema,
    },
    read: (value, path, problems) => {
      if (!Array.isArray(value)) return problems.add(path, `expected a list, got ${kindOf(value)}`);
      if (value.length > most || value.length < least)
        return problems.add(path, `has ${value.length} entries, expected ${least} to ${most}`);
      return value
        .map((entry: unknown, at) => item.read(entry, `${path}[${at}]`, problems))
        .filter((entry) => entry !== undefined);
    },
  };
}

/** Name → value, in the order of the names. */
export function map<T>(
  name: Shape<string>,
  item: Shape<T>,
  most: number,
): Shape<Readonly<Record<string, T>>> {
  const { type: _, ...propertyNames } = name.schema;
  return {
    schema: { type: 'object', maxProperties: most, propertyNames, additionalProperties: item.schema },
    read: (value, path, problems) => {
      if (!isRecord(value)) return problems.add(path, `expected an object, got ${kindOf(value)}`);
      const entries = Object.entries(value);
      if (entries.length > most)
        return problems.add(path, `has ${entries.length} entries, at most ${most} are allowed`);
      const read = entries.flatMap(([key, entry]): [string, T][] => {
        const at = `${path}.${key.slice(0, 60)}`;
        const [known, found] = [name.read(key, at, problems), item.read(entry, at, problems)];
        return known === undefined || found === undefined ? [] : [[known, found]];
      });
      return Object.fromEntries(read.toSorted(([a], [b]) => compareText(a, b)));
    },
  };
}

type Fields = Readonly<Record<string, Shape<unknown>>>;
type OptionalKey<F> = { [K in keyof F]: F[K] extends OptionalShape<unknown> ? K : never }[keyof F];
type Flat<T> = { readonly [K in keyof T]: T[K] };
type FieldsOf<F> = Flat<
  { [K in Exclude<keyof F, OptionalKey<F>>]: TypeOf<F[K]> } & { [K in OptionalKey<F>]?: TypeOf<F[K]> }
>;

/** The known fields in the order in which they are declared; a field that is not known is a problem, never dropped in silence. */
export function object<const F extends Fields>(fields: F): Shape<FieldsOf<F>> {
  const known = new Map<string, Shape<unknown>>(Object.entries(fields));
  const declared = Array.from(known, ([key, shape]) => ({
    key,
    ...shape,
    isRequired: !('optional' in shape || 'fallback' in shape),
  }));
  const required = declared.flatMap(({ key, isRequired }) => (isRequired ? [key] : []));
  return {
    schema: {
      type: 'object',
      additionalProperties: false,
      ...(required.length > 0 ? { required } : {}),
      properties: Object.fromEntries([...known].map(([key, { schema }]) => [key, schema])),
    },
    read: (value, path, problems) => {
      if (!isRecord(value)) return problems.add(path, `expected an object, got ${kindOf(value)}`);
      for (const key of Object.keys(value))
        if (!known.has(key))
          problems.add(below(path, key.slice(0, 60)), `is not a field that a ${problems.whole} has`);
      const found: Record<string, unknown> = {};
      for (const { key, read, fallback, isRequired } of declared) {
        const given = Object.hasOwn(value, key) ? value[key] : undefined;
        const field = given === undefined ? fallback : read(given, below(path, key), problems);
        if (field !== undefined) found[key] = field;
        else if (given === undefined && isRequired) problems.add(below(path, key), 'is missing');
      }
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each field was read by the shape of its name
      return found as FieldsOf<F>;
    },
  };
}

function below(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** What a value is, as a sentence names it: `a list`, `null`, `number`. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : typeof value;
}

/** JSON of a value, cut after 80 characters. What is nested too deep for JSON to be written is named by its kind. */
export function shortJson(value: unknown): string {
  try {
    return (JSON.stringify(value) ?? typeof value).slice(0, 80);
  } catch {
    return kindOf(value);
  }
}
