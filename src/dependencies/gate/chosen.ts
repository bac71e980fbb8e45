/** Which changed files concern the gate, by their paths alone: its code is loaded where there is one. */
import { belowMatcher, globMatcher } from '../../kernel/globs.ts';
import type { ChangedFile } from '../../ports/index.ts';
import { judgedChange, type JudgedChange } from '../../ports/judged-change.ts';
import { isRead } from '../formats/names.ts';
import type { DependencySettings } from '../settings.ts';

type Choice = Pick<DependencySettings, 'files' | 'only'>;

/** Every changed file that some format reads, or that was chosen. */
export function chosenFiles(files: readonly ChangedFile[], choice: Choice): JudgedChange {
  return judgedChange(files, wantedPaths(choice), wantedFolders(choice));
}

/** Changed files that no format knows by their name, but that requirements may include. */
export function includible(
  files: readonly ChangedFile[],
  { files: chosen, only }: Choice,
): readonly ChangedFile[] {
  if (chosen.length > 0 || only !== undefined) return [];
  return files.filter(
    ({ path, status, submodule }) =>
      submodule === undefined && status !== 'deleted' && !isRead(path) && isList.test(path),
  );
}

/** Most changes are of code: only names that a list of requirements may have are looked for. */
const isList = /(?:^|\/)[^/.]+$|\.(?:txt|in|lock|list|pip|reqs?)$/i;

function wantedPaths({ files, only }: Choice): (path: string) => boolean {
  if (only !== undefined) return (path) => only.includes(path);
  return files.length === 0 ? isRead : globs(files);
}

function wantedFolders({ files, only }: Choice): (folder: string) => boolean {
  if (only !== undefined) return (folder) => only.some((path) => path.startsWith(`${folder}/`));
  return files.length === 0 ? () => true : belowMatcher(files);
}

/** A test of paths; without patterns nothing matches. */
export function globs(patterns: readonly string[]): (path: string) => boolean {
  return patterns.length === 0 ? () => false : globMatcher(patterns);
}
