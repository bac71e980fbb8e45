import { configDefaults } from '../config/settings.ts';
import type { InitFile } from './file.ts';

export const editorSchemaPath = '.vscode/model-configs.schema.json';
export const editorSettingsPath = '.vscode/settings.json';

/** A schema made of the registry, and the settings with which VS Code uses it; it asks the YAML extension to be installed. */
export async function editorFiles(registry: string, globs: readonly string[]): Promise<InitFile[]> {
  const { editorSchema, readRegistry } = await import('#lib/config');
  const { registry: read } = await readRegistry(registry, configDefaults.registry);
  if (read === undefined) return [];
  const files = globs.length === 0 ? configDefaults.files : globs;
  const ofYaml = files.filter((glob) => !glob.endsWith('.json'));
  const ofJson = files.filter((glob) => glob.endsWith('.json'));
  const settings = {
    'yaml.schemas': { [`./${editorSchemaPath}`]: ofYaml },
    ...(ofJson.length === 0 ? {} : { 'json.schemas': [{ fileMatch: ofJson, url: `./${editorSchemaPath}` }] }),
  };
  return [
    {
      path: editorSchemaPath,
      content: `${JSON.stringify(editorSchema(read, false), undefined, 2)}\n`,
      note: 'the registry for editors; model-gates schema writes it anew',
    },
    {
      path: editorSettingsPath,
      content: `${JSON.stringify(settings, undefined, 2)}\n`,
      note: 'configs are completed and checked by it',
    },
    {
      path: '.vscode/extensions.json',
      content: `${JSON.stringify({ recommendations: ['redhat.vscode-yaml'] }, undefined, 2)}\n`,
      note: 'VS Code offers the YAML extension',
    },
  ];
}
