import { KeyNames } from '../tree/keys.ts';
import {
  type ConfigNode,
  type DictNode,
  type Entry,
  isScalar,
  type ListNode,
  type ScalarNode,
} from '../tree/node.ts';
import { maxValues } from '../yaml/problem.ts';
import type { Numeric } from './number.ts';

export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A mapping that statements may still change: names that share it see that. */
export interface PyDict extends DictNode {
  readonly entries: Map<string, Entry>;
}

export interface PyList extends ListNode {
  readonly items: ConfigNode[];
}

export type UnknownNode = ScalarNode & { readonly type: 'unknown' };

/** Of names that an import binds, and their attributes: objects, as they are meant. `value` is their dotted name. */
export const imported = 'it is imported';

export function dictAt({ start, end }: Place): PyDict {
  return { type: 'dict', entries: new Map(), start, end };
}

export function listAt(items: ConfigNode[], { start, end }: Place, python?: 'tuple' | 'set'): PyList {
  return { type: 'list', items, start, end, ...(python === undefined ? {} : { python }) };
}

export function isDict(node: ConfigNode | undefined): node is PyDict {
  return node?.type === 'dict';
}

export function isList(node: ConfigNode | undefined): node is PyList {
  return node?.type === 'list';
}

const names = new WeakMap<PyDict, KeyNames>();

function namesOf(dict: PyDict): KeyNames {
  const known = names.get(dict) ?? new KeyNames(dict.entries);
  names.set(dict, known);
  return known;
}

/** `dict[key] = value`: a key that is there keeps its place in the order, and its own spelling. */
export function setItem(dict: PyDict, key: ScalarNode, value: ConfigNode): void {
  const name = namesOf(dict).nameOf(key);
  const there = dict.entries.get(name);
  const { start, end } = key;
  dict.entries.set(name, { key: there === undefined ? key : { ...there.key, start, end }, name, value });
}

export function itemOf(dict: PyDict, key: ScalarNode): ConfigNode | undefined {
  return dict.entries.get(namesOf(dict).nameOf(key))?.value;
}

/** A scalar as it is used somewhere else: what set it there is that place. A mapping or list stays itself. */
export function placedAt(value: ConfigNode, place: Place): ConfigNode {
  if (!isScalar(value)) return value;
  const { source: _source, overrode: _overrode, ...rest } = value;
  return { ...rest, ...place };
}

/** bool, int and float as numbers. */
export function numeric(node: ConfigNode): Numeric | undefined {
  if (node.type === 'bool') return { type: 'int', value: node.value ? 1n : 0n };
  return node.type === 'int' || node.type === 'float' ? node : undefined;
}

/** Python's truth of a value; `undefined` where it is not known. */
export function truth(node: ConfigNode): boolean | undefined {
  if (node.type === 'unknown') return undefined;
  if (node.type === 'list') return node.items.length > 0;
  if (node.type === 'dict') return node.entries.size > 0;
  if (node.type === 'NoneType') return false;
  if (node.type === 'str') return node.value !== '';
  if (node.type === 'bytes') return node.value.length > 0;
  const number = numeric(node);
  return number === undefined ? true : number.value !== 0n && number.value !== 0;
}

/** All mappings and lists that a value reaches, itself among them. */
export function containersIn(node: ConfigNode, found = new Set<ConfigNode>()): Set<ConfigNode> {
  if ((node.type !== 'dict' && node.type !== 'list') || found.has(node) || found.size > maxValues)
    return found;
  found.add(node);
  if (node.type === 'list') for (const item of node.items) containersIn(item, found);
  else for (const { value } of node.entries.values()) containersIn(value, found);
  return found;
}

/** A copy that shares no mapping or list; what is shared inside is shared in the copy too. */
export function deepCopy(node: ConfigNode, made = new Map<ConfigNode, ConfigNode>()): ConfigNode {
  const known = made.get(node);
  if (known !== undefined) return known;
  if (node.type === 'list') {
    const copy = { ...node, items: node.items.map((item) => deepCopy(item, made)) };
    made.set(node, copy);
    return copy;
  }
  if (node.type !== 'dict') return node;
  const entries = new Map<string, Entry>();
  for (const [name, entry] of node.entries)
    entries.set(name, { ...entry, value: deepCopy(entry.value, made) });
  const copy: PyDict = { ...node, entries };
  made.set(node, copy);
  return copy;
}
