import type { Parsed } from '../index.ts';
import type { SortedPaths } from '../../kernel/sorted-paths.ts';
import type { FileTree } from '../../ports/index.ts';

/** One tree of files, as this gate reads it. */
export interface Source {
  readonly tree: FileTree;
  has(path: string): Promise<boolean>;
  paths(): Promise<SortedPaths>;
  /** `undefined` when there is no such file. A file that requirements include is one of requirements, whatever its name. What cannot be read comes back as a problem. */
  parse(path: string, use?: 'included'): Promise<Parsed | undefined>;
  text(path: string): Promise<string | undefined>;
}
