import { configDefaults, configTable } from '../../config/settings.ts';
import type { FileTree } from '../../ports/index.ts';
import { UserError } from '../../kernel/user-error.ts';
import { validPolicy } from '../../policy/gate/policy.ts';
import { currentFolder } from '../change.ts';
import { gatePath, withFiles } from '../named-paths.ts';
import { optionOf } from '../option-of.ts';
import { defineVerb, type Terminal } from '../verb.ts';

export const schemaVerb = defineVerb({
  name: 'schema',
  summary: 'Prints a JSON Schema of the registry, with which editors complete and check configs.',
  options: {
    registry: optionOf(configTable.registry),
    strict: optionOf(configTable.strict),
  },
  examples: [
    'model-gates schema > .vscode/configs.schema.json',
    'model-gates schema --registry registries/edge.yml',
  ],
  async run(values, _positionals, terminal) {
    const tree = await currentFolder(terminal);
    const { config } = await validPolicy(tree, 'this folder');
    const { registry, strict } = { ...configDefaults, ...config, ...values };
    return { text: await schemaText(registry, strict, tree, terminal) };
  },
});

/** Throws a UserError where there is no registry, or one that cannot be used. */
async function schemaText(
  file: string,
  strict: boolean,
  tree: FileTree,
  terminal: Terminal,
): Promise<string> {
  const { editorSchema, readRegistry } = await import('#lib/config');
  const named = gatePath(file, terminal.cwd, terminal.cwd);
  const bytes = await withFiles(tree, [named], terminal.cwd).read(named);
  if (bytes === undefined)
    throw new UserError(`There is no registry ${file}.`, {
      help: 'Name one with --registry, or write a first one: model-gates init.',
    });
  const { registry, findings } = await readRegistry(bytes, file);
  if (registry !== undefined) return `${JSON.stringify(editorSchema(registry, strict), undefined, 2)}\n`;
  const { message = 'it cannot be read', line, help } = findings[0] ?? {};
  throw new UserError(message, {
    place: { file, ...(line === undefined ? {} : { line }) },
    ...(help === undefined ? {} : { help }),
  });
}
