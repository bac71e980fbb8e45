import { type ConfigNode, type DictNode, type Entry, isScalar } from '../../../documents/tree/node.ts';
import type { Source } from '../../../documents/tree/origin.ts';
import { emptyDict, MergeError, type MutableDict } from '../merge.ts';

const deleteKey = '_delete_';

/** A base with what inherits from it, as mmengine merges them (config.py _merge_a_into_b). Throws MergeError. */
export function inherited(child: DictNode, base: DictNode): MutableDict {
  const taken = new Set<ConfigNode>();
  const result = mergedInto(base, child, taken);
  // Of a value of the base that the file names several times there is one in mmengine: what goes from it goes everywhere.
  const shared = new Set([...taken].filter(({ source }) => source?.file !== child.source?.file));
  return shared.size === 0 ? result : withoutFlags(result, shared);
}

/** `taken`: the flags `_delete_` that have gone. */
function mergedInto(base: DictNode, child: DictNode, taken: Set<ConfigNode>): MutableDict {
  const result: MutableDict = { ...base, entries: new Map(base.entries) };
  for (const entry of child.entries.values()) {
    const { key, name, value } = entry;
    const there = result.entries.get(name);
    if (value.type !== 'dict' || there === undefined) {
      result.entries.set(name, {
        ...entry,
        value: there === undefined ? value : { ...value, overrode: there.value },
      });
      continue;
    }
    const { flag, rest } = withoutDelete(value);
    if (flag !== undefined) taken.add(flag);
    if (flag !== undefined && isTrue(flag))
      result.entries.set(name, { key, name, value: { ...rest, overrode: there.value } });
    else if (there.value.type === 'unknown') result.entries.set(name, { key, name, value: there.value });
    else if (there.value.type !== 'dict')
      throw new MergeError(
        `${name} is a mapping here and ${there.value.type} in the base: mmengine refuses that without ${deleteKey}=True`,
        value,
      );
    else result.entries.set(name, { key: there.key, name, value: mergedInto(there.value, rest, taken) });
  }
  return result;
}

/** `_delete_=True` counts, and goes, only where the base has the key too. */
function withoutDelete(dict: DictNode): { readonly flag: ConfigNode | undefined; readonly rest: DictNode } {
  const flag = dict.entries.get(deleteKey)?.value;
  if (flag === undefined) return { flag, rest: dict };
  const entries = new Map(dict.entries);
  entries.delete(deleteKey);
  return { flag, rest: { ...dict, entries } };
}

function withoutFlags<Node extends ConfigNode>(node: Node, flags: ReadonlySet<ConfigNode>): Node {
  if (node.type === 'list') return { ...node, items: node.items.map((item) => withoutFlags(item, flags)) };
  if (node.type !== 'dict') return node;
  const entries = new Map<string, Entry>();
  for (const [name, entry] of node.entries)
    if (!flags.has(entry.value)) entries.set(name, { ...entry, value: withoutFlags(entry.value, flags) });
  return { ...node, entries };
}

function isTrue(node: ConfigNode): boolean {
  if (!isScalar(node)) return true;
  return node.type === 'bool' ? node.value : node.type === 'int' && node.value !== 0n;
}

/** Several bases, side by side; a key that two of them set is refused. */
export function together(bases: readonly DictNode[], source: Source): MutableDict {
  const result: MutableDict = { ...emptyDict(), source };
  for (const base of bases) {
    for (const entry of base.entries.values()) {
      const there = result.entries.get(entry.name);
      if (there !== undefined)
        throw new MergeError(
          `${entry.name} is set by two of the base configs (${there.key.source?.file ?? ''} and ${entry.key.source?.file ?? ''}): mmengine refuses that`,
          entry.value,
        );
      result.entries.set(entry.name, entry);
    }
  }
  return result;
}
