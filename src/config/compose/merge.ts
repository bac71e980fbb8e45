import { type ConfigNode, type DictNode, type Entry, isScalar, nodeAt } from '../../documents/tree/node.ts';
import type { Source } from '../../documents/tree/origin.ts';

/** A mapping under composition. */
export interface MutableDict extends DictNode {
  readonly entries: Map<string, Entry>;
}

export function emptyDict(at?: ConfigNode): MutableDict {
  return {
    type: 'dict',
    entries: new Map(),
    start: at?.start ?? 0,
    end: at?.end ?? 0,
    ...(at?.source && { source: at.source }),
  };
}

/** Thrown where OmegaConf refuses to merge two values. */
export class MergeError extends Error {
  readonly node: ConfigNode;

  constructor(message: string, node: ConfigNode) {
    super(message);
    this.node = node;
  }
}

export function isMissing(node: ConfigNode): boolean {
  return node.type === 'str' && node.value === '???';
}

/** Runs of one repository merge the same groups into the same configs. */
const mergedBefore = new WeakMap<DictNode, WeakMap<DictNode, MutableDict>>();

/**
 * `dest` with `src` merged into it, as OmegaConf 2.3 merges configs without types (basecontainer.py _map_merge): mappings key by key,
 * lists and values replaced, `???` leaves what is there. `root` is what references in `dest` count from; absent: `dest` with what is merged
 * so far. The same two mappings give the same result, which must not be changed. Throws MergeError.
 */
export function merged(dest: DictNode, src: DictNode, root?: ConfigNode): MutableDict {
  return mergedOnce(dest, src, { root, isOfMore: false });
}

interface Merging {
  readonly root: ConfigNode | undefined;
  /** A reference was followed: the result is made of more than the two mappings. */
  isOfMore: boolean;
}

function mergedOnce(dest: DictNode, src: DictNode, outer: Merging): MutableDict {
  const known = mergedBefore.get(dest) ?? new WeakMap<DictNode, MutableDict>();
  mergedBefore.set(dest, known);
  const merging: Merging = { root: outer.root, isOfMore: false };
  const result = known.get(src) ?? mergedNew(dest, src, merging);
  if (merging.isOfMore) outer.isOfMore = true;
  else known.set(src, result);
  return result;
}

function mergedNew(dest: DictNode, src: DictNode, merging: Merging): MutableDict {
  const entries = new Map(dest.entries);
  // a mapping takes the class of what is merged into it
  const isClosed = dest.isClosed === true || src.isClosed === true;
  const result: MutableDict = { ...dest, ...(isClosed ? { isClosed } : {}), entries };
  const inner: Merging = { root: merging.root ?? result, isOfMore: false };
  for (const { key, name, value } of src.entries.values()) {
    const there = entries.get(name);
    if (there === undefined && dest.isClosed === true && src.isClosed !== true)
      throw new MergeError(`${name} is not a field of the dataclass that is registered for it`, key);
    if (there === undefined) entries.set(name, { key, name, value });
    else
      entries.set(name, {
        key: keyOf(there, key, value),
        name,
        value: mergedValue(there.value, value, { merging: inner, around: result, inside: dest }),
      });
  }
  merging.isOfMore = inner.isOfMore;
  return result;
}

/** The key stands where the value does. */
function keyOf(there: Entry, key: Entry['key'], value: ConfigNode): Entry['key'] {
  return isMissing(value) || (value.type === 'dict' && there.value.type === 'dict')
    ? there.key
    : { ...there.key, ...placeOf(key) };
}

function placeOf({ start, end, source }: { start: number; end: number; source?: Source }) {
  return { start, end, ...(source && { source }) };
}

/** What references in a mapping count from: the top, and the mapping itself, with what is merged into it so far. */
interface Around {
  readonly merging: Merging;
  readonly around: DictNode;
  /** The mapping as it was: a reference to what it lies in is left alone. */
  readonly inside: DictNode;
}

function mergedValue(old: ConfigNode, src: ConfigNode, around: Around): ConfigNode {
  if (isMissing(src)) return old;
  const dest = old.type === 'str' && !isScalar(src) ? (target(old.value, around) ?? old) : old;
  if (dest.type === 'dict' && src.type === 'dict') return mergedOnce(dest, src, around.merging);
  if (!isScalar(dest) && !isScalar(src) && dest.type !== src.type)
    throw new MergeError(`a ${src.type} cannot be merged into a ${dest.type}`, src);
  return { ...src, overrode: old };
}

/** The mapping or list that a plain reference leads to, from the top or beside it; none that it lies in itself. */
function target(text: string, { merging, around, inside }: Around): ConfigNode | undefined {
  const [, dot, path] = /^\$\{(\.)?([\w-]+(?:\.[\w-]+)*)\}$/.exec(text) ?? [];
  if (path === undefined) return undefined;
  merging.isOfMore = true;
  const node = nodeAt(dot === undefined ? merging.root : around, path.split('.'));
  return node === undefined || isScalar(node) || contains(node, inside) ? undefined : node;
}

function contains(node: ConfigNode, inner: ConfigNode): boolean {
  if (node === inner) return true;
  if (node.type === 'list') return node.items.some((item) => contains(item, inner));
  return node.type === 'dict' && [...node.entries.values()].some(({ value }) => contains(value, inner));
}

const embeddedBefore = new WeakMap<ConfigNode, Map<string, ConfigNode>>();

/** The same node for the same package, so that what is merged with it is known too. */
export function embeddedOnce(config: ConfigNode, inside: string): ConfigNode {
  const known = embeddedBefore.get(config) ?? new Map<string, ConfigNode>();
  embeddedBefore.set(config, known);
  const steps = inside.split('.').filter((step) => step !== '');
  const node = known.get(inside) ?? embedded(config, steps);
  known.set(inside, node);
  return node;
}

/** `node` below the steps of a package such as `a.b`. */
function embedded(node: ConfigNode, steps: readonly string[]): ConfigNode {
  return steps.reduceRight<ConfigNode>((inner, name) => {
    const dict = emptyDict(inner);
    const key = { type: 'str', value: name, ...placeOf(inner) } as const;
    dict.entries.set(name, { key, name, value: inner });
    return dict;
  }, node);
}
