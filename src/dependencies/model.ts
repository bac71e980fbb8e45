import { type LockSource } from './source.ts';
import { depsRules } from './rules.ts';
import type { Rule } from '../report/rule.ts';
import type { Consequence } from './settings.ts';
import type { InstalledBy, InstallKind, InstallOption, ReadList, Uninstall } from './install-model.ts';

export type { InstalledBy, InstallKind, InstallOption, ReadList, Uninstall } from './install-model.ts';

/** What a lock contains for one package in one environment. */
export interface LockEntry {
  /** Normalised (PEP 503). */
  readonly name: string;
  /** As conda writes it, where that is another text. */
  readonly spelling?: string;
  /** Full version with its local tag, as written; absent for dynamic local packages and URLs. */
  readonly version?: string;
  readonly source: LockSource;
  /** The repository's own code (editable, virtual, a folder): never drift. */
  readonly own: boolean;
  /** Platform, environment or group that the lock keeps apart; empty where there is but one. */
  readonly environment: string;
  /** Environment markers under which it is installed; none: always. */
  readonly markers: readonly string[];
  readonly needs: readonly Need[];
  /** Of the repository's own packages, where the lock keeps it: what they asked for when it was made. */
  readonly asked?: readonly Asked[];
  /** The files that it accepts, read only for packages that are not what they were. */
  readonly artifacts: () => readonly Artifact[];
  /** Absent where no command installs it. */
  readonly installed?: InstalledBy;
  readonly line: number;
  readonly column: number;
}

/** One file that a lock accepts for an entry. */
export interface Artifact {
  /** Its name; empty where the lock keeps hashes alone. */
  readonly file: string;
  /** `sha256:…`; absent where the file is accepted whatever it contains. */
  readonly hash?: string;
  /** Host that serves it; absent where the lock names none. */
  readonly host?: string;
}

/** A requirement that a lock was made from. */
export interface Asked {
  readonly name: string;
  readonly specifier: string;
  /** An index, repository or address of its own: `index https://…`, `git https://… v1`. */
  readonly from?: string;
}

/** What an entry says of a package that it needs. */
export interface Need {
  readonly name: string;
  /** Absent where the lock keeps no constraint text (uv.lock). */
  readonly specifier?: string;
  /** Only under a marker: for an extra that nobody may have asked for, or on another platform. */
  readonly isConditional?: true;
  /** Notation of the constraint; PEP 440 where absent. */
  readonly dialect?: Dialect;
}

export type Dialect = 'pep440' | 'poetry' | 'conda';

/** One direct statement about a package: D(p) is the set of them. */
export interface Statement {
  /** Normalised; `*` for a statement about every package (an index). */
  readonly name: string;
  readonly kind:
    | 'requirement'
    | 'constraint'
    | 'override'
    | 'source'
    | 'index'
    | 'image'
    | 'option'
    /** Of the environment in which the project itself is built: no lock contains it. */
    | 'build';
  /** Of kind `option`: what the installer is given; its value is the specifier. */
  readonly option?: InstallOption;
  /** The version is made while the file runs: nothing says which it is. */
  readonly unknown?: true;
  /** One text for the same meaning, without credentials: equal texts are equal statements. */
  readonly text: string;
  readonly specifier: string;
  readonly dialect: Dialect;
  readonly marker: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Absent where no command installs it. */
  readonly installed?: InstalledBy;
  /** The list that the command reads, in which it stands; its place is that of the command. */
  readonly listedIn?: string;
}

/** Something in a file that cannot be judged, in words for a person. */
export interface Problem {
  readonly rule: Rule;
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
  readonly help?: string;
  readonly wasJudged?: true;
}

/** A file that this one includes; the path is relative to the including file's folder. */
export interface Include {
  readonly path: string;
  readonly constraint: boolean;
  readonly line: number;
}

export interface Parsed {
  readonly entries: readonly LockEntry[];
  readonly statements: readonly Statement[];
  readonly includes: readonly Include[];
  readonly problems: readonly Problem[];
  /** A resolver wrote it: its lines are results, not intent. */
  readonly generated: boolean;
  /** What a lock says it was made for and with, in its tool's own words: `requires-python`, `resolution-mode`, … */
  readonly header?: ReadonlyMap<string, string>;
  /** Constraints and overrides that a lock was made with. */
  readonly locked?: Readonly<Record<'constraint' | 'override', readonly Asked[]>>;
  /** Manifests that it was made from, relative to its folder, where it says so. */
  readonly governedBy: readonly string[];
  /** Lists that its commands install. */
  readonly reads?: readonly ReadList[];
  /** Lists of what its commands take away. */
  readonly takes?: readonly ReadList[];
  /** What its commands take away. */
  readonly uninstalls?: readonly Uninstall[];
  /** What is installed, with what each package needs. */
  readonly isEnvironment?: true;
  /** The lock whose content it repeats. */
  readonly exportedFrom?: string;
  /** What wrote it, where that is not what usually writes its format. */
  readonly tool?: Tool;
}

/** How versions are put back in a file, as instructions for a person. */
export interface Tool {
  /** One package to a version, where that can be done alone. */
  readonly restore?: (name: string, version: string) => string;
  /** Lock again and keep what is locked. */
  readonly relock?: string;
}

/** Entries by the text of their block, shared by the trees of one run. */
export type Memo = Map<string, LockEntry>;

interface KnownFile extends Tool {
  readonly name: string;
  readonly supports: (path: string) => boolean;
}

/** One file format: which paths it takes, and how it reads them. Never throws for bad input: see `problems`. */
export interface Format extends KnownFile {
  readonly installs?: undefined;
  /** A manifest that a lock may be made from: where none is, its exact pins are what will be installed. */
  readonly states?: true;
  readonly parse: (text: string, path: string, memo?: Memo) => Parsed;
}

/** A file that installs what it names, whatever a lock beside it holds. Its readers are loaded when one changed. */
export interface InstallFormat extends KnownFile {
  readonly installs: InstallKind;
  /** Most files of its names install nothing. */
  readonly isIncidental?: true;
  readonly states?: undefined;
}

export const moveClasses = [
  'requested',
  'allowed',
  'added',
  'forced',
  'over-move',
  'unexplained',
  'identity-change',
  'fork-added',
  'fork-collapsed',
  'removed',
  'downgraded',
] as const;
export type MoveClass = (typeof moveClasses)[number];

/** Something other than its version by which a package is another than it was. */
export interface IdentityChange {
  readonly kind: 'source' | 'host' | 'hash' | 'unhashed' | 'fewer' | 'build';
  /** A file that is surely the same, or a host of the same owner, only warns. */
  readonly grade: 'error' | 'warning';
  /** A sentence about the package, without its subject: `comes from …`. */
  readonly what: string;
  /** What somebody who means it must name, all of it: an address or host, or files by their hashes. */
  readonly names: readonly string[];
  /** A requirement line names it: whose address that is, the line does not say. */
  readonly said?: boolean;
  readonly line: number;
  readonly column: number;
}

/** One package of one lock that is not what it was. */
export interface Move {
  readonly name: string;
  /** As its tool writes the name, where that is another text. */
  readonly spelling?: string;
  /** Full versions, sorted; a URL or revision where there is no version. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Versions in `environments` alone, where there are others. */
  readonly there?: Pick<Move, 'before' | 'after'>;
  /** Sources that stand on one side only. */
  readonly beforeSources: readonly string[];
  readonly afterSources: readonly string[];
  readonly class: MoveClass;
  readonly consequence: Consequence;
  /** A manifest names it. */
  readonly direct: boolean;
  readonly watched: boolean;
  /** Seen only on other platforms than the policy's target. */
  readonly isElsewhere: boolean;
  /** The lock, at the entry that changed (in the base where the head has none). */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Package or requirement that forces it. */
  readonly because?: string;
  /** What of its identity changed and nobody named: another source, host, build or file. */
  readonly identity: readonly IdentityChange[];
  /** Environments in which it moved, where the lock keeps them apart. */
  readonly environments: readonly string[];
  /** Why the class is what it is, in a sentence without the names. */
  readonly reason: string;
  /** Statements about it at the head. */
  readonly statements: readonly Statement[];
  /** Names of packages that need it and moved too. */
  readonly movedParents: readonly string[];
}

/** What a file asks for of a watched package, and asked for before; `none` where it says nothing of it. */
export interface RangeChange {
  readonly name: string;
  readonly file: string;
  /** At the head: of the package, or of the line before it where it went. */
  readonly line: number;
  readonly column: number;
  readonly before: string;
  readonly after: string;
  /** It leaves more open than before, and no lock decides. */
  readonly floats: boolean;
}

/** No file of the field contains a tenth of it; a file with more is not judged. */
export const maxPackages = 200_000;

export const nothing: Parsed = {
  entries: [],
  statements: [],
  includes: [],
  problems: [],
  generated: false,
  governedBy: [],
};

export function unreadable(message: string, place: Omit<Problem, 'rule' | 'message'> = {}): Parsed {
  return { ...nothing, problems: [{ rule: depsRules['unreadable-file'], message, ...place }] };
}

/** A revision that the format's tool keeps readable for older readers: it is judged, and said. */
export function newerRevision(format: string, revision: number, known: number): Problem {
  return {
    rule: depsRules['newer-revision'],
    message: `was judged, but revision ${revision} of ${format} is newer than ${known}, the last that this gate knows`,
    line: 1,
    help: 'Update this action: a newer revision may hold what it does not look at.',
  };
}

/** `version`: as the file names it, if it does. */
export function unsupported(format: string, version: string | undefined, expected: string): Parsed {
  const named =
    version === undefined
      ? `it names no version of ${format}`
      : `${format} version ${version} is not known to this gate`;
  return {
    ...nothing,
    problems: [
      {
        rule: depsRules['unsupported-format'],
        message: `${named} (it reads ${expected})`,
        line: 1,
        help: 'Write the lock with a known version of the tool, or update this action.',
      },
    ],
  };
}
