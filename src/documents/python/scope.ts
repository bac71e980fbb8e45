import { type ConfigNode, type DictNode, type Entry, isScalar } from '../tree/node.ts';
import type { Problem } from '../yaml/problem.ts';
import { absentInBase, type Names } from './evaluation.ts';
import { containersIn, dictAt, isDict, type Place, type UnknownNode } from './values.ts';

/** What a framework adds to Python: its base configs, and texts that it fills in. */
export interface Framework {
  /** The composed base configs, as `_base_` and as `{{_base_.x}}`. */
  readonly base?: DictNode;
  template?(text: string): string | undefined;
  /** What `from .x import a, b` or `*` inside of `with read_base():` binds: name to value. */
  read?(module: string, place: Place): ReadonlyMap<string, ConfigNode> | undefined;
}

interface Binding {
  readonly key: Place;
  readonly value: ConfigNode;
  /** A module, a function, a class or an import: no value of a config. */
  readonly isCode: boolean;
}

/** The names of a module so far, and what they are bound to. */
export class Scope implements Names {
  readonly problems: Problem[] = [];
  readonly framework: Framework;
  private readonly text: string;
  private readonly bindings = new Map<string, Binding>();
  private readonly functions = new Set<string>();
  private readonly spoiled = new Map<ConfigNode, string>();
  private steps = 0;
  /** Why a name that is not bound may yet be: `from x import *`. */
  private star: string | undefined;

  constructor(text: string, framework: Framework) {
    this.text = text;
    this.framework = framework;
  }

  /** What is not code: the config. */
  values(): { readonly name: string; readonly key: Place; readonly value: ConfigNode }[] {
    const copies = new Map<ConfigNode, ConfigNode>();
    return [...this.bindings]
      .filter(([name, { isCode }]) => !isCode && !name.startsWith('__'))
      .map(([name, { key, value }]) => ({ name, key, value: this.settled(value, copies) }));
  }

  isBound(name: string): boolean {
    return this.bindings.has(name) || this.star !== undefined;
  }

  lookup(name: string, place: Place): ConfigNode {
    // mmengine takes the assignment of the paths out, and puts the base configs there
    if (name === '_base_' && this.framework.base !== undefined) return this.framework.base;
    const value = this.bindings.get(name)?.value;
    if (value !== undefined) {
      const reason = this.spoiled.get(value);
      return reason === undefined ? value : this.unknown(place, reason);
    }
    return this.unknown(place, this.star ?? `${name} is not set above`);
  }

  bind(name: string, value: ConfigNode, key: Place, isCode = false): void {
    this.bindings.set(name, { key, value, isCode });
  }

  /** A value that is put into a mapping or list; one that contains it would never end. */
  admitted(value: ConfigNode, into: ConfigNode): ConfigNode {
    if (isScalar(value)) return value;
    const inside = this.steps > maxSteps ? undefined : containersIn(value);
    this.steps += inside === undefined ? 0 : sizeOf(inside);
    return inside?.has(into) === false ? value : this.unknown(value, 'it contains itself');
  }

  report(problem: Problem): void {
    this.problems.push(problem);
  }

  spoil(values: readonly ConfigNode[], reason: string): void {
    for (const value of values) {
      if (isScalar(value) || this.spoiled.has(value)) continue;
      const inside = containersIn(value);
      this.steps += sizeOf(inside);
      for (const each of inside) this.spoiled.set(each, reason);
    }
  }

  called(name: string, reason: string): void {
    if (this.functions.has(name))
      this.spoil(
        [...this.bindings.values()].map(({ value }) => value),
        reason,
      );
    if (everything.has(name) || (this.functions.has(name) && /\bglobal\s/.test(this.text)))
      this.forget(reason);
  }

  template(text: string): string | undefined {
    return this.framework.template === undefined ? text : this.framework.template(text);
  }

  base(path: readonly string[], place: Place): ConfigNode | undefined {
    let node: ConfigNode | undefined = this.framework.base;
    if (node === undefined) return undefined;
    for (const step of path) {
      if (node.type === 'unknown') return undefined;
      node = isDict(node) ? node.entries.get(step)?.value : undefined;
      if (node !== undefined) continue;
      this.report(absentInBase(path.join('.'), place));
      return undefined;
    }
    return node;
  }

  /** A function or a class. */
  define(name: string, place: Place): void {
    this.functions.add(name);
    this.bind(name, this.unknown(place, 'it is defined as code'), place, true);
  }

  delete(name: string): void {
    this.bindings.delete(name);
  }

  valueOf(name: string): ConfigNode | undefined {
    return this.bindings.get(name)?.value;
  }

  /** `from module import *`, whatever it binds. */
  bindAnything(module: string): void {
    this.star = `from ${module} import * may set it`;
    this.forget(this.star);
  }

  private forget(reason: string): void {
    for (const [name, { key, value, isCode }] of this.bindings) {
      if (!isCode && value.type !== 'unknown')
        this.bindings.set(name, { key, value: this.unknown(key, reason), isCode });
    }
  }

  unknown({ start, end }: Place, reason: string): UnknownNode {
    return { type: 'unknown', value: this.text.slice(start, Math.min(end, start + 200)), reason, start, end };
  }

  /** With what may have changed made unknown; shared mappings stay shared. */
  private settled(node: ConfigNode, copies: Map<ConfigNode, ConfigNode>): ConfigNode {
    if (this.spoiled.size === 0 || isScalar(node)) return node;
    const reason = this.spoiled.get(node);
    if (reason !== undefined) return this.unknown(node, reason);
    const known = copies.get(node);
    if (known !== undefined) return known;
    if (node.type === 'list') {
      const copy = { ...node, items: node.items.map((item) => this.settled(item, copies)) };
      copies.set(node, copy);
      return copy;
    }
    const copy = dictAt(node);
    const entries: ReadonlyMap<string, Entry> = node.entries;
    for (const [name, entry] of entries)
      copy.entries.set(name, { ...entry, value: this.settled(entry.value, copies) });
    copies.set(node, copy);
    return copy;
  }
}

/** Looking through values more often than this is not a config. */
const maxSteps = 5_000_000;

function sizeOf(containers: ReadonlySet<ConfigNode>): number {
  let size = 0;
  for (const node of containers) {
    if (node.type === 'list') size += 1 + node.items.length;
    else if (node.type === 'dict') size += 1 + node.entries.size;
  }
  return size;
}

/** Builtins that reach every name. */
const everything: ReadonlySet<string> = new Set([
  'exec',
  'eval',
  'globals',
  'locals',
  'vars',
  'setattr',
  'delattr',
]);
