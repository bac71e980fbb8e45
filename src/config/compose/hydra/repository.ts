import type { Paths } from '../../../kernel/sorted-paths.ts';
import { readSource, stamped, type ComposeFiles, type SourceFile, type StoredConfig } from '../files.ts';
import { LineIndex } from '../../../documents/source/lines.ts';
import type { ConfigNode, DictNode } from '../../../documents/tree/node.ts';
import type { OriginKind, Source } from '../../../documents/tree/origin.ts';
import { ComposedDocument } from '../document.ts';
import { emptyDict } from '../merge.ts';
import { ComposeError } from './element.ts';

export interface Loaded {
  readonly file: SourceFile;
  /** Without `defaults`. */
  readonly config: ConfigNode;
  readonly defaults: ConfigNode | undefined;
  /** Of `# @package`. */
  readonly header: string | undefined;
}

/** Configs by their path in the search path, each read once. */
export class Repository {
  readonly files: ComposeFiles;
  readonly read = new Map<string, SourceFile>();
  /** Search paths that do not lie in the repository: what is not found may be there. */
  readonly outside: ConfigNode[] = [];
  private readonly folders: string[];
  private readonly groups: ReadonlySet<string>;
  private readonly loaded = new Map<string, Promise<Loaded | undefined>>();

  private readonly stored: ReadonlyMap<string, StoredConfig>;

  /** `stored`: configs that code registers; a file of the same name goes before. */
  constructor(files: ComposeFiles, folder: string, stored: ReadonlyMap<string, StoredConfig> = new Map()) {
    this.files = files;
    this.folders = [folder];
    this.groups = foldersOf(files);
    this.stored = stored;
  }

  /** A further folder of the search path, as `hydra.searchpath` names it. */
  addFolder(node: ConfigNode): void {
    const text = node.type === 'str' ? node.value : '';
    const [, scheme = 'file', rest = ''] = /^(?:(\w+):\/\/)?(.*)$/s.exec(text) ?? [];
    const path = scheme === 'pkg' ? rest.replaceAll('.', '/') : rest.replace(/^\.\//, '').replace(/\/$/, '');
    const isInside = (scheme === 'file' || scheme === 'pkg') && !/^[/~]|\$\{|(?:^|\/)\.\.(?:\/|$)/.test(path);
    if (isInside && this.groups.has(path)) this.folders.push(path);
    else this.outside.push(node);
  }

  hasGroup(group: string): boolean {
    const isStored = [...this.stored.keys()].some((path) => path.startsWith(`${group}/`));
    return isStored || this.folders.some((folder) => this.groups.has(joined(folder, group)));
  }

  /** Names of the configs of a group, sorted. */
  options(group: string): string[] {
    const names = this.folders.flatMap((folder) => {
      const start = `${joined(folder, group)}/`;
      return [...this.files.paths]
        .filter((path) => path.startsWith(start))
        .map((path) => path.slice(start.length));
    });
    const start = group === '' ? '' : `${group}/`;
    const stored = [...this.stored.keys()]
      .filter((path) => path.startsWith(start))
      .map((path) => `${path.slice(start.length)}.yaml`);
    const own = [...names, ...stored].filter((name) => /^[^/]+\.yaml$/.test(name));
    return [...new Set(own.map((name) => name.replace(/\.yaml$/, '')))].toSorted();
  }

  has(configPath: string): boolean {
    return this.fileOf(configPath) !== undefined || this.stored.has(configPath);
  }

  async load(configPath: string, kind: OriginKind, name?: string): Promise<Loaded | undefined> {
    const known = this.loaded.get(configPath) ?? this.loadNew(configPath, kind, name);
    this.loaded.set(configPath, known);
    return known;
  }

  /** What is searched, as one text. */
  get path(): string {
    return `${this.folders.join(':')}${this.hasStored ? ' and what code registers' : ''}`;
  }

  get hasStored(): boolean {
    return this.stored.size > 0;
  }

  /** What was loaded of a path so far. */
  taken(configPath: string): Promise<Loaded | undefined> | undefined {
    return this.loaded.get(configPath);
  }

  /** Counts as loaded what another run of the same files has read of a path. */
  async take(configPath: string, loaded: Promise<Loaded | undefined>): Promise<void> {
    if (this.loaded.has(configPath)) return;
    this.loaded.set(configPath, loaded);
    const file = (await loaded)?.file;
    if (file !== undefined) this.add(file);
  }

  private fileOf(configPath: string): string | undefined {
    const name = configPath.endsWith('.yaml') ? configPath : `${configPath}.yaml`;
    return this.folders.map((folder) => joined(folder, name)).find((path) => this.files.paths.has(path));
  }

  private loadStored(stored: StoredConfig): Loaded {
    const { root, file, text, package: inside } = stored;
    const document = new ComposedDocument({ file, dialect: 'omegaconf' }, root, [], []);
    const source: Source = { kind: 'default', file, lines: new LineIndex(text) };
    const read = { document, text, source };
    this.add(read);
    return { file: read, ...withoutDefaults(root), header: headerFrom(inside) };
  }

  private add(file: SourceFile): void {
    this.read.set(file.source.file, file);
    if (this.read.size > maxFiles)
      throw new ComposeError(`the run reads more than ${maxFiles} files`, undefined);
  }

  private async loadNew(configPath: string, kind: OriginKind, name?: string): Promise<Loaded | undefined> {
    const path = this.fileOf(configPath);
    const registered = path === undefined ? this.stored.get(configPath) : undefined;
    if (registered !== undefined) return this.loadStored(registered);
    const file =
      path === undefined ? undefined : await readSource(this.files, path, 'omegaconf-raw', kind, name);
    if (file === undefined || path === undefined) return undefined;
    this.add(file);
    const { root } = file.document;
    if (root === undefined)
      throw new ComposeError(
        `${path} cannot be read: ${file.document.findings[0]?.message ?? 'it has no values'}`,
        undefined,
      );
    return loadedFrom(file, root);
  }
}

const loadedFiles = new WeakMap<SourceFile, Loaded>();

function loadedFrom(file: SourceFile, root: ConfigNode): Loaded {
  const known = loadedFiles.get(file);
  if (known !== undefined) return known;
  const loaded = { file, ...withoutDefaults(stamped(root, file.source)), header: headerOf(file.text) };
  loadedFiles.set(file, loaded);
  return loaded;
}

/** No run is composed of more. */
const maxFiles = 500;

/** `..` in a default leads up, as in any path: verl's groups name `../engine`. Above the repository there is nothing. */
function joined(folder: string, path: string): string {
  const steps: string[] = [];
  for (const step of `${folder}/${path}`.split('/')) {
    if (step === '..') {
      if (steps.pop() === undefined) return outsideOfAll;
    } else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

const outsideOfAll = '\0';

const foldersKnown = new WeakMap<Paths, ReadonlySet<string>>();

function foldersOf({ paths }: ComposeFiles): ReadonlySet<string> {
  const known = foldersKnown.get(paths);
  if (known !== undefined) return known;
  const folders = new Set<string>(['']);
  for (const path of paths) {
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const folder = path.slice(0, at);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  foldersKnown.set(paths, folders);
  return folders;
}

function withoutDefaults(root: ConfigNode): { config: ConfigNode; defaults: ConfigNode | undefined } {
  if (root.type === 'NoneType') return { config: emptyDict(root), defaults: undefined };
  if (root.type !== 'dict') return { config: root, defaults: undefined };
  const entries = new Map(root.entries);
  const defaults = entries.get('defaults')?.value;
  entries.delete('defaults');
  const config: DictNode = { ...root, entries };
  return { config, defaults };
}

/** `# @package a.b` among the first comment lines (config_source.py _get_header_dict), as a package from the top. */
function headerOf(text: string): string | undefined {
  for (const line of text
    .slice(0, 512)
    .split(/\r\n?|\n/)
    .map((each) => each.trim())) {
    if (line === '') continue;
    if (!/^\s*#\s*@/.test(line)) return undefined;
    const [key, value] = line.replace(/^#+/, '').trim().split(' ');
    if (key === '@package' && value !== undefined) return headerFrom(value);
  }
  return undefined;
}

function headerFrom(value: string | undefined): string | undefined {
  if (value === undefined || value === '_group_') return undefined;
  return value === '_global_' || value.startsWith('_global_.') ? value : `_global_.${value}`;
}
