import type { Finding } from '../../report/model.ts';
import type { ModelFolder } from './folder.ts';
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
  ];
  return found.slice(0, maxFindings);
}
