import { readers, type Dialect } from '../dialect.ts';
import type { ConfigNode, DictNode, Entry, ListNode, ScalarNode } from '../tree/node.ts';
import { constructScalar } from './construct.ts';
import { duplicateKey } from '../tree/duplicates.ts';
import { KeyNames, keyIdentity } from '../tree/keys.ts';
import { type Problem, unreadable } from './problem.ts';
import type { RawList, RawMap, RawNode, RawScalar } from './raw.ts';
import { plainScalar } from './plain-scalar.ts';
import { implicitTag } from './resolvers.ts';
import { yamlTag } from './tags.ts';

/** Merge keys may multiply pairs; more than this in one document is not a config. */
const maxMergedPairs = 20_000;

type Pair = readonly [RawNode, RawNode];

/** Raw nodes as the values that Python would hold (constructor.py SafeConstructor). Throws Unreadable. */
export class Builder {
  readonly problems: Problem[] = [];
  /** Whether some mapping merges others. */
  hasMerges = false;
  private readonly dialect: Dialect;
  private readonly built = new Map<RawNode, ConfigNode>();
  private readonly flat = new Map<RawMap, readonly Pair[]>();
  private merged = 0;

  constructor(dialect: Dialect) {
    this.dialect = dialect;
  }

  build(raw: RawNode): ConfigNode {
    if (raw.kind === 'scalar' && !raw.anchored) return this.scalar(raw);
    const known = this.built.get(raw);
    if (known !== undefined) return known;
    const node = this.make(raw);
    this.built.set(raw, node);
    return node;
  }

  private make(raw: RawNode): ConfigNode {
    if (raw.kind === 'scalar') return this.scalar(raw);
    const expected = raw.kind === 'list' ? 'seq' : 'map';
    const tag = raw.tag === undefined || raw.tag === '!' ? expected : yamlTag(raw.tag);
    if (tag !== expected) throw unknownTag(raw, this.dialect);
    return raw.kind === 'list' ? this.list(raw) : this.dict(raw);
  }

  private list(raw: RawList): ListNode {
    const items = raw.items.map((item) => this.build(item));
    return { type: 'list', items, start: raw.start, end: raw.end };
  }

  private scalar(raw: RawScalar): ScalarNode {
    const { start, end, text: written } = raw;
    const made =
      raw.plain && raw.tag === undefined
        ? plainScalar(written, this.dialect)
        : constructScalar(this.scalarTag(raw) ?? '', written, this.dialect);
    if (made === undefined) throw unknownTag(raw, this.dialect);
    if ('refused' in made)
      throw unreadable(`${made.refused}: ${readers[this.dialect]} stops with an error`, start, end);
    const { type, value } = made;
    // A literal has room for all of its fields in itself, which a copy that gets more of them has not.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- type and value are those of one scalar
    return (raw.plain ? { type, value, start, end, written } : { type, value, start, end }) as ScalarNode;
  }

  private scalarTag(raw: RawScalar): string | undefined {
    if (raw.tag !== undefined && raw.tag !== '!') return yamlTag(raw.tag);
    // PyYAML resolves even a quoted scalar after the tag "!"
    if (raw.tag === '!' && raw.text.endsWith('\n')) throw unknownTag(raw, this.dialect);
    const resolves = raw.plain || (raw.tag === '!' && this.dialect !== 'yaml-1.2');
    return (resolves ? implicitTag(raw.text, this.dialect) : undefined) ?? 'str';
  }

  private dict(raw: RawMap): DictNode {
    const pairs = this.flatten(raw);
    const merges = pairs !== raw.pairs;
    if (merges) this.reportDuplicates(raw);
    const entries = new Map<string, Entry>();
    const names = new KeyNames(entries);
    const repeated = new Map<string, ScalarNode>();
    for (const [rawKey, rawValue] of pairs) {
      const key = this.key(rawKey);
      const name = names.nameOf(key);
      const value = this.build(rawValue);
      const earlier = entries.get(name);
      if (earlier !== undefined && !merges) {
        this.problems.push(this.duplicate(key, repeated.get(name) ?? earlier.key, earlier.value, value));
        repeated.set(name, key);
      }
      // Python keeps the first of two equal keys, with the last value
      entries.set(name, { key: earlier?.key ?? key, name, value });
    }
    return { type: 'dict', entries, start: raw.start, end: raw.end };
  }

  key(raw: RawNode): ScalarNode {
    if (raw.kind !== 'scalar') {
      throw unreadable('a list or mapping cannot be a key: Python cannot hash it', raw.start, raw.end);
    }
    const text =
      raw.text === '=' && this.scalarTag(raw) === 'value' ? { ...raw, tag: 'tag:yaml.org,2002:str' } : raw;
    const node = this.build(text);
    if (node.type !== 'list' && node.type !== 'dict') return node;
    throw unreadable('a list or mapping cannot be a key: Python cannot hash it', raw.start, raw.end);
  }

  /** constructor.py flatten_mapping: merged pairs first, of a list of mappings the last first (until 6.0.3), then the own pairs. */
  flatten(raw: RawMap): readonly Pair[] {
    const known = this.flat.get(raw);
    if (known !== undefined) return known;
    if (this.dialect === 'yaml-1.2') return raw.pairs;
    if (!raw.pairs.some(([key]) => this.isMerge(key))) return raw.pairs;
    this.hasMerges = true;
    const own = raw.pairs.filter(([key]) => !this.isMerge(key));
    const merges = raw.pairs.filter(([key]) => this.isMerge(key));
    const pairs = [...merges.flatMap(([, value]) => this.mergeSource(value)), ...own];
    this.merged += pairs.length;
    if (this.merged > maxMergedPairs) {
      throw unreadable('the merge keys (<<) multiply to too many pairs', raw.start, raw.end);
    }
    this.flat.set(raw, pairs);
    return pairs;
  }

  private mergeSource(value: RawNode): readonly Pair[] {
    if (value.kind === 'map') return this.flatten(value);
    const sources = value.kind === 'list' ? value.items : undefined;
    const maps = sources?.filter((item) => item.kind === 'map');
    if (maps === undefined || maps.length !== sources?.length) {
      throw unreadable('<< takes a mapping or a list of mappings', value.start, value.end);
    }
    return maps.toReversed().flatMap((map) => this.flatten(map));
  }

  isMerge(key: RawNode): boolean {
    const candidate = key.kind === 'scalar' && (key.text === '<<' || key.tag !== undefined);
    return candidate && this.scalarTag(key) === 'merge';
  }

  /** Whether a mapping is a value, and not only merged into others. */
  isValue(raw: RawMap): boolean {
    return this.built.has(raw);
  }

  /** Of a mapping that merges others, or is only merged: only its own keys can be repeated. */
  reportDuplicates(raw: RawMap): void {
    const seen = new Map<string, Pair>();
    for (const pair of raw.pairs) {
      if (this.isMerge(pair[0])) continue;
      const key = this.key(pair[0]);
      const identity = keyIdentity(key);
      const earlier = seen.get(identity);
      if (earlier !== undefined) {
        const [before, after] = [this.build(earlier[1]), this.build(pair[1])];
        this.problems.push(this.duplicate(key, earlier[0], before, after));
      }
      seen.set(identity, pair);
    }
  }

  private duplicate(
    key: ScalarNode,
    earlier: { readonly start: number },
    before: ConfigNode,
    after: ConfigNode,
  ): Problem {
    const refused = this.dialect !== 'pyyaml' && key.type === 'str';
    return duplicateKey(key, earlier, before, after, refused, this.dialect);
  }
}

function unknownTag(raw: RawNode, dialect: Dialect) {
  const what = raw.tag === undefined || raw.tag === '!' ? rawText(raw) : `the tag ${raw.tag.slice(0, 80)}`;
  return unreadable(
    `${readers[dialect]} cannot make a value of ${what}`,
    raw.start,
    raw.end,
    raw.tag === undefined ? 'quote the value' : 'remove the tag: configs are read with the safe loader',
  );
}

function rawText(raw: RawNode): string {
  return raw.kind === 'scalar' ? JSON.stringify(raw.text.slice(0, 40)) : `this ${raw.kind}`;
}
