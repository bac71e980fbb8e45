/**
 * Fields: how one text from outside (an action's input, a command-line option) becomes a typed value.
 * Actions and CLI share them, so the same value is right or wrong in both, with the same words.
 */
import { UserError } from './user-error.ts';

export interface Field<T> {
  /** Completes "expected …". */
  readonly expects: string;
  /** The value, or `undefined` where the text is none. */
  parse(text: string): T | undefined;
  /** Blanks around it belong to it, and nothing but blanks is a value too. */
  readonly exact?: true;
}

export type Fields = Readonly<Record<string, Field<unknown>>>;

/** The values that were given; a field that was left out or empty is absent. */
export type Values<F extends Fields> = { readonly [K in keyof F]?: F[K] extends Field<infer T> ? T : never };

export const text = (expects = 'text'): Field<string> => ({ expects, parse: (raw) => raw });

/** A text as it is given, to the last blank. */
export const exactText: Field<string> = { expects: 'text', parse: (raw) => raw, exact: true };

/** YAML 1.2's booleans, as the runner's own getBooleanInput reads them. */
export const flag: Field<boolean> = {
  expects: 'true or false',
  parse: (raw) =>
    /^(true|True|TRUE)$/.test(raw) ? true : /^(false|False|FALSE)$/.test(raw) ? false : undefined,
};

/** Of http or https, without credentials. */
export const webAddress: Field<string> = {
  expects: 'a web address, such as https://team.example/board/',
  parse: (raw) => {
    const url = URL.canParse(raw) ? new URL(raw) : undefined;
    const isPlain =
      url !== undefined && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
    return isPlain ? url.href : undefined;
  },
};

export function choice<const T extends string>(allowed: readonly T[]): Field<T> {
  return { expects: `one of ${allowed.join(', ')}`, parse: (raw) => allowed.find((item) => item === raw) };
}

export function number(limits: { min?: number; max?: number } = {}): Field<number> {
  const { min = -Infinity, max = Infinity } = limits;
  return {
    expects: `a number${rangeText(min, max)}`,
    parse: (raw) =>
      /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(raw) ? within(Number(raw), min, max) : undefined,
  };
}

export function integer(limits: { min?: number; max?: number } = {}): Field<number> {
  const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = limits;
  return {
    expects: `a whole number${rangeText(limits.min ?? -Infinity, limits.max ?? Infinity)}`,
    parse: (raw) => (/^[-+]?\d+$/.test(raw) ? within(Number(raw), min, max) : undefined),
  };
}

/** One item a line, or separated by commas where none is inside braces (`*.{yaml,yml}`). */
export const list: Field<readonly string[]> = {
  expects: 'a list, one item a line or separated by commas',
  parse: (raw) =>
    raw
      .split(/\r?\n/)
      .flatMap((line) => line.split(/,(?![^{]*\})/))
      .map((item) => item.trim())
      .filter((item) => item !== ''),
};

/** Rising whole numbers: `500, 1000, 2000`. */
export const numbers: Field<readonly number[]> = {
  expects: 'rising whole numbers, separated by commas',
  parse: (raw) => {
    const values = (list.parse(raw) ?? []).map((item) =>
      /^\d{1,9}$/.test(item) ? Number(item) : Number.NaN,
    );
    const rising = values.every((value, index) => value > (values[index - 1] ?? 0));
    return values.length > 0 && rising ? values : undefined;
  },
};

/** Every field read once; all bad values are reported in one error. `get` gives '' or `undefined` for what is absent. */
export function readFields<F extends Fields>(
  fields: F,
  get: (name: string) => string | undefined,
  label: (name: string) => string = (name) => `input ${name}`,
): Values<F> {
  const values: [string, unknown][] = [];
  const problems: string[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const given = get(name);
    const raw = field.exact === true ? given : given?.trim();
    if (raw === undefined || (raw === '' && field.exact !== true)) continue;
    const value = field.parse(raw);
    if (value === undefined) problems.push(`${label(name)}: expected ${field.expects}, got ${quote(raw)}`);
    else values.push([name, value]);
  }
  if (problems.length > 0)
    throw new UserError(problems.join('; '), {
      help: 'Correct what is named here; leave it out to use the default.',
    });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each value was parsed by the field of its name
  return Object.fromEntries(values) as Values<F>;
}

/** Enough to recognise it by; never a whole secret pasted into the wrong input. */
function quote(raw: string): string {
  return JSON.stringify(raw.length > 40 ? `${raw.slice(0, 40)}…` : raw);
}

function within(value: number, min: number, max: number): number | undefined {
  return value >= min && value <= max ? value : undefined;
}

function rangeText(min: number, max: number): string {
  if (min !== -Infinity && max !== Infinity) return ` from ${min} to ${max}`;
  if (min !== -Infinity) return ` of at least ${min}`;
  return max === Infinity ? '' : ` of at most ${max}`;
}
