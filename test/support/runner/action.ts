import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';

export interface Action {
  /** Absolute path of the script. */
  readonly main: string;
  /** Name → default. */
  readonly inputs: ReadonlyMap<string, string>;
}

/** Reads a JavaScript action's metadata: all scalars as text, as the runner takes them. */
export function readAction(folder: string): Action {
  const metadata = objectOf(
    load(readFileSync(path.join(folder, 'action.yml'), 'utf8'), { schema: FAILSAFE_SCHEMA }),
  );
  const { using, main } = objectOf(metadata['runs']);
  if (using !== 'node24' || typeof main !== 'string')
    throw new Error(`${folder}: runs.using is ${String(using)}, expected node24 with a main`);
  const inputs = Object.entries(objectOf(metadata['inputs'])).map(([name, input]): [string, string] => {
    const value = objectOf(input)['default'];
    return [name, typeof value === 'string' ? value : ''];
  });
  return { main: path.resolve(folder, main), inputs: new Map(inputs) };
}

/** `INPUT_*`: upper case, spaces as underscores, dashes kept; defaults where nothing is given. */
export function inputVariables(
  action: Action,
  given: Readonly<Record<string, string>>,
  variables: Readonly<Record<string, string>>,
): Record<string, string> {
  const unknown = Object.keys(given).filter((name) => !action.inputs.has(name));
  if (unknown.length > 0)
    throw new Error(
      `no such input: ${unknown.join(', ')}; there are ${[...action.inputs.keys()].join(', ')}`,
    );
  const entries = [...action.inputs].map(([name, value]): [string, string] => [
    `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
    given[name] ?? resolved(value, variables),
  ]);
  return Object.fromEntries(entries);
}

/** `${{ github.x }}` and `${{ runner.x }}` stand for variables of the same name. */
function resolved(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{(.*?)\}\}/g, (_, expression: string) => {
    const [, context, name] = /^\s*(github|runner)\.(\w+)\s*$/.exec(expression) ?? [];
    const value = variables[`${context ?? ''}_${name ?? ''}`.toUpperCase()];
    if (value === undefined)
      throw new Error(`the default \${{${expression}}} is more than this runner knows`);
    return value;
  });
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
