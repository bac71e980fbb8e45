import { childrenOf, type SyntaxNode } from '../../../documents/python/syntax.ts';
import type { Declared, DefaultValue, ParameterType } from './model.ts';
import { type Argument, argumentsOf, lineAt, literalDefault, literalText, literalTexts } from './syntax.ts';

/** What a call of `add_argument` declares; `undefined` where its names are not literal. */
export function addedArgument(list: SyntaxNode, text: string, file: string): Declared | undefined {
  const args = argumentsOf(list, text);
  const given = args.filter(({ name, isStarred }) => name === undefined && !isStarred);
  const names = given.map(({ value }) => literalText(value, text));
  if (names.length === 0 || args.some(({ isStarred }) => isStarred)) return undefined;
  const flags = names.filter((name) => name !== undefined);
  if (flags.length < names.length) return undefined;
  const option = (name: string): SyntaxNode | undefined => args.find((arg) => arg.name === name)?.value;
  const dest = literalText(option('dest'), text) ?? destOf(flags);
  const type = typeOf(option('type'), text);
  const choices = literalTexts(option('choices'), text);
  const counted = literalDefault(option('default'), text) ?? switchedDefault(option('action'), args, text);
  return {
    name: dest.replaceAll('-', '_'),
    flags: [...flags.filter((flag) => flag.startsWith('-')), ...negated(option('action'), flags, text)],
    ...(type === undefined ? {} : { type }),
    ...(choices === undefined ? {} : { choices }),
    ...(counted === undefined ? {} : { default: counted }),
    takes: takesOf(option('action'), option('nargs'), text),
    place: { file, line: lineAt(text, list.from) },
  };
}

/** `store_true` is False where the flag is not given, unless a default of its own is set. */
function switchedDefault(
  action: SyntaxNode | undefined,
  args: readonly Argument[],
  text: string,
): DefaultValue | undefined {
  const name = literalText(action, text);
  if (args.some((arg) => arg.name === 'default')) return undefined;
  if (name === 'store_true') return { text: 'False', isText: false };
  return name === 'store_false' ? { text: 'True', isText: false } : undefined;
}

/** The first long flag names the value, else the first short one. */
function destOf(flags: readonly string[]): string {
  return (flags.find((flag) => flag.startsWith('--')) ?? flags[0] ?? '').replace(/^-+/, '');
}

export function typeOf(node: SyntaxNode | undefined, text: string): ParameterType | undefined {
  if (node?.name !== 'VariableName') return undefined;
  const name = text.slice(node.from, node.to);
  return name === 'int' || name === 'float' || name === 'str' ? name : undefined;
}

/** `BooleanOptionalAction` takes `--no-x` as well. */
function negated(action: SyntaxNode | undefined, flags: readonly string[], text: string): string[] {
  const isBoth = action !== undefined && text.slice(action.from, action.to).endsWith('BooleanOptionalAction');
  return isBoth ? flags.filter((flag) => flag.startsWith('--')).map((flag) => `--no-${flag.slice(2)}`) : [];
}

function takesOf(
  action: SyntaxNode | undefined,
  nargs: SyntaxNode | undefined,
  text: string,
): Declared['takes'] {
  const name = literalText(action, text);
  if (name !== undefined && /^(?:store_(?:true|false|const)|append_const|count|help|version)$/.test(name))
    return 'none';
  if (action !== undefined && text.slice(action.from, action.to).endsWith('BooleanOptionalAction'))
    return 'none';
  if (nargs !== undefined) return 'any';
  return action === undefined || name === 'store' || name === 'append' || name === 'extend' ? 'one' : 'any';
}

/** What `@click.option(…)` and `typer.Option` declare: the first long flag names it. */
export function clickOption(list: SyntaxNode, text: string, file: string): Declared | undefined {
  const args = argumentsOf(list, text);
  const names = args
    .filter(({ name, isStarred }) => name === undefined && !isStarred)
    .map(({ value }) => literalText(value, text));
  const flags = names
    .filter((name) => name?.startsWith('-') === true)
    .flatMap((name) => name?.split('/') ?? [])
    .map((flag) => flag.trim());
  if (flags.length === 0) return undefined;
  const option = (name: string): Argument | undefined => args.find((arg) => arg.name === name);
  const isFlag =
    option('is_flag') !== undefined ||
    names.some((name) => name?.includes('/') === true) ||
    option('count') !== undefined;
  const type = typeOf(option('type')?.value, text);
  const choices = clickChoices(option('type')?.value, text);
  const counted = literalDefault(option('default')?.value, text);
  return {
    name: destOf(flags).replaceAll('-', '_'),
    flags,
    ...(type === undefined ? {} : { type }),
    ...(choices === undefined ? {} : { choices }),
    ...(counted === undefined ? {} : { default: counted }),
    takes: isFlag ? 'none' : option('nargs') === undefined ? 'one' : 'any',
    place: { file, line: lineAt(text, list.from) },
  };
}

/** Of `click.Choice([…])`; where its case does not count they are left out. */
function clickChoices(node: SyntaxNode | undefined, text: string): string[] | undefined {
  const [callee, list] = node?.name === 'CallExpression' ? childrenOf(node) : [];
  if (callee === undefined || !/(?:^|\.)Choice$/.test(text.slice(callee.from, callee.to))) return undefined;
  const args = argumentsOf(list, text);
  const [first, another] = args;
  return another === undefined ? literalTexts(first?.value, text) : undefined;
}

/** `flags.DEFINE_integer('name', …)` of absl. */
export function abslFlag(name: string, list: SyntaxNode, text: string, file: string): Declared | undefined {
  const [first, second] = argumentsOf(list, text);
  const counted = literalDefault(second?.value, text);
  const flag = literalText(first?.value, text);
  if (flag === undefined) return undefined;
  const isBool = name.startsWith('DEFINE_bool');
  const type =
    name === 'DEFINE_integer' ? ('int' as const) : name === 'DEFINE_float' ? ('float' as const) : undefined;
  return {
    name: flag.replaceAll('-', '_'),
    flags: [`--${flag}`, ...(isBool ? [`--no${flag}`] : [])],
    ...(type === undefined ? {} : { type }),
    ...(counted === undefined ? {} : { default: counted }),
    takes: isBool ? 'none' : 'one',
    place: { file, line: lineAt(text, list.from) },
  };
}

/** The parts of a call: what is called, and with what. */
export function callParts(
  node: SyntaxNode,
  text: string,
): { readonly callee: string; readonly list: SyntaxNode } | undefined {
  const [callee, list] = childrenOf(node);
  if (callee === undefined || list?.name !== 'ArgList') return undefined;
  return { callee: text.slice(callee.from, callee.to).replaceAll(/\s/g, ''), list };
}
