import type { ShellScript } from '../../documents/shell/model.ts';
import { decodeText } from '../../documents/source/decode.ts';
import { isUserError } from '../../kernel/user-error.ts';
import type { FileTree } from '../../ports/index.ts';
import type { ModuleFacts, Program } from '../runs/programs/model.ts';

/** Files that start runs. */
export const launchFile =
  /\.(?:sh|bash|slurm|sbatch|sub|mk)$|(?:^|\/)(?:GNUm|M|m)akefile$|^\.github\/workflows\/[^/]+\.ya?ml$/;

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
  private readonly paths: ReadonlySet<string>;
  private readonly texts = new Map<string, Promise<string | undefined>>();
  private readonly modules = new Map<string, ModuleFacts>();
  private readonly programs = new Map<string, Promise<Program>>();
  private byEnding: ReadonlyMap<string, string | undefined> | undefined;

  /** `more`: files that were named, and are not listed where git ignores them. */
  static async open(tree: FileTree, more: readonly string[] = []): Promise<LaunchRepository> {
    return new LaunchRepository(tree, [...(await tree.list()), ...more]);
  }

  private constructor(tree: FileTree, paths: readonly string[]) {
    this.tree = tree;
    this.paths = new Set(paths);
  }

  all(): readonly string[] {
    return [...this.paths];
  }

  has(path: string): boolean {
    return this.paths.has(path);
  }

  /** The only Python file whose path ends in this. */
  endingIn(path: string): string | undefined {
    this.byEnding ??= endings([...this.paths].filter((each) => each.endsWith('.py')));
    return path === '' || path.startsWith('..') ? undefined : this.byEnding.get(path);
  }

  /** `undefined` where there is none, or no text; the script's own reader says why. */
  async text(path: string): Promise<string | undefined> {
    const known = this.texts.get(path);
    if (known !== undefined) return known;
    const read = this.bytes(path).then((bytes) => {
      const decoded = bytes === undefined ? undefined : decodeText(bytes);
      return decoded?.ok === true ? decoded.text : undefined;
    });
    this.texts.set(path, read);
    return read;
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
    const { readShell } = await import('#lib/shell');
    const sources = new Map<string, string>();
    for (let round = 0; ; round += 1) {
      const script = readShell(input, { file, environment, read: (path) => sources.get(path) });
      const wanted = script.missing.filter((path) => this.has(path) && !sources.has(path));
      if (wanted.length === 0 || round >= maxRounds) return { ...script, sources: [...sources.keys()] };
      for (const path of wanted) sources.set(path, (await this.text(path)) ?? '');
    }
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
    const waiting = [file];
    for (
      let path = waiting.shift();
      path !== undefined && reached.size < maxModules;
      path = waiting.shift()
    ) {
      if (reached.has(path)) continue;
      reached.add(path);
      let module = this.modules.get(path);
      if (module === undefined) {
        module = readModule((await this.text(path)) ?? '', path);
        this.modules.set(path, module);
      }
      waiting.push(...importedFiles(module, file, (each) => this.has(each)));
    }
    return programOf(file, new Map([...this.modules].filter(([path]) => reached.has(path))));
  }
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
