import { type ConfigDocument, type ConfigSettings, readDocument } from '../index.ts';
import { dialectOf } from '../../documents/dialect.ts';
import type { SortedPaths } from '../../kernel/sorted-paths.ts';
import { isUserError } from '../../kernel/user-error.ts';
import type { FileTree } from '../../ports/index.ts';
import { pathsOf } from '../../ports/asked-paths.ts';

/** A larger file is not a config that another one names. */
const maxBytes = 4 * 1024 * 1024;

/** Files of the head that were not changed, read as the other side of a comparison; each one once. */
export class Neighbours {
  private readonly tree: FileTree;
  private readonly settings: ConfigSettings;
  private readonly documents = new Map<string, Promise<ConfigDocument | undefined>>();
  private readonly mentioned = new Map<string, Promise<boolean>>();
  private paths: Promise<SortedPaths> | undefined;

  constructor(tree: FileTree, settings: ConfigSettings) {
    this.tree = tree;
    this.settings = settings;
  }

  async has(path: string): Promise<boolean> {
    return (await this.sorted()).has(path);
  }

  /** Paths of the files directly in a folder, sorted. */
  async in(folder: string): Promise<readonly string[]> {
    return (await this.sorted()).inFolder(folder);
  }

  private sorted(): Promise<SortedPaths> {
    return (this.paths ??= pathsOf(this.tree.list));
  }

  /** Whether a file, if it is small, has one of these words: cheaper than to read it as a config. Asked for one pattern only. */
  mentions(path: string, words: RegExp): Promise<boolean> {
    const known = this.mentioned.get(path);
    if (known !== undefined) return known;
    const found = this.bytes(path, 256 * 1024).then(
      (bytes) => bytes !== undefined && words.test(new TextDecoder().decode(bytes)),
    );
    this.mentioned.set(path, found);
    return found;
  }

  /** Folders with files that lie where this one does. */
  async beside(folder: string): Promise<readonly string[]> {
    const paths = await this.sorted();
    const all = paths.foldersIn(folderOf(folder));
    return all.filter((other) => paths.inFolder(other).length > 0).slice(0, 50);
  }

  /** `undefined` where nothing is there, or nothing that can be read. */
  document(path: string): Promise<ConfigDocument | undefined> {
    const known = this.documents.get(path);
    if (known !== undefined) return known;
    const read = this.bytes(path).then((bytes) =>
      bytes === undefined
        ? undefined
        : readDocument(bytes, { file: path, dialect: dialectOf(path, this.settings) }),
    );
    this.documents.set(path, read);
    return read;
  }

  /** `undefined` where nothing is there, or what cannot be read: its own judgement says so. */
  async bytes(path: string, most = maxBytes): Promise<Uint8Array | undefined> {
    try {
      return await this.tree.read(path, most);
    } catch (error) {
      if (!isUserError(error)) throw error;
      return undefined;
    }
  }
}

/** Without the slash at its end; empty for the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

export function joined(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
