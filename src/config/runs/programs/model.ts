/** Where a program declares something. */
export interface DeclarationPlace {
  readonly file: string;
  readonly line: number;
}

export type ParameterType = 'int' | 'float' | 'str' | 'bool';

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
  readonly alias?: string;
  /** Flags as they are written; empty for one that is only given by its place. */
  readonly flags: readonly string[];
  /** Absent: it may be anything. */
  readonly type?: ParameterType;
  readonly choices?: readonly string[];
  /** What counts where no flag sets it; absent: nothing, or what is not literal. */
  readonly default?: DefaultValue;
  /** Classes of its annotation: their fields may be set below it, as `--optim.lr`. */
  readonly classes?: readonly string[];
  /** How many words follow the flag. */
  readonly takes: 'none' | 'one' | 'any';
  readonly place: DeclarationPlace;
}

/** What one Python file says of a command line. */
export interface ModuleFacts {
  readonly file: string;
  readonly imports: readonly ImportedModule[];
  readonly declared: readonly Declared[];
  readonly classes: ReadonlyMap<string, ClassFacts>;
  /** Classes whose fields the command line sets: those given to `HfArgumentParser`, `tyro.cli` and the like. */
  readonly parsed: readonly string[];
  /** Classes that are made of what stands in a file. */
  readonly loaded: readonly LoadedClass[];
  /** Keys that the code itself takes out of such a file. */
  readonly keys: readonly string[];
  /** The classes of the command line are read from a file too. */
  readonly readsFields: boolean;
  /** Functions that get a parser and may add to it. */
  readonly handed: readonly string[];
  /** It makes a parser, or has a framework make one. */
  readonly parser?: 'argparse' | 'fields' | 'click' | 'absl';
  /** Why more names may be declared than stand here. */
  readonly open?: string;
  /** It declares flags whose names are made when it runs, such as those of a class' fields. */
  readonly makesFlags: boolean;
  readonly hydra?: HydraMain;
}

export interface LoadedClass {
  readonly name: string;
  /** Keys that lead to it in the file; none: it is the whole file. */
  readonly section: readonly string[];
}

export interface HydraMain {
  /** Relative to the folder of the file; absent where it is none or not literal. */
  readonly path?: string;
  readonly name?: string;
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
}

/** What a section of a config may set, by the classes that read it. */
export interface LoadedFields extends Pick<LoadedClass, 'section'> {
  readonly declared: readonly Declared[];
  /** Why it may take more than is known. */
  readonly open?: string;
  readonly known: ReadonlySet<string>;
}

/** What a program declares, with all that it imports from the repository. */
export interface Program {
  readonly file: string;
  /** Its file, and those of the repository that it imports. */
  readonly modules: readonly string[];
  readonly declared: readonly Declared[];
  /** Why it may take more than is known; absent: it takes nothing else. */
  readonly open?: string;
  /** Flags may be cut short, as argparse allows. */
  readonly takesPrefixes: boolean;
  /** Names that a framework's class adds, with or without them being complete. */
  readonly known: ReadonlySet<string>;
  /** What its config may set; absent where nothing says which classes read it. */
  readonly loaded?: readonly LoadedFields[];
  readonly hydra?: HydraMain;
}
