import { parseArgs } from 'node:util';
import { nearest } from '../kernel/near.ts';
import { readFields, type Fields, type Values } from '../kernel/fields.ts';
import { UserError } from '../kernel/user-error.ts';
import type { Options, Verb } from './verb.ts';

export interface Arguments {
  readonly values: Values<Fields>;
  readonly positionals: readonly string[];
  readonly json: boolean;
  readonly help: boolean;
  readonly verbose: boolean;
}

/** Taken by every verb. */
export const common = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  verbose: { type: 'boolean' },
} as const;

/** The typed arguments of a verb. Throws a UserError that names what is wrong and what is allowed. */
export function parseArguments(verb: Verb, args: readonly string[]): Arguments {
  const parsed = parse(verb, args);
  const positionals = parsed.positionals;
  const values: Readonly<Record<string, unknown>> = parsed.values;
  if (positionals.length > 0 && verb.positionals === undefined && values['help'] !== true) {
    throw usageError(verb, `${verb.name} takes no arguments, got ${JSON.stringify(positionals[0])}`);
  }
  const fields = Object.fromEntries(Object.entries(verb.options).map(([name, { field }]) => [name, field]));
  return {
    values: readFields(
      fields,
      (name) => textOf(values[name]),
      (name) => `--${name}`,
    ),
    positionals,
    json: values['json'] === true,
    help: values['help'] === true,
    verbose: values['verbose'] === true,
  };
}

function parse(verb: Verb, args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { ...specification(verb.options), ...common },
      allowPositionals: true,
      strict: true,
    });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message.split('. ', 1)[0] : String(cause);
    throw usageError(
      verb,
      `${message ?? 'The arguments cannot be read'}${meantOption(verb, message)}`,
      cause,
    );
  }
}

/** What an unknown option may have been meant to be; '' for any other message. */
function meantOption({ options }: Verb, message = ''): string {
  const given = /^Unknown option '--([^']+)'/.exec(message)?.[1];
  if (given === undefined) return '';
  const known = [...Object.keys(options), ...Object.keys(common)];
  const meant = nearest(given, known) ?? known.find((name) => name.startsWith(given) && given.length > 2);
  return meant === undefined ? '' : `; did you mean --${meant}?`;
}

interface Specification {
  readonly type: 'boolean' | 'string';
  readonly multiple: boolean;
}

function specification(options: Options): Record<string, Specification> {
  const entries = Object.entries(options).map(([name, { value, multiple }]): [string, Specification] => [
    name,
    { type: value === undefined ? 'boolean' : 'string', multiple: multiple === true },
  ]);
  return Object.fromEntries(entries);
}

function textOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.join('\n');
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : undefined;
}

function usageError(verb: Verb, message: string, cause?: unknown): UserError {
  return new UserError(message, {
    help: `See model-gates ${verb.name} --help.`,
    ...(cause === undefined ? {} : { cause }),
  });
}
