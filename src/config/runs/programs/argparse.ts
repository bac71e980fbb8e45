import { childrenOf, type SyntaxNode } from '../../../documents/python/syntax.ts';
import { plainTypes } from './annotation.ts';
import {
  anyWords,
  type Declared,
  type DefaultValue,
  maybeWord,
  noWord,
  oneWord,
  type ParameterType,
  type Takes,
} from './model.ts';
import { knownText } from './loops.ts';
import {
  type Argument,
  argumentsOf,
  type Constants,
  lineAt,
  literalDefault,
  literalText,
  literalTexts,
  sourceOf,
} from './syntax.ts';

/** What a call of `add_argument` declares; `undefined` where its names are not literal. */
export function addedArgument(
  list: SyntaxNode,
  text: string,
  file: string,
  constants: Constants,
): Declared | undefined {
  const args = argumentsOf(list, text, constants);
  const flags = flagsOf(args, text, constants);
  if (flags === undefined) return undefined;
  const option = (name: string): SyntaxNode | undefined => args.find((arg) => arg.name === name)?.value;
  const dest = knownText(option('dest'), text, constants) ?? destOf(flags);
  const type = typeOf(option('type'), text);
  const choices = literalTexts(option('choices'), text, constants) ?? rangeTexts(option('choices'), text);
  const named = choices === undefined ? namedEnum(option('choices'), option('type'), text) : undefined;
  const own =
    choices === undefined
      ? (named ?? enumOf(option('choices'), text) ?? enumOf(option('type'), text))
      : undefined;
  const action = actionOf(option('action'), text);
  const takes = takesOf(action, option('nargs'), text);
  const negative = action === 'BooleanOptionalAction' ? negated(flags) : [];
  const isLong = takes[1] > 1 || option('nargs')?.name === 'Number';
  return {
    name: dest.replaceAll('-', '_'),
    flags: [...flags.filter((flag) => flag.startsWith('-')), ...negative],
    by: 'argparse',
    negative,
    type,
    choices,
    classes: own === undefined ? [] : [own],
    ...(named !== undefined && { isByName: true }),
    default: option('default') === undefined ? switched.get(action) : literalDefault(option('default'), text),
    ...(action === 'count' && { counts: true }),
    sets: alone(action, literalDefault(option('const'), text)),
    list: action === 'append' || action === 'extend' ? 'times' : isLong ? 'words' : undefined,
    takes,
    place: { file, line: lineAt(text, list.from) },
  };
}

/** What counts where a switch is not given. */
const switched: ReadonlyMap<string, DefaultValue> = new Map([
  ['store_true', { text: 'False', isText: false }],
  ['store_false', { text: 'True', isText: false }],
]);

const one = { text: '1', isText: false } as const;

/** What a flag sets where no word stands behind it. */
function alone(action: string, constant: DefaultValue | undefined): DefaultValue | undefined {
  if (action === 'store_false') return switched.get('store_true');
  return action === 'count' ? one : constant;
}

/** The literal names of an argument; `undefined` where one is made when it runs, or there is none. */
function flagsOf(args: readonly Argument[], text: string, constants: Constants): string[] | undefined {
  const given = args.filter(({ name, isStarred }) => name === undefined && !isStarred);
  const flags = given
    .map(({ value }) => knownText(value, text, constants))
    .filter((name) => name !== undefined);
  const isWhole = flags.length === given.length && !args.some(({ isStarred }) => isStarred);
  return flags.length > 0 && isWhole ? flags : undefined;
}

/** `store` where there is none, the last word of a class. */
function actionOf(node: SyntaxNode | undefined, text: string): string {
  if (node === undefined) return 'store';
  return literalText(node, text) ?? sourceOf(node, text).replace(/^.*\./s, '');
}

/** The first long flag names the value, else the first short one. */
export function destOf(flags: readonly string[]): string {
  return (flags.find((flag) => flag.startsWith('--')) ?? flags[0] ?? '').replace(/^-+/, '');
}

export function typeOf(node: SyntaxNode | undefined, text: string): ParameterType | undefined {
  return plainTypes.find((type) => type === sourceOf(node, text));
}

/** `Mode` of `type=Mode`, `choices=list(Mode)` and `choices=[mode.value for mode in Mode]`. */
function enumOf(node: SyntaxNode | undefined, text: string): string | undefined {
  return /^(?:list\((?:\w+\.)*(\w+)\)|[[(]?\s*(\w+)\.value\s+for\s+\2\s+in\s+(?:\w+\.)*(\w+)\s*[\])]?|(?:\w+\.)*([A-Z]\w*))$/
    .exec(unlisted(node, text))
    ?.slice(1)
    .findLast((each) => each !== undefined);
}

/** `Mode` of `choices=[mode.name for mode in Mode]`, `choices=Mode.__members__` and `type=lambda name: Mode[name]`. */
function namedEnum(
  choices: SyntaxNode | undefined,
  type: SyntaxNode | undefined,
  text: string,
): string | undefined {
  const listed =
    /^[[(]?\s*(\w+)\.name\s+for\s+\1\s+in\s+(?:\w+\.)*(\w+)\s*[\])]?$|^(?:\w+\.)*(\w+)\.__members__(?:\.keys\(\))?$/.exec(
      unlisted(choices, text),
    );
  const made = /^lambda\s+(\w+)\s*:\s*(?:\w+\.)*(\w+)\[\1\]$|^(?:\w+\.)*(\w+)\.__getitem__$/.exec(
    sourceOf(type, text),
  );
  return listed?.[2] ?? listed?.[3] ?? made?.[2] ?? made?.[3];
}

/** What `list(…)`, `tuple(…)` and `sorted(…)` are made of, where that is a comprehension or the members of a class. */
function unlisted(node: SyntaxNode | undefined, text: string): string {
  const source = sourceOf(node, text);
  return /^(?:list|tuple|set|sorted)\((.*(?:\sfor\s|__members__).*)\)$/s.exec(source)?.[1] ?? source;
}

/** The numbers of `range(1, 9)`, but for a range that nobody would list. */
function rangeTexts(node: SyntaxNode | undefined, text: string): string[] | undefined {
  const [, first, end] = /^range\(\s*(\d{1,6})\s*(?:,\s*(\d{1,6})\s*)?\)$/.exec(sourceOf(node, text)) ?? [];
  if (first === undefined) return undefined;
  const from = end === undefined ? 0 : Number(first);
  const length = Math.max(0, Number(end ?? first) - from);
  return length > 1000 ? undefined : Array.from({ length }, (_, at) => String(from + at));
}

/** `BooleanOptionalAction` takes `--no-x` as well. */
function negated(flags: readonly string[]): string[] {
  return flags.filter((flag) => flag.startsWith('--')).map((flag) => `--no-${flag.slice(2)}`);
}

const switches = /^(?:store_(?:true|false|const)|append_const|count|help|version|BooleanOptionalAction)$/;

function takesOf(action: string, nargs: SyntaxNode | undefined, text: string): Takes {
  if (switches.test(action)) return noWord;
  if (!/^(?:store|append|extend)$/.test(action)) return anyWords;
  if (nargs === undefined) return action === 'extend' ? anyWords : oneWord;
  if (nargs.name === 'Number') return exactly(Number(sourceOf(nargs, text)));
  const name = literalText(nargs, text);
  if (name === '?') return maybeWord;
  return name === '+' ? [1, Number.POSITIVE_INFINITY] : anyWords;
}

export function exactly(words: number): Takes {
  return [words, words];
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
