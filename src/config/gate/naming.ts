import type { ChangedFile } from '../../ports/index.ts';
import { launchFile, type LaunchRepository } from './launch-repository.ts';
import { folderOf } from './neighbours.ts';

/** Scripts are few and small; a repository with more is looked through as far as this. */
const maxScripts = 2000;

/** Scripts that did not change and name a file that did. */
export async function scriptsNaming(
  named: ReadonlySet<string>,
  changed: readonly ChangedFile[],
  repository: LaunchRepository,
): Promise<string[]> {
  if (named.size === 0) return [];
  const own = new Set(changed.map(({ path }) => path));
  const others = repository
    .all()
    .filter((path) => launchFile.test(path) && !own.has(path))
    .slice(0, maxScripts);
  const programs = await hydraPrograms(named, repository);
  const names = [...named, ...programs].flatMap((path) => namesOf(path));
  const found = await Promise.all(
    others.map(async (path) => {
      const text = await repository.text(path);
      return text !== undefined && names.some((name) => text.includes(name)) ? [path] : [];
    }),
  );
  return found.flat();
}

/** Programs that may read one of these configs by Hydra: they lie in a folder above it. */
async function hydraPrograms(named: ReadonlySet<string>, repository: LaunchRepository): Promise<string[]> {
  const folders = new Set([...named].filter((path) => path.endsWith('.yaml')).flatMap(foldersAbove));
  if (folders.size === 0) return [];
  const near = repository.all().filter((path) => path.endsWith('.py') && folders.has(folderOf(path)));
  const found = await Promise.all(
    near
      .slice(0, maxScripts)
      .map(async (path) => ((await repository.text(path))?.includes('hydra') === true ? [path] : [])),
  );
  return found.flat();
}

function foldersAbove(path: string): string[] {
  const folders = [''];
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) folders.push(path.slice(0, at));
  return folders;
}

/** A program is named by its file, or as a module. */
function namesOf(path: string): string[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  // a model is named by its folder
  if (name === 'config.json') return [name, folderOf(path).replace(/^.*\//, '') || name];
  if (!path.endsWith('.py')) return [name];
  return [
    name,
    path
      .replace(/(?:\/__main__)?\.py$/, '')
      .replace(/^src\//, '')
      .replaceAll('/', '.'),
  ];
}
