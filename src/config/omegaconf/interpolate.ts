import {
  type ConfigNode,
  type DictNode,
  type Entry,
  nodeAt,
  type Path,
  type ScalarNode,
  scalarText,
} from '../model/node.ts';
import type { Problem } from '../yaml/problem.ts';
import { type Part, parseText } from './parse.ts';

/** Resolved texts longer than this, or more steps than this, are a bomb and no config. */
const maxLength = 10_000;
const maxSteps = 20_000;

/** A document with its interpolations resolved as far as this file alone can tell. */
export interface Interpolated {
  readonly root: ConfigNode;
  /** What was skipped, and what was assumed. */
  readonly problems: readonly Problem[];
}

/** Resolves `${a.b}`, `${.sibling}`, `${oc.select:…}` and defaults of `${oc.env:X,default}` (OmegaConf 2.3). */
export function interpolate(root: ConfigNode): Interpolated {
  const resolver = new Resolver(root);
  return { root: resolver.node(root, []), problems: resolver.problems };
}

class Skipped extends Error {}

class Resolver {
  readonly problems: Problem[] = [];
  private readonly root: ConfigNode;
  private readonly open = new Set<string>();
  private steps = 0;

  constructor(root: ConfigNode) {
    this.root = root;
  }

  node(node: ConfigNode, path: Path): ConfigNode {
    if (node.type === 'dict') return this.dict(node, path);
    if (node.type === 'list')
      return { ...node, items: node.items.map((item, index) => this.node(item, [...path, index])) };
    return node.type === 'str' && node.value.includes('${') ? this.told(node, path) : node;
  }

  private dict(node: DictNode, path: Path): DictNode {
    const entries = new Map<string, Entry>();
    for (const [name, entry] of node.entries) {
      entries.set(name, { ...entry, value: this.node(entry.value, [...path, name]) });
    }
    return { ...node, entries };
  }

  /** The resolved value; what cannot be resolved stays as it is and is told. */
  private told(node: ScalarNode & { type: 'str' }, path: Path): ConfigNode {
    try {
      const value = this.text(node.value, path);
      return { ...value, start: node.start, end: node.end };
    } catch (error) {
      if (!(error instanceof Skipped)) throw error;
      this.tell(
        node,
        'config/interpolation-skipped',
        error.message,
        'it is settled when training starts; nothing is judged here',
      );
      return node;
    }
  }

  private tell(node: ConfigNode, rule: string, message: string, help: string): void {
    this.problems.push({ rule, severity: 'notice', message, help, start: node.start, end: node.end });
  }

  private text(text: string, path: Path): ConfigNode {
    this.steps += 1;
    if (this.steps > maxSteps) throw new Skipped('there are too many interpolations to resolve');
    const parts = parseText(text);
    if (parts === undefined) throw new Skipped(`the braces of ${shown(text)} do not match`);
    const [only] = parts;
    if (parts.length === 1 && only?.kind === 'interpolation') return this.part(only, path);
    return textNode(this.joined(parts, path));
  }

  private joined(parts: readonly Part[], path: Path): string {
    const text = parts
      .map((part) => (part.kind === 'literal' ? part.text : pythonText(this.part(part, path))))
      .join('');
    if (text.length > maxLength) throw new Skipped('the interpolations make too long a text');
    return text;
  }

  private part(part: Part & { kind: 'interpolation' }, path: Path): ConfigNode {
    const inside = this.joined(part.parts, path).trim();
    const resolver = /^([\w.]+):([\s\S]*)$/.exec(inside);
    if (resolver === null) return this.reference(inside, part.written, path);
    return this.resolve(resolver[1] ?? '', resolver[2] ?? '', part.written, path);
  }

  private resolve(name: string, argument: string, written: string, path: Path): ConfigNode {
    const comma = argument.indexOf(',');
    const first = (comma < 0 ? argument : argument.slice(0, comma)).trim();
    const fallback = comma < 0 ? undefined : argument.slice(comma + 1).trim();
    if (name === 'oc.env' && fallback !== undefined) return fallbackNode(fallback);
    if (name !== 'oc.select') throw new Skipped(`${shown(written)} cannot be resolved here`);
    const target = this.target(first, path);
    if (target === undefined && fallback !== undefined) return typedNode(fallback);
    return this.reference(first, written, path);
  }

  private reference(key: string, written: string, path: Path): ConfigNode {
    const target = this.target(key, path);
    if (target === undefined) throw new Skipped(`${shown(written)} names nothing in this file`);
    const identity = JSON.stringify(target.path);
    if (this.open.has(identity)) throw new Skipped(`${shown(written)} leads back to itself`);
    this.open.add(identity);
    try {
      const { node } = target;
      if (node.type === 'dict' || node.type === 'list') return this.container(node, target.path, written);
      return node.type === 'str' && node.value.includes('${') ? this.text(node.value, target.path) : node;
    } finally {
      this.open.delete(identity);
    }
  }

  /** A mapping that holds the reference itself would never end. */
  private container(node: ConfigNode, path: Path, written: string): ConfigNode {
    this.steps += 10;
    if (this.steps > maxSteps || this.open.size > 20)
      throw new Skipped(`${shown(written)} is nested too deep`);
    return this.node(node, path);
  }

  /** `a.b[0]` from the top; each leading dot but the first goes one mapping up. */
  private target(key: string, path: Path): { node: ConfigNode; path: Path } | undefined {
    const [, dots = '', rest = ''] = /^(\.*)(.*)$/s.exec(key) ?? [];
    const steps = rest.split(/[.[\]]/).filter((step) => step !== '');
    if (dots.length > path.length) return undefined;
    const start = dots === '' ? [] : path.slice(0, path.length - dots.length);
    const target = [...start, ...steps];
    const node = steps.length === 0 ? undefined : nodeAt(this.root, target);
    return node === undefined ? undefined : { node, path: target };
  }
}

function textNode(value: string): ConfigNode {
  return { type: 'str', value, start: 0, end: 0 };
}

/** oc.env gives text, but for null. */
function fallbackNode(text: string): ConfigNode {
  if (/^null$/i.test(text)) return { type: 'NoneType', value: null, start: 0, end: 0 };
  return textNode(text.replace(/^(['"])([\s\S]*)\1$/, '$2'));
}

/** What OmegaConf's grammar makes of a value that stands in an interpolation. */
function typedNode(text: string): ConfigNode {
  const place = { start: 0, end: 0 };
  if (/^(?:true|false)$/i.test(text)) return { type: 'bool', value: /^true$/i.test(text), ...place };
  if (/^[-+]?(?:0|[1-9](?:_?\d)*)$/.test(text) && text.length < 1000) {
    return { type: 'int', value: BigInt(text.replaceAll(/[_+]/g, '')), ...place };
  }
  if (/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text))
    return { type: 'float', value: Number(text), ...place };
  return fallbackNode(text);
}

/** Python's `str()` of a value. */
function pythonText(node: ConfigNode): string {
  if (node.type === 'dict' || node.type === 'list')
    throw new Skipped('a mapping or list stands inside of a text');
  if (node.type === 'bool') return node.value ? 'True' : 'False';
  return node.type === 'NoneType' ? 'None' : scalarText(node);
}

function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** Text that OmegaConf settles later: an interpolation, or the mark of a value that must be given. */
export function isDeferred(node: ConfigNode): boolean {
  return node.type === 'str' && (node.value.includes('${') || node.value === '???');
}
