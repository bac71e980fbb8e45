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
  /** Package name (with `*` as a wildcard) → class → consequence, over `classes`; the first that fits counts. */
  readonly packages: Readonly<Record<string, Readonly<Record<string, Consequence>>>>;
  /** File of lines such as `torch 2.9.1 -> 2.10.0` that state intent. */
  readonly allowFile: string;
  /** Pull-request authors, and head branches (globs), whose moves are all intended: bots that only update dependencies. */
  readonly bots: readonly string[];
  readonly botBranches: readonly string[];
  /** Globs of files that a resolver writes although nothing in them says so: their lines are results, never intent. */
  readonly locks?: readonly string[];
  /** Judges these paths only, changed or not as git sees it. */
  readonly only?: readonly string[];
  /** Login of the pull request's author, for `bots`. */
  readonly author?: string;
  /** The pull request's head branch, for `botBranches`; only where it lies in the same repository. */
  readonly headBranch?: string;
  /** Rows over or beside the built-in pairs. */
  readonly pairs?: readonly PairRow[];
  /** Names of built-in pairs that are not judged. */
  readonly ignorePairs?: readonly string[];
  /** Where the model runs, for forks under markers. The Python version is not known, so nothing is concluded from it. */
  readonly target?: Readonly<Record<string, string>>;
  /** Also judges the interpreter of this job: `pip inspect` and `pip check`. */
  readonly environment?: boolean;
  /** That interpreter; default `python`. */
  readonly python?: string;
  /** `pip inspect` JSON of the base's environment, in the workspace, to compare the installed one with. */
  readonly snapshot?: string;
}

export type Consequence = 'fail' | 'warn' | 'pass';

/** Packages that only work together: where `package` satisfies `versions`, each package in `needs` must satisfy its range. */
export interface PairRow {
  readonly pair: string;
  readonly package: string;
  readonly versions: string;
  readonly needs: Readonly<Record<string, string>>;
  readonly severity?: 'error' | 'warning';
  /** Where the row comes from. */
  readonly source: string;
}

export const dependencyDefaults: DependencySettings = {
  files: [],
  alsoWatch: [],
  classes: {},
  packages: {},
  allowFile: '.github/dependency-moves.txt',
  bots: [],
  botBranches: [],
  locks: [],
  pairs: [],
  ignorePairs: [],
  target: {
    sys_platform: 'linux',
    platform_system: 'Linux',
    os_name: 'posix',
    platform_machine: 'x86_64',
    implementation_name: 'cpython',
    platform_python_implementation: 'CPython',
  },
  environment: false,
};
