import { childrenOf, type SyntaxNode } from '../../../documents/python/syntax.ts';
import { destOf, exactly } from './argparse.ts';
import { fieldOf } from './classes.ts';
import {
  anyWords,
  type Declared,
  type DefaultValue,
  maybeWord,
  noWord,
  oneWord,
  type ParameterType,
} from './model.ts';
import {
  argumentsOf,
  type Constants,
  lineAt,
  literalDefault,
  literalText,
  literalTexts,
  sourceOf,
} from './syntax.ts';

/** What click and absl call types. */
export const namedTypes: ReadonlyMap<string, ParameterType> = new Map([
  ['int', 'int'],
  ['INT', 'int'],
  ['IntRange', 'int'],
  ['integer', 'int'],
  ['float', 'float'],
  ['FLOAT', 'float'],
  ['FloatRange', 'float'],
  ['str', 'str'],
  ['STRING', 'str'],
  ['string', 'str'],
  ['bool', 'bool'],
  ['BOOL', 'bool'],
  ['boolean', 'bool'],
]);

/** What `@click.option(…)` declares: the first long flag names it, or a word without dashes. */
export function clickOption(
  list: SyntaxNode,
  text: string,
  file: string,
  constants: Constants,
): Declared | undefined {
  const args = argumentsOf(list, text, constants);
  const given = args.filter(({ name }) => name === undefined);
  const names = given.map(({ value }) => literalText(value, text)).filter((name) => name !== undefined);
  const { flags, negative } = clickFlags(names);
  if (flags.length === 0 || names.length < given.length) return undefined;
  const option = (name: string): SyntaxNode | undefined => args.find((arg) => arg.name === name)?.value;
  const is = (name: string): boolean => !/^(?:False)?$/.test(sourceOf(option(name), text));
  const counted = literalDefault(option('default'), text);
  const nargs = option('nargs');
  const words = nargs?.name === 'Number' ? exactly(Number(sourceOf(nargs, text))) : anyWords;
  const one = option('flag_value') === undefined ? oneWord : maybeWord;
  return {
    name: (names.find((name) => !name.startsWith('-')) ?? destOf(flags)).replaceAll('-', '_'),
    flags: [...flags, ...negative],
    negative,
    by: 'click',
    type: option('type') === undefined ? typeLike(counted) : typeNamed(sourceOf(option('type'), text)),
    ...clickChoices(option('type'), text),
    default: counted,
    ...(is('count') && { counts: true }),
    sets: is('count') ? { text: '1', isText: false } : undefined,
    list: is('multiple') ? 'times' : nargs && 'words',
    takes: is('is_flag') || is('count') || negative.length > 0 ? noWord : nargs === undefined ? one : words,
    place: { file, line: lineAt(text, list.from) },
  };
}

/** `--shout/--no-shout`: what stands behind the slash switches off. */
function clickFlags(names: readonly string[]): { readonly flags: string[]; readonly negative: string[] } {
  const pairs = names.filter((name) => name.startsWith('-')).map((name) => name.split(/\s*[/;]\s*/));
  return { flags: pairs.flatMap(([flag]) => flag ?? []), negative: pairs.flatMap(([, ...others]) => others) };
}

/** `click.INT`, `click.IntRange(1, 8)` */
function typeNamed(written: string): ParameterType | undefined {
  return namedTypes.get(/^(?:\w+\.)?(\w+)/.exec(written)?.[1] ?? '');
}

/** Where an option has no type, its default has one. */
function typeLike(counted: DefaultValue | undefined): ParameterType | undefined {
  if (counted?.isText !== false) return counted && 'str';
  if (/^[TF]/.test(counted.text)) return 'bool';
  return /^[-+]?\d+$/.test(counted.text) ? 'int' : 'float';
}

/** Of `click.Choice([…])` */
function clickChoices(node: SyntaxNode | undefined, text: string): Pick<Declared, 'choices' | 'anyCase'> {
  if (!/^(?:\w+\.)?Choice\(/.test(sourceOf(node, text))) return {};
  const [first, another] = argumentsOf(node?.lastChild ?? undefined, text);
  return { choices: literalTexts(first?.value, text), anyCase: sourceOf(another?.value, text) === 'False' };
}

/** A parameter of a function that Typer calls; of one without a flag, no flags. */
export function typerOption(
  name: string,
  annotation: SyntaxNode | undefined,
  value: SyntaxNode | undefined,
  place: Declared['place'],
  text: string,
): Declared | undefined {
  const type = sourceOf(annotation, text).slice(1).trim();
  if (/^(?:typer\.)?(?:Context|CallbackParam)\b/.test(type)) return undefined;
  const parts = annotation === undefined ? [] : childrenOf(annotation).flatMap(childrenOf);
  const within = parts.find((part) => isTyper(part, text));
  const described = within ?? (isTyper(value, text) ? value : undefined);
  const args = argumentsOf(described?.lastChild ?? undefined, text);
  const plain = args.filter((arg) => arg.name === undefined).map((arg) => arg.value);
  const words = plain.map((node) => literalText(node, text)).filter((word) => word?.startsWith('-') === true);
  const { flags, negative } = clickFlags(words.filter((word) => word !== undefined));
  // in `= typer.Option(8, "--lr")` the first word is the default
  const own = args.find((arg) => arg.name === 'default')?.value ?? plain[0];
  const counted = described === undefined || within !== undefined ? value : own;
  const field = fieldOf(name, type, sourceOf(counted, text) === '...' ? undefined : counted, place, text);
  const isArgument =
    described === undefined ? value === undefined : sourceOf(described, text).includes('Argument(');
  if (isArgument) return { ...field, by: 'typer', flags: [] };
  const dashed = name.replaceAll('_', '-');
  const isSwitch = field.type === 'bool' && field.list === undefined;
  const off = isSwitch && flags.length === 0 ? [`--no-${dashed}`] : negative;
  const has = (option: RegExp): boolean => args.some((arg) => option.test(arg.name ?? ''));
  const isRead = has(/^(?:parser|click_type|is_flag|flag_value|count)$/);
  return {
    ...field,
    ...(isRead ? { choices: undefined, type: undefined, classes: [] } : {}),
    anyCase: has(/^case_sensitive$/),
    by: 'typer',
    flags: [...(flags.length > 0 ? flags : [`--${dashed}`]), ...off],
    negative: off,
    list: field.list && 'times',
    takes: isRead ? anyWords : isSwitch ? noWord : oneWord,
  };
}

function isTyper(node: SyntaxNode | undefined, text: string): boolean {
  return node?.name === 'CallExpression' && /^(?:\w+\.)?(?:Option|Argument)\(/.test(sourceOf(node, text));
}
