import { importedFiles, moduleFile } from './imports.ts';
import { groupBy } from '../../../kernel/group.ts';
import type { ClassFacts, Declared, LoadedFields, ModuleFacts, Program } from './model.ts';
import { transformersArguments } from './transformers.ts';

/** What a program declares with all modules that it imports; `modules` are those of the repository that it reaches. */
export function programOf(file: string, modules: ReadonlyMap<string, ModuleFacts>): Program {
  const reached = reachedFrom(file, modules);
  const classes = new Classes(reached);
  const own = modules.get(file);
  const parsers = reached.filter(({ parser }) => parser !== undefined);
  const fields = reached.flatMap(({ parsed }) => parsed).flatMap((name) => classes.fieldsOf(name));
  const declared = [...reached.flatMap((module) => module.declared), ...fields];
  const open =
    parsers.length === 0
      ? (unreadParser(own, reached) ?? 'nothing is found that declares its arguments')
      : (unreadParser(own, reached) ??
        parsers.find((module) => module.open !== undefined)?.open ??
        handedOver(reached) ??
        classes.open);
  const hydra = own?.hydra ?? reached.find((module) => module.hydra !== undefined && module === own)?.hydra;
  const loaded = loadedFields(reached);
  if (parsers.some(({ makesFlags }) => makesFlags))
    for (const name of madeOf(reached)) classes.known.add(name);
  return {
    file,
    modules: reached.map((module) => module.file),
    declared,
    ...(open === undefined ? {} : { open }),
    takesPrefixes: parsers.some(({ parser }) => parser === 'argparse' || parser === 'fields'),
    known: classes.known,
    ...(loaded.length === 0 ? {} : { loaded }),
    ...(hydra === undefined ? {} : { hydra }),
  };
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
  const all = [...loaded, ...parsed.map((name) => ({ name, section: [] }))];
  const sections = groupBy(all, ({ section }) => section.join('.'));
  return [...sections.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const classes = new Classes(reached);
    const declared = group.flatMap(({ name }) => classes.fieldsOf(name)).map(asKey);
    if (declared.length === 0) return [];
    const { open } = classes;
    const known = new Set([...classes.known, ...keys]);
    return [{ section: first.section, declared, known, ...(open === undefined ? {} : { open }) }];
  });
}

function asKey(declared: Declared): Declared {
  return declared.alias === undefined ? declared : { ...declared, name: declared.alias };
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

/** Classes by their names, wherever they are defined. */
class Classes {
  readonly known = new Set<string>();
  open: string | undefined;
  private readonly byName = new Map<string, ClassFacts>();

  constructor(modules: readonly ModuleFacts[]) {
    for (const { classes } of modules.toReversed())
      for (const [name, facts] of classes) this.byName.set(name, facts);
  }

  fieldsOf(name: string, depth = 0): readonly Declared[] {
    const last = name.slice(name.lastIndexOf('.') + 1).replace(/\[.*/, '');
    const facts = this.byName.get(last);
    if (facts === undefined || depth > 20) return this.outside(last);
    if (facts.isOpen) this.open ??= `${name} takes names that it does not declare`;
    const inherited = facts.bases
      .filter((base) => !plainBases.has(base))
      .flatMap((base) => (base === name ? this.outside(last) : this.fieldsOf(base, depth + 1)));
    const own = [...facts.fields, ...inherited];
    return [...own, ...own.flatMap((field) => this.below(field, depth))];
  }

  /** Fields of the classes that a field is of, by the path that tyro, draccus and simple-parsing give them. */
  private below({ name, classes = [] }: Declared, depth: number): readonly Declared[] {
    if (name.includes('.') || depth > maxNesting) return [];
    const inner = classes
      .filter((each) => this.byName.has(each))
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

const maxNesting = 6;

const plainBases = new Set([
  'object',
  'ABC',
  'abc.ABC',
  'BaseModel',
  'pydantic.BaseModel',
  'Generic',
  'Serializable',
  'NamedTuple',
  'TypedDict',
]);
