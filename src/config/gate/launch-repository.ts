import type { ShellScript } from '../../documents/shell/model.ts';
import { decodeText } from '../../documents/source/decode.ts';
import { inOrder } from '../../kernel/compare.ts';
import { SortedPaths } from '../../kernel/sorted-paths.ts';
import { isUserError } from '../../kernel/user-error.ts';
import type { FileTree } from '../../ports/index.ts';
import { pathsOf } from '../../ports/asked-paths.ts';
import type { ModuleFacts, Program } from '../runs/programs/model.ts';

/** Files that start runs. */
export const launchFile =
  /\.(?:sh|bash|slurm|sbatch|sub|mk)$|(?:^|\/)(?:GNUm|M|m)akefile$|^\.github\/workflows\/[^/]+\.ya?ml$/;

/** All that such a file may be, by `kindOfPath`. */
const launchKinds = 'sh bash slurm sbatch sub mk GNUmakefile Makefile makefile yaml yml'.split(' ');

const maxScriptBytes = 1024 * 1024;
/** Of one program with all that it imports. */
const maxModules = 80;
/** Times that a script is read again because it sources what was not known before. */
const maxRounds = 6;

/** A script with the files of the repository that it sources. */
export interface SourcedScript extends ShellScript {
  readonly sources: readonly string[];
}

/** The files of a commit that start runs or declare what they take; each one is read once. */
export class LaunchRepository {
  readonly tree: FileTree;
  private readonly paths: SortedPaths;
  private readonly texts = new Map<string, Promise<string | undefined>>();
  /** Of `texts`, those that have been read. */
  private readonly read = new Map<string, string>();
  private readonly programs = new Map<string, Promise<Program>>();
  private byEnding: ReadonlyMap<string, string | undefined> | undefined;

  /** `more`: files that were named, and are not listed where git ignores them. */
  static async open(tree: FileTree, more: readonly string[] = []): Promise<LaunchRepository> {
    const listed = await pathsOf(tree.list);
    const isListed = more.every((path) => listed.has(path));
    const paths = isListed ? listed : new SortedPaths(inOrder([...new Set([...listed, ...more])]));
    return new LaunchRepository(tree, paths);
  }

  private constructor(tree: FileTree, paths: SortedPaths) {
    this.tree = tree;
    this.paths = paths;
  }

  all(): readonly string[] {
    return this.paths.all;
  }

  /** Files that may start runs. */
  launchFiles(): string[] {
    return this.paths.ofKinds(launchKinds).filter((path) => launchFile.test(path));
  }

  /** Of some kinds, by `kindOfPath`; at most so many. */
  ofKinds(kinds: readonly string[], most?: number): string[] {
    return this.paths.ofKinds(kinds, most);
  }

  has(path: string): boolean {
    return this.paths.has(path);
  }

  /** Files directly in a folder. */
  inFolder(folder: string): readonly string[] {
    return this.paths.inFolder(folder);
  }

  /** The only Python file whose path ends in this. */
  endingIn(path: string): string | undefined {
    this.byEnding ??= endings(this.ofKinds(['py']));
    return path === '' || path.startsWith('..') ? undefined : this.byEnding.get(path);
  }

  /** `undefined` where there is none, or no text; the script's own reader says why. */
  async text(path: string): Promise<string | undefined> {
    const known = this.texts.get(path);
    if (known !== undefined) return known;
    const read = this.bytes(path).then((bytes) => {
      const decoded = bytes === undefined ? undefined : decodeText(bytes);
      if (decoded?.ok !== true) return undefined;
      this.read.set(path, decoded.text);
      return decoded.text;
    });
    this.texts.set(path, read);
    return read;
  }

  /** Why a script that is there is not read: it is too large, or no text. `undefined` where it is. */
  async whyUnread(path: string): Promise<string | undefined> {
    if (!this.paths.has(path)) return undefined;
    const bytes = await this.bytes(path);
    if (bytes === undefined) return 'it is larger than 1 MiB, or cannot be opened';
    const decoded = decodeText(bytes);
    return decoded.ok ? undefined : decoded.message;
  }

  async bytes(path: string): Promise<Uint8Array | undefined> {
    if (!this.paths.has(path)) return undefined;
    try {
      return await this.tree.read(path, maxScriptBytes);
    } catch (error) {
      if (!isUserError(error)) throw error;
      return undefined;
    }
  }

  /** The commands of a script, with those of the files that it sources. */
  async script(
    input: string | Uint8Array,
    file: string,
    environment: ReadonlyMap<string, string>,
  ): Promise<SourcedScript> {
    const known = knownScripts(await this.bytes(file), input, environment);
    const same = known?.made;
    if (same !== undefined && (await this.givesAll(same.asked))) return same.script;
    const { readShell } = await import('#lib/shell');
    for (let round = 0; ; round += 1) {
      const sources = new Set<string>();
      const read = (path: string): string | undefined => {
        const text = this.read.get(path);
        if (text !== undefined) sources.add(path);
        return text;
      };
      const script = readShell(input, { file, environment, read });
      const wanted = script.missing.filter((path) => this.has(path) && !this.read.has(path));
      for (const path of wanted) this.read.set(path, (await this.text(path)) ?? '');
      if (wanted.length > 0 && round < maxRounds) continue;
      const sourced = { ...script, sources: [...sources] };
      if (known !== undefined)
        known.made = { script: sourced, asked: await this.asked([...sources, ...script.missing]) };
      return sourced;
    }
  }

  private async asked(paths: readonly string[]): Promise<[string, Uint8Array | undefined][]> {
    const all: [string, Uint8Array | undefined][] = [];
    for (const path of paths) all.push([path, await this.bytes(path)]);
    return all;
  }

  private async givesAll(asked: readonly (readonly [string, Uint8Array | undefined])[]): Promise<boolean> {
    for (const [path, bytes] of asked) if ((await this.bytes(path)) !== bytes) return false;
    return true;
  }

  /** Whether a file is a program that Hydra starts. */
  async isHydra(file: string | undefined): Promise<boolean> {
    if (file === undefined || (await this.text(file))?.includes('hydra') !== true) return false;
    const { readModule } = await import('#lib/runs');
    return (await this.module(file, readModule)).hydra !== undefined;
  }

  /** What a program declares with all that it imports from the repository. */
  async program(file: string): Promise<Program> {
    const known = this.programs.get(file);
    if (known !== undefined) return known;
    const read = this.readProgram(file);
    this.programs.set(file, read);
    return read;
  }

  private async readProgram(file: string): Promise<Program> {
    const { importedFiles, programOf, readModule } = await import('#lib/runs');
    const reached = new Set<string>();
    const modules = new Map<string, ModuleFacts>();
    const waiting = [file];
    for (
      let path = waiting.shift();
      path !== undefined && reached.size < maxModules;
      path = waiting.shift()
    ) {
      if (reached.has(path)) continue;
      reached.add(path);
      const module = await this.module(path, readModule);
      modules.set(path, module);
      // Hydra's programs take overrides, whatever else is declared in what they import
      if (path === file && module.hydra !== undefined) break;
      waiting.push(...importedFiles(module, file, (each) => this.has(each)));
    }
    const isCut = waiting.some((path) => !reached.has(path));
    const open = `it imports more than ${maxModules} modules, and the rest is not read`;
    return knownProgram(modules, () => {
      const program = programOf(file, modules);
      return isCut ? { ...program, open: program.open ?? open } : program;
    });
  }

  private async module(
    path: string,
    read: (text: string, file: string) => ModuleFacts,
  ): Promise<ModuleFacts> {
    const bytes = await this.bytes(path);
    const known = bytes === undefined ? new Map<string, ModuleFacts>() : (modulesOf.get(bytes) ?? new Map());
    if (bytes !== undefined) modulesOf.set(bytes, known);
    const module = known.get(path) ?? read((await this.text(path)) ?? '', path);
    known.set(path, module);
    return module;
  }
}

/** What is read of the same bytes is the same, on both sides of a change. */
const modulesOf = new WeakMap<Uint8Array, Map<string, ModuleFacts>>();

const programsOf = new WeakMap<ModuleFacts, { modules: readonly ModuleFacts[]; program: Program }>();

function knownProgram(modules: ReadonlyMap<string, ModuleFacts>, make: () => Program): Program {
  const all = [...modules.values()];
  const [main] = all;
  const known = main === undefined ? undefined : programsOf.get(main);
  if (known?.modules.length === all.length && known.modules.every((module, at) => module === all[at]))
    return known.program;
  const program = make();
  if (main !== undefined) programsOf.set(main, { modules: all, program });
  return program;
}

interface KnownScript {
  made?: {
    readonly script: SourcedScript;
    /** What it sources or runs, as it was read: where that is the same too, so are its commands. */
    readonly asked: readonly (readonly [string, Uint8Array | undefined])[];
  };
}

const scriptsOf = new WeakMap<Uint8Array, Map<string, KnownScript>>();

/** A file may have several scripts, such as the steps of a workflow. */
function knownScripts(
  bytes: Uint8Array | undefined,
  input: string | Uint8Array,
  environment: ReadonlyMap<string, string>,
): KnownScript | undefined {
  if (bytes === undefined || typeof input !== 'string') return undefined;
  const scripts = scriptsOf.get(bytes) ?? new Map<string, KnownScript>();
  scriptsOf.set(bytes, scripts);
  const key = `${JSON.stringify([...environment])} ${input}`;
  const known = scripts.get(key) ?? {};
  scripts.set(key, known);
  return known;
}

/** Each ending of each path that is the ending of no other one. */
function endings(paths: readonly string[]): Map<string, string | undefined> {
  const byEnding = new Map<string, string | undefined>();
  for (const path of paths) {
    for (let at = 0; at >= 0; at = path.indexOf('/', at + 1)) {
      const ending = path.slice(at === 0 ? 0 : at + 1);
      byEnding.set(ending, byEnding.has(ending) ? undefined : path);
    }
  }
  return byEnding;
}
