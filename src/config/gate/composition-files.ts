import type { StoredConfig } from '../compose/files.ts';
import { storedConfigs } from '../compose/hydra/stored.ts';
import type { ComposeFiles } from '../index.ts';
import type { SortedPaths } from '../../kernel/sorted-paths.ts';
import { isUserError } from '../../kernel/user-error.ts';
import type { FileTree } from '../../ports/index.ts';
import { readTogether } from '../../kernel/read-together.ts';
import { pathsOf } from '../../ports/asked-paths.ts';

/** Configs of a tree that are composed. More than this many are not looked through. */
export const maxConfigs = 3000;
const maxBytes = 1024 * 1024;

/** The files of a commit, for composing; each is read once. */
export class CompositionFiles implements ComposeFiles {
  readonly paths: SortedPaths;
  private readonly tree: FileTree;
  private readonly known = new Map<string, Promise<Uint8Array | undefined>>();
  private registers: Promise<boolean> | undefined;
  private storedConfigs: Promise<ReadonlyMap<string, StoredConfig>> | undefined;

  static async open(tree: FileTree): Promise<CompositionFiles> {
    return new CompositionFiles(tree, await pathsOf(tree.list));
  }

  private constructor(tree: FileTree, paths: SortedPaths) {
    this.tree = tree;
    this.paths = paths;
  }

  read(path: string): Promise<Uint8Array | undefined> {
    const known = this.known.get(path) ?? this.bytes(path);
    this.known.set(path, known);
    return known;
  }

  async text(path: string): Promise<string> {
    const bytes = await this.read(path);
    return bytes === undefined ? '' : new TextDecoder().decode(bytes);
  }

  /** Whether code registers configs that no file holds: Hydra finds those too. */
  registersInCode(): Promise<boolean> {
    return (this.registers ??= this.findStore());
  }

  /** Those of them that are literal. */
  stored(): Promise<ReadonlyMap<string, StoredConfig>> {
    return (this.storedConfigs ??= this.readStored());
  }

  private async findStore(): Promise<boolean> {
    for await (const [, text] of this.programs()) if (/\bConfigStore\b|\bhydra_zen\b/.test(text)) return true;
    return false;
  }

  private programs() {
    const paths = this.paths.ofKinds(['py'], maxConfigs);
    return readTogether(paths, (path) => this.text(path));
  }

  /** The modules that register configs, and those whose dataclasses they may name. */
  private async readStored(): Promise<ReadonlyMap<string, StoredConfig>> {
    const modules = new Map<string, string>();
    let isStoring = false;
    for await (const [path, text] of this.programs()) {
      isStoring ||= /\bConfigStore\b/.test(text);
      if (/\bConfigStore\b|^[ \t]*@(?:\w+\.)?dataclass\b/m.test(text)) modules.set(path, text);
    }
    return isStoring ? storedConfigs(modules) : new Map();
  }

  private async bytes(path: string): Promise<Uint8Array | undefined> {
    if (!this.paths.has(path)) return undefined;
    try {
      return await this.tree.read(path, maxBytes);
    } catch (error) {
      if (isUserError(error)) return undefined;
      throw error;
    }
  }
}
