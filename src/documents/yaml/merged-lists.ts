import { textRules } from '../rules.ts';
import { keyIdentity } from '../tree/keys.ts';
import { type ConfigNode, isScalar, sameValue, type ScalarNode, scalarText } from '../tree/node.ts';
import type { Problem } from './problem.ts';
import type { RawMap, RawNode } from './raw.ts';

type Pair = readonly [RawNode, RawNode];

/** How the builder reads keys, values and merge keys. */
interface Reader {
  build(raw: RawNode): ConfigNode;
  key(raw: RawNode): ScalarNode;
  isMerge(raw: RawNode): boolean;
  /** The pairs of a mapping with what it merges in front. */
  flatten(raw: RawMap): readonly Pair[];
  isValue(raw: RawMap): boolean;
  reportDuplicates(raw: RawMap): void;
}

/**
 * Keys that two mappings of one merge list set to different values: PyYAML up to 6.0.3 keeps the first of them, as YAML's merge type says,
 * and 6.0.4 the last (constructor.py flatten_mapping, without its reversal). The same file trains another model after such an upgrade.
 */
export function mergedTwice(root: RawNode, reader: Reader): Problem[] {
  const problems: Problem[] = [];
  // a Set is walked in the order of its additions, those during the walk too
  const nodes = new Set([root]);
  for (const node of nodes) {
    if (node.kind === 'list') for (const item of node.items) nodes.add(item);
    if (node.kind !== 'map') continue;
    for (const [, value] of node.pairs) nodes.add(value);
    if (!reader.isValue(node)) reader.reportDuplicates(node);
    problems.push(...conflictsOf(node, reader));
  }
  return problems;
}

function* conflictsOf({ pairs }: RawMap, reader: Reader): Iterable<Problem> {
  const own = new Set(
    pairs.filter(([key]) => !reader.isMerge(key)).map(([key]) => keyIdentity(reader.key(key))),
  );
  for (const [key, value] of pairs) {
    if (value.kind !== 'list' || value.items.length < 2 || !reader.isMerge(key)) continue;
    const sources = value.items.flatMap((item) => (item.kind === 'map' ? [reader.flatten(item)] : []));
    const [older, newer] = [
      lastOf(sources.toReversed().flat(), reader),
      lastOf(withoutRepeated(sources.flat()), reader),
    ];
    for (const [identity, [name, first]] of older) {
      const [, last = first] = newer.get(identity) ?? [];
      if (own.has(identity) || first === last) continue;
      const [before, after] = [reader.build(first), reader.build(last)];
      if (!sameValue(before, after)) yield conflict(name, { before, after, at: key });
    }
  }
}

type Values = ReadonlyMap<string, readonly [name: ScalarNode, value: RawNode]>;

function lastOf(pairs: readonly Pair[], reader: Reader): Values {
  return new Map(
    pairs.map(([raw, value]) => {
      const key = reader.key(raw);
      return [keyIdentity(key), [key, value]];
    }),
  );
}

/** 6.0.4 passes over a key whose text is the same object in memory: that of the same place, or of one letter, which Python keeps once. */
function withoutRepeated(pairs: readonly Pair[]): Pair[] {
  const seen = new Set<unknown>();
  return pairs.filter(([key]) => {
    const object = key.kind === 'scalar' && /^[\0-\xff]$/.test(key.text) ? key.text : key;
    return !seen.has(object) && seen.add(object);
  });
}

interface Conflict {
  readonly before: ConfigNode;
  readonly after: ConfigNode;
  /** The merge key. */
  readonly at: RawNode;
}

function conflict(name: ScalarNode, { before, after, at }: Conflict): Problem {
  return {
    rule: textRules['merge-order'],
    message: `${scalarText(name)} comes from two of the merged mappings: PyYAML up to 6.0.3 takes ${shown(before)}, PyYAML 6.0.4 takes ${shown(after)}`,
    help: `write ${scalarText(name)} beside <<, where no version overrides it`,
    start: at.start,
    end: at.end,
  };
}

function shown(node: ConfigNode): string {
  return isScalar(node) ? scalarText(node).slice(0, 60) : `another ${node.type}`;
}
