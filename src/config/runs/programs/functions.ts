import { childrenOf, type SyntaxNode } from '../../../documents/python/syntax.ts';
import { fieldOf } from './classes.ts';
import { typerOption } from './click.ts';
import type { ClassFacts, Library } from './model.ts';
import { lineAt, sourceOf } from './syntax.ts';

/** What a function takes, as the command line of a library gives it; `line`: where `text` begins in its file, from 0. */
export function functionFacts(
  node: SyntaxNode,
  text: string,
  file: string,
  line: number,
  by: Library,
): ClassFacts {
  const list = node.getChild('ParamList');
  const parts = list === null ? [] : childrenOf(list);
  const fields = parts.flatMap((part, at) => {
    if (part.name !== 'VariableName' || /^\*|^AssignOp$/.test(parts[at - 1]?.name ?? '')) return [];
    const annotation = parts[at + 1]?.name === 'TypeDef' ? parts[at + 1] : undefined;
    const behind = annotation === undefined ? at + 1 : at + 2;
    const value = parts[behind]?.name === 'AssignOp' ? parts[behind + 1] : undefined;
    const place = { file, line: line + lineAt(text, part.from) };
    const name = sourceOf(part, text);
    if (by === 'typer') return typerOption(name, annotation, value, place, text) ?? [];
    return fieldOf(name, sourceOf(annotation, text).slice(1).trim(), value, place, text);
  });
  const isStarred = ({ name }: SyntaxNode, at: number): boolean =>
    /^\*\*?$/.test(name) && parts[at + 1]?.name === 'VariableName';
  return {
    name: sourceOf(node.getChild('VariableName') ?? undefined, text),
    bases: [],
    fields,
    isOpen: parts.some(isStarred),
  };
}
