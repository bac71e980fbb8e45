import type { ConfigNode, DictNode, Path } from '../tree/node.ts';
import { type Found, Skipped } from './literal.ts';

/** Where a key leads: down these steps from a mapping or list. */
interface Route {
  readonly start: Path;
  readonly steps: readonly string[];
}

/**
 * The way of a key such as `a.b[0]` from the top, or of `..x` from the mapping or list at a path, each leading dot but the first
 * one level up (base.py _resolve_key_and_root, _utils.py split_key).
 */
export function routeOf(key: string, at: Path): Route {
  const [, dots = '', rest = ''] = /^(\.*)([\s\S]*)$/.exec(key) ?? [];
  const up = Math.max(0, dots.length - 1);
  if (up > at.length) throw new Skipped('a relative interpolation leads above the top');
  return { start: dots === '' ? [] : at.slice(0, at.length - up), steps: stepsOf(rest) };
}

const known = new Map<string, readonly string[]>();
const maxKnown = 10_000;

/** Runs of one repository name the same values. */
function stepsOf(key: string): readonly string[] {
  const steps = known.get(key) ?? split(key);
  if (known.size >= maxKnown) known.clear();
  known.set(key, steps);
  return steps;
}

function split(key: string): string[] {
  const [head = ''] = /^[^.[]*/.exec(key) ?? [];
  const others = [...key.slice(head.length).matchAll(/\.([^.[]*)|\[(.*?)\]/g)];
  const steps = others.map(([, dotted = '', bracketed = '']) => dotted || bracketed);
  return head === '' ? steps : [head, ...steps];
}

/** The value of a text key, or of an index that is there (omegaconf.py _select_one). */
export function childOf({ node, path }: Found, step: string): Found | undefined {
  if (node.type === 'list') return itemOf(node.items, path, step);
  const entry = node.type === 'dict' ? entryOf(node, step) : undefined;
  return entry === undefined
    ? undefined
    : { node: entry.value, path: path === undefined ? undefined : [...path, entry.name] };
}

function itemOf(items: readonly ConfigNode[], path: Path | undefined, step: string): Found | undefined {
  if (!/^\s*[-+]?\d+(?:_\d+)*\s*$/.test(step))
    throw new Skipped(`${step.slice(0, 60)} is not an index of a list`);
  const index = Number(step.replaceAll('_', ''));
  const item = items[index];
  return item === undefined
    ? undefined
    : { node: item, path: path === undefined ? undefined : [...path, index] };
}

/** `${a.1}` finds the key "1", not the number. */
function entryOf({ entries }: DictNode, step: string) {
  const named = entries.get(step);
  if (named?.key.type === 'str') return named;
  return [...entries.values()].find(({ key }) => key.type === 'str' && key.value === step);
}
