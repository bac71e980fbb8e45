import { childrenOf, parsePython, type SyntaxNode, walk } from '../../../documents/python/syntax.ts';
import { abslFlag, addedArgument, callParts, clickOption, typeOf } from './argparse.ts';
import { classFacts } from './classes.ts';
import { Documents, readsFields } from './loaded.ts';
import type { ClassFacts, Declared, HydraMain, ImportedModule, LoadedClass, ModuleFacts } from './model.ts';
import { argumentsOf, lineAt, literalText } from './syntax.ts';

/** A larger file is generated, or data. */
const maxCharacters = 1024 * 1024;

/** What a Python file declares and imports, read from its text. Never throws for what stands there. */
export function readModule(text: string, file: string): ModuleFacts {
  const reader = new ModuleReader(text, file);
  if (text.length > maxCharacters) reader.open = `${file} is larger than 1 MiB: it is not read`;
  else walk(parsePython(text).topNode, (node) => reader.visit(node));
  return reader.facts();
}

class ModuleReader {
  open: string | undefined;
  private readonly text: string;
  private readonly file: string;
  private readonly imports: ImportedModule[] = [];
  private readonly declared: Declared[] = [];
  private readonly classes = new Map<string, ClassFacts>();
  private readonly parsed: string[] = [];
  private readonly handed: string[] = [];
  private readonly loaded: LoadedClass[] = [];
  private readonly documents: Documents;
  private parser: ModuleFacts['parser'];
  private hydra: HydraMain | undefined;
  private makesFlags = false;

  constructor(text: string, file: string) {
    this.text = text;
    this.file = file;
    this.documents = new Documents(text);
  }

  facts(): ModuleFacts {
    const { file, imports, declared, classes, parsed, loaded, handed, parser, open, hydra, makesFlags } =
      this;
    return {
      file,
      imports,
      declared,
      classes,
      parsed,
      loaded,
      keys: this.documents.keys,
      readsFields: readsFields(this.text),
      handed,
      makesFlags,
      ...(parser === undefined ? {} : { parser }),
      ...(open === undefined ? {} : { open }),
      ...(hydra === undefined ? {} : { hydra }),
    };
  }

  visit(node: SyntaxNode): boolean {
    if (node.name === 'ImportStatement') this.imported(node);
    else if (node.name === 'ClassDefinition') this.defined(node);
    else if (node.name === 'CallExpression') this.called(node);
    else if (node.name === 'DecoratedStatement') this.decorated(node);
    return true;
  }

  private source({ from, to }: SyntaxNode): string {
    return this.text.slice(from, to);
  }

  private defined(node: SyntaxNode): void {
    const facts = classFacts(node, this.text, this.file);
    if (facts !== undefined) this.classes.set(facts.name, facts);
  }

  private imported(node: SyntaxNode): void {
    const statement = this.source(node).replaceAll(/\\\n|[()\n]|#.*/g, ' ');
    const [, module, list] = /^from\s+(\S+)\s+import\s+(.*)$/.exec(statement) ?? [];
    if (module !== undefined && list !== undefined) {
      this.imports.push({ module, names: namesIn(list) });
      return;
    }
    for (const { name, as } of namesIn(statement.replace(/^import\s+/, '')))
      this.imports.push({ module: name, names: [{ name: '', as }] });
  }

  private called(node: SyntaxNode): void {
    const parts = callParts(node, this.text);
    if (parts === undefined) return;
    const { callee, list } = parts;
    const name = callee.slice(callee.lastIndexOf('.') + 1);
    const loaded = this.documents.loadedBy(callee, list);
    if (loaded !== undefined) this.loaded.push(loaded);
    if (name === 'add_argument')
      this.add(
        addedArgument(list, this.text, this.file),
        'argparse',
        'a flag whose name is made when it runs',
      );
    else if (name.startsWith('DEFINE_'))
      this.add(abslFlag(name, list, this.text, this.file), 'absl', 'a flag whose name is made when it runs');
    else if (name === 'parse_known_args')
      this.open ??= 'it takes flags that it does not declare (parse_known_args)';
    else if (name === 'ArgumentParser') this.parser ??= 'argparse';
    else if (fieldParsers.has(name)) this.parses(list, 'fields');
    else if (
      callee === 'tyro.cli' ||
      callee === 'draccus.parse' ||
      callee === 'simple_parsing.parse' ||
      name === 'add_arguments'
    )
      this.parses(list, 'fields');
    else if (openCalls.has(callee)) this.open ??= `${callee} declares more`;
    else this.handsOver(callee, list);
  }

  private add(
    declared: Declared | undefined,
    parser: NonNullable<ModuleFacts['parser']>,
    unknown: string,
  ): void {
    if (declared === undefined) {
      this.open ??= unknown;
      this.makesFlags = true;
    } else this.declared.push(declared);
    this.parser ??= parser;
  }

  /** A parser that another function gets may have more added to it there. */
  private handsOver(callee: string, list: SyntaxNode): void {
    const args = argumentsOf(list, this.text);
    if (
      !args.some(
        ({ value }) => value.name === 'VariableName' && /(?:^|_)(?:arg)?parser$/.test(this.source(value)),
      )
    )
      return;
    this.handed.push(callee);
  }

  private parses(list: SyntaxNode, parser: 'fields'): void {
    this.parser ??= parser;
    for (const { value, name } of argumentsOf(list, this.text)) {
      if (name !== undefined && name !== 'dataclass_types' && name !== 'config_class') continue;
      const items =
        value.name === 'TupleExpression' || value.name === 'ArrayExpression' ? childrenOf(value) : [value];
      for (const item of items) {
        if (item.name === 'VariableName' || item.name === 'MemberExpression')
          this.parsed.push(this.source(item));
        else if (!/^[[\](),]$/.test(item.name)) this.open ??= 'the classes of its command line are not named';
      }
    }
  }

  private decorated(node: SyntaxNode): void {
    for (const decorator of childrenOf(node)) {
      if (decorator.name !== 'Decorator') continue;
      const [, ...rest] = childrenOf(decorator);
      const list = rest.find((child) => child.name === 'ArgList');
      const callee = this.text.slice(decorator.from + 1, list?.from ?? decorator.to).trim();
      const name = callee.slice(callee.lastIndexOf('.') + 1);
      if (callee.endsWith('hydra.main') || callee === 'hydra_main') this.hydra = this.hydraOf(list);
      else if (name === 'option' && list !== undefined)
        this.add(clickOption(list, this.text, this.file), 'click', 'an option that is not literal');
      else if (callee === 'draccus.wrap' || callee === 'parser.wrap' || callee === 'pyrallis.wrap')
        this.parameters(node, 'classes');
      else if (name === 'command' && !callee.startsWith('click')) this.parameters(node, 'typer');
    }
  }

  private hydraOf(list: SyntaxNode | undefined): HydraMain {
    const args = argumentsOf(list, this.text);
    const given = (name: string, position: number) =>
      literalText(
        (args.find((arg) => arg.name === name) ?? args.filter((arg) => arg.name === undefined)[position])
          ?.value,
        this.text,
      );
    const [path, name] = [given('config_path', 0), given('config_name', 1)];
    return { ...(path === undefined ? {} : { path }), ...(name === undefined ? {} : { name }) };
  }

  /** Of a function that a framework calls with the command line: its parameters, or the classes they are. */
  private parameters(node: SyntaxNode, what: 'typer' | 'classes'): void {
    const definition = childrenOf(node).find((child) => child.name === 'FunctionDefinition');
    const list = definition && childrenOf(definition).find((child) => child.name === 'ParamList');
    if (list === undefined) return;
    this.parser ??= what === 'typer' ? 'click' : 'fields';
    const children = childrenOf(list);
    for (const [index, child] of children.entries()) {
      const annotation = children[index + 1];
      if (child.name !== 'VariableName' || annotation?.name !== 'TypeDef') continue;
      const [, type] = childrenOf(annotation);
      if (what === 'classes') this.parsed.push(type === undefined ? '' : this.source(type));
      else this.declared.push(this.parameter(child, type));
    }
  }

  private parameter(child: SyntaxNode, type: SyntaxNode | undefined): Declared {
    const name = this.source(child);
    const known = typeOf(type, this.text);
    const flag = name.replaceAll('_', '-');
    return {
      name,
      flags: [`--${flag}`, `--no-${flag}`],
      ...(known === undefined ? {} : { type: known }),
      takes: known === undefined ? 'any' : 'one',
      place: { file: this.file, line: lineAt(this.text, child.from) },
    };
  }
}

const fieldParsers = new Set(['HfArgumentParser', 'TrlParser', 'H4ArgumentParser']);

/** They take flags from more than what is declared beside them. */
const openCalls = new Set([
  'fire.Fire',
  'Fire',
  'LightningCLI',
  'jsonargparse.ArgumentParser',
  'jsonargparse.CLI',
  'configargparse.ArgumentParser',
  'configargparse.ArgParser',
  'OmegaConf.from_cli',
  'Trainer.add_argparse_args',
  'pl.Trainer.add_argparse_args',
]);

function namesIn(list: string): { name: string; as: string }[] {
  return list.split(',').flatMap((item) => {
    const [, name, as] = /^\s*([\w.*]+)(?:\s+as\s+(\w+))?\s*$/.exec(item) ?? [];
    return name === undefined ? [] : [{ name, as: as ?? name }];
  });
}
