/** Where a program declares something. */
export interface DeclarationPlace {
  readonly file: string;
  readonly line: number;
}

export type ParameterType = 'int' | 'float' | 'str' | 'bool';

/** What makes the command line: each has its own way of writing flags and of reading values. */
export type Library =
  | 'absl'
  | 'argparse'
  | 'click'
  | 'draccus'
  | 'hf'
  | 'pydantic'
  | 'simple_parsing'
  | 'typer'
  | 'tyro';

/** As Python writes it. */
export interface DefaultValue {
  readonly text: string;
  /** It stands in quotes. */
  readonly isText: boolean;
}

/** A parameter that a program takes from its command line. */
export interface Declared {
  /** With underscores: `num_layers` of `--num-layers`. */
  readonly name: string;
  /** The key of a config that sets it, where that is another than its name. */
  readonly alias?: string | undefined;
  /** Flags as they are written; empty for one that is only given by its place. */
  readonly flags: readonly string[];
  /** Absent: of a class that anything may read, or of parsers that differ. */
  readonly by?: Library | undefined;
  /** Absent: it may be anything. */
  readonly type?: ParameterType | undefined;
  readonly choices?: readonly string[] | undefined;
  /** Capital letters of a choice do not count. */
  readonly anyCase?: boolean | undefined;
  /** What counts where no flag sets it; absent: nothing, or what is not literal. */
  readonly default?: DefaultValue | undefined;
  /** Classes of its annotation: their fields may be set below it, as `--optim.lr`. */
  readonly classes?: readonly string[] | undefined;
  /** It has a default, which need not be literal. */
  readonly hasDefault?: boolean | undefined;
  /** What the flag sets where no word follows it. */
  readonly sets?: DefaultValue | undefined;
  /** Each time that it is given adds one. */
  readonly counts?: boolean | undefined;
  /** Members of its Enum are given by their names. */
  readonly isByName?: boolean | undefined;
  /** Those of its flags that switch off. */
  readonly negative?: readonly string[] | undefined;
  /** None may be given. */
  readonly isOptional?: boolean | undefined;
  /** It is a list: of the words behind the flag, of those of each time that the flag is given, or of one text. */
  readonly list?: 'words' | 'times' | 'text' | undefined;
  /** How many words follow the flag. */
  readonly takes: Takes;
  readonly place: DeclarationPlace;
}

export type Takes = readonly [least: number, most: number];
export const noWord: Takes = [0, 0];
export const oneWord: Takes = [1, 1];
export const maybeWord: Takes = [0, 1];
export const anyWords: Takes = [0, Number.POSITIVE_INFINITY];

/** What one Python file says of a command line. */
export interface ModuleFacts {
  readonly file: string;
  readonly imports: readonly ImportedModule[];
  readonly declared: readonly Declared[];
  readonly classes: ReadonlyMap<string, ClassFacts>;
  /** Classes whose fields the command line sets: those given to `HfArgumentParser`, `tyro.cli` and the like. */
  readonly parsed: readonly ParsedClass[];
  /** Functions at the top of the file, by their names: what they take, as it may be given to a command line. */
  readonly functions: ReadonlyMap<string, (by: Library) => ClassFacts | null>;
  /** Classes that are made of what stands in a file. */
  readonly loaded: readonly LoadedClass[];
  /** Keys that the code itself takes out of such a file. */
  readonly keys: readonly string[];
  /** The classes of the command line are read from a file too. */
  readonly readsFields: boolean;
  /** Functions that get a parser and may add to it. */
  readonly handed: readonly string[];
  /** It makes a parser, or has a framework make one. */
  readonly parser?: Library | undefined;
  /** It makes a parser of argparse itself, and not only adds to one. */
  readonly makesParser: boolean;
  /** A parser of its own, which may read flags as it likes. */
  readonly ownParser?: string | undefined;
  /** Its parsers take no flags that are cut short. */
  readonly isWhole: boolean;
  /** Words without a flag, or subcommands, may be given. */
  readonly takesWords: boolean;
  /** Why more names may be declared than stand here. */
  readonly open?: string | undefined;
  /** It declares flags whose names are made when it runs, such as those of a class' fields. */
  readonly makesFlags: boolean;
  readonly hydra?: HydraMain | undefined;
}

/** A class, or a function, that a command line is made of. */
export interface ParsedClass {
  readonly name: string;
  readonly by: Library;
}

export interface LoadedClass {
  readonly name: string;
  /** Keys that lead to it in the file; none: it is the whole file. */
  readonly section: readonly string[];
}

export interface HydraMain {
  /** Relative to the folder of the file; absent where it is none or not literal. */
  readonly path?: string | undefined;
  readonly name?: string | undefined;
}

export interface ImportedModule {
  /** `a.b`, with the dots of a relative import in front. */
  readonly module: string;
  /** Names taken from it, with what they are called here. */
  readonly names: readonly { readonly name: string; readonly as: string }[];
}

export interface ClassFacts {
  readonly name: string;
  readonly bases: readonly string[];
  readonly fields: readonly Declared[];
  /** It takes names that it does not declare. */
  readonly isOpen: boolean;
  /** Of an Enum: its names and, as far as they are literal, values. */
  readonly members?: readonly (readonly [name: string, value: string | undefined])[] | undefined;
  /** How pydantic-settings makes a command line of it. */
  readonly settings?: CliSettings | undefined;
}

export interface CliSettings {
  /** The command line is read where it is made. */
  readonly isParsed: boolean;
  /** `--a-b` for `a_b`. */
  readonly isKebab: boolean;
  /** A flag alone sets what is true or false. */
  readonly isImplicit: boolean;
}

/** What a section of a config may set, by the classes that read it. */
export interface LoadedFields extends Pick<LoadedClass, 'section'> {
  readonly declared: readonly Declared[];
  /** Why it may take more than is known. */
  readonly open?: string | undefined;
  readonly known: ReadonlySet<string>;
}

/** What a program declares, with all that it imports from the repository. */
export interface Program {
  readonly file: string;
  /** Its file, and those of the repository that it imports. */
  readonly modules: readonly string[];
  readonly declared: readonly Declared[];
  /** Why it may take more than is known; absent: it takes nothing else. */
  readonly open?: string | undefined;
  /** Flags may be cut short, as argparse allows. */
  readonly takesPrefixes: boolean;
  /** Dashes and underscores of a flag are the same to it, as far as is known. */
  readonly isLoose: boolean;
  /** Words without a flag may be given. */
  readonly takesWords: boolean;
  /** Names that a framework's class adds, with or without them being complete. */
  readonly known: ReadonlySet<string>;
  /** What its config may set; absent where nothing says which classes read it. */
  readonly loaded?: readonly LoadedFields[] | undefined;
  readonly hydra?: HydraMain | undefined;
}
