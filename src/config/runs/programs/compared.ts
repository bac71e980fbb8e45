import { childrenOf, parsePython, type SyntaxNode, walk } from '../../../documents/python/syntax.ts';
import { itemsOf, lineAt, literalText, sourceOf } from './syntax.ts';

/** A text with which code compares what a name stands for. */
export interface ComparedWord {
  /** The last step of `self.config.test_freq`, `config["test_freq"]`, `config.get("test_freq")`. */
  readonly name: string;
  readonly word: string;
  readonly line: number;
}

/** A larger module is not searched. */
const maxCharacters = 512 * 1024;

/** The words that the code of a module knows as values of a name: `==`, `in (…)` and `case`, but where it only raises. */
export function comparedWords(text: string): ComparedWord[] {
  if (text.length > maxCharacters) return [];
  const found: ComparedWord[] = [];
  walk(parsePython(text).topNode, (node) => {
    for (const [name, words] of comparisonsIn(node, text))
      for (const word of words) found.push({ name, word, line: lineAt(text, node.from) });
    return true;
  });
  return found;
}

type Comparison = readonly [name: string, words: readonly string[]];

function comparisonsIn(node: SyntaxNode, text: string): Comparison[] {
  if (node.name === 'MatchStatement') return matched(node, text);
  if (node.name !== 'BinaryExpression' || isRefused(node)) return [];
  const [left, operator, right, more] = childrenOf(node);
  if (more !== undefined) return [];
  const by = sourceOf(operator, text);
  if (by === '==')
    return [
      ...comparison(left, wordsOf([right], text), text),
      ...comparison(right, wordsOf([left], text), text),
    ];
  return by === 'in' ? comparison(left, wordsOf(itemsOf(right) ?? [], text), text) : [];
}

function comparison(of: SyntaxNode | undefined, words: readonly string[], text: string): Comparison[] {
  const name = words.length === 0 ? undefined : lastName(of, text);
  return name === undefined ? [] : [[name, words]];
}

function wordsOf(nodes: readonly (SyntaxNode | undefined)[], text: string): string[] {
  return nodes.flatMap((node) => literalText(node, text) ?? []);
}

function lastName(node: SyntaxNode | undefined, text: string): string | undefined {
  if (node?.name === 'VariableName') return sourceOf(node, text);
  const parts = node === undefined ? [] : childrenOf(node);
  if (node?.name === 'CallExpression') {
    const method = parts[0]?.name === 'MemberExpression' ? childrenOf(parts[0]).at(-1) : undefined;
    const [key] = parts[1] === undefined ? [] : childrenOf(parts[1]).slice(1);
    return sourceOf(method, text) === 'get' ? literalText(key, text) : undefined;
  }
  if (node?.name !== 'MemberExpression') return undefined;
  const last = parts.at(-1);
  return last?.name === 'PropertyName' ? sourceOf(last, text) : literalText(parts.at(-2), text);
}

/** `if mode == "x": raise …`: the code knows the word, and does not take it. */
function isRefused(node: SyntaxNode): boolean {
  let above = node;
  while (above.parent?.name === 'BinaryExpression' || above.parent?.name === 'ParenthesizedExpression')
    above = above.parent;
  const body = above.parent?.name === 'IfStatement' ? bodyAfter(above) : null;
  return refuses(body);
}

/** A body that does nothing but raise, whatever it says before: `log.error(…)`, a message put together. */
function refuses(body: SyntaxNode | null | undefined): boolean {
  const statements = body ? statementsOf(body) : [];
  const before = statements.slice(0, -1);
  return (
    statements.at(-1)?.name === 'RaiseStatement' &&
    before.every(({ name }) => name === 'ExpressionStatement' || name === 'AssignStatement')
  );
}

/** One line may have several. */
function statementsOf(body: SyntaxNode): readonly SyntaxNode[] {
  const lines = childrenOf(body).filter(({ name }) => name !== ':' && name !== ';');
  return lines.flatMap((line) => (line.name === 'StatementGroup' ? statementsOf(line) : [line]));
}

function bodyAfter(condition: SyntaxNode): SyntaxNode | null {
  let next = condition.nextSibling;
  while (next !== null && next.name !== 'Body') next = next.nextSibling;
  return next;
}

function matched(node: SyntaxNode, text: string): Comparison[] {
  const [, subject] = childrenOf(node);
  const clauses = childrenOf(node).find(({ name }) => name === 'MatchBody');
  const words = (clauses === undefined ? [] : childrenOf(clauses)).flatMap((clause) => {
    const [, pattern, body] = clause.name === 'MatchClause' ? childrenOf(clause) : [];
    return refuses(body) || pattern === undefined ? [] : patternWords(pattern, text);
  });
  return comparison(subject, words, text);
}

function patternWords(pattern: SyntaxNode, text: string): string[] {
  const literals = pattern.name === 'OrPattern' ? childrenOf(pattern) : [pattern];
  return literals.flatMap((each) => (each.name === 'LiteralPattern' ? wordsOf(childrenOf(each), text) : []));
}
