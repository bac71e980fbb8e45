import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type ActionInput, type ActionMetadata, parseAction } from './action-metadata.ts';
import { code, fillMarkers, table } from './markdown.ts';
import type { Page } from './page.ts';

/** The README of each action, with the tables of its inputs and outputs between the markers; a first one where there is none. */
export function readmePages(root: string, actions: readonly Page[]): Page[] {
  return actions.map(({ file: metadata, text }) => {
    const action = parseAction(path.posix.dirname(metadata), text);
    const file = path.posix.join(action.folder, 'README.md');
    const target = path.join(root, file);
    return {
      file,
      text: withTables(file, existsSync(target) ? readFileSync(target, 'utf8') : firstReadme(action), action),
    };
  });
}

function firstReadme({ name, description }: ActionMetadata): string {
  const tables = ['inputs', 'outputs'].map((kind) => `<!-- ${kind}:start -->\n<!-- ${kind}:end -->`);
  return `# ${name}\n\n${description.trim()}\n\n## Inputs\n\n${tables[0]}\n\n## Outputs\n\n${tables[1]}\n`;
}

function withTables(file: string, readme: string, action: ActionMetadata): string {
  try {
    return fillMarkers(fillMarkers(readme, 'inputs', inputsTable(action)), 'outputs', outputsTable(action));
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

export function inputsTable({ inputs }: ActionMetadata): string {
  if (inputs.size === 0) return 'This action has no inputs.';
  return table(['Input', 'Description', 'Default', 'Required'], [...inputs].map(inputRow));
}

function inputRow([name, input]: readonly [string, ActionInput]): string[] {
  const deprecated =
    input.deprecationMessage === undefined ? '' : ` **Deprecated:** ${input.deprecationMessage}`;
  return [
    code(name),
    input.description + deprecated,
    code((input.default ?? '').trim().replaceAll('\n', ' ')),
    input.required ? 'yes' : 'no',
  ];
}

export function outputsTable({ outputs }: ActionMetadata): string {
  if (outputs.size === 0) return 'This action has no outputs.';
  return table(
    ['Output', 'Description'],
    [...outputs].map(([name, description]) => [code(name), description]),
  );
}
