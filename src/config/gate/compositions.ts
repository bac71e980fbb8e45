import { inOrder } from '../../kernel/compare.ts';
import { globMatcher } from '../../kernel/globs.ts';
import { pathsMatching } from '../../kernel/paths-matching.ts';
import { commandLine } from '../compose/document.ts';
import {
  composeHydra,
  composeMmengine,
  type Composed,
  type ConfigDocument,
  type ConfigSettings,
} from '../index.ts';
import { LineIndex } from '../../documents/source/lines.ts';
import type { SortedPaths } from '../../kernel/sorted-paths.ts';
import type { FileTree } from '../../ports/index.ts';
import { CompositionFiles, maxConfigs } from './composition-files.ts';
import { readTogether } from '../../kernel/read-together.ts';

/** A config that makes a run with others: Hydra's primary config, or one that names base configs. */
export interface CompositionEntry {
  readonly file: string;
  readonly kind: 'hydra' | 'mmengine';
}

export function compose({ file, kind }: CompositionEntry, files: CompositionFiles): Promise<Composed> {
  return kind === 'hydra' ? composeHydra(file, { overrides: [], files }) : composeMmengine(file, files);
}

/** Entries whose runs may read one of these files, in the order of their paths. Only what the policy's globs take counts as an entry. */
export async function entriesUsing(
  changed: readonly string[],
  settings: ConfigSettings,
  files: CompositionFiles,
): Promise<CompositionEntry[]> {
  const configs = new Configs(settings.files, files.paths);
  const [hydra, mmengine] = [
    await hydraEntries(changed, configs, files),
    await mmengineEntries(changed, configs, files),
  ];
  return [...hydra, ...mmengine];
}

/** The configs of a repository; all of them are looked for where somebody asks for more than a few folders. */
class Configs {
  private readonly globs: readonly string[];
  private readonly paths: SortedPaths;
  private known: readonly string[] | undefined;

  constructor(globs: readonly string[], paths: SortedPaths) {
    this.globs = globs;
    this.paths = paths;
  }

  all(): readonly string[] {
    return (this.known ??= this.of(pathsMatching(this.paths, this.globs)));
  }

  /** Those directly in one of the folders, sorted. */
  directlyIn(folders: ReadonlySet<string>): readonly string[] {
    const isConfig = globMatcher(this.globs);
    return this.of(inOrder([...folders].flatMap((folder) => this.paths.inFolder(folder))).filter(isConfig));
  }

  private of(paths: readonly string[]): readonly string[] {
    return paths.filter((path) => configFile.test(path)).slice(0, maxConfigs);
  }
}

const configFile = /\.(?:ya?ml|json|py)$/;

/** Whether a file may be a part of a composed run. */
export function mayBePart(path: string): boolean {
  return configFile.test(path);
}

/** A `defaults` list at the top. */
const defaultsList = /^defaults:[ \t]*(?:#.*)?\r?\n[ \t]*(?:#.*\r?\n[ \t]*)*- |^defaults:[ \t]*\[/m;

async function hydraEntries(
  changed: readonly string[],
  configs: Configs,
  files: CompositionFiles,
): Promise<CompositionEntry[]> {
  const folders = new Set(changed.filter((path) => path.endsWith('.yaml')).flatMap(foldersAbove));
  const isStored = await someStore(changed, files);
  if (folders.size === 0 && !isStored) return [];
  const near = new Set((isStored ? configs.all() : configs.directlyIn(folders)).filter(isYaml));
  const above = await withDefaults([...near], files);
  if (above.length === 0) return [];
  const others = configs.all().filter((path) => isYaml(path) && !near.has(path));
  const elsewhere = await withDefaults(others, files, /^\s+searchpath:/m);
  return primaries([...above, ...elsewhere]).map((file) => ({ file, kind: 'hydra' }));
}

function isYaml(path: string): boolean {
  return path.endsWith('.yaml');
}

/** Whether a module that changes registers configs: any run may be made of these. */
async function someStore(changed: readonly string[], files: CompositionFiles): Promise<boolean> {
  const modules = changed.filter((path) => path.endsWith('.py'));
  for await (const [, text] of readTogether(modules, (path) => files.text(path)))
    if (/\bConfigStore\b/.test(text)) return true;
  return false;
}

async function withDefaults(
  paths: readonly string[],
  files: CompositionFiles,
  more?: RegExp,
): Promise<string[]> {
  const found: string[] = [];
  for await (const [path, text] of readTogether(paths, (each) => files.text(each)))
    if (defaultsList.test(text) && more?.test(text) !== false) found.push(path);
  return found;
}

/** Below the folder of a primary config lie its groups. */
function primaries(paths: readonly string[]): string[] {
  const folders = [...new Set(paths.map(folderOf))];
  return paths.filter(
    (path) =>
      !folders.some(
        (folder) => folder !== folderOf(path) && (folder === '' || folderOf(path).startsWith(`${folder}/`)),
      ),
  );
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function foldersAbove(path: string): string[] {
  const folders = [''];
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) folders.push(path.slice(0, at));
  return folders;
}

const baseKey = /^_base_\s*[:=]|"_base_"\s*:|^with[ \t]+read_base\(\)/m;

/** Names of the files that a config names as its bases, from where it begins to. */
function baseNames(text: string): string[] {
  const paths = text.matchAll(/[\w./-]+\.(?:py|ya?ml|json)\b/g);
  const modules = text.matchAll(/^[ \t]+from[ \t]+\.+([\w.]+)[ \t]+import\b/gm);
  return [
    ...Array.from(paths, ([name]) => name.slice(name.lastIndexOf('/') + 1)),
    ...Array.from(modules, ([, module = '']) => `${module.slice(module.lastIndexOf('.') + 1)}.py`),
  ];
}

/** Configs that name base configs, and through them one that changed. */
async function mmengineEntries(
  changed: readonly string[],
  configs: Configs,
  files: CompositionFiles,
): Promise<CompositionEntry[]> {
  if (!changed.some((path) => configFile.test(path))) return [];
  const endings = new Set(changed.map((path) => path.slice(path.lastIndexOf('.'))));
  if (![...endings].some((ending) => ending === '.py') && !(await someHaveBase(changed, files))) return [];
  const named = new Map<string, string[]>();
  for await (const [path, text] of readTogether(configs.all(), (each) => files.text(each))) {
    const start = baseKey.exec(text)?.index;
    if (start !== undefined) named.set(path, baseNames(text.slice(start, start + 4000)));
  }
  const touched = new Set(changed.map((path) => path.slice(path.lastIndexOf('/') + 1)));
  const entries = new Set<string>();
  for (let isGrowing = true; isGrowing;) {
    isGrowing = false;
    for (const [path, bases] of named) {
      if (entries.has(path) || (!changed.includes(path) && !bases.some((base) => touched.has(base))))
        continue;
      entries.add(path);
      touched.add(path.slice(path.lastIndexOf('/') + 1));
      isGrowing = true;
    }
  }
  return [...entries].map((file) => ({ file, kind: 'mmengine' }));
}

async function someHaveBase(changed: readonly string[], files: CompositionFiles): Promise<boolean> {
  const configs = changed.filter((path) => configFile.test(path));
  for await (const [, text] of readTogether(configs, (path) => files.text(path)))
    if (baseKey.test(text)) return true;
  return false;
}

/**
 * The composed document of a file that makes a run with others, with the overrides of a command; `undefined` of any other file.
 * What cannot be composed has no root, and says why.
 */
export async function composeEntry(
  file: string,
  overrides: readonly string[],
  tree: FileTree,
): Promise<ConfigDocument | undefined> {
  const files = await CompositionFiles.open(tree);
  const text = await files.text(file);
  if (/\.ya?ml$/.test(file) && (defaultsList.test(text) || overrides.length > 0)) {
    const words = overrides.map((word) => ({
      text: word,
      source: { kind: 'override' as const, file: commandLine, lines: new LineIndex(word), name: word },
      start: 0,
      end: word.length,
    }));
    return (await composeHydra(file, { overrides: words, files })).document;
  }
  return configFile.test(file) && baseKey.test(text)
    ? (await composeMmengine(file, files)).document
    : undefined;
}
