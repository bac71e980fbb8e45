import type { ConfigDocument } from '../../documents/document.ts';
import { plainValue } from '../../documents/plain-value.ts';
import type { SourcePlace } from '../../documents/source/lines.ts';
import {
  type ConfigNode,
  type DictNode,
  type Entry,
  nodeAt,
  type Path,
  type ScalarNode,
} from '../../documents/tree/node.ts';
import type { Source } from '../../documents/tree/origin.ts';
import type { Arguments, Flag, GivenValue, Override } from './flags.ts';
import { flagValue, scalar, unknown } from './flag-value.ts';
import type { Declared } from './programs/model.ts';

/** Where a value of a run was set. */
interface Origin {
  readonly kind: 'flag' | 'override' | 'default';
  /** As it is written. */
  readonly name?: string;
  readonly key: SourcePlace & { readonly file: string };
  readonly value: SourcePlace & { readonly file: string };
}

/** What the values of a run come from; what stands later goes before. */
export interface RunSources {
  /** Declared by the program: their defaults count. */
  readonly defaults: readonly Declared[];
  /** A config that the command names. */
  readonly config?: ConfigDocument;
  /** Flags of the launcher. */
  readonly launcher: Arguments;
  readonly args: Arguments;
  /** Given by its place: the model of a server. */
  readonly model?: GivenValue;
  /** What the program says of a flag. */
  declared(flag: string): Declared | undefined;
}

/** The values that a command gives to its program, as one tree; places are those of the text that set them. */
export class RunDocument implements ConfigDocument {
  readonly file: string;
  readonly dialect = 'omegaconf';
  readonly root: DictNode;
  readonly findings = [];
  private readonly entries = new Map<string, Entry>();
  private readonly origins = new Map<ConfigNode, Origin>();
  private readonly config: ConfigDocument | undefined;

  constructor(file: string, { defaults, config, launcher, args, model, declared }: RunSources) {
    this.file = file;
    this.config = config;
    this.root = { type: 'dict', entries: this.entries, start: 0, end: 0 };
    for (const parameter of agreedDefaults(defaults)) this.default(parameter);
    if (config?.root?.type === 'dict')
      for (const { name, value } of config.root.entries.values()) this.named(name, value, config);
    for (const flag of launcher.flags) this.flag(flag, undefined);
    this.onlyNode(launcher);
    if (model?.text !== undefined)
      this.set(['model'], scalar(model.text, undefined), {
        kind: 'flag',
        key: model.place,
        value: model.place,
      });
    for (const flag of args.flags) this.flag(flag, declared(flag.written));
    for (const override of args.overrides) this.override(override);
  }

  get value(): unknown {
    return plainValue(this.root);
  }

  place(path: Path, what: 'key' | 'value'): SourcePlace | undefined {
    const own = this.originAt(path)?.[what];
    if (own !== undefined) return own;
    const named = nodeAt(this.root, path) === undefined ? undefined : this.config?.place(path, what);
    return named === undefined ? undefined : { file: this.config?.file ?? this.file, ...named };
  }

  /** Of the value itself, or of the flag that set the list it stands in. */
  private originAt(path: Path): Origin | undefined {
    const node = nodeAt(this.root, path);
    const own = node === undefined ? undefined : this.origins.get(node);
    const parent = own === undefined ? nodeAt(this.root, path.slice(0, -1)) : undefined;
    return own ?? (parent?.type === 'list' ? this.origins.get(parent) : undefined);
  }

  edit(): undefined {
    return undefined;
  }

  describe(): [] {
    return [];
  }

  private default(declared: Declared): void {
    const { name, default: value, place, type, by } = declared;
    if (value === undefined) return;
    const at = { ...place, column: 1, endLine: place.line, endColumn: 1 };
    const isPlain = value.isText && type === undefined;
    const { choices: _, ...number } = declared;
    const read = value.isText ? declared : type === 'float' && by !== undefined ? number : undefined;
    const node: ScalarNode = isPlain
      ? { type: 'str', value: value.text, start: 0, end: 0 }
      : scalar(value.text, read);
    this.set(name.split('.'), node, { kind: 'default', key: at, value: at });
  }

  /** torchrun and DeepSpeed start one node where they are given no number of them. */
  private onlyNode({ flags }: Arguments): void {
    const ranks = flags.findLast(({ name }) => name === 'nproc_per_node' || name === 'num_gpus');
    if (ranks === undefined || flags.some(({ name }) => /^(?:nnodes|num_nodes|hostfile)$/.test(name))) return;
    const node: ScalarNode = { type: 'int', value: 1n, start: 0, end: 0 };
    this.set(['nnodes'], node, { kind: 'default', key: ranks.place, value: ranks.place });
  }

  private named(name: string, value: ConfigNode, config: ConfigDocument): void {
    const written = this.writtenAs(name, this.entries);
    const old = this.entries.get(written)?.value;
    if (written !== name) this.entries.delete(written);
    const node = ofFile(value, [name], config);
    this.entries.set(name, entryOf(name, old === undefined ? node : { ...node, overrode: old }));
  }

  /** `max-model-len` of a config is what the flag sets, however it is spelt. */
  private writtenAs(name: string, entries: ReadonlyMap<string, Entry>): string {
    if (entries.has(name)) return name;
    return [name.replaceAll('_', '-'), name.replaceAll('-', '_')].find((each) => entries.has(each)) ?? name;
  }

  private flag(flag: Flag, declared: Declared | undefined): void {
    const name = declared?.name ?? flag.name;
    const source = { kind: 'flag' as const, name: flag.written, key: flag.place };
    const path = name.split('.');
    const open = flag.values.find(({ text }) => text === undefined);
    const node = open === undefined ? flagValue(flag, declared) : unknown(open.reason);
    const place = open === undefined ? (flag.values[0]?.place ?? flag.place) : flag.place;
    if (declared?.counts === true && open === undefined)
      return this.set(path, this.counted(path), { ...source, value: place });
    if (declared?.list === 'times' && node.type === 'list') {
      const before = nodeAt(this.root, path);
      const isSame = before?.type === 'list' && this.origins.get(before)?.kind === 'flag';
      if (isSame)
        return this.set(
          path,
          { ...node, items: [...before.items, ...node.items] },
          { ...source, value: place },
        );
    }
    this.set(path, node, { ...source, value: place });
  }

  /** One more than the flags before it, and its default, make. */
  private counted(path: Path): ScalarNode {
    const before = nodeAt(this.root, path);
    const isOwn = before?.type === 'int' && this.origins.has(before);
    return { type: 'int', value: (isOwn ? before.value : 0n) + 1n, start: 0, end: 0 };
  }

  private override({ text, reason, place }: Override): void {
    const equals = text.indexOf('=');
    const path = text.slice(0, equals).replace(/^[+~]+/, '');
    if (text.startsWith('~') || path.includes('@') || path.includes('/')) return;
    const origin = { kind: 'override' as const, name: text, key: place, value: place };
    const node = reason === undefined ? scalar(text.slice(equals + 1), undefined) : unknown(reason);
    this.set(path.split('.'), node, origin);
  }

  private set(path: readonly string[], node: ConfigNode, origin: Origin): void {
    let entries = this.entries;
    for (const step of path.slice(0, -1)) {
      const next = mapping(entries.get(step)?.value) ?? new Map<string, Entry>();
      entries.set(step, entryOf(step, { type: 'dict', entries: next, start: 0, end: 0 }));
      entries = next;
    }
    const name = this.writtenAs(path.at(-1) ?? '', entries);
    const old = entries.get(name)?.value;
    const set = { ...node, source: sourceOf(origin), ...(old === undefined ? {} : { overrode: old }) };
    entries.set(name, entryOf(name, set));
    this.origins.set(set, origin);
  }
}

/** The entries of a mapping that this document made itself. */
function mapping(node: ConfigNode | undefined): Map<string, Entry> | undefined {
  return node?.type === 'dict' ? new Map(node.entries) : undefined;
}

function sourceOf({ kind, name, value }: Origin): Source {
  return { kind, file: value.file, lines: { place: () => value }, ...(name === undefined ? {} : { name }) };
}

/** A value of a config with where it stands; a deeper one only where its mapping is not too deep to be a run's. */
function ofFile(node: ConfigNode, path: Path, config: ConfigDocument): ConfigNode {
  const lines = {
    place: () => config.place(path, 'value') ?? { line: 1, column: 1, endLine: 1, endColumn: 1 },
  };
  const source: Source = { kind: 'file', file: config.file, lines };
  if (node.type !== 'dict' || path.length >= maxDepth) return { ...node, source };
  const entries = new Map(
    Array.from(node.entries, ([key, entry]) => [
      key,
      { ...entry, value: ofFile(entry.value, [...path, entry.name], config) },
    ]),
  );
  return { ...node, entries, source };
}

const maxDepth = 20;

/** Two parsers of one program may declare a name twice; where they disagree it is not known which one counts. */
function agreedDefaults(declared: readonly Declared[]): readonly Declared[] {
  const texts = new Map<string, Set<string | undefined>>();
  for (const each of declared)
    texts.set(each.name, (texts.get(each.name) ?? new Set()).add(each.default?.text));
  return declared.filter(({ name }) => texts.get(name)?.size === 1);
}

function entryOf(name: string, value: ConfigNode): Entry {
  return { key: { type: 'str', value: name, start: 0, end: 0 }, name, value };
}
