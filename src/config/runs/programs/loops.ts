import { childrenOf, type SyntaxNode } from '../../../documents/python/syntax.ts';
import { type Constants, iteratedBy, itemsOf, literalText, pairsOf, sourceOf } from './syntax.ts';

/** More turns than anybody writes by hand: such a loop is not read. */
const maxTurns = 200;
const maxScopes = 20;

/** What names stand for in a module, by the loops and functions around a place. */
export class Turns {
  private readonly text: string;
  private readonly constants: Constants;
  private readonly known = new Map<number, readonly Constants[]>();

  constructor(text: string, constants: Constants) {
    this.text = text;
    this.constants = constants;
  }

  /** Once for each turn of the literal loops around a node; what a function or another loop binds stands for nothing. */
  at(node: SyntaxNode): readonly Constants[] {
    const scopes: SyntaxNode[] = [];
    for (let up = node.parent; up !== null; up = up.parent) {
      const isScope = up.name === 'Body' && /^(?:For|Function)/.test(up.parent?.name ?? '');
      if (isScope && scopes.push(up) > maxScopes) return [none];
    }
    let turns: readonly Constants[] = [this.constants];
    for (const { from, parent } of scopes.toReversed()) {
      turns = this.known.get(from) ?? this.inside(parent, turns);
      this.known.set(from, turns);
    }
    return turns;
  }

  private inside(scope: SyntaxNode | null, outer: readonly Constants[]): readonly Constants[] {
    if (scope?.name !== 'ForStatement') {
      const parameters = namesIn(scope?.getChild('ParamList') ?? null, this.text);
      return outer.map((known) => without(known, parameters));
    }
    const turns = outer.flatMap((known) => turnsOf(scope, this.text, known));
    return turns.length > maxTurns ? [none] : turns;
  }
}

const none: Constants = new Map();

function turnsOf(loop: SyntaxNode, text: string, known: Constants): readonly Constants[] {
  const targets = targetsOf(loop, text);
  const written = loop.getChild('in')?.nextSibling ?? undefined;
  const { node, method } = iteratedBy(written, text, known);
  const pairs = pairsOf(node)?.map((pair) =>
    method === 'items' ? pair : [pair[method === 'values' ? 1 : 0]],
  );
  const items = method === undefined ? itemsOf(node) : undefined;
  const bound = pairs ?? items?.map((item) => (targets.length === 1 ? [item] : itemsOf(item)));
  const isRead =
    bound?.every((values) => values?.length === targets.length) === true &&
    !isBoundAgain(loop, targets, text);
  if (!isRead) return [without(known, targets)];
  return bound.map((values) => {
    const turn = new Map(known);
    for (const [at, value] of (values ?? []).entries()) turn.set(targets[at] ?? '', value);
    return turn;
  });
}

function targetsOf(loop: SyntaxNode, text: string): string[] {
  const children = childrenOf(loop);
  const end = children.findIndex(({ name }) => name === 'in');
  return children.slice(0, end).flatMap((target) => namesIn(target, text));
}

function namesIn(node: SyntaxNode | null, text: string): string[] {
  if (node === null) return [];
  if (node.name === 'VariableName') return [sourceOf(node, text)];
  return childrenOf(node).flatMap((child) => namesIn(child, text));
}

/** `name = name.lower()` in the body. */
function isBoundAgain(loop: SyntaxNode, names: readonly string[], text: string): boolean {
  const body = sourceOf(loop.getChild('Body') ?? undefined, text);
  return names.some((name) => new RegExp(`(?:^|[\\n:;])\\s*${name}\\s*[-+*/%|:]?=[^=]`).test(body));
}

function without(known: Constants, names: readonly string[]): Constants {
  if (!names.some((name) => known.has(name))) return known;
  return new Map([...known].filter(([name]) => !names.includes(name)));
}

/** The text of a literal, a name for one, `f"--{name}"` and `"--" + name`; `undefined` of anything else. */
export function knownText(
  node: SyntaxNode | undefined,
  text: string,
  constants: Constants,
): string | undefined {
  if (node?.name === 'VariableName') return literalText(constants.get(sourceOf(node, text)), text);
  const parts = node === undefined ? [] : childrenOf(node);
  if (node?.name === 'FormatString') return formatted(node, parts, text, constants);
  if (node?.name !== 'BinaryExpression') return literalText(node, text);
  const [left, sign, right] = parts;
  const [first, last] = [knownText(left, text, constants), knownText(right, text, constants)];
  const isSum = sourceOf(sign, text) === '+' && first !== undefined && last !== undefined;
  return isSum ? first + last : undefined;
}

/** Only `{name}` is read, in a text without escapes and braces of its own. */
function formatted(
  node: SyntaxNode,
  parts: readonly SyntaxNode[],
  text: string,
  constants: Constants,
): string | undefined {
  const [, quote = '', body = ''] = /^[fF](["'])([^\\]*)\1$/.exec(sourceOf(node, text)) ?? [];
  if (quote === '' || /\{\{|\}\}/.test(body)) return undefined;
  let [known, at]: [string, number] = ['', node.from + 2];
  for (const part of parts) {
    const [, name, end] = childrenOf(part);
    const value = end?.name === '}' ? knownText(name, text, constants) : undefined;
    if (value === undefined) return undefined;
    known += text.slice(at, part.from) + value;
    at = part.to;
  }
  return known + text.slice(at, node.to - 1);
}
