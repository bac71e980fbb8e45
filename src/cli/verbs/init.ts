import path from 'node:path';
import { flag, text } from '../../kernel/fields.ts';
import { initialFiles } from '../../init/init.ts';
import { writePage } from '../../runner/publish/write-page.ts';
import { currentRepository } from '../change.ts';
import { defineVerb } from '../verb.ts';

export const initVerb = defineVerb({
  name: 'init',
  summary:
    'Writes a first policy, parameter registry and pull-request workflow from what the repository holds.',
  options: {
    trunk: {
      field: text('a branch'),
      value: 'NAME',
      help: 'The main branch. Default: the one that is checked out.',
    },
    force: { field: flag, help: 'Replace files that are there already.' },
    'dry-run': { field: flag, help: 'Tell what would be written, and write nothing.' },
  },
  examples: ['model-gates init --dry-run', 'model-gates init'],
  async run(values, _positionals, terminal) {
    const repository = await currentRepository(terminal);
    const trunk = values.trunk ?? (await repository.head()).branch ?? 'main';
    const tree = repository.workingTree();
    const present = new Set(await tree.list());
    const lines: string[] = [];
    for (const file of await initialFiles(tree, trunk)) {
      const kept = present.has(file.path) && values.force !== true;
      if (!kept && values['dry-run'] !== true)
        await writePage(path.join(repository.root, file.path), file.content);
      lines.push(
        `${kept ? 'kept   ' : values['dry-run'] === true ? 'would write' : 'wrote  '} ${file.path}  (${kept ? 'there already; --force replaces it' : file.note})`,
      );
    }
    return { text: `${lines.join('\n')}\nNext: model-gates check --base ${trunk}\n` };
  },
});
