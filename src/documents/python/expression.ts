import { duplicateKey } from '../tree/duplicates.ts';
import { keyIdentity } from '../tree/keys.ts';
import { type ConfigNode, isScalar, type ScalarNode } from '../tree/node.ts';
import { clip } from '../../kernel/text.ts';
import { callOf } from './calls.ts';
import { type Evaluation, type Names, placeOf, unknownFrom } from './evaluation.ts';
import { fromBase, member } from './members.ts';
import { numberLiteral } from './number.ts';
import { binary, pythonText, unary } from './operators.ts';
import { stringLiteral, unescaped } from './string.ts';
import { childrenOf, type SyntaxNode } from './syntax.ts';
import {
  dictAt,
  isDict,
  isList,
  listAt,
  type Place,
  placedAt,
  setItem,
  truth,
  type UnknownNode,
} from './values.ts';

/** Expressions of one module. Nothing is ever executed: what is not a literal, or made of literals and names, is unknown, with its reason. */
export class Expressions implements Evaluation {
  readonly text: string;
  readonly names: Names;

  constructor(text: string, names: Names) {
    this.text = text;
    this.names = names;
  }

  source({ from, to }: SyntaxNode): string {
    return this.text.slice(from, to);
  }

  unknown(node: SyntaxNode, reason: string): UnknownNode {
    return { type: 'unknown', value: clip(this.source(node), 200), reason, ...placeOf(node) };
  }

  evaluate(node: SyntaxNode): ConfigNode {
    const evaluate = evaluators[node.name];
    return (
      evaluate?.(this, node) ?? this.unknown(node, kinds[node.name] ?? 'it is computed when the program runs')
    );
  }
}

type Evaluator = (all: Evaluation, node: SyntaxNode) => ConfigNode | undefined;

const kinds: Readonly<Partial<Record<string, string>>> = {
  ArrayComprehensionExpression: 'a comprehension makes it',
  DictionaryComprehensionExpression: 'a comprehension makes it',
  SetComprehensionExpression: 'a comprehension makes it',
  ComprehensionExpression: 'a comprehension makes it',
  LambdaExpression: 'it is a function',
  AwaitExpression: 'it is awaited',
};

const evaluators: Readonly<Partial<Record<string, Evaluator>>> = {
  Number: (all, node) => scalarOf(all, node, numberLiteral(all.source(node))),
  Boolean: (all, node) => ({ type: 'bool', value: all.source(node) === 'True', ...placeOf(node) }),
  None: (_, node) => ({ type: 'NoneType', value: null, ...placeOf(node) }),
  String: text,
  FormatString: formatted,
  ContinuedString: continued,
  VariableName: (all, node) => {
    const place = placeOf(node);
    const value = all.names.lookup(all.source(node), place);
    return placedAt(value, place);
  },
  ParenthesizedExpression: (all, node) => {
    const inner = childrenOf(node)[1];
    return inner === undefined ? undefined : all.evaluate(inner);
  },
  ArrayExpression: (all, node) => sequence(all, node),
  TupleExpression: (all, node) => sequence(all, node, 'tuple'),
  SetExpression: (all, node) => fromBase(all, node) ?? sequence(all, node, 'set'),
  DictionaryExpression: dictionary,
  BinaryExpression: operation,
  UnaryExpression: (all, node) => {
    const [operator, operand] = childrenOf(node);
    if (operator === undefined || operand === undefined) return undefined;
    // the grammar takes `not a or b` for `not (a or b)`
    if (all.source(operator) === 'not' && /^(?:and|or)$/.test(all.source(childrenOf(operand)[1] ?? operand)))
      return all.unknown(node, 'not is written before and or or without parentheses');
    const value = all.evaluate(operand);
    const written = /^[-+]?[\d.]/.test(all.source(node)) ? { written: all.source(node) } : {};
    const result = unary(all.source(operator), value, placeOf(node));
    return result === undefined ? unknownFrom(all, node, value) : { ...result, ...written };
  },
  ConditionalExpression: (all, node) => {
    const [yes, , condition, , no] = childrenOf(node);
    if (yes === undefined || condition === undefined || no === undefined) return undefined;
    const value = all.evaluate(condition);
    const holds = truth(value);
    if (holds !== undefined) return all.evaluate(holds ? yes : no);
    return all.unknown(node, 'its condition is known only when the program runs');
  },
  NamedExpression: (all, node) => {
    const [name, , value] = childrenOf(node);
    if (name === undefined || value === undefined) return undefined;
    const result = all.evaluate(value);
    all.names.bind(all.source(name), result, placeOf(name));
    return result;
  },
  MemberExpression: member,
  CallExpression: callOf,
};

function scalarOf(
  all: Evaluation,
  node: SyntaxNode,
  value: ReturnType<typeof numberLiteral>,
): ScalarNode | undefined {
  return value === undefined ? undefined : { ...value, ...placeOf(node), written: all.source(node) };
}

function text(all: Evaluation, node: SyntaxNode): ConfigNode | undefined {
  const { kind, isRaw, body } = stringLiteral(all.source(node));
  const value = unescaped(body, isRaw, kind === 'bytes');
  if (value === undefined) return undefined;
  const place = placeOf(node);
  if (kind === 'bytes') return { type: 'bytes', value: Buffer.from(value, 'latin1'), ...place };
  if (!value.includes('{{') || all.names.template === undefined) return { type: 'str', value, ...place };
  const filled = all.names.template(value);
  return filled === undefined
    ? all.unknown(node, 'it is filled in when the program runs')
    : { type: 'str', value: filled, ...place };
}

/** Texts side by side. */
function continued(all: Evaluation, node: SyntaxNode): ConfigNode | undefined {
  const parts = childrenOf(node).map((part) => all.evaluate(part));
  const [first, ...others] = parts;
  if (first === undefined) return undefined;
  return others.reduce<ConfigNode>(
    (sofar, part) => joinedTexts(sofar, part, placeOf(node)) ?? unknownFrom(all, node, ...parts),
    first,
  );
}

function joinedTexts(a: ConfigNode, b: ConfigNode, place: Place): ConfigNode | undefined {
  if (a.type === 'bytes' && b.type === 'bytes')
    return { ...a, value: Buffer.concat([a.value, b.value]), ...place };
  return a.type === 'str' && b.type === 'str' ? binary('+', a, b, place) : undefined;
}

function formatted(all: Evaluation, node: SyntaxNode): ConfigNode | undefined {
  const { isRaw, body, offset } = stringLiteral(all.source(node));
  const start = node.from + offset;
  let at = start;
  let result = '';
  const parts: ConfigNode[] = [];
  const add = (to: number): boolean => {
    const piece = unescaped(all.text.slice(at, to).replaceAll('{{', '{').replaceAll('}}', '}'), isRaw);
    result += piece ?? '';
    return piece !== undefined;
  };
  for (const replacement of childrenOf(node)) {
    const [, expression, ...rest] = childrenOf(replacement);
    if (expression === undefined || rest.length !== 1 || !add(replacement.from)) return undefined;
    const value = all.evaluate(expression);
    parts.push(value);
    const piece = pythonText(value);
    if (piece === undefined) return unknownFrom(all, node, ...parts);
    result += piece;
    at = replacement.to;
  }
  return add(start + body.length) ? { type: 'str', value: result, ...placeOf(node) } : undefined;
}

/** The items between brackets; `undefined` where what a star stands for is not known. */
function sequence(all: Evaluation, node: SyntaxNode, python?: 'tuple' | 'set'): ConfigNode | undefined {
  const items: ConfigNode[] = [];
  let isStarred = false;
  for (const child of childrenOf(node)) {
    if (punctuation.has(child.name)) {
      isStarred = child.name === '*';
      continue;
    }
    const value = all.evaluate(child);
    if (!isStarred) items.push(value);
    else if (isList(value)) items.push(...value.items);
    else return unknownFrom(all, node, value);
    isStarred = false;
  }
  if (python !== 'set') return listAt(items, placeOf(node), python);
  const set = dictAt(placeOf(node));
  for (const item of items) {
    if (!isScalar(item) || item.type === 'unknown') return unknownFrom(all, node, item);
    setItem(set, item, item);
  }
  return listAt(
    [...set.entries.values()].map(({ key }) => key),
    placeOf(node),
    'set',
  );
}

const punctuation: ReadonlySet<string> = new Set(['[', ']', '(', ')', '{', '}', ',', '*', '**', ':']);

function dictionary(all: Evaluation, node: SyntaxNode): ConfigNode | undefined {
  const dict = dictAt(placeOf(node));
  const children = childrenOf(node).slice(1, -1);
  const written = new Map<string, { readonly key: ScalarNode; readonly value: ConfigNode }>();
  for (let at = 0; at < children.length; at += 1) {
    const child = children[at];
    if (child === undefined || child.name === ',') continue;
    const value = children[at + (child.name === '**' ? 1 : 2)];
    if (value === undefined) return undefined;
    if (child.name === '**') {
      const other = all.evaluate(value);
      if (!isDict(other)) return unknownFrom(all, node, other);
      for (const entry of other.entries.values()) setItem(dict, entry.key, entry.value);
      at += 1;
      continue;
    }
    const key = all.evaluate(child);
    if (!isScalar(key) || key.type === 'unknown') return unknownFrom(all, node, key);
    const item = all.evaluate(value);
    const earlier = written.get(keyIdentity(key));
    if (earlier !== undefined)
      all.names.report(duplicateKey(key, earlier.key, earlier.value, item, false, 'python'));
    written.set(keyIdentity(key), { key, value: item });
    setItem(dict, key, item);
    at += 2;
  }
  return dict;
}

function operation(all: Evaluation, node: SyntaxNode): ConfigNode | undefined {
  const children = childrenOf(node);
  const [first] = children;
  const last = children.at(-1);
  if (first === undefined || last === undefined || children.length < 3) return undefined;
  const operator = children
    .slice(1, -1)
    .map((part) => all.source(part))
    .join(' ');
  const left = all.evaluate(first);
  // of a chain such as a < b < c the middle is compared twice
  if (
    children[1]?.name === 'CompareOp' &&
    first.name === 'BinaryExpression' &&
    childrenOf(first)[1]?.name === 'CompareOp'
  )
    return undefined;
  if (operator === 'and' || operator === 'or') {
    const holds = truth(left);
    if (holds === undefined) return unknownFrom(all, node, left);
    return holds === (operator === 'or') ? left : all.evaluate(last);
  }
  const right = all.evaluate(last);
  return binary(operator, left, right, placeOf(node)) ?? unknownFrom(all, node, left, right);
}
