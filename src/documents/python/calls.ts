import { type ConfigNode, isScalar } from '../tree/node.ts';
import { type Evaluation, placeOf, unknownFrom } from './evaluation.ts';
import { childrenOf, type SyntaxNode } from './syntax.ts';
import { deepCopy, dictAt, isDict, isList, listAt, numeric, type Place, setItem } from './values.ts';

interface Argument {
  /** Of `name=value`. */
  readonly name?: SyntaxNode;
  readonly stars: '' | '*' | '**';
  readonly value: ConfigNode;
}

/** A call of a builtin that makes a plain value; of anything else the result is unknown, and what it is given may have changed. */
export function callOf(all: Evaluation, node: SyntaxNode): ConfigNode {
  const [callee, list] = childrenOf(node);
  if (callee === undefined || list === undefined) return all.unknown(node, 'it is a call');
  const args = argumentsOf(all, list);
  const name = all.source(callee);
  const made =
    callee.name === 'MemberExpression' ? method(all, callee, args) : builtin(all, name, args, placeOf(node));
  if (made !== undefined) return made;
  if (!harmless.has(name)) consequences(all, callee, name, args);
  const unknown = args.find(({ value }) => value.type === 'unknown' && builtins.has(name))?.value;
  return unknown === undefined
    ? all.unknown(node, `a call of ${name.slice(0, 60)} makes it`)
    : unknownFrom(all, node, unknown);
}

/** They change nothing that they are given. */
const harmless: ReadonlySet<string> = new Set(
  'print len str int float bool abs min max sum round sorted range isinstance repr tuple list set frozenset dict zip enumerate any all type'.split(
    ' ',
  ),
);

function consequences(all: Evaluation, callee: SyntaxNode, name: string, args: readonly Argument[]): void {
  const reason = `a call of ${name.slice(0, 60)} may change it`;
  const receiver = callee.name === 'MemberExpression' ? callee.firstChild : null;
  const given = args.map(({ value }) => value);
  all.names.spoil(receiver === null ? given : [all.evaluate(receiver), ...given], reason);
  all.names.called(name, reason);
}

function argumentsOf(all: Evaluation, list: SyntaxNode): Argument[] {
  const args: Argument[] = [];
  const children = childrenOf(list).slice(1, -1);
  for (let at = 0; at < children.length; at += 1) {
    const child = children[at];
    if (child === undefined || child.name === ',') continue;
    const next = children[at + 1];
    if (child.name === '*' || child.name === '**') {
      if (next !== undefined) args.push({ stars: child.name, value: all.evaluate(next) });
      at += 1;
    } else if (next?.name === 'AssignOp') {
      const value = children[at + 2];
      if (value !== undefined) args.push({ name: child, stars: '', value: all.evaluate(value) });
      at += 2;
    } else args.push({ stars: '', value: all.evaluate(child) });
  }
  return args;
}

type Builtin = (all: Evaluation, args: readonly Argument[], place: Place) => ConfigNode | undefined;

function builtin(
  all: Evaluation,
  name: string,
  args: readonly Argument[],
  place: Place,
): ConfigNode | undefined {
  const make = builtins.get(name);
  return make === undefined || all.names.isBound(name) ? undefined : make(all, args, place);
}

const builtins: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  ['dict', dict],
  ['list', (_, args, place) => ofItems(args, place)],
  ['tuple', (_, args, place) => ofItems(args, place, 'tuple')],
  [
    'float',
    (_, args, place) => {
      const value = only(args);
      if (value?.type === 'str') return floatOf(value.value, place);
      const number = value === undefined ? undefined : numeric(value);
      return number === undefined ? undefined : { type: 'float', value: Number(number.value), ...place };
    },
  ],
  [
    'int',
    (_, args, place) => {
      const value = only(args);
      const number = value === undefined ? undefined : numeric(value);
      if (number === undefined || (number.type === 'float' && !Number.isFinite(number.value)))
        return undefined;
      return {
        type: 'int',
        value: number.type === 'int' ? number.value : BigInt(Math.trunc(number.value)),
        ...place,
      };
    },
  ],
  [
    'len',
    (_, args, place) => {
      const value = only(args);
      if (isDict(value)) return { type: 'int', value: BigInt(value.entries.size), ...place };
      return isList(value) ? { type: 'int', value: BigInt(value.items.length), ...place } : undefined;
    },
  ],
  ['min', (_, args, place) => extreme(args, place, (a, b) => a < b)],
  ['max', (_, args, place) => extreme(args, place, (a, b) => a > b)],
]);

/** The value of a call with one plain argument. */
function only(args: readonly Argument[]): ConfigNode | undefined {
  const [first] = args;
  return args.length === 1 && first?.stars === '' && first.name === undefined ? first.value : undefined;
}

function floatOf(text: string, place: Place): ConfigNode | undefined {
  const words: Readonly<Record<string, number>> = {
    inf: Infinity,
    '+inf': Infinity,
    '-inf': -Infinity,
    nan: Number.NaN,
  };
  const trimmed = text.trim().toLowerCase();
  const word = words[trimmed];
  if (word !== undefined) return { type: 'float', value: word, ...place };
  return /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/.test(trimmed)
    ? { type: 'float', value: Number(trimmed), ...place }
    : undefined;
}

/** The first of the smallest or largest. */
function extreme(
  args: readonly Argument[],
  place: Place,
  wins: (a: number | bigint, b: number | bigint) => boolean,
) {
  if (args.length < 2 || args.some(({ name, stars }) => name !== undefined || stars !== '')) return undefined;
  let best: ReturnType<typeof numeric>;
  for (const { value } of args) {
    const number = numeric(value);
    if (number === undefined || value.type === 'bool' || Number.isNaN(number.value)) return undefined;
    if (best === undefined || wins(number.value, best.value)) best = number;
  }
  return best === undefined ? undefined : { ...best, ...place };
}

function ofItems(args: readonly Argument[], place: Place, python?: 'tuple'): ConfigNode | undefined {
  if (args.length === 0) return listAt([], place, python);
  const value = only(args);
  return isList(value) && value.python !== 'set' ? listAt([...value.items], place, python) : undefined;
}

/** `dict(other, a=1, **more)`. */
function dict(all: Evaluation, args: readonly Argument[], place: Place): ConfigNode | undefined {
  const made = dictAt(place);
  for (const { name, stars, value } of args) {
    if (name !== undefined) {
      const key = { type: 'str', value: all.source(name), ...placeOf(name) } as const;
      setItem(made, key, value);
    } else if (isDict(value) && stars !== '*') {
      for (const entry of value.entries.values()) setItem(made, entry.key, entry.value);
    } else return undefined;
  }
  return made;
}

/** `.copy()` of a mapping or list, `.update(…)`, `.append(…)` and `.extend(…)`, and `copy.deepcopy(…)`. */
function method(all: Evaluation, callee: SyntaxNode, args: readonly Argument[]): ConfigNode | undefined {
  const [object, , property] = childrenOf(callee);
  if (object === undefined || property === undefined) return undefined;
  const place = placeOf(callee);
  const name = all.source(property);
  const value = only(args);
  if (all.source(callee) === 'copy.deepcopy' && value !== undefined && !isScalar(value))
    return deepCopy(value);
  const receiver = all.evaluate(object);
  if (name === 'copy' && args.length === 0) {
    if (isDict(receiver)) return { ...receiver, entries: new Map(receiver.entries) };
    return isList(receiver) ? { ...receiver, items: [...receiver.items] } : undefined;
  }
  return changed(all, receiver, name, args) ? { type: 'NoneType', value: null, ...place } : undefined;
}

/** Whether the change that a method makes is made. */
function changed(all: Evaluation, receiver: ConfigNode, name: string, args: readonly Argument[]): boolean {
  if (isDict(receiver) && name === 'update') {
    const other = dict(all, args, receiver);
    if (!isDict(other)) return false;
    for (const { key, value } of other.entries.values())
      setItem(receiver, key, all.names.admitted(value, receiver));
    return true;
  }
  const value = only(args);
  if (!isList(receiver) || receiver.python !== undefined || value === undefined) return false;
  if (name === 'append') return receiver.items.push(all.names.admitted(value, receiver)) > 0;
  if (name !== 'extend' || !isList(value) || value.python === 'set') return false;
  for (const item of value.items.slice()) receiver.items.push(all.names.admitted(item, receiver));
  return true;
}
