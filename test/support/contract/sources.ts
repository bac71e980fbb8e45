import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../../..');

export interface SourceFile {
  /** From the repository's root, with forward slashes. */
  readonly file: string;
  readonly text: string;
}

/** Files under `folder` (from the repository's root) whose name ends in one of `endings`, sorted; none where there is no such folder. */
export function filesUnder(folder: string, endings: readonly string[]): SourceFile[] {
  const start = path.join(root, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !file.includes('node_modules/'))
    .toSorted()
    .map(sourceFile);
}

/** Every Markdown page that a user or contributor reads. */
export function documentation(): SourceFile[] {
  const own = ['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'].filter(
    (file) => existsSync(path.join(root, file)),
  );
  return [
    ...own.map(sourceFile),
    ...['docs', 'actions', 'examples'].flatMap((folder) => filesUnder(folder, ['.md'])),
  ];
}

export function sourceFile(file: string): SourceFile {
  return { file, text: readFileSync(path.join(root, file), 'utf8') };
}
