import { childrenOf, type SyntaxNode } from '../../../documents/python/syntax.ts';
import type { ClassFacts, Declared, ParameterType } from './model.ts';
import { argumentsOf, lineAt, literalText, literalTexts } from './syntax.ts';

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
  };
}

function field(statement: SyntaxNode, text: string, file: string): Declared[] {
  if (statement.name !== 'AssignStatement') return [];
  const [name, annotation, , value] = childrenOf(statement);
  if (name?.name !== 'VariableName' || annotation?.name !== 'TypeDef') return [];
  const written = text.slice(name.from, name.to);
  const type = text.slice(annotation.from + 1, annotation.to).trim();
  if (written.startsWith('_') || /^(?:typing\.)?ClassVar\b/.test(type)) return [];
  const known = fieldType(type);
  const choices = choicesOf(type) ?? metadataChoices(value, text);
  return [
    {
      name: written,
      flags: [`--${written}`],
      ...(known === undefined ? {} : { type: known }),
      ...(choices === undefined ? {} : { choices }),
      takes: known === undefined || known === 'bool' ? 'any' : 'one',
      place: { file, line: lineAt(text, statement.from) },
    },
  ];
}

/** `int`, `Optional[int]`, `int | None`; `undefined` for what is not so simple. */
function fieldType(type: string): ParameterType | undefined {
  const inner =
    /^(?:typing\.)?Optional\[\s*(\w+)\s*\]$/.exec(type)?.[1] ?? /^(\w+)\s*\|\s*None$/.exec(type)?.[1] ?? type;
  return inner === 'int' || inner === 'float' || inner === 'str' || inner === 'bool' ? inner : undefined;
}

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
