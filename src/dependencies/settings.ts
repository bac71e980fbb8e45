import { defaultsOf, section, settings, type ValuesOf } from '../kernel/settings.ts';
import {
  choice,
  define,
  flag,
  globs,
  list,
  map,
  name,
  named,
  path,
  text,
  type Kind,
  type TypeOf,
} from '../kernel/kinds.ts';

const consequence = choice(['fail', 'warn', 'pass']);

export type Consequence = TypeOf<typeof consequence>;

export const consequences = define('consequences', map(consequence));

/** Packages that only work together: where `package` satisfies `versions`, each package in `needs` must satisfy its range. */
const pairRow = settings({
  pair: { kind: name, required: true, description: 'Name of the pair; a built-in one is replaced.' },
  package: { kind: name, required: true, description: 'Where this package …' },
  versions: { kind: name, required: true, description: '… satisfies this range,' },
  needs: { kind: map(name), required: true, description: 'these packages must satisfy theirs.' },
  severity: { kind: choice(['error', 'warning']) },
  source: { kind: path, required: true, description: 'Where this is known from.' },
});

export type PairRow = ValuesOf<typeof pairRow>;

const addresses = named(['index', 'osv'], text({ max: 1000 }));

/** Whom to ask about versions; `true`: the indexes that the lock of the base names, and OSV's own database. */
const advisories: Kind<TypeOf<typeof addresses> | boolean> = {
  schema: () => ({ anyOf: [flag.schema(), addresses.schema()] }),
};

/** `policy.dependencies`. */
export const dependencyTable = settings({
  files: {
    kind: globs,
    default: [],
    description:
      'Globs of lock files, manifests, and files that install packages (Dockerfiles, workflows, scripts); a glob behind ! takes out. Default: every known file name.',
    input:
      'Lock files, manifests, and files that install packages, as globs. Default: every known file name.',
  },
  /** Names, with `*` as a wildcard. */
  watch: {
    kind: globs,
    description: 'Replaces the default list of watched packages.',
    input: 'Packages to watch instead of the default list; `*` is a wildcard.',
    option: { value: 'NAMES', help: 'Packages to watch instead of the default list; * is a wildcard.' },
  },
  'also-watch': {
    kind: globs,
    default: [],
    description: 'Added to the watched packages.',
    input: 'Packages to watch beside the default list.',
    option: { value: 'NAMES', help: 'Packages to watch beside the default list.' },
  },
  /** Over the defaults of `moves/consequences.ts`. */
  classes: { kind: consequences, default: {}, description: 'Class of a move to its consequence.' },
  /** Names with `*` as a wildcard; the first that fits counts. */
  packages: {
    kind: map(consequences),
    default: {},
    description: 'Package to class to consequence, over classes.',
  },
  'allow-file': {
    kind: path,
    default: '.github/dependency-moves.txt',
    description: 'File of lines such as `torch 2.9.1 -> 2.10.0` that state which moves are meant.',
    input: true,
    option: { value: 'FILE', help: 'File of lines such as "torch 2.9.1 -> 2.10.0".' },
  },
  bots: {
    kind: globs,
    default: [],
    description:
      'GitHub Apps whose pull requests only update dependencies, by login, such as renovate[bot], or by the number of their account, such as "29139614", which stays when an App is renamed. An account that GitHub does not call a bot never counts.',
  },
  'bot-branches': {
    kind: globs,
    default: [],
    description:
      'Head branches of this repository, as globs, on which the pull requests of any GitHub App only update dependencies, but for those of github-actions[bot], which every workflow may open. The name alone says nothing.',
  },
  locks: {
    kind: globs,
    default: [],
    description:
      'Globs of files that a resolver writes although nothing in them says so: their pins are results, never requests.',
  },
  pairs: {
    kind: list(section(pairRow), { max: 1000 }),
    default: [],
    description: 'Packages that only work together, over or beside the built-in pairs.',
  },
  'ignore-pairs': { kind: globs, default: [], description: 'Names of pairs that are not judged.' },
  /** For forks under markers. The Python version is not known, so nothing is concluded from it. */
  target: {
    kind: map(name),
    default: {
      sys_platform: 'linux',
      platform_system: 'Linux',
      os_name: 'posix',
      platform_machine: 'x86_64',
      implementation_name: 'cpython',
      platform_python_implementation: 'CPython',
    },
    description:
      'Where the model runs, as marker variables (sys_platform: linux); default CPython on Linux, x86_64.',
  },
  hosts: {
    kind: globs,
    default: [],
    description:
      'Hosts that may serve packages in place of the usual ones, such as a mirror; `*.` in front means all hosts below. The files are compared all the same: another hash stays an error.',
  },
  advisories: {
    kind: advisories,
    default: false,
    description:
      'Whether to ask if the versions that came were yanked or have known advisories: `true` asks the indexes that the lock of the base names, and OSV; a map names whom to ask instead (`index`: the JSON interface of a Python index, `{index}/{name}/{version}/json`; `osv`: an OSV database, `{osv}/v1/querybatch`). Default: nobody is asked. Answers are warnings, and no answer changes no verdict.',
  },
  environment: {
    kind: flag,
    default: false,
    description: 'Also judge the installed environment of the job: pip inspect and pip check.',
    input: '`true`: also judge the installed environment of the job with pip inspect and pip check.',
  },
  python: {
    kind: path,
    description: 'The interpreter to judge; default python.',
    input: 'The interpreter whose environment is judged. Default: python.',
  },
  snapshot: {
    kind: path,
    description:
      'What is installed at the base, to compare the installed environment with: pip inspect, pip list, pip freeze, uv pip list or conda list --json. Only pip inspect tells what did not fit there already.',
    input:
      'Output of `pip inspect` in the environment of the base, to compare the installed one with; lists of pip, uv and conda are read too.',
  },
});

/** What detect-dep-drift watches and how it judges. */
export interface DependencySettings extends ValuesOf<typeof dependencyTable> {
  /** Judges these paths only, changed or not as git sees it. */
  readonly only?: readonly string[];
  /** Login of the pull request's author, for `bots`. */
  readonly author?: string;
  /** Number of the author's account, for `bots`. */
  readonly authorId?: number;
  /** Whether GitHub says that the author is an App. */
  readonly bot?: boolean;
  /** The pull request's head branch, for `botBranches`; only where it lies in the same repository. */
  readonly headBranch?: string;
}

export const dependencyDefaults: DependencySettings = defaultsOf(dependencyTable);
