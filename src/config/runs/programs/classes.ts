import { childrenOf, type SyntaxNode } from '../../../documents/python/syntax.ts';
import type { ClassFacts, Declared, DefaultValue, ParameterType } from './model.ts';
import { aliasOf } from './loaded.ts';
import { argumentsOf, lineAt, literalDefault, literalText, literalTexts } from './syntax.ts';

/** The fields that a class declares by annotations, as dataclasses and pydantic models do. */
export function classFacts(node: SyntaxNode, text: string, file: string): ClassFacts | undefined {
  const children = childrenOf(node);
  const name = children.find((child) => child.name === 'VariableName');
  const body = children.find((child) => child.name === 'Body');
  if (name === undefined || body === undefined) return undefined;
  const bases = argumentsOf(
    children.find((child) => child.name === 'ArgList'),
    text,
  );
  const fields = childrenOf(body).flatMap((statement) => field(statement, text, file));
  return {
    name: text.slice(name.from, name.to),
    bases: bases
      .filter((base) => base.name === undefined)
      .map(({ value }) => text.slice(value.from, value.to)),
    fields,
    isOpen: takesMore.test(text.slice(node.from, node.to)),
  };
}

/** Pydantic's classes that take other names too, or rename them before they are read. */
const takesMore =
  /\bextra\s*=\s*(?:["']allow["']|Extra\.allow)|model_validator\(\s*mode\s*=\s*["']before|@root_validator/;

function field(statement: SyntaxNode, text: string, file: string): Declared[] {
  if (statement.name !== 'AssignStatement') return [];
  const [name, annotation, , value] = childrenOf(statement);
  if (name?.name !== 'VariableName' || annotation?.name !== 'TypeDef') return [];
  const written = text.slice(name.from, name.to);
  const type = text.slice(annotation.from + 1, annotation.to).trim();
  if (written.startsWith('_') || /^(?:typing\.)?ClassVar\b/.test(type)) return [];
  const known = fieldType(type);
  const classes = known === undefined ? classesOf(type) : [];
  const choices = choicesOf(type) ?? metadataChoices(value, text);
  const counted = fieldDefault(value, text);
  const alias = value?.name === 'CallExpression' ? aliasOf(childrenOf(value)[1], text) : undefined;
  return [
    {
      name: written,
      flags: [`--${written}`],
      ...(alias === undefined ? {} : { alias }),
      ...(known === undefined ? {} : { type: known }),
      ...(choices === undefined ? {} : { choices }),
      ...(counted === undefined ? {} : { default: counted }),
      ...(classes.length === 0 ? {} : { classes }),
      takes: known === undefined || known === 'bool' ? 'any' : 'one',
      place: { file, line: lineAt(text, statement.from) },
    },
  ];
}

/** `8`, `field(default=8)` or pydantic's `Field(8)`. */
function fieldDefault(value: SyntaxNode | undefined, text: string): DefaultValue | undefined {
  if (value?.name !== 'CallExpression') return literalDefault(value, text);
  const [callee, list] = childrenOf(value);
  const name = callee === undefined ? '' : text.slice(callee.from, callee.to);
  if (!/(?:^|\.)[fF]ield$/.test(name)) return undefined;
  const args = argumentsOf(list, text);
  const first = name.endsWith('Field') ? args.find((arg) => arg.name === undefined) : undefined;
  return literalDefault((args.find((arg) => arg.name === 'default') ?? first)?.value, text);
}

/** `int`, `Optional[int]`, `int | None`; `undefined` for what is not so simple. */
function fieldType(type: string): ParameterType | undefined {
  const inner =
    /^(?:typing\.)?Optional\[\s*(\w+)\s*\]$/.exec(type)?.[1] ?? /^(\w+)\s*\|\s*None$/.exec(type)?.[1] ?? type;
  return inner === 'int' || inner === 'float' || inner === 'str' || inner === 'bool' ? inner : undefined;
}

/** Names in an annotation that are a class's by their spelling: `Optim` of `Optional[Optim]`. */
function classesOf(type: string): string[] {
  if (containers.test(type)) return [];
  const names = type.replaceAll(/Literal\[[^\]]*\]/g, '').match(/[A-Za-z_][\w.]*/g) ?? [];
  const last = names.map((name) => name.slice(name.lastIndexOf('.') + 1));
  return last.filter((name) => /^_?[A-Z]/.test(name) && !annotations.has(name)).slice(0, 20);
}

/** What they contain is not set below the name of the field. */
const containers =
  /^(?:(?:typing\.)?(?:Optional|Annotated)\[\s*)?(?:typing\.)?(?:list|dict|tuple|set|frozenset|Sequence|Mapping|Iterable)\b/i;

const annotations = new Set(
  'Any Annotated Callable Dict FrozenSet Iterable List Literal Mapping None Optional Path Sequence Set Tuple Type Union True False'.split(
    ' ',
  ),
);

function choicesOf(type: string): string[] | undefined {
  const inner = /^(?:typing\.)?Literal\[([^[\]]*)\]$/.exec(type)?.[1];
  const items = inner?.split(',').map((item) => /^\s*(['"])([^'"\\]*)\1\s*$/.exec(item)?.[2]);
  if (items === undefined || items.length === 0) return undefined;
  const texts = items.filter((item) => item !== undefined);
  return texts.length === items.length ? texts : undefined;
}

/** `field(metadata={"choices": […]})`, as HfArgumentParser takes it. */
function metadataChoices(value: SyntaxNode | undefined, text: string): string[] | undefined {
  if (value?.name !== 'CallExpression') return undefined;
  const metadata = argumentsOf(childrenOf(value)[1], text).find(({ name }) => name === 'metadata')?.value;
  if (metadata?.name !== 'DictionaryExpression') return undefined;
  const items = childrenOf(metadata);
  const at = items.findIndex((item) => literalText(item, text) === 'choices');
  return at < 0 ? undefined : literalTexts(items[at + 2], text);
}
