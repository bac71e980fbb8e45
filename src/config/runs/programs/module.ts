import { childrenOf, parsePython, type SyntaxNode, walk } from '../../../documents/python/syntax.ts';
import { addedArgument, callParts } from './argparse.ts';
import { classFacts } from './classes.ts';
import { abslFlag } from './absl.ts';
import { clickOption } from './click.ts';
import { functionFacts } from './functions.ts';
import { Imports } from './imports.ts';
import { fieldParsers, openByText, openCalls, parsing, takesWords } from './known-parsers.ts';
import { Documents, readsFields } from './loaded.ts';
import { Turns } from './loops.ts';
import type {
  ClassFacts,
  Declared,
  DefaultValue,
  HydraMain,
  ImportedModule,
  Library,
  LoadedClass,
  ModuleFacts,
  ParsedClass,
} from './model.ts';
import { argumentsOf, type Constants, constantsOf, lineAt, literalDefault, literalText } from './syntax.ts';

/** A larger file is generated, or data. */
const maxCharacters = 1024 * 1024;
/** A program with more arguments takes no more of loops. */
const maxLooped = 5000;

/** What a Python file declares and imports, read from its text. Never throws for what stands there. */
export function readModule(text: string, file: string): ModuleFacts {
  const reader = new ModuleReader(text, file);
  if (text.length > maxCharacters) reader.open = `${file} is larger than 1 MiB: it is not read`;
  else reader.read(parsePython(text).topNode);
  return reader;
}

class ModuleReader implements ModuleFacts {
  open: string | undefined;
  readonly file: string;
  declared: Declared[] = [];
  readonly classes = new Map<string, ClassFacts>();
  readonly functions = new Map<string, (by: Library) => ClassFacts | null>();
  readonly parsed: ParsedClass[] = [];
  readonly handed: string[] = [];
  readonly loaded: LoadedClass[] = [];
  readonly keys: readonly string[];
  readonly readsFields: boolean;
  parser: ModuleFacts['parser'];
  hydra: HydraMain | undefined;
  ownParser: string | undefined;
  makesFlags = false;
  makesParser = false;
  isWhole = false;
  takesWords: boolean;
  private readonly text: string;
  private readonly imported = new Imports();
  private readonly documents: Documents;
  private constants: Constants = new Map();
  private turns = new Turns('', this.constants);
  private commands = 0;
  /** Names for `add_argument` of a parser. */
  private readonly adders = new Set<string>();
  /** What `set_defaults` of argparse says instead of the defaults that arguments declare. */
  private readonly defaults = new Map<string, DefaultValue | undefined>();

  constructor(text: string, file: string) {
    this.text = text;
    this.file = file;
    this.documents = new Documents(text);
    this.keys = this.documents.keys;
    this.readsFields = readsFields(text);
    this.takesWords = takesWords.test(text);
    this.open = openByText(text);
  }

  get imports(): readonly ImportedModule[] {
    return this.imported.all;
  }

  read(module: SyntaxNode): void {
    this.constants = constantsOf(module, this.text);
    this.turns = new Turns(this.text, this.constants);
    for (const child of childrenOf(module))
      this.function(child.name === 'DecoratedStatement' ? child.lastChild : child);
    walk(module, (node) => this.visit(node));
    this.declared = this.declared.map((each) =>
      this.defaults.has(each.name) ? { ...each, default: this.defaults.get(each.name) } : each,
    );
    this.takesWords ||= this.commands > 1;
    this.constants = new Map();
    this.turns = new Turns('', this.constants);
  }

  private visit(node: SyntaxNode): boolean {
    if (node.name === 'ImportStatement') this.imported.add(this.source(node));
    else if (node.name === 'ClassDefinition') this.defined(node);
    else if (node.name === 'CallExpression') this.called(node);
    else if (node.name === 'DecoratedStatement') this.decorated(node);
    else if (node.name === 'AssignStatement') this.assigned(node);
    return true;
  }

  /** `add = parser.add_argument` */
  private assigned(node: SyntaxNode): void {
    const [, name] = /^(\w+)\s*=\s*[\w.]+\.add_argument$/.exec(this.source(node)) ?? [];
    if (name !== undefined) this.adders.add(name);
  }

  private source({ from, to }: SyntaxNode): string {
    return this.text.slice(from, to);
  }

  private defined(node: SyntaxNode): void {
    const facts = classFacts(node, this.text, this.file);
    this.classes.set(facts.name, facts);
    if (facts.settings?.isParsed === true) this.parses([facts.name], 'pydantic');
    const parser = facts.bases.find((base) => /Arg(?:ument)?Parser$/.test(base));
    if (parser !== undefined) this.ownParser ??= facts.name;
  }

  /** Read only when a command line is made of it: most are not. */
  private function(node: SyntaxNode | null): void {
    if (node?.name !== 'FunctionDefinition') return;
    const name = node.getChild('VariableName');
    if (name === null) return;
    const { from, to } = node;
    this.functions.set(this.source(name), (by) => {
      const text = this.text.slice(from, to);
      const own = parsePython(text).topNode.firstChild;
      return own && functionFacts(own, text, this.file, lineAt(this.text, from) - 1, by);
    });
  }

  private called(node: SyntaxNode): void {
    const parts = callParts(node, this.text);
    if (parts === undefined) return;
    const { callee, list } = parts;
    const full = this.imported.full(callee);
    const name = full.slice(full.lastIndexOf('.') + 1);
    const loaded = this.documents.loadedBy(callee, list);
    if (loaded !== undefined) this.loaded.push(loaded);
    if (name === 'add_argument' || this.adders.has(callee)) this.added(node, list);
    else if (name.startsWith('DEFINE_'))
      this.add(abslFlag(name, list, this.text, this.file, this.constants), 'absl');
    else if (name === 'option' && full.startsWith('click.')) this.option(list);
    else if (name === 'parse_known_args' || /\breturn_remaining_strings\s*=\s*True/.test(this.source(list)))
      this.open ??= 'it takes flags that it does not declare (parse_known_args)';
    else if (name === 'add_subparsers') this.takesWords = true;
    else if (name === 'set_defaults') this.setsDefaults(list);
    else if (fieldParsers.has(name)) this.parses(this.classesIn(list), 'hf');
    else if (/Arg(?:ument)?Parser$/.test(name)) this.made(name, list);
    else if (openCalls.has(callee) || full === 'fire.Fire') this.open ??= `${callee} declares more`;
    else this.parsesOrHandsOver(callee, full, list);
  }

  private added(node: SyntaxNode, list: SyntaxNode): void {
    const turns = this.turns.at(node);
    if (turns.length > 1 && this.declared.length > maxLooped) return this.add(undefined, 'argparse');
    for (const known of turns) this.add(addedArgument(list, this.text, this.file, known), 'argparse');
  }

  private setsDefaults(list: SyntaxNode): void {
    for (const { name = '', value } of argumentsOf(list, this.text))
      this.defaults.set(name, literalDefault(value, this.text));
  }

  private made(name: string, list: SyntaxNode): void {
    if (openCalls.has(this.imported.full(name))) this.open ??= `${name} declares more`;
    this.makesParser = true;
    if (name === 'ArgumentParser') this.parser ??= 'argparse';
    else this.ownParser ??= name;
    if (/\ballow_abbrev\s*=\s*False/.test(this.source(list))) this.isWhole = true;
  }

  private parsesOrHandsOver(callee: string, full: string, list: SyntaxNode): void {
    const by =
      parsing.get(full) ??
      (/\badd_arguments$/.test(callee) && this.imported.has('simple_parsing') ? 'simple_parsing' : undefined);
    const options = argumentsOf(list, this.text).filter(({ name }) => name?.startsWith('_cli_'));
    if (by !== undefined) this.parses(this.classesIn(list), by);
    else if (options.some(({ name }) => name === '_cli_parse_args')) this.parses([callee], 'pydantic');
    else this.handsOver(callee, list);
    if (options.length > 1) this.open ??= `${callee} is given more options of its command line`;
  }

  private add(declared: Declared | undefined, parser: Library): void {
    if (declared === undefined) {
      this.open ??= 'a flag whose name is made when it runs';
      this.makesFlags = true;
    } else {
      this.declared.push(declared);
      this.takesWords ||= declared.flags.length === 0;
    }
    this.parser ??= parser;
    // absl gives what is not a flag to the program
    if (parser === 'absl') this.takesWords = true;
  }

  private option(list: SyntaxNode): void {
    this.add(clickOption(list, this.text, this.file, this.constants), 'click');
  }

  /** A parser that another function gets may have more added to it there. */
  private handsOver(callee: string, list: SyntaxNode): void {
    const isParser = ({ name, from, to }: SyntaxNode): boolean =>
      name === 'VariableName' && /(?:^|_)(?:arg)?parser$/.test(this.text.slice(from, to));
    if (argumentsOf(list, this.text).some(({ value }) => isParser(value))) this.handed.push(callee);
  }

  private parses(names: readonly string[], by: Library): void {
    this.parser ??= by;
    this.parsed.push(...names.map((name) => ({ name, by })));
  }

  /** The classes or the function that are given first to what makes a command line of them. */
  private classesIn(list: SyntaxNode): string[] {
    const args = argumentsOf(list, this.text, this.constants);
    const first = args.find(
      ({ name }) => name === undefined || /^(?:dataclass_types|config_class|f|model_cls)$/.test(name),
    );
    if (first === undefined) return [];
    const { value } = first;
    const items = /^(?:Tuple|Array)Expression$/.test(value.name) ? childrenOf(value) : [value];
    return items.flatMap((item) => {
      const isName = item.name === 'VariableName' || /^[\w.]+$/.test(this.source(item));
      if (!isName && !/^[[\](),]$/.test(item.name))
        this.open ??= 'the classes of its command line are not named';
      return isName ? [this.source(item)] : [];
    });
  }

  private decorated(node: SyntaxNode): void {
    for (const decorator of node.getChildren('Decorator')) {
      const list = decorator.getChild('ArgList') ?? undefined;
      const callee = this.text.slice(decorator.from + 1, list?.from ?? decorator.to).trim();
      this.decorator(callee, list, node);
    }
  }

  private decorator(callee: string, list: SyntaxNode | undefined, node: SyntaxNode): void {
    const name = callee.slice(callee.lastIndexOf('.') + 1);
    const full = this.imported.full(callee);
    if (callee.endsWith('hydra.main') || callee === 'hydra_main') this.hydra = this.hydraOf(list);
    else if (/^(?:draccus|pyrallis|parser)\.wrap$/.test(full) || full.endsWith('.parser.wrap'))
      this.parses(this.parameterOf(node), 'draccus');
    else if (name === 'option' && list !== undefined) this.option(list);
    else if (name === 'version_option')
      this.declared.push(versionOption(this.file, lineAt(this.text, node.from)));
    else if (name === 'argument' || name === 'group') this.takesWords = true;
    else if (name === 'command' || name === 'callback') this.command(node, list);
    else if (/option|arg|param/i.test(name) && this.parser === 'click') this.handed.push(callee);
  }

  private command(node: SyntaxNode, list: SyntaxNode | undefined): void {
    this.commands += 1;
    if (list !== undefined && /ignore_unknown_options|allow_extra_args/.test(this.source(list)))
      this.open ??= 'it takes flags that it does not declare (context_settings)';
    if (!this.imported.has('typer')) return;
    this.parser ??= 'typer';
    const definition = definitionIn(node);
    if (definition === null) return;
    for (const field of functionFacts(definition, this.text, this.file, 0, 'typer').fields)
      this.add(field, 'typer');
  }

  private hydraOf(list: SyntaxNode | undefined): HydraMain {
    const args = argumentsOf(list, this.text);
    const plain = args.filter(({ name }) => name === undefined);
    const given = (name: string, position: number): string | undefined =>
      literalText((args.find((arg) => arg.name === name) ?? plain[position])?.value, this.text);
    return { path: given('config_path', 0), name: given('config_name', 1) };
  }

  /** The class that the first parameter of a function is of. */
  private parameterOf(node: SyntaxNode): string[] {
    const type = definitionIn(node)?.getChild('ParamList')?.getChild('TypeDef');
    return [type ? this.source(type).slice(1).trim() : ''];
  }
}

function definitionIn(node: SyntaxNode): SyntaxNode | null {
  return node.getChild('FunctionDefinition');
}

function versionOption(file: string, line: number): Declared {
  return { name: 'version', flags: ['--version'], by: 'click', takes: [0, 0], place: { file, line } };
}
