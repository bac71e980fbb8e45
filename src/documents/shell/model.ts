/** Why `"$@"` is not known. */
export const givenArguments = 'the arguments of the script';

/** Why `$(cat file)` is not known: a shell that gets it is followed into the file. */
export const fileText = 'the text of a file';

/** What a shell script runs, as far as its text alone says. */
export interface ShellScript {
  /** In the order in which they run; both sides of a condition that only the run decides. */
  readonly commands: readonly ShellCommand[];
  /** Where the text is not a shell script that can be read, or more than is read. */
  readonly problems: readonly ShellProblem[];
  /** Paths that the script sources and that `read` did not have; the variables they may set are unknown. */
  readonly missing: readonly string[];
  /** Scripts that commands run and that `read` did not have, or whose path only the run knows. */
  readonly unfollowed: readonly UnfollowedScript[];
}

/** A command that runs a script which is not followed. */
export interface UnfollowedScript extends ShellPlace {
  /** As far as it is known; what is not known is said in words. */
  readonly path: string;
  readonly isKnown: boolean;
  /** Why, where it is neither missing nor unknown. */
  readonly reason?: string;
}

export interface ShellPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface ShellProblem extends ShellPlace {
  readonly message: string;
}

/** A simple command that starts a program, or a builtin that the reader does not carry out. */
export interface ShellCommand extends ShellPlace {
  /** The program's name, then its arguments. */
  readonly words: readonly ShellWord[];
  /** What the script exports, and what stands before the command: `CUDA_VISIBLE_DEVICES=0 python …`. */
  readonly environment: ReadonlyMap<string, ShellWord>;
  readonly directory: ShellFolder;
  /** It stands in a function that the script never calls. */
  readonly isUncalled: boolean;
  /** Only the run decides whether it is reached: one side of a condition, or a loop that may go around no time. */
  readonly isMaybe?: true;
}

/** A folder: `path` below where the script was started, or below the folder it lies in; absent where it is unknown. */
export interface ShellFolder {
  readonly from: 'start' | 'script' | 'unknown';
  readonly path: string;
}

/** One argument, or any number of them. Its place is in the command; that of a piece is where it was written. */
export interface ShellWord extends ShellPlace {
  /** What bash passes; `undefined` where a piece of it is unknown. */
  readonly text: string | undefined;
  readonly pieces: readonly ShellPiece[];
  /** It stands for any number of words: an unknown value without quotes, `"$@"`, a glob. */
  readonly isMany: boolean;
  /** Variables that the environment, and `$1` … that the caller may set: the text is what holds where they do not. */
  readonly assumes: readonly string[];
}

export type ShellPiece = (KnownPiece | UnknownPiece) & { readonly place: ShellPlace };

interface KnownPiece {
  readonly text: string;
}

interface UnknownPiece {
  readonly text: undefined;
  /** Such as `WORLD_SIZE is not set in the script`. */
  readonly unknown: string;
  /** It is the folder in which the script lies, or the one in which it was started. */
  readonly folder?: 'script' | 'start';
}

/** Offsets into the text of a source. */
export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** The text of a file; or what `eval` and `bash -c` run, whose every place is that of the word it came from. */
export interface Source {
  readonly file: string;
  readonly text: string;
  readonly within?: Span;
}

/** A piece while the script is read. */
export type Piece =
  | { readonly text: string; readonly at: Span }
  | {
      readonly text: undefined;
      readonly unknown: string;
      readonly folder?: 'script' | 'start';
      readonly at: Span;
    };

/** A word after expansion and splitting. */
export interface Field {
  readonly pieces: readonly Piece[];
  readonly isMany: boolean;
  readonly at: Span;
  readonly assumes: readonly string[];
}
