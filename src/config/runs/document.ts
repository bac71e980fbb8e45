import type { ConfigDocument } from '../../documents/document.ts';
import { plainValue } from '../../documents/plain-value.ts';
import type { ShellPlace } from '../../documents/shell/model.ts';
import type { ConfigNode, DictNode, Entry, Path, ScalarNode } from '../../documents/tree/node.ts';
import type { Source } from '../../documents/tree/origin.ts';
import type { Arguments, Flag, Override } from './flags.ts';
import type { Declared } from './programs/model.ts';

/** Where a value of a run was set. */
interface Origin {
  readonly kind: 'flag' | 'override';
  /** As it is written. */
  readonly name: string;
  readonly key: ShellPlace;
  readonly value: ShellPlace;
}

/** The values that a command gives to its program, as one tree; places are those of the script. */
export class RunDocument implements ConfigDocument {
  readonly file: string;
  readonly dialect = 'omegaconf';
  readonly root: DictNode;
  readonly findings = [];
  private readonly entries = new Map<string, Entry>();
  private readonly origins = new Map<ConfigNode, Origin>();

  constructor(
    file: string,
    launcher: Arguments,
    args: Arguments,
    declared: (flag: string) => Declared | undefined,
  ) {
    this.file = file;
    this.root = { type: 'dict', entries: this.entries, start: 0, end: 0 };
    for (const flag of launcher.flags) this.flag(flag, undefined);
    for (const flag of args.flags) this.flag(flag, declared(flag.written));
    for (const override of args.overrides) this.override(override);
  }

  get value(): unknown {
    return plainValue(this.root);
  }

  place(path: Path, what: 'key' | 'value'): ShellPlace | undefined {
    const node = path.reduce<ConfigNode | undefined>(
      (at, step) => (at?.type === 'dict' ? at.entries.get(String(step))?.value : at),
      this.root,
    );
    return node === undefined ? undefined : this.origins.get(node)?.[what];
  }

  edit(): undefined {
    return undefined;
  }

  describe(): [] {
    return [];
  }

  private flag(flag: Flag, declared: Declared | undefined): void {
    const name = declared?.name ?? flag.name;
    const isNegated =
      declared !== undefined && /^--no[-_]?/.test(flag.written) && flag.name !== declared.name;
    const [first, ...more] = flag.values;
    const source = { kind: 'flag' as const, name: flag.written };
    const open = flag.values.find(({ text }) => text === undefined);
    if (open !== undefined)
      return this.set(name.split('.'), unknown(open.reason), {
        ...source,
        key: flag.place,
        value: flag.place,
      });
    if (first === undefined)
      return this.set(name.split('.'), boolean(!isNegated), {
        ...source,
        key: flag.place,
        value: flag.place,
      });
    const nodes = flag.values.map((value) => scalar(value.text ?? '', declared));
    const node: ConfigNode =
      more.length === 0 && nodes[0] !== undefined
        ? nodes[0]
        : { type: 'list', items: nodes, start: 0, end: 0 };
    this.set(name.split('.'), node, { ...source, key: flag.place, value: first.place });
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
    const name = path.at(-1) ?? '';
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
  return { kind, name, file: value.file, lines: { place: () => value } };
}

function entryOf(name: string, value: ConfigNode): Entry {
  return { key: { type: 'str', value: name, start: 0, end: 0 }, name, value };
}

function unknown(reason = 'it is known only when it runs'): ScalarNode {
  return { type: 'unknown', value: '', reason, start: 0, end: 0 };
}

function boolean(value: boolean): ScalarNode {
  return { type: 'bool', value, start: 0, end: 0 };
}

/** As the program converts the text; where its type is not known, as Python would write such a value. */
function scalar(text: string, declared: Declared | undefined): ScalarNode {
  const at = { start: 0, end: 0, written: text };
  const type = declared?.type;
  if (type === 'str' || (declared?.choices !== undefined && type === undefined))
    return { type: 'str', value: text, ...at };
  if (/^[-+]?\d{1,30}$/.test(text) && type !== 'float')
    return { type: 'int', value: BigInt(text.replace('+', '')), ...at };
  if (/^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/.test(text))
    return { type: 'float', value: Number(text), ...at };
  if (/^(?:true|false)$/i.test(text)) return { type: 'bool', value: text.toLowerCase() === 'true', ...at };
  return /^(?:None|null)$/.test(text)
    ? { type: 'NoneType', value: null, ...at }
    : { type: 'str', value: text, ...at };
}
