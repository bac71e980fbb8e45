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
      const named =
        child.name === '**' && value !== undefined ? keywordsOf(known(value), text, constants) : undefined;
      if (named !== undefined) args.push(...named);
      else if (value !== undefined) args.push({ value, isStarred: true });
    } else if (children[at + 1]?.name === 'AssignOp') {
      const value = children[(at += 2)];
      if (value !== undefined)
        args.push({ name: text.slice(child.from, child.to), value: known(value), isStarred: false });
    } else args.push({ value: known(child), isStarred: false });
  }
  return args;
}

/** `**{"type": int}` and `**dict(type=int)` as the arguments that they are; `undefined` where a name is not literal. */
function keywordsOf(
  node: SyntaxNode,
  text: string,
  constants: Constants | undefined,
): Argument[] | undefined {
  if (node.name === 'CallExpression' && sourceOf(childrenOf(node)[0], text) === 'dict')
    return argumentsOf(childrenOf(node)[1], text, constants);
  const pairs = pairsOf(node)?.map(([key, value]) => [literalText(key, text), value] as const);
  if (pairs?.every(([name]) => name !== undefined) !== true) return undefined;
  return pairs.map(([name = '', value]) => ({ name, value, isStarred: false }));
}

/** The keys and values of a mapping; `undefined` of what is none, or has more than is written. */
export function pairsOf(node: SyntaxNode | undefined): [SyntaxNode, SyntaxNode][] | undefined {
  if (node?.name !== 'DictionaryExpression') return undefined;
  const parts = childrenOf(node).filter(({ name }) => !/^[{}:,]$/.test(name));
  if (parts.length % 2 === 1 || parts.some(({ name }) => name === '**')) return undefined;
  const pairs: [SyntaxNode, SyntaxNode][] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const [key, value] = [parts[at], parts[at + 1]];
    if (key !== undefined && value !== undefined) pairs.push([key, value]);
  }
  return pairs;
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

/** What a call such as `list(A)`, `sorted(A)` and `A.items()` is about, with the name of the method; the node itself else. */
export function iteratedBy(
  node: SyntaxNode | undefined,
  text: string,
  constants: Constants | undefined,
): { readonly node: SyntaxNode | undefined; readonly method?: string | undefined } {
  const known = (each: SyntaxNode | undefined): SyntaxNode | undefined =>
    (each?.name === 'VariableName' ? constants?.get(sourceOf(each, text)) : undefined) ?? each;
  if (node?.name !== 'CallExpression') return { node: known(node) };
  const [callee, list] = childrenOf(node);
  const [only, ...more] = argumentsOf(list, text, constants);
  if (
    /^(?:list|tuple|set|sorted)$/.test(sourceOf(callee, text)) &&
    only?.name === undefined &&
    more.length === 0
  )
    return iteratedBy(only?.value, text, constants);
  const [of, , name] = callee?.name === 'MemberExpression' ? childrenOf(callee) : [];
  const method = sourceOf(name, text);
  return only === undefined && /^(?:keys|values|items)$/.test(method)
    ? { node: known(of), method }
    : { node };
}

/** The literals of a list, a tuple, a set or the keys of a mapping, as the command line would give them; `undefined` where one is none. */
export function literalTexts(
  written: SyntaxNode | undefined,
  text: string,
  constants?: Constants,
): string[] | undefined {
  const { node, method } = iteratedBy(written, text, constants);
  const items = itemsOf(node) ?? pairsOf(node)?.map((pair) => pair[method === 'values' ? 1 : 0]);
  if (items === undefined || method === 'items') return undefined;
  const texts: string[] = [];
  for (const item of items) {
    const value = item.name === 'Number' ? text.slice(item.from, item.to) : literalText(item, text);
    if (value === undefined) return undefined;
    texts.push(value);
  }
  return texts;
}

/** The items of a list, a tuple or a set; `undefined` where it is none, or has more than is written. */
export function itemsOf(node: SyntaxNode | undefined): SyntaxNode[] | undefined {
  if (node === undefined || !/^(?:Array|Tuple|Set)Expression$/.test(node.name)) return undefined;
  const items = childrenOf(node).filter(({ name }) => !/^[[\](){},]$/.test(name));
  return items.some(({ name }) => name === '*') ? undefined : items;
}

export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** `A["b"] = …`, `A.update(…)`, `A += …`: more may be in it than is written. */
function isChanged(name: string, text: string): boolean {
  return new RegExp(
    `\\b${name}(?:\\[[^\\]\\n]*\\]\\s*=[^=]|\\.(?:update|setdefault|append|extend|insert|add|pop|remove|clear)\\(|\\s*[|+]=)`,
  ).test(text);
}

/** Literals, lists, mappings and tuples that a name at the top of a module is bound to, and to nothing else there. */
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
      /^(?:String|Number|Boolean|(?:Array|Tuple|Set|Dictionary)Expression)$/.test(value.name) &&
      !(value.name.endsWith('Expression') && isChanged(written, text))
    )
      constants.set(written, value);
    bound.add(written);
  }
  return constants;
}
