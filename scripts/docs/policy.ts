import { policySchema } from '../../src/policy/index.ts';
import { table } from './markdown.ts';
import type { Page } from './page.ts';

interface Schema {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const intro = `# The policy

\`.github/model-gates.yml\` says which gates judge a change and by which thresholds. It is read from the tip of the base branch: a pull request that changes it is judged by the old one. Everything has a default, so an empty or missing policy works. An unknown key is an error with its line and what was probably meant.

For completion and errors in an editor: [schema/policy.schema.json](../schema/policy.schema.json). \`model-gates init\` writes a first one from what your repository holds.

A setting here holds over an action's input of the same name, because a pull request brings its own workflow file. For the same reason the input \`policy\` names another file only where this one lists it (\`policies\`), or where there is no \`.github/model-gates.yml\`; a file that is named and not there fails.
`;

/** docs/policy.md: every setting. */
export function policyPage(): Page {
  const schema: Schema = policySchema();
  const sections = Object.entries(schema.properties ?? {}).map(([name, section]) =>
    sectionText(name, section, schema),
  );
  return { file: 'docs/policy.md', text: `${intro}\n${sections.join('\n')}` };
}

function sectionText(name: string, section: Schema, root: Schema): string {
  const head = `## ${name}\n\n${section.description ?? ''}\n`;
  const rows = Object.entries(settingsIn(section, root)).map(([key, value]) => [
    `\`${key}\``,
    kindOf(value, root),
    value.description ?? '',
  ]);
  return rows.length === 0 ? head : `${head}\n${table(['setting', 'value', 'meaning'], rows)}\n`;
}

/** Of a map of sections those of each of them. */
function settingsIn(
  { properties, additionalProperties: each }: Schema,
  root: Schema,
): NonNullable<Schema['properties']> {
  if (properties !== undefined || typeof each !== 'object') return properties ?? {};
  return root.$defs?.[each.$ref?.split('/').at(-1) ?? '']?.properties ?? {};
}

const kinds: Readonly<Record<string, string>> = {
  globs: 'list of texts',
  path: 'path',
  name: 'text',
  consequences: 'class → `fail`, `warn` or `pass`',
};

function kindOf(schema: Schema, root: Schema): string {
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${String(value)}\``).join(', ');
  const reference = schema.$ref?.split('/').at(-1);
  if (reference !== undefined) return kinds[reference] ?? kindOf(root.$defs?.[reference] ?? {}, root);
  return typeof schema.type === 'string'
    ? (({ object: 'map', array: 'list', string: 'text' } as Record<string, string>)[schema.type] ??
        schema.type)
    : '';
}
