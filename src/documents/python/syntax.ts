import * as lezerPython from '@lezer/python';
import type { SyntaxNode, Tree } from '@lezer/common';

export type { SyntaxNode } from '@lezer/common';

/** A module's syntax, with the place of each node; the parser is loaded when it is first called. */
export function parsePython(text: string): Tree {
  return lezerPython.parser.parse(text.replaceAll(bareFraction, '$1_'));
}

/** The same up to shortly behind what is wrong, if anything is: behind it the parser tries to go on, at 30 µs for each character. */
export function parseUntilWrong(text: string): Tree {
  const source = text.replaceAll(bareFraction, '$1_');
  try {
    return lezerPython.parser.configure({ strict: true }).parse(source);
  } catch (error) {
    const at = error instanceof SyntaxError ? /^No parse at (\d+)$/.exec(error.message)?.[1] : undefined;
    if (at === undefined) throw error;
    return lezerPython.parser.parse(source.slice(0, Number(at) + context));
  }
}

/** Characters behind an error, by which the parser decides where it is. */
const context = 2000;

/** `4.` and `4.e5`, which the grammar does not know: a digit's place is as long, and what is said of it comes from the text itself. */
const bareFraction = /(?<![\w.])(\d[\d_]*)\.(?=[eEjJ]|[^\w.]|$)/g;

/** Where the parser met what is not Python 3; `undefined` where all is well. */
export function syntaxError(tree: Tree): { readonly from: number; readonly to: number } | undefined {
  let found: { from: number; to: number } | undefined;
  tree.iterate({
    enter: ({ type, from, to }) => {
      if (type.isError) found ??= { from, to };
      return found === undefined;
    },
  });
  return found;
}

/** Named and literal children (punctuation too), without comments. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.name !== 'Comment') children.push(child);
  }
  return children;
}

/** Calls `visit` for a node and all below it, but for what lies below a node for which it returns false. */
export function walk(node: SyntaxNode, visit: (node: SyntaxNode) => boolean): void {
  if (!visit(node)) return;
  for (const child of childrenOf(node)) walk(child, visit);
}

/** Deepest nesting of brackets and blocks: the parser and its readers recurse. */
export function deepestNode(tree: Tree): number {
  let depth = 0;
  let deepest = 0;
  tree.iterate({
    enter: () => {
      depth += 1;
      deepest = Math.max(deepest, depth);
    },
    leave: () => {
      depth -= 1;
    },
  });
  return deepest;
}
