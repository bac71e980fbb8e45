import type { ImportedModule, ModuleFacts } from './model.ts';

/** The imports of a file, as they are read. */
export class Imports {
  readonly all: ImportedModule[] = [];

  /** An import statement. */
  add(source: string): void {
    const statement = source.replaceAll(/\\\n|[()\n]|#.*/g, ' ');
    const [, module, list] = /^from\s+(\S+)\s+import\s+(.*)$/.exec(statement) ?? [];
    if (module !== undefined && list !== undefined) {
      this.all.push({ module, names: namesIn(list) });
      return;
    }
    for (const { name, as } of namesIn(statement.replace(/^import\s+/, '')))
      this.all.push({ module: name, names: [{ name: '', as }] });
  }

  /** `tyro.cli` of `cli`, where it is imported so. */
  full(callee: string): string {
    const [root = '', ...steps] = callee.split('.');
    for (const { module, names } of this.all) {
      const found = names.find(({ as }) => as === root);
      if (found !== undefined) return [module, found.name, ...steps].filter((step) => step !== '').join('.');
    }
    return callee;
  }

  has(package_: string): boolean {
    return this.all.some(({ module }) => module === package_ || module.startsWith(`${package_}.`));
  }
}

function namesIn(list: string): { name: string; as: string }[] {
  return list.split(',').flatMap((item) => {
    const [, name, as] = /^\s*([\w.*]+)(?:\s+as\s+(\w+))?\s*$/.exec(item) ?? [];
    return name === undefined ? [] : [{ name, as: as ?? name }];
  });
}

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
