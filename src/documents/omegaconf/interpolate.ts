import { clip } from '../../kernel/text.ts';
import {
  type ConfigNode,
  type DictNode,
  type Entry,
  type ListNode,
  nodeAt,
  type Path,
} from '../tree/node.ts';
import { KeyNames } from '../tree/keys.ts';
import type { Problem } from '../yaml/problem.ts';
import { type Found, made, primitive, pythonText, Skipped, textNode, written } from './literal.ts';
import { type Call, type Element, type Interpolation, type Piece, type Reference } from './parse.ts';
import { resolvers } from './resolvers.ts';
import { isDone, isInterpolated, piecesOf, type TextNode } from './texts.ts';
import { malformed, setAt, skipped, withValue } from './outcomes.ts';
import { childOf, routeOf } from './select.ts';
import type { Seen, SettledValues } from './settled-values.ts';

/** Resolved texts longer than this, or more steps than this, are a bomb and no config. */
const maxLength = 10_000;
const maxSteps = 20_000;
/** References that lead on to each other. */
const maxOpen = 30;

/** A document with its interpolations resolved as far as this file alone can tell. */
export interface Interpolated {
  readonly root: ConfigNode;
  /** What was skipped, and what OmegaConf refuses. */
  readonly problems: readonly Problem[];
}

/** Resolves `${a.b}`, `${.sibling}`, `${oc.select:…}`, defaults of `${oc.env:X,default}` and the rest of OmegaConf 2.3's grammar. `settled`: of runs that share nodes. */
export function interpolate(root: ConfigNode, settled?: SettledValues): Interpolated {
  const resolver = new Resolver(root, settled);
  return { root: resolver.node(root, []), problems: resolver.problems };
}

class Resolver {
  readonly problems: Problem[] = [];
  private readonly root: ConfigNode;
  private readonly open = new Set<string>();
  private readonly settledBefore: SettledValues | undefined;
  /** What the value that is being resolved was made of so far. */
  private seen: Seen[] = [];
  private steps = 0;

  constructor(root: ConfigNode, settledBefore: SettledValues | undefined) {
    this.root = root;
    this.settledBefore = settledBefore;
  }

  /** The same node where there is nothing to resolve below it. */
  node(node: ConfigNode, path: Path): ConfigNode {
    if (isDone(node)) return node;
    // within a reference it counts what is open
    return this.settledBefore === undefined || this.open.size > 0
      ? this.resolved(node, path)
      : this.once(node, path, this.settledBefore);
  }

  private resolved(node: ConfigNode, path: Path): ConfigNode {
    if (node.type === 'dict') return this.dict(node, path);
    if (node.type === 'list') return this.list(node, path);
    return isInterpolated(node) ? this.told(node, path) : node;
  }

  private once(node: ConfigNode, path: Path, settled: SettledValues): ConfigNode {
    const known = settled.get(node, path, this.root);
    if (known !== undefined && this.steps + known.steps <= maxSteps) {
      this.steps += known.steps;
      this.problems.push(...known.problems);
      this.seen.push(...known.seen);
      return known.node;
    }
    const { seen: around, steps } = this;
    const told = this.problems.length;
    this.seen = [];
    const value = this.resolved(node, path);
    const { seen } = this;
    if (this.steps <= maxSteps)
      settled.set(node, {
        path,
        node: value,
        problems: this.problems.slice(told),
        seen,
        steps: this.steps - steps,
      });
    this.seen = around;
    this.seen.push(...seen);
    return value;
  }

  private saw({ node, path }: Found): void {
    if (path !== undefined) this.seen.push({ path, node });
  }

  private missed({ path }: Found, step: string): void {
    if (path !== undefined) this.seen.push({ path: [...path, step], node: undefined });
  }

  private list(node: ListNode, path: Path): ListNode {
    const items = node.items.map((item, index) => (isDone(item) ? item : this.node(item, [...path, index])));
    return { ...node, items };
  }

  private dict(node: DictNode, path: Path): DictNode {
    const entries = new Map(node.entries);
    for (const [name, entry] of node.entries) {
      if (isDone(entry.value)) continue;
      const value = this.node(entry.value, [...path, name]);
      if (value !== entry.value) entries.set(name, withValue(entry, value));
    }
    return { ...node, entries };
  }

  /** The resolved value; what cannot be resolved stays as it is and is reported. */
  private told(node: TextNode, path: Path): ConfigNode {
    const pieces = piecesOf(node.value);
    if (pieces === undefined) {
      this.problems.push(malformed(node));
      return node;
    }
    try {
      const value = this.settled(this.pieces(pieces, path.slice(0, -1)));
      return setAt(value, node);
    } catch (error) {
      if (!(error instanceof Skipped)) throw error;
      this.problems.push(skipped(node, error.message));
      return node;
    }
  }

  /** With everything below resolved too. */
  private settled({ node, path }: Found): ConfigNode {
    if (path === undefined || (node.type !== 'dict' && node.type !== 'list')) return node;
    this.count(10);
    return this.within(path, () => this.node(node, path));
  }

  /** Keeps a place open while what it refers to is resolved: who comes back to it would never end. */
  private within<T>(path: Path, resolve: () => T): T {
    const identity = JSON.stringify(path);
    if (this.open.has(identity)) throw new Skipped('it leads back to itself');
    if (this.open.size > maxOpen) throw new Skipped('it is nested too deep');
    this.open.add(identity);
    try {
      return resolve();
    } finally {
      this.open.delete(identity);
    }
  }

  private count(steps: number): void {
    this.steps += steps;
    if (this.steps > maxSteps) throw new Skipped('there are too many interpolations to resolve');
  }

  /** A single interpolation keeps its type; among other words it becomes text. `at`: the mapping or list around it. */
  private pieces(pieces: readonly Piece[], at: Path): Found {
    const [only] = pieces;
    if (pieces.length === 1 && only !== undefined && isInterpolation(only))
      return this.interpolation(only, at);
    return made(textNode(this.joined(pieces, at)));
  }

  private joined(pieces: readonly Piece[], at: Path): string {
    const text = pieces
      .map((piece, index) =>
        isInterpolation(piece)
          ? pythonText(this.interpolation(piece, at).node)
          : written(piece, pieces[index + 1]),
      )
      .join('');
    if (text.length > maxLength) throw new Skipped('the interpolations make too long a text');
    return text;
  }

  private interpolation(part: Interpolation, at: Path): Found {
    this.count(1);
    return part.kind === 'call' ? this.call(part, at) : this.reference(part, at);
  }

  private reference(part: Reference, at: Path): Found {
    const key = part.key.map((piece) => this.keyPart(piece, at)).join('');
    const found = this.select(key, at);
    const named = clip(part.written, 61);
    if (found === undefined) throw new Skipped(`${named} names nothing in this file`);
    if (isMissing(found.node)) throw new Skipped(`${named} leads to a value that must still be given (???)`);
    if (found.path?.every((step, index) => step === at[index]) === true)
      throw new Skipped(`${named} leads back to itself`);
    return found;
  }

  private keyPart(piece: Piece, at: Path): string {
    if (!isInterpolation(piece)) return piece.text;
    const { node } = this.interpolation(piece, at);
    if (node.type === 'str') return node.value;
    throw new Skipped(`${clip(piece.written, 61)} is used as a key, and is not text`);
  }

  /** The node that a key leads to, `undefined` where there is none (base.py _select_impl). */
  private select(key: string, at: Path): Found | undefined {
    const { start, steps } = routeOf(key, at);
    const node = nodeAt(this.root, start);
    let found: Found | undefined =
      node === undefined || steps.length === 0 ? undefined : { node, path: start };
    for (const step of steps) {
      if (found?.isPlain === true) throw new Skipped(`${clip(key, 61)} leads into what a resolver gives`);
      if (found === undefined) return undefined;
      if (found.node.type === 'list') this.saw(found);
      const child = childOf(found, step);
      if (child === undefined) {
        this.missed(found, step);
        return undefined;
      }
      found = this.dereferenced(child);
    }
    if (found !== undefined) this.saw(found);
    return found;
  }

  private dereferenced(found: Found): Found {
    const { node, path } = found;
    if (path === undefined || !isInterpolated(node)) return found;
    this.saw(found);
    const pieces = piecesOf(node.value);
    if (pieces === undefined) throw new Skipped(`the interpolation ${clip(node.value, 61)} cannot be read`);
    return this.within(path, () => this.pieces(pieces, path.slice(0, -1)));
  }

  private call(part: Call, at: Path): Found {
    const name = part.name.map((piece) => this.keyPart(piece, at)).join('');
    const resolver = resolvers.get(name);
    if (resolver === undefined) throw new Skipped(`${clip(part.written, 61)} cannot be resolved here`);
    const args = part.args.map((arg) => this.element(arg, at));
    return resolver(args, {
      select: (key) => present(this.select(key, at)),
      evaluate: (element) => this.element(element, at),
    });
  }

  private element(element: Element, at: Path): Found {
    if (element.kind === 'list') return made(this.literalList(element.items, at));
    if (element.kind === 'dict') return made(this.literalDict(element.pairs, at));
    const { kind, pieces } = element;
    if (kind === 'quoted')
      return made(textNode(pieces.length === 0 ? '' : pythonText(this.pieces(pieces, at).node)));
    const [only] = pieces;
    return pieces.length === 1 && only !== undefined && !isInterpolation(only)
      ? made(primitive(only))
      : this.pieces(pieces, at);
  }

  private literalList(items: readonly Element[], at: Path): ListNode {
    return { type: 'list', items: items.map((item) => this.literal(item, at)), start: 0, end: 0 };
  }

  private literalDict(pairs: readonly (readonly [Element, Element])[], at: Path): DictNode {
    const entries = new Map<string, Entry>();
    const names = new KeyNames(entries);
    for (const [rawKey, rawValue] of pairs) {
      const key = this.element(rawKey, at).node;
      if (key.type === 'dict' || key.type === 'list' || key.type === 'NoneType')
        throw new Skipped('OmegaConf refuses a key');
      const name = names.nameOf(key);
      entries.set(name, { key: entries.get(name)?.key ?? key, name, value: this.literal(rawValue, at) });
    }
    return { type: 'dict', entries, start: 0, end: 0 };
  }

  /** What is put into a mapping or list is a config of its own: its texts would be interpolated again. */
  private literal(element: Element, at: Path): ConfigNode {
    const node = this.settled(this.element(element, at));
    if (isInterpolated(node)) throw new Skipped('an interpolation makes another one');
    return node;
  }
}

function present(found: Found | undefined): Found | undefined {
  return found === undefined || isMissing(found.node) ? undefined : found;
}

function isMissing(node: ConfigNode): boolean {
  return node.type === 'str' && node.value === '???';
}

/** Settled when the training starts: an interpolation, the mark of a value that must be given, or what a program makes. */
export function isDeferred(node: ConfigNode): boolean {
  return node.type === 'unknown' || isInterpolated(node) || isMissing(node);
}

function isInterpolation(piece: Piece): piece is Interpolation {
  return piece.kind === 'reference' || piece.kind === 'call';
}
