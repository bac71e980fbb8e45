import { placeOf } from './evaluation.ts';
import { childrenOf, type SyntaxNode } from './syntax.ts';
import type { Place } from './values.ts';

/** What a statement may bind, change and call, wherever in it. */
export interface Targets {
  readonly names: readonly { readonly name: string; readonly place: Place }[];
  /** Names whose mappings or lists it may change. */
  readonly roots: ReadonlySet<string>;
  readonly calls: ReadonlySet<string>;
}

/** Looks through a statement that cannot be followed. Bodies of functions are left out: they do nothing until they are called. */
export function targetsOf(statement: SyntaxNode, text: string): Targets {
  const names: { name: string; place: Place }[] = [];
  const roots = new Set<string>();
  const calls = new Set<string>();
  const source = ({ from, to }: SyntaxNode): string => text.slice(from, to);
  const bind = (node: SyntaxNode): void => {
    if (node.name === 'VariableName') names.push({ name: source(node), place: placeOf(node) });
    else if (node.name === 'MemberExpression') roots.add(rootOf(node, source));
    else childrenOf(node).forEach(bind);
  };
  const visit = (node: SyntaxNode): void => {
    const children = childrenOf(node);
    targetNodes(node, children).forEach(bind);
    if (node.name === 'CallExpression') {
      const [callee, list] = children;
      if (callee !== undefined) calls.add(source(callee));
      if (callee?.name === 'MemberExpression') roots.add(rootOf(callee, source));
      if (list !== undefined)
        for (const argument of childrenOf(list))
          if (argument.name === 'VariableName') roots.add(source(argument));
    }
    if (!isCode.has(node.name)) children.forEach(visit);
  };
  visit(statement);
  return { names, roots, calls };
}

const isCode: ReadonlySet<string> = new Set(['FunctionDefinition', 'ClassDefinition', 'LambdaExpression']);

function rootOf(node: SyntaxNode, source: (node: SyntaxNode) => string): string {
  let root = node;
  while (root.firstChild !== null && root.name === 'MemberExpression') root = root.firstChild;
  return source(root);
}

/** The children that a statement binds. */
function targetNodes({ name }: SyntaxNode, children: readonly SyntaxNode[]): readonly SyntaxNode[] {
  const before = (word: string): number => children.findLastIndex((child) => child.name === word);
  if (name === 'AssignStatement') return children.slice(0, Math.max(0, before('AssignOp')));
  if (
    name === 'UpdateStatement' ||
    name === 'NamedExpression' ||
    name === 'FunctionDefinition' ||
    name === 'ClassDefinition'
  )
    return name === 'FunctionDefinition' || name === 'ClassDefinition'
      ? children.filter((child) => child.name === 'VariableName').slice(0, 1)
      : children.slice(0, 1);
  if (name === 'ForStatement') return children.slice(1, Math.max(1, before('in')));
  if (name === 'DeleteStatement') return children.slice(1);
  if (name === 'ImportStatement') return children.filter((child) => child.name === 'VariableName');
  if (name === 'WithStatement' || name === 'TryStatement' || name === 'MatchStatement')
    return children.filter((_, index) => children[index - 1]?.name === 'as');
  return [];
}
