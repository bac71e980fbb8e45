/** Files that install what they name: their kinds, and what their commands say beside the packages. */

/** The command that installs something. */
export interface InstalledBy {
  /** Where it begins, `12:5`. */
  readonly at: string;
  /** Where what it brings lies: a folder or environment, and the stage or job (`venv|0/1/`). What begins with another place has all of that too. */
  readonly place: string;
  /** Only the run decides whether it is reached. */
  readonly isMaybe: boolean;
  /** It brings the newest version that it allows, whatever is there. */
  readonly upgrades: boolean;
  /** Of the commands of its file that install or take away, as they run: which one it is. */
  readonly order: number;
}

/** A command that takes a package away. */
export interface Uninstall {
  readonly name: string;
  readonly by: InstalledBy;
  /** Another command of its file surely brought it, or brings it again: the moves say what became of it. */
  readonly isSettled: boolean;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A list of requirements that a command installs. */
export interface ReadList {
  readonly path: string;
  readonly installed: InstalledBy;
  readonly line: number;
  readonly column: number;
  /** How many statements of the file stand before it. */
  readonly behind: number;
}

/** What an installer may be given beside what to install, where that decides which versions come. */
export type InstallOption =
  | 'constraints'
  | 'pre-releases'
  | 'no-deps'
  | 'trusted-host'
  | 'index'
  | 'strategy';

/** In which language a file that installs something is read. */
export type InstallKind =
  | 'dockerfile'
  | 'script'
  | 'definition'
  | 'yaml'
  | 'kubernetes'
  | 'python-version'
  | 'makefile'
  | 'tox'
  | 'nox'
  | 'pip-settings';
