import type { Field, ShellFolder, Source } from './model.ts';
import { knownText } from './world.ts';

/** A path with `.` and `..` worked out; those that lead out of the start stay in front. */
export function joinedPath(...parts: readonly string[]): string {
  const steps: string[] = [];
  for (const step of parts.join('/').split('/')) {
    if (step === '' || step === '.') continue;
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else steps.push(step);
  }
  return steps.join('/');
}

export function folderOf(file: string): string {
  return file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '';
}

/** Where a path leads that a command gives in a folder. */
export function below(folder: ShellFolder, field: Field | undefined): ShellFolder {
  const [first, ...rest] = field?.pieces ?? [];
  if (first === undefined) return { from: 'unknown', path: '' };
  if (first.text === undefined) {
    const path = knownText(rest);
    return first.folder === undefined || path === undefined
      ? { from: 'unknown', path: '' }
      : { from: first.folder, path: joinedPath(path) };
  }
  const path = knownText([first, ...rest]);
  if (path === undefined || path.startsWith('/') || path === '-' || folder.from === 'unknown')
    return { from: 'unknown', path: '' };
  return { from: folder.from, path: joinedPath(folder.path, path) };
}

/** Files of the repository that a path may mean: from the root, where scripts are started as a rule, and from the script's own folder. */
export function candidates({ from, path }: ShellFolder, source: Source): string[] {
  const own = joinedPath(folderOf(source.file), path);
  if (from === 'unknown') return [];
  return from === 'script' ? [own] : [...new Set([path, own])];
}
