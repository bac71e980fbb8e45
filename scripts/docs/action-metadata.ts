/** Reads action.yml files: the README tables are written from them, and the contract tests hold the code to them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';

export interface ActionInput {
  readonly description: string;
  readonly default?: string;
  readonly required: boolean;
  readonly deprecationMessage?: string;
}

export interface ActionMetadata {
  /** `.` for the root action, else `actions/<name>`. */
  readonly folder: string;
  /** Folder of its sources under src/actions and of its bundle under dist. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly inputs: ReadonlyMap<string, ActionInput>;
  readonly outputs: ReadonlyMap<string, string>;
  readonly using: string;
  /** As written: relative to the action's folder. */
  readonly main: string;
  readonly hasBranding: boolean;
}

/** The root action (bundled as `check`) and each folder of actions/ with an action.yml, sorted by folder. */
export function readActions(root: string): ActionMetadata[] {
  return actionFolders(root).map((folder) =>
    parseAction(folder, readFileSync(path.join(root, folder, 'action.yml'), 'utf8')),
  );
}

export function actionFolders(root: string): string[] {
  const actions = path.join(root, 'actions');
  const names = existsSync(actions) ? readdirSync(actions).toSorted() : [];
  return ['.', ...names.map((name) => `actions/${name}`)].filter((folder) =>
    existsSync(path.join(root, folder, 'action.yml')),
  );
}

export function parseAction(folder: string, text: string): ActionMetadata {
  const document = record(load(text));
  const runs = record(document['runs']);
  const main = string(runs['main']);
  return {
    folder,
    id: main.split('/').at(-2) ?? '',
    name: string(document['name']),
    description: string(document['description']),
    inputs: new Map(entries(document['inputs']).map(([name, value]) => [name, toInput(record(value))])),
    outputs: new Map(
      entries(document['outputs']).map(([name, value]) => [name, string(record(value)['description'])]),
    ),
    using: string(runs['using']),
    main,
    hasBranding: ['icon', 'color'].every((key) => string(record(document['branding'])[key]) !== ''),
  };
}

function toInput(value: Record<string, unknown>): ActionInput {
  return {
    description: string(value['description']),
    required: value['required'] === true,
    ...(value['default'] === undefined ? {} : { default: string(value['default']) }),
    ...(value['deprecationMessage'] === undefined
      ? {}
      : { deprecationMessage: string(value['deprecationMessage']) }),
  };
}

function entries(value: unknown): [string, unknown][] {
  return Object.entries(record(value));
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function string(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}
