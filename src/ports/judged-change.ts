import type { ChangedFile } from './index.ts';

/** A change as one gate sees it. */
export interface JudgedChange {
  /** Files that it judges, before or after. One that left what it judges, under whatever name, is deleted. */
  readonly files: readonly ChangedFile[];
  /** Submodules in which it might judge something, were they here. */
  readonly submodules: readonly ChangedFile[];
}

/** `isJudged` of the path of a file; `mayBeBelow`: whether some path below this folder could be judged. */
export function judgedChange(
  files: readonly ChangedFile[],
  isJudged: (path: string) => boolean,
  mayBeBelow: (folder: string) => boolean,
): JudgedChange {
  const concerns = (path: string) => isJudged(path) || mayBeBelow(path);
  return {
    files: files
      .filter(({ submodule }) => submodule === undefined)
      .flatMap((file) => asJudged(file, isJudged)),
    submodules: files.filter(
      ({ submodule, path, previousPath = path }) =>
        submodule !== undefined && (concerns(path) || concerns(previousPath)),
    ),
  };
}

function asJudged(file: ChangedFile, isJudged: (path: string) => boolean): ChangedFile[] {
  const { path, previousPath } = file;
  if (isJudged(path)) return [file];
  const isGone = previousPath !== undefined && isJudged(previousPath);
  return isGone ? [{ status: 'deleted', path: previousPath }] : [];
}

/** For a message: `this submodule changed`, or which one that is read through this path. */
export function submoduleWords(path: string, submodule: string): string {
  return submodule === path
    ? 'this submodule changed'
    : `the submodule ${submodule}, into which this path leads through a symlink, changed`;
}
