/** `policy.dependencies`: what detect-dep-drift watches and how it judges. */
export interface DependencySettings {
  /** Globs of lock files, manifests and Dockerfiles; empty: every known file name. */
  readonly files: readonly string[];
  /** Replaces the default list of watched packages (names, with `*` as a wildcard). */
  readonly watch?: readonly string[];
  /** Added to the watched packages. */
  readonly alsoWatch: readonly string[];
  /** Class of a move → consequence, over the defaults. */
  readonly classes: Readonly<Record<string, Consequence>>;
  /** Package name → class → consequence, over `classes`. */
  readonly packages: Readonly<Record<string, Readonly<Record<string, Consequence>>>>;
  /** File of lines such as `torch 2.9.1 -> 2.10.0` that state intent. */
  readonly allowFile: string;
  /** Pull-request authors, and head branches (globs), whose moves are all intended: bots that only update dependencies. */
  readonly bots: readonly string[];
  readonly botBranches: readonly string[];
}

export type Consequence = 'fail' | 'warn' | 'pass';

export const dependencyDefaults: DependencySettings = {
  files: [],
  alsoWatch: [],
  classes: {},
  packages: {},
  allowFile: '.github/dependency-moves.txt',
  bots: [],
  botBranches: [],
};
