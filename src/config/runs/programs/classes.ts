import { childrenOf, type SyntaxNode } from '../../../documents/python/syntax.ts';
import { annotationOf } from './annotation.ts';
import { aliasesOf } from './loaded.ts';
import { anyWords, type ClassFacts, type CliSettings, type Declared, oneWord } from './model.ts';
import {
  type Argument,
  argumentsOf,
  lineAt,
  literalDefault,
  literalText,
  literalTexts,
  sourceOf,
} from './syntax.ts';

/** The fields that a class declares by annotations, as dataclasses and pydantic models do, or the members of an Enum. */
export function classFacts(node: SyntaxNode, text: string, file: string): ClassFacts {
  const body = node.getChild('Body');
  const statements = body === null ? [] : childrenOf(body);
  const args = argumentsOf(node.getChild('ArgList') ?? undefined, text).filter(
    ({ name }) => name === undefined,
  );
  const bases = args.map(({ value }) => sourceOf(value, text));
  const written = sourceOf(node, text);
  const isEnum = bases.some((base) => /(?:^|\.)(?:Str|Int)?Enum$/.test(base));
  return {
    name: sourceOf(node.getChild('VariableName') ?? undefined, text),
    bases,
    fields: statements.flatMap((statement) => classField(statement, text, file)),
    isOpen: takesMore.test(written),
    members: isEnum ? statements.flatMap((statement) => member(statement, text)) : undefined,
    settings: settingsOf(written),
  };
}

/** Pydantic's classes that take other names too, or rename them before they are read. */
const takesMore =
  /\bextra\s*=\s*(?:["']allow["']|Extra\.allow)|model_validator\(\s*mode\s*=\s*["']before|@root_validator|cli_(?:prefix|ignore_unknown_args|shortcuts)\b|CliSubCommand/;

function settingsOf(written: string): CliSettings | undefined {
  if (!written.includes('cli_')) return undefined;
  const is = (name: string): boolean =>
    new RegExp(`\\bcli_${name}['"]?\\s*[=:]\\s*(?!False|None)`).test(written);
  return { isParsed: is('parse_args'), isKebab: is('kebab_case'), isImplicit: is('implicit_flags') };
}

function member(statement: SyntaxNode, text: string): [string, string | undefined][] {
  if (statement.name !== 'AssignStatement') return [];
  const [name, equals, value] = childrenOf(statement);
  if (name?.name !== 'VariableName' || equals?.name !== 'AssignOp') return [];
  return [[sourceOf(name, text), literalDefault(value, text)?.text]];
}

function classField(statement: SyntaxNode, text: string, file: string): Declared[] {
  if (statement.name !== 'AssignStatement') return [];
  const [name, annotation, , value] = childrenOf(statement);
  if (name?.name !== 'VariableName' || annotation?.name !== 'TypeDef') return [];
  const written = sourceOf(name, text);
  const type = sourceOf(annotation, text).slice(1).trim();
  const isLeftOut = /^[\w.]*field\(.*\binit\s*=\s*False/s.test(sourceOf(value, text));
  if (isLeftOut || written.startsWith('_') || /^(?:typing\.)?ClassVar\b/.test(type)) return [];
  return [fieldOf(written, type, value, { file, line: lineAt(text, statement.from) }, text)];
}

/** A field of a class or a parameter of a function, with its annotation and its default. */
export function fieldOf(
  name: string,
  annotation: string,
  value: SyntaxNode | undefined,
  place: Declared['place'],
  text: string,
): Declared {
  const { isList, classes, ...known } = annotationOf(annotation);
  const counted = defaultOf(value, text);
  const aliases = value?.name === 'CallExpression' ? aliasesOf(childrenOf(value)[1], text) : [];
  const names = aliases.length > 0 ? aliases : [name];
  return {
    name,
    alias: aliases[0],
    flags: [...names.map((each) => `--${each}`), ...(describedTexts(value, 'aliases', text) ?? [])],
    choices: describedTexts(value, 'choices', text),
    ...known,
    default: literalDefault(counted, text),
    classes,
    list: isList && 'words',
    hasDefault: counted !== undefined,
    takes: known.type === undefined || known.type === 'bool' || isList ? anyWords : oneWord,
    place,
  };
}

/** The arguments of what describes a field: `field(…)`, pydantic's `Field(…)`, `HfArg(…)`; `undefined` of any other value. */
function described(value: SyntaxNode | undefined, text: string): Argument[] | undefined {
  const [callee, list] = value?.name === 'CallExpression' ? childrenOf(value) : [];
  return /(?:^|\.)(?:[fF]ield|HfArg|arg)$/.test(sourceOf(callee, text)) ? argumentsOf(list, text) : undefined;
}

/** The default of a field: `8`, `field(default=8)`, `Field(8)`; what makes it where it is not literal. */
function defaultOf(value: SyntaxNode | undefined, text: string): SyntaxNode | undefined {
  const args = described(value, text);
  if (args === undefined) return value;
  const found = args.find(
    ({ name }) => name === undefined || name === 'default' || name === 'default_factory',
  )?.value;
  return sourceOf(found, text) === '...' ? undefined : found;
}

/** `field(metadata={"choices": […]})`, or `HfArg(aliases=…)`. */
function describedTexts(value: SyntaxNode | undefined, key: string, text: string): string[] | undefined {
  const args = described(value, text) ?? [];
  const metadata = args.find(({ name }) => name === 'metadata')?.value;
  const items = metadata?.name === 'DictionaryExpression' ? childrenOf(metadata) : [];
  const at = items.findIndex((item) => literalText(item, text) === key);
  const found = at < 0 ? args.find(({ name }) => name === key)?.value : items[at + 2];
  const one = literalText(found, text);
  return one === undefined ? literalTexts(found, text) : [one];
}
