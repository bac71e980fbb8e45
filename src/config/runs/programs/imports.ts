import type { ImportedModule, ModuleFacts } from './model.ts';

type Has = (path: string) => boolean;

/** Files of the repository that a module imports, of those that `has` knows. */
export function importedFiles(
  { file, imports }: Pick<ModuleFacts, 'file' | 'imports'>,
  entry: string,
  has: Has,
): string[] {
  return [...new Set(imports.flatMap((one) => filesOf(one, file, entry, has)))];
}

function filesOf({ module, names }: ImportedModule, file: string, entry: string, has: Has): string[] {
  const found = moduleFile(module, file, entry, has);
  const below = names.flatMap(({ name }) =>
    name === '' || name === '*' ? [] : [moduleFile(joined(module, name), file, entry, has)],
  );
  return [found, ...below].filter((path) => path !== undefined);
}

function joined(module: string, name: string): string {
  return module.endsWith('.') ? `${module}${name}` : `${module}.${name}`;
}

/** The file of `a.b`, or of a relative `..b`: from the root, from the program's folder, or below `src`. */
export function moduleFile(module: string, file: string, entry: string, has: Has): string | undefined {
  const [dots = ''] = /^\.*/.exec(module) ?? [];
  const steps = module
    .slice(dots.length)
    .split('.')
    .filter((step) => step !== '');
  const folders =
    dots === '' ? ['', folderOf(entry), folderOf(file), 'src'] : [above(folderOf(file), dots.length - 1)];
  for (const folder of folders) {
    if (folder === undefined) continue;
    const path = [folder, ...steps].filter((step) => step !== '').join('/');
    const found = [`${path}.py`, `${path}/__init__.py`].find((each) => has(each));
    if (found !== undefined) return found;
  }
  return undefined;
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

function above(folder: string, levels: number): string | undefined {
  const steps = folder === '' ? [] : folder.split('/');
  return levels > steps.length ? undefined : steps.slice(0, steps.length - levels).join('/');
}
