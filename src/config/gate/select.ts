import { type ConfigSettings, folderFiles } from '../index.ts';
import { UserError } from '../../kernel/user-error.ts';
import { belowMatcher, globMatcher } from '../../kernel/globs.ts';
import { judgedChange } from '../../ports/judged-change.ts';
import type { ChangedFile, FileTree, Ports } from '../../ports/index.ts';
import { readablePaths } from '../../ports/readable-paths.ts';
import { launchFile } from './launch-repository.ts';

export interface SelectedFile {
  readonly path: string;
  /** Where it is at the merge base; absent when it is new. */
  readonly basePath?: string;
  /** The file to which its links lead. */
  readonly target?: string;
  /** The change names it. */
  readonly isListed: boolean;
  /** No config of its own: it belongs to the config.json beside it, and no registry knows its names. */
  readonly isOfFolder?: boolean;
}

export interface Selection {
  readonly files: readonly SelectedFile[];
  /** Configs that the change deletes, or moves to where nothing judges them. */
  readonly deleted: readonly string[];
  /** Submodules that moved, and may contain configs. */
  readonly submodules: readonly ChangedFile[];
  /** Launch scripts that were named: what they start is judged. */
  readonly scripts: readonly SelectedFile[];
  /** Why these, for the report. */
  readonly reason: string;
}

/** The configs to judge: those that were named, else those that changed, else all when the registry or schema changed. */
export async function selectConfigs(settings: ConfigSettings, { change }: Ports): Promise<Selection> {
  const placeOf = placesIn(change);
  const rules = [settings.registry, settings.schema].filter((path) => path !== undefined);
  const isConfig = configTest(settings);
  if (settings.only !== undefined && settings.only.length > 0) {
    const { files, ...selection } = await named(settings.only, change, placeOf);
    const isLoose = ({ path }: SelectedFile): boolean =>
      !isConfig(path) && isOfFolder(path, (beside) => isConfig(beside) || present.has(beside));
    const present = new Set(files.map(({ path }) => path));
    return {
      ...selection,
      files: files.map((file) => (isLoose(file) ? { ...file, isOfFolder: true } : file)),
    };
  }
  const isOfModel = (path: string): boolean => !isConfig(path) && isOfFolder(path, isConfig);
  const judged = judgedChange(change.files, isConfig, belowMatcher(settings.files));
  const { submodules } = judged;
  const deleted = judged.files.filter(({ status }) => status === 'deleted').map(({ path }) => path);
  const changed = judged.files.filter(({ status }) => status !== 'deleted');
  const ofModels = judgedChange(change.files, isOfModel, () => false)
    .files.filter(({ status }) => status !== 'deleted')
    .map(({ path }) => ({ ...placeOf(path), isOfFolder: true }));
  if (change.files.some((file) => rules.some((path) => concerns(file, path)))) {
    const all = (await readablePaths(change.head)).filter(isConfig);
    const files = [...all.map((path) => placeOf(path)), ...ofModels];
    return { files, deleted, submodules, scripts: [], reason: 'the registry changed' };
  }
  const files = [...changed.map(({ path }) => placeOf(path)), ...ofModels];
  return { files, deleted, submodules, scripts: [], reason: 'changed' };
}

/** Every config of a tree. */
export async function allConfigs(settings: ConfigSettings, tree: FileTree): Promise<readonly string[]> {
  const isConfig = configTest(settings);
  return (await readablePaths(tree)).filter((path) => isConfig(path));
}

function configTest(settings: ConfigSettings): (path: string) => boolean {
  const matches = globMatcher(settings.files);
  const rules = [settings.registry, settings.schema].filter((path) => path !== undefined);
  return (path) => matches(path) && !rules.includes(path) && !notDocuments.test(path);
}

/** Files that have readers of their own. */
const notDocuments = /(?:\.safetensors\.index\.json|(?:^|\/)(?:tokenizer\.json|chat_template\.jinja))$/;

/** Whether it is read as a config, and not only as a part of its model folder. */
export function isDocument({ path }: SelectedFile): boolean {
  return !notDocuments.test(path);
}

/** Whether a file is part of a model whose config.json is judged. */
function isOfFolder(path: string, isConfig: (path: string) => boolean): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return folderFiles.includes(name) && isConfig(`${path.slice(0, -name.length)}config.json`);
}

/** Whether a change of this file is one of `path`. */
export function concerns({ path, previousPath }: ChangedFile, file: string): boolean {
  return path === file || previousPath === file;
}

type Change = Ports['change'];

async function named(only: readonly string[], change: Change, placeOf: PlaceOf): Promise<Selection> {
  const present = new Set(await change.head.list());
  const paths = only.map((path) => path.replaceAll('\\', '/').replace(/^\.\//, ''));
  const files = await Promise.all(
    paths.map(async (path) => {
      // a file that is ignored by git is not listed, and yet can be judged when it is named
      if (!present.has(path) && (await change.head.read(path)) === undefined) throw missing(path, present);
      return placeOf(path);
    }),
  );
  return {
    files: files.filter(({ path }) => !launchFile.test(path)),
    deleted: [],
    submodules: [],
    scripts: files.filter(({ path }) => launchFile.test(path)),
    reason: 'named',
  };
}

function missing(path: string, present: ReadonlySet<string>): UserError {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const like = [...present].filter((other) => other.endsWith(`/${name}`) || other === name).slice(0, 3);
  const help =
    like.length > 0
      ? `Did you mean ${like.join(' or ')}?`
      : 'Give its path from the current folder, or an absolute one.';
  return new UserError(`There is no file ${path}.`, { place: { file: path }, help });
}

type PlaceOf = (path: string) => SelectedFile;

/** Where a file is at the merge base; the change is looked through once, however many configs it has. */
function placesIn({ files }: Change): PlaceOf {
  const listed = new Set(files.map(({ path }) => path));
  const present = files.filter(({ status, submodule }) => status !== 'deleted' && submodule === undefined);
  const byPath = new Map(present.toReversed().map((file) => [file.path, file]));
  return (path) => {
    const changed = byPath.get(path);
    const isListed = listed.has(path);
    if (changed === undefined) return { path, isListed, basePath: path };
    const { status, previousPath = path, target } = changed;
    return {
      path,
      isListed,
      ...(status !== 'added' && { basePath: previousPath }),
      ...(target !== undefined && { target }),
    };
  };
}
