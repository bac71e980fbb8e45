import type { Source } from '../../../documents/tree/origin.ts';
import type { ConfigNode, DictNode } from '../../../documents/tree/node.ts';

/** What a config binds, as copies: a file may change what it imports, and others import it too. */
export function valuesOf(config: DictNode | undefined): ReadonlyMap<string, ConfigNode> | undefined {
  return config && new Map(Array.from(config.entries, ([name, { value }]) => [name, copied(value)]));
}

function copied(node: ConfigNode): ConfigNode {
  if (node.type === 'list') return { ...node, items: node.items.map(copied) };
  if (node.type !== 'dict') return node;
  const entries = Array.from(node.entries.values(), (entry) => ({ ...entry, value: copied(entry.value) }));
  return { ...node, entries: new Map(entries.map((entry) => [entry.name, entry])) };
}

/** `from .base import *` and the like inside of `with read_base():`, at their places. */
export function importedBases(text: string, source: Source): { module: string; at: ConfigNode }[] {
  const blocks = text.matchAll(/^with[ \t]+read_base\(\)[ \t]*:[^\n]*\n(?:[ \t]+[^\n]*\n?|[ \t]*\n)*/gm);
  return [...blocks].flatMap(({ 0: block, index }) =>
    Array.from(
      block.matchAll(/^[ \t]+from[ \t]+(\.+[\w.]*)[ \t]+import\b/gm),
      ({ 0: words, 1: module = '', index: inner }) => {
        const start = index + inner + words.indexOf(module);
        return { module, at: { type: 'str', value: module, start, end: start + module.length, source } };
      },
    ),
  );
}

/** `..models.base` of a/b/c.py is a/models/base.py; `undefined` above the top of the repository. */
export function modulePath(file: string, module: string): string | undefined {
  const dots = /^\.+/.exec(module)?.[0].length ?? 0;
  const path = module.slice(dots).replaceAll('.', '/');
  return path === '' ? undefined : joined(file, `${'../'.repeat(dots - 1)}${path}.py`);
}

/** The path from the top of the repository; `undefined` above it. */
export function joined(file: string, path: string): string | undefined {
  const steps = file.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..' && steps.pop() === undefined) return undefined;
    if (step !== '' && step !== '.' && step !== '..') steps.push(step);
  }
  return steps.join('/');
}
