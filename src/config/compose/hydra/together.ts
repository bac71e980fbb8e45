import {
  type ConfigNode,
  type DictNode,
  type Entry,
  isScalar,
  type ScalarNode,
} from '../../../documents/tree/node.ts';
import { emptyDict, isMissing, type MutableDict } from '../merge.ts';
import type { Override } from './override.ts';

interface Made {
  readonly node: DictNode;
  readonly depth: number;
  readonly words: readonly Override[];
  readonly result: MutableDict | undefined;
}

/** By the first word: both sides of a change, and the ways in which one script runs, set most mappings alike. */
const known = new WeakMap<Override, Made[]>();
const maxKnown = 64;

/**
 * A mapping with the values of all words set, each mapping below it copied once; the same words make the same node of the same one.
 * `undefined` where a word does more than to set a plain value at a place that is open to it: then they are applied one after the other.
 */
export function setTogether(node: DictNode, words: readonly Override[], depth = 0): MutableDict | undefined {
  const [first] = words;
  if (first === undefined) return undefined;
  const before = known.get(first) ?? [];
  known.set(first, before);
  const same = before.find((each) => each.node === node && each.depth === depth && isSame(each.words, words));
  if (same !== undefined) return same.result;
  const result = setNew(node, words, depth);
  if (before.length >= maxKnown) before.shift();
  before.push({ node, depth, words, result });
  return result;
}

function isSame(one: readonly Override[], other: readonly Override[]): boolean {
  return one.length === other.length && one.every((word, at) => word === other[at]);
}

function setNew(node: DictNode, words: readonly Override[], depth: number): MutableDict | undefined {
  const entries = new Map(node.entries);
  const below = new Map<string, Override[]>();
  for (const word of words) {
    const { value, kind } = word;
    const steps = stepsOf(word.key);
    const step = steps[depth];
    if (step === undefined || value === undefined || !isPlain(word)) return undefined;
    const entry = entries.get(step);
    const isOpen = kind !== 'change' && node.isClosed !== true;
    if (entry?.key.type !== 'str' && (entry !== undefined || !isOpen)) return undefined;
    if (depth < steps.length - 1) {
      if (entry !== undefined && entry.value.type !== 'dict') return undefined;
      if (entry === undefined)
        entries.set(step, { key: keyOf(step, value), name: step, value: emptyDict(value) });
      below.set(step, [...(below.get(step) ?? []), word]);
    } else {
      if (below.has(step) || !takes(entry, word)) return undefined;
      entries.set(step, {
        key: keyOf(step, value),
        name: step,
        value: entry === undefined ? value : { ...value, overrode: entry.value },
      });
    }
  }
  for (const [step, inner] of below) {
    const entry = entries.get(step);
    const set = entry?.value.type === 'dict' ? setTogether(entry.value, inner, depth + 1) : undefined;
    if (entry === undefined || set === undefined) return undefined;
    entries.set(step, { ...entry, value: set });
  }
  return { ...node, entries };
}

/** `a.b[0].c` and `a.b.0.c`. */
export function stepsOf(key: string): string[] {
  return key.split('.').filter((step) => step !== '');
}

function isPlain({ kind, value, isSweep, package: inside }: Override): boolean {
  return kind !== 'delete' && !isSweep && inside === undefined && value?.type !== 'dict';
}

/** A list stands over a list, and + adds what there is not; a reference may lead to anything. */
function takes(entry: Entry | undefined, { kind, value }: Override): boolean {
  if (entry === undefined || value === undefined) return value !== undefined;
  const { value: old } = entry;
  if (kind === 'add' && !isNone(old)) return false;
  return isScalar(old) || isScalar(value) || old.type === value.type;
}

export function isNone(node: ConfigNode): boolean {
  return node.type === 'NoneType' || isMissing(node);
}

export function keyOf(step: string, { start, end, source }: ConfigNode): ScalarNode {
  return { type: 'str', value: step, start, end, ...(source && { source }) };
}
