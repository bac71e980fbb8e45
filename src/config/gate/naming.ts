import type { ChangedFile } from '../../ports/index.ts';
import { frameworkMarks } from '../frameworks/names.ts';
import { containsAnyOf } from './any-of.ts';
import { launchFile, type LaunchRepository } from './launch-repository.ts';
import { folderOf } from './neighbours.ts';
import { readTogether } from '../../kernel/read-together.ts';

/** Scripts are few and small; a repository with more is looked through as far as this. */
const maxScripts = 2000;
/** Files between a script and what it reads: scripts that source others, modules that import others. */
const maxSteps = 5;

export interface Naming {
  /** Scripts that did not change and name a file that did, themselves or by what they source or run. */
  readonly scripts: readonly string[];
  /** Whether a part of such a script names one of these files. */
  names(text: string): boolean;
}

export async function scriptsNaming(
  named: ReadonlySet<string>,
  changed: readonly ChangedFile[],
  repository: LaunchRepository,
): Promise<Naming> {
  if (named.size === 0) return { scripts: [], names: () => false };
  const own = new Set(changed.map(({ path }) => path));
  const scripts = repository.launchFiles().slice(0, maxScripts);
  const programs = [
    ...(await hydraPrograms(named, repository)),
    ...(await declaringPrograms(named, repository)),
  ];
  const found = await namersOf([...named, ...programs], scripts, repository, naming);
  return {
    scripts: found.filter((path) => !own.has(path)),
    names: naming([...named, ...programs, ...found]),
  };
}

/** Scripts with an option of a framework of which anything is known. */
export async function scriptsOfFrameworks(repository: LaunchRepository): Promise<string[]> {
  const scripts = repository.launchFiles();
  const isNamer = containsAnyOf(frameworkMarks);
  const found = await Promise.all(
    scripts.slice(0, maxScripts).map(async (path) => {
      const text = await repository.text(path);
      return text !== undefined && isNamer(text) ? [path] : [];
    }),
  );
  return found.flat();
}

/** Of `candidates`, those whose text names one of these files, or one that was found so. */
async function namersOf(
  files: readonly string[],
  candidates: readonly string[],
  repository: LaunchRepository,
  testOf: (files: readonly string[]) => (text: string) => boolean,
): Promise<string[]> {
  const found = new Set<string>();
  let wanted = files;
  for (let step = 0; step < maxSteps && wanted.length > 0; step += 1) {
    const isNamer = testOf(wanted);
    const namers = await Promise.all(
      candidates
        .filter((path) => !found.has(path))
        .map(async (path) => {
          const text = await repository.text(path);
          return text !== undefined && isNamer(text) ? [path] : [];
        }),
    );
    wanted = namers.flat();
    for (const path of wanted) found.add(path);
  }
  return [...found];
}

/** What declares arguments or fields of a config. */
const declaring =
  /\badd_argument\b|\bdataclass\b|\bBaseModel\b|\bDEFINE_\w|@\w*\.?option\b|\btyper\b|\battrs\b/;

/** Programs that import one of these modules, where it declares something. */
async function declaringPrograms(
  named: ReadonlySet<string>,
  repository: LaunchRepository,
): Promise<string[]> {
  const modules: string[] = [];
  const programs = [...named].filter((path) => path.endsWith('.py'));
  const texts = readTogether(programs, (path) => repository.text(path));
  for await (const [path, text = ''] of texts) if (declaring.test(text)) modules.push(path);
  if (modules.length === 0) return [];
  const candidates = repository.ofKinds(['py'], maxScripts);
  return namersOf(modules, candidates, repository, importing);
}

/** Whether a line of a text imports the module of one of these files, by the last step of its name. */
function importing(files: readonly string[]): (text: string) => boolean {
  const modules = new Set(files.map((path) => path.replace(/(?:\/__init__)?\.py$/, '').replace(/^.*\//, '')));
  return (text) =>
    [...text.matchAll(importLine)].some(([line]) => line.match(/\w+/g)?.some((word) => modules.has(word)));
}

const importLine = /^[ \t]*(?:from[ \t]+\S+[ \t]+import|import)\b.*/gm;

/** Programs that may read one of these configs by Hydra: they lie in a folder above it, or above a config that names a search path. */
async function hydraPrograms(named: ReadonlySet<string>, repository: LaunchRepository): Promise<string[]> {
  const configs = [...named].filter((path) => path.endsWith('.yaml'));
  if (configs.length === 0) return [];
  const searching = await searchingConfigs(repository);
  const folders = new Set([...configs, ...searching].flatMap(foldersAbove));
  const near = [...folders]
    .flatMap((folder) => repository.inFolder(folder))
    .filter((path) => path.endsWith('.py'));
  const found = await Promise.all(
    near
      .slice(0, maxScripts)
      .map(async (path) => ((await repository.text(path))?.includes('hydra') === true ? [path] : [])),
  );
  return found.flat();
}

async function searchingConfigs(repository: LaunchRepository): Promise<string[]> {
  const found: string[] = [];
  const configs = repository.ofKinds(['yaml']).filter((path) => !launchFile.test(path));
  const texts = readTogether(configs.slice(0, maxScripts), (path) => repository.text(path));
  for await (const [path, text = ''] of texts) if (/^\s+searchpath:/m.test(text)) found.push(path);
  return found;
}

function foldersAbove(path: string): string[] {
  const folders = [''];
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) folders.push(path.slice(0, at));
  return folders;
}

function naming(files: readonly string[]): (text: string) => boolean {
  return containsAnyOf(files.flatMap(namesOf));
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
