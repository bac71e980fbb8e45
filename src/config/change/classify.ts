import { type ConfigNode, type Path, pathText, sameValue, scalarText } from '../../documents/tree/node.ts';
import type { ParameterKind } from '../registry/registry.ts';

export interface ValueChange {
  readonly path: Path;
  /** `undefined`: not set. */
  readonly before: ConfigNode | undefined;
  readonly after: ConfigNode | undefined;
  readonly kind: ParameterKind;
}

/** What a change of a config amounts to: only a change of nothing but tuning parameters may take the light path. */
export type ChangeClass = 'none' | 'tuning' | 'structural';

/** Each value that differs, in the order of the head, then what was removed. */
export function valueChanges(
  before: ConfigNode | undefined,
  after: ConfigNode | undefined,
  kindOf: (path: Path) => ParameterKind,
): ValueChange[] {
  const changes: ValueChange[] = [];
  const compare = (old: ConfigNode | undefined, now: ConfigNode | undefined, path: Path): void => {
    if (old === now) return;
    const steps = stepsOf(old, now);
    if (steps !== undefined)
      return steps.forEach((step) => compare(child(old, step), child(now, step), [...path, step]));
    if (old !== undefined && now !== undefined && sameValue(old, now)) return;
    changes.push({ path, before: old, after: now, kind: kindOf(path) });
  };
  compare(before, after, []);
  return changes;
}

/** The steps below two mappings (one may be missing) that are compared one by one; lists are compared whole. */
function stepsOf(old: ConfigNode | undefined, now: ConfigNode | undefined): string[] | undefined {
  if (old !== undefined && old.type !== 'dict') return undefined;
  if (now !== undefined && now.type !== 'dict') return undefined;
  const names = [...(now?.entries.keys() ?? []), ...(old?.entries.keys() ?? [])];
  // an empty mapping that comes or goes is a change of its own
  return names.length === 0 ? undefined : [...new Set(names)];
}

function child(node: ConfigNode | undefined, step: string): ConfigNode | undefined {
  return node?.type === 'dict' ? node.entries.get(step)?.value : undefined;
}

export function changeClass(changes: readonly ValueChange[]): ChangeClass {
  if (changes.length === 0) return 'none';
  return changes.every(({ kind }) => kind === 'tuning') ? 'tuning' : 'structural';
}

/** The gravest of several. */
export function worstChange(all: readonly ChangeClass[]): ChangeClass {
  const order: readonly ChangeClass[] = ['structural', 'tuning', 'none'];
  return order.find((kind) => all.includes(kind)) ?? 'none';
}

/** A value in a table's cell. */
export function shortText(node: ConfigNode | undefined): string {
  if (node === undefined) return '(not set)';
  const text = longText(node, 200);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function longText(node: ConfigNode, room: number): string {
  if (room <= 0) return '…';
  if (node.type === 'str') return node.value === '' ? '""' : node.value;
  if (node.type === 'list') {
    return `[${node.items
      .slice(0, 20)
      .map((item) => longText(item, room / 2))
      .join(', ')}]`;
  }
  if (node.type !== 'dict') return scalarText(node);
  const pairs = [...node.entries.values()].slice(0, 10);
  return `{${pairs.map(({ name, value }) => `${name}: ${longText(value, room / 2)}`).join(', ')}}`;
}

/** Path and values of a change, as cells. */
export function changeCells({ path, before, after, kind }: ValueChange): [string, string, string, string] {
  return [pathText(path), shortText(before), shortText(after), kind];
}
