import { importedFiles, moduleFile } from './imports.ts';
import { groupBy } from '../../../kernel/group.ts';
import { argumentOf } from './libraries.ts';
import type {
  ClassFacts,
  CliSettings,
  Declared,
  Library,
  LoadedFields,
  ModuleFacts,
  ParsedClass,
  Program,
} from './model.ts';
import { oneWord } from './model.ts';
import { transformersArguments } from './transformers.ts';

/** What a program declares with all modules that it imports; `modules` are those of the repository that it reaches. */
export function programOf(file: string, modules: ReadonlyMap<string, ModuleFacts>): Program {
  const reached = reachedFrom(file, modules);
  const classes = new Classes(reached);
  const own = modules.get(file);
  const parsers = reached.filter(({ parser }) => parser !== undefined);
  const fields = reached.flatMap(({ parsed }) => parsed).flatMap((each) => classes.argumentsOf(each));
  const declared = [
    ...reached.flatMap((module) => module.declared.map((each) => classes.chosen(each))),
    ...fields,
  ];
  const open =
    unreadParser(own, reached) ??
    (parsers.length === 0
      ? 'nothing is found that declares its arguments'
      : (parsers.find((module) => module.open !== undefined)?.open ??
        handedOver(reached) ??
        madeElsewhere(reached) ??
        classes.open));
  const loaded = loadedFields(reached);
  if (parsers.some(({ makesFlags }) => makesFlags))
    for (const name of madeOf(reached)) classes.known.add(name);
  for (const { parser } of parsers) for (const name of standing.get(parser) ?? []) classes.known.add(name);
  return {
    file,
    modules: reached.map((module) => module.file),
    declared,
    open,
    takesPrefixes: !reached.some(({ isWhole }) => isWhole),
    isLoose: reached.some(({ ownParser }) => ownParser !== undefined),
    takesWords:
      open !== undefined ||
      reached.some(({ takesWords }) => takesWords) ||
      fields.some(({ flags }) => flags.length === 0),
    known: classes.known,
    loaded: loaded.length === 0 ? undefined : loaded,
    hydra: own?.hydra,
  };
}

/** What a library declares itself. */
const standing: ReadonlyMap<Library | undefined, readonly string[]> = new Map([
  ['typer', ['install_completion', 'show_completion']],
  ['draccus', ['config_path']],
  [
    'absl',
    'helpfull flagfile undefok v verbosity logtostderr alsologtostderr log_dir stderrthreshold showprefixforinfo run_with_pdb pdb_post_mortem'.split(
      ' ',
    ),
  ],
]);

/** Flags are added to a parser that nothing here makes. */
function madeElsewhere(reached: readonly ModuleFacts[]): string | undefined {
  const adds = reached.some(({ declared }) => declared.some(({ by }) => by === 'argparse'));
  const makes = reached.some(({ makesParser, parsed }) => makesParser || parsed.length > 0);
  return adds && !makes ? 'its parser is made elsewhere' : undefined;
}

/** What may be declared where flags are made of the fields of a class: any field that is seen, and what switches it off. */
function madeOf(reached: readonly ModuleFacts[]): string[] {
  const fields = reached.flatMap(({ classes }) => [...classes.values()].flatMap((each) => each.fields));
  return fields.flatMap(({ name }) => [name, `no_${name}`, `disable_${name}`]);
}

/** Libraries that make a command line of functions, types or texts, and that are not read. */
const unreadParsers =
  /^(?:cyclopts|fire|docopt|plac|jsonargparse|configargparse|argh|defopt|clize|tap|chz|cappa|arguably|datargs|typed_argparse|argbind|ml_collections\.config_flags)(?:\.|$)/;

/** Why more may be declared: another library makes the command line, in the program itself or where that makes none in what it imports. */
function unreadParser(own: ModuleFacts | undefined, reached: readonly ModuleFacts[]): string | undefined {
  const asked = own?.parser === undefined ? reached : [own];
  for (const { imports } of asked) {
    const found = imports.find(({ module }) => unreadParsers.test(module));
    if (found !== undefined) return `${found.module.split('.')[0]} makes its command line, and is not read`;
  }
  return undefined;
}

/** What a config may set: by the classes that are made of it, or by those of the command line where they are read from a file too. */
function loadedFields(reached: readonly ModuleFacts[]): LoadedFields[] {
  const keys = new Set(reached.flatMap((module) => module.keys));
  const loaded = reached.flatMap((module) => module.loaded);
  const parsed = reached.some((module) => module.readsFields)
    ? reached.flatMap((module) => module.parsed)
    : [];
  const all = [...loaded, ...parsed.map(({ name }) => ({ name, section: [] }))];
  const sections = groupBy(all, ({ section }) => section.join('.'));
  return [...sections.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const classes = new Classes(reached);
    const declared = group.flatMap(({ name }) => classes.fieldsOf(name)).flatMap(asKeys);
    if (declared.length === 0) return [];
    const { open } = classes;
    const known = new Set([...classes.known, ...keys]);
    return [{ section: first.section, declared, known, open }];
  });
}

function asKeys(declared: Declared): Declared[] {
  if (declared.alias === undefined) return [declared];
  return declared.flags.map((flag) => ({ ...declared, name: flag.slice(2) }));
}

function reachedFrom(file: string, modules: ReadonlyMap<string, ModuleFacts>): ModuleFacts[] {
  const reached = new Map<string, ModuleFacts>();
  const waiting = [file];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const module = modules.get(path);
    if (module === undefined || reached.has(path)) continue;
    reached.set(path, module);
    waiting.push(...importedFiles(module, file, (each) => modules.has(each)));
  }
  return [...reached.values()];
}

/** A function of another project that gets the parser may add anything to it. */
function handedOver(reached: readonly ModuleFacts[]): string | undefined {
  const files = new Set(reached.map(({ file }) => file));
  for (const { file, handed, imports } of reached) {
    for (const callee of handed) {
      if (callee === 'deepspeed.add_config_arguments') continue;
      const [root] = callee.split('.');
      const from = imports.find(({ names }) =>
        names.some(({ as }) => as === root || as.startsWith(`${root}.`)),
      );
      if (from === undefined || moduleFile(from.module, file, file, (path) => files.has(path)) !== undefined)
        continue;
      return `${callee} of ${from.module} may declare more`;
    }
  }
  return undefined;
}

/** Classes and functions by their names, wherever they are defined. */
class Classes {
  readonly known = new Set<string>();
  open: string | undefined;
  private readonly byName = new Map<string, ClassFacts>();
  private readonly functions = new Map<string, (by: Library) => ClassFacts | null>();

  constructor(modules: readonly ModuleFacts[]) {
    for (const { classes, functions } of modules.toReversed()) {
      for (const [name, facts] of classes) this.byName.set(name, facts);
      for (const [name, facts] of functions) this.functions.set(name, facts);
    }
  }

  /** What a command line takes that a library makes of a class or a function. */
  argumentsOf({ name, by }: ParsedClass): Declared[] {
    const own = this.factsOf(name)?.settings ?? (this.isSettings(name) ? undefined : plainModel);
    const settings = by === 'pydantic' ? own : undefined;
    const fields = this.fieldsOf(name, 0, by).filter((field) => by !== 'hf' || !field.name.includes('.'));
    const found = fields.map((field) => argumentOf(this.chosen(field, by), by, settings));
    if (by !== 'simple_parsing') return found;
    // the whole path of a field is a flag only where its own name means two
    const isOnly = (last: string): boolean => found.filter((each) => lastOf(each.name) === last).length === 1;
    return found.map((each) =>
      isOnly(lastOf(each.name)) ? { ...each, flags: each.flags.filter((flag) => !flag.includes('.')) } : each,
    );
  }

  /** With the members of an Enum that it is of, as a library takes them. */
  chosen(field: Declared, by = field.by): Declared {
    const [only = '', another] = field.classes ?? [];
    const members = this.byName.get(only)?.members;
    if (members === undefined || another !== undefined) return field;
    const values = members.map(([, value]) => value).filter((value) => value !== undefined);
    const names = members.map(([name]) => name);
    const isNamed = field.isByName === true || by === 'tyro' || by === 'simple_parsing';
    if (!isNamed && values.length < members.length) return field;
    const isBoth = by === 'draccus' || by === 'pydantic';
    const choices = isNamed ? names : isBoth ? [...names, ...values] : values;
    return { ...field, classes: [], choices, takes: (field.list ?? field.by) ? field.takes : oneWord };
  }

  fieldsOf(name: string, depth = 0, by?: Library): readonly Declared[] {
    const facts = this.factsOf(name, by);
    if (facts === undefined || depth > 20) return this.outside(lastOf(name));
    if (facts.isOpen) this.open ??= `${name} takes names that it does not declare`;
    const inherited = facts.bases
      .filter((base) => !plainBases.has(lastOf(base)))
      .flatMap((base) => (base === name ? this.outside(base) : this.fieldsOf(base, depth + 1)));
    const own = [...facts.fields, ...inherited];
    return [...own, ...own.flatMap((field) => this.below(field, depth))];
  }

  private factsOf(name: string, by?: Library): ClassFacts | undefined {
    const last = lastOf(name);
    return this.byName.get(last) ?? (by && this.functions.get(last)?.(by)) ?? undefined;
  }

  private isSettings(name: string, depth = 0): boolean {
    if (depth > 20 || lastOf(name) === 'BaseSettings') return true;
    return this.factsOf(name)?.bases.some((base) => this.isSettings(base, depth + 1)) === true;
  }

  /** Fields of the classes that a field is of, by the path that tyro, draccus and simple-parsing give them. */
  private below({ name, classes = [] }: Declared, depth: number): readonly Declared[] {
    if (name.includes('.') || depth > maxNesting) return [];
    const inner = classes
      .filter((each) => this.byName.has(each) && !this.byName.get(each)?.members)
      .flatMap((each) => this.fieldsOf(each, depth + 1));
    return inner.map((field) => ({
      ...field,
      name: `${name}.${field.name}`,
      flags: [`--${name}.${field.name}`],
    }));
  }

  private outside(name: string): readonly Declared[] {
    this.open ??= `${name === '' ? 'a class' : name} is defined outside of the repository`;
    if (/TrainingArguments$|^(?:SFT|DPO|GRPO|PPO|KTO|Reward)Config$/.test(name))
      for (const known of transformersArguments) this.known.add(known);
    return [];
  }
}

/** `Config` of `configs.Config[int]` */
function lastOf(name: string): string {
  return name.replace(/\[.*/s, '').replace(/^.*\./s, '');
}

/** A model that is not a settings class is read by `CliApp.run` in this way. */
const plainModel: CliSettings = { isParsed: true, isKebab: true, isImplicit: true };

const maxNesting = 6;

/** They declare no fields. */
const plainBases = new Set(
  'object ABC BaseModel BaseSettings Generic Serializable NamedTuple TypedDict Protocol Enum StrEnum IntEnum str int'.split(
    ' ',
  ),
);
