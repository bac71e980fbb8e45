import { forEachChild, type SyntaxNode } from 'unbash';
import { assignsIn } from './arithmetic.ts';
import type { ShellFunction } from './world.ts';

/** What running a part of a script any number of times may change. */
export interface Effects {
  readonly names: ReadonlySet<string>;
  /** It may set any variable. */
  readonly isAnything: boolean;
  readonly movesFolder: boolean;
  readonly setsArguments: boolean;
  readonly shiftsArguments: boolean;
}

/** The effects of a part of a script, and of the functions that it calls. */
export function effectsOf(node: SyntaxNode, functions: ReadonlyMap<string, ShellFunction>): Effects {
  const search = new Search(functions);
  search.visit(node);
  return search;
}

const setters = new Set([
  'read',
  'mapfile',
  'readarray',
  'getopts',
  'let',
  'printf',
  'unset',
  'declare',
  'local',
  'export',
  'readonly',
  'typeset',
]);

class Search implements Effects {
  readonly names = new Set<string>();
  isAnything = false;
  movesFolder = false;
  setsArguments = false;
  shiftsArguments = false;
  private readonly functions: ReadonlyMap<string, ShellFunction>;
  private readonly called = new Set<string>();

  constructor(functions: ReadonlyMap<string, ShellFunction>) {
    this.functions = functions;
  }

  visit(node: SyntaxNode): void {
    if (node.type === 'Assignment') this.names.add(node.name);
    else if (node.type === 'For' || node.type === 'Select') this.names.add(node.name.value);
    else if (node.type.startsWith('Arithmetic')) this.arithmetic(node);
    else if (node.type === 'ParameterExpansion') this.parameter(node.parameter, node.operation);
    else if (node.type === 'Command')
      this.command(
        node.name?.value,
        node.args.map((word) => (word.type === 'Word' ? word.value : '')),
      );
    forEachChild(node, (child) => {
      this.visit(child);
    });
  }

  private arithmetic(node: SyntaxNode): void {
    if (node.type === 'ArithmeticBinary' || node.type === 'ArithmeticUnary')
      for (const name of assignsIn(node)) this.names.add(name);
  }

  private parameter(
    name: string,
    operation: { readonly type: string; readonly operator?: string } | undefined,
  ): void {
    if (operation?.type === 'Default' && operation.operator?.endsWith('=') === true) this.names.add(name);
  }

  private command(name: string | undefined, words: readonly string[]): void {
    if (name === undefined) return;
    if (name === 'eval' || name === 'source' || name === '.') this.isAnything = true;
    if (name === 'cd' || name === 'pushd' || name === 'popd') this.movesFolder = true;
    if (name === 'shift') this.shiftsArguments = true;
    if (name === 'set' && (words.includes('--') || !/^[-+]|^$/.test(words[0] ?? '')))
      this.setsArguments = true;
    if (name === 'read') this.names.add('REPLY');
    if (name === 'mapfile' || name === 'readarray') this.names.add('MAPFILE');
    if (name === 'getopts') for (const set of ['OPTARG', 'OPTIND']) this.names.add(set);
    if (setters.has(name)) for (const word of words) this.setBy(word);
    const called = this.functions.get(name);
    if (called === undefined || this.called.has(name)) return;
    this.called.add(name);
    this.visit(called.body);
  }

  private setBy(word: string): void {
    const name = /^[A-Za-z_]\w*/.exec(word)?.[0];
    if (name !== undefined) this.names.add(name);
  }
}
