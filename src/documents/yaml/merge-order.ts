import type { ScalarNode } from '../tree/node.ts';
import { type Problem, unreadable } from './problem.ts';
import type { RawMap, RawNode } from './raw.ts';

type Pair = readonly [RawNode, RawNode];

/** How the builder reads keys and merge keys. */
interface Keys {
  key(raw: RawNode): ScalarNode;
  isMerge(raw: RawNode): boolean;
  /** The pairs of a mapping with what it merges in front. */
  flatten(raw: RawMap): readonly Pair[];
}

/**
 * Mappings that OmegaConf's loader refuses although no key stands twice in them. It looks for repeated keys when it makes a mapping, level
 * by level; one that a merge key higher up has filled by then (constructor.py flatten_mapping) holds what it merges beside what it overrides.
 */
export function overriddenTooEarly(root: RawNode, keys: Keys): Problem[] {
  const filled = new Set<RawMap>();
  const problems: Problem[] = [];
  const fill = (map: RawMap): void => {
    if (filled.has(map)) return;
    filled.add(map);
    for (const [key, value] of map.pairs) {
      if (!keys.isMerge(key)) continue;
      for (const source of value.kind === 'list' ? value.items : [value])
        if (source.kind === 'map') fill(source);
    }
  };
  // a Set is walked in the order of its additions, those during the walk too: level by level
  const made = new Set([root]);
  for (const node of made) {
    if (node.kind === 'list') for (const item of node.items) made.add(item);
    if (node.kind !== 'map') continue;
    if (filled.has(node)) problems.push(...repeated(keys.flatten(node), keys));
    fill(node);
    for (const [, value] of keys.flatten(node)) made.add(value);
  }
  return problems;
}

function repeated(pairs: readonly Pair[], keys: Keys): Problem[] {
  const seen = new Set<string>();
  for (const [raw] of pairs) {
    const key = keys.key(raw);
    if (key.type !== 'str') continue;
    if (seen.has(key.value)) return [refused(key)];
    seen.add(key.value);
  }
  return [];
}

function refused({ value, start, end }: ScalarNode): Problem {
  const message = `OmegaConf refuses the file: ${String(value).slice(0, 60)} is merged and overridden in a mapping that is itself merged higher up`;
  return unreadable(message, start, end, 'merge it at the same level, or write the values out').problem;
}
