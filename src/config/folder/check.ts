import type { Finding } from '../../report/model.ts';
import { pathText } from '../../documents/tree/node.ts';
import { findModels } from '../architecture/models.ts';
import { aroundRules } from '../rules/around-rules.ts';
import type { ModelFolder } from './folder.ts';
import { findingAt } from './places.ts';
import { templateFindings } from './template.ts';
import { tokenFindings } from './tokens.ts';
import { visionFindings } from './vision.ts';
import { weightFindings } from './weights.ts';

/** A thousand of the same mistake say no more than a hundred. */
const maxFindings = 100;

/** What the files of one model folder say against one another. */
export function folderFindings(folder: ModelFolder): Finding[] {
  const found = [
    ...visionFindings(folder),
    ...tokenFindings(folder),
    ...templateFindings(folder),
    ...weightFindings(folder),
    ...severalModels(folder),
  ];
  return found.slice(0, maxFindings);
}

/** Which of several models the files beside them belong to nobody can tell. */
function severalModels({ documents }: ModelFolder): Finding[] {
  const config = documents.get('config.json');
  const models = findModels(config?.root);
  if (config === undefined || models.length < 2 || documents.size < 2) return [];
  const names = models.map(({ top }) => pathText(top.path)).slice(0, 5);
  return [
    findingAt(aroundRules['folder-file-unreadable'], config, models[1]?.top.path ?? [], {
      severity: 'warning',
      message: `config.json describes ${models.length} models (${names.join(', ')}): the other files of the folder are compared with none of them`,
      help: 'give each model a folder of its own',
    }),
  ];
}
