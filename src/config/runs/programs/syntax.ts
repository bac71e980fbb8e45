import { stringLiteral, unescaped } from '../../../documents/python/string.ts';
import { childrenOf, type SyntaxNode } from '../../../documents/python/syntax.ts';
import type { DefaultValue } from './model.ts';

/** An argument of a call: its name, if it has one, and its value. */
export interface Argument {
  readonly name?: string;
  readonly value: SyntaxNode;
  readonly isStarred: boolean;
}

/** What names at the top of a module stand for, as far as it is written there once. */
export type Constants = ReadonlyMap<string, SyntaxNode>;

export function argumentsOf(list: SyntaxNode | undefined, text: string, constants?: Constants): Argument[] {
  const args: Argument[] = [];
  const known = (node: SyntaxNode): SyntaxNode =>
    (node.name === 'VariableName' ? constants?.get(text.slice(node.from, node.to)) : undefined) ?? node;
  const children = list === undefined ? [] : childrenOf(list).slice(1, -1);
  for (let at = 0; at < children.length; at += 1) {
    const child = children[at];
    if (child === undefined || child.name === ',') continue;
    if (child.name === '*' || child.name === '**') {
      const value = children[(at += 1)];
      if (value !== undefined) args.push({ value, isStarred: true });
    } else if (children[at + 1]?.name === 'AssignOp') {
      const value = children[(at += 2)];
      if (value !== undefined)
        args.push({ name: text.slice(child.from, child.to), value: known(value), isStarred: false });
    } else args.push({ value: known(child), isStarred: false });
  }
  return args;
}

/** What is written for a node; nothing where there is none. */
export function sourceOf(node: SyntaxNode | undefined, text: string): string {
  return node === undefined ? '' : text.slice(node.from, node.to);
}

/** The text of a literal; `undefined` of anything else. */
export function literalText(node: SyntaxNode | undefined, text: string): string | undefined {
  if (node?.name !== 'String') return undefined;
  const { kind, isRaw, body } = stringLiteral(text.slice(node.from, node.to));
  return kind === 'str' ? unescaped(body, isRaw) : undefined;
}

/** A number, a text, True or False; `undefined` of anything else, None included. */
export function literalDefault(node: SyntaxNode | undefined, text: string): DefaultValue | undefined {
  if (node === undefined) return undefined;
  const written = text.slice(node.from, node.to);
  if (/^(?:True|False|[-+]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)$/.test(written))
    return { text: written.replaceAll('_', ''), isText: false };
  const value = literalText(node, text);
  return value === undefined ? undefined : { text: value, isText: true };
}

/** The literals of a list or tuple, as the command line would give them; `undefined` where one is none. */
export function literalTexts(node: SyntaxNode | undefined, text: string): string[] | undefined {
  if (node?.name !== 'ArrayExpression' && node?.name !== 'TupleExpression') return undefined;
  const texts: string[] = [];
  for (const item of childrenOf(node)) {
    if (/^[[\](),]$/.test(item.name)) continue;
    const value = item.name === 'Number' ? text.slice(item.from, item.to) : literalText(item, text);
    if (value === undefined) return undefined;
    texts.push(value);
  }
  return texts;
}

export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** Literals, lists and tuples that a name at the top of a module is bound to, and to nothing else there. */
export function constantsOf(module: SyntaxNode, text: string): Constants {
  const constants = new Map<string, SyntaxNode>();
  const bound = new Set<string>();
  for (const statement of childrenOf(module)) {
    const [name, equals, value, more] = statement.name === 'AssignStatement' ? childrenOf(statement) : [];
    if (name?.name !== 'VariableName') continue;
    const written = text.slice(name.from, name.to);
    constants.delete(written);
    const isPlain = equals?.name === 'AssignOp' && more === undefined && !bound.has(written);
    if (
      isPlain &&
      value !== undefined &&
      /^(?:String|Number|Boolean|(?:Array|Tuple)Expression)$/.test(value.name)
    )
      constants.set(written, value);
    bound.add(written);
  }
  return constants;
}
