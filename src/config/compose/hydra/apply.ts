import {
  type ConfigNode,
  fingerprint,
  isScalar,
  nodeAt,
  type ScalarNode,
} from '../../../documents/tree/node.ts';
import { merged, type MutableDict } from '../merge.ts';
import { nearest } from '../../../kernel/near.ts';
import { ComposeError } from './element.ts';
import type { Override } from './override.ts';
import { isNone, keyOf, setTogether, stepsOf } from './together.ts';
import { isUnresolved } from './unresolved.ts';

/** The config with overrides applied in their order; Hydra keeps its own settings from the program. Throws ComposeError. */
export function withOverrides(root: MutableDict, overrides: readonly Override[]): MutableDict {
  const words = overrides.filter(({ key }) => !/^hydra(?:\.|$)/.test(key));
  return setTogether(root, words) ?? words.reduce(applied, root);
}

/**
 * The config with one override applied, as `OmegaConf.update` does below a config in struct mode: a key that is not there needs +
 * (config_loader_impl.py _apply_overrides_to_config).
 */
function applied(root: MutableDict, override: Override): MutableDict {
  const { key, kind, written } = override;
  const at: ConfigNode = override.value ?? { type: 'NoneType', value: null, ...written };
  if (override.package !== undefined)
    throw new ComposeError(`${key} looks like a group, and there is no such group`, at);
  const steps = stepsOf(key);
  if (kind !== 'force') refuseUnresolved(root, kind === 'change' ? steps.slice(0, -1) : steps, override, at);
  if (kind === 'delete') return deleted(root, steps, override, at);
  const value = override.isSweep ? swept(at, written.text) : at;
  const there = nodeAt(root, steps);
  if (kind === 'add' && there !== undefined && !isNone(there) && isScalar(value))
    throw new ComposeError(
      `${key} is already set`,
      at,
      `write ${key}=… to change it, or ++${key}=… to set it in any case`,
    );
  return setAt(root, steps, value, { mayAdd: kind !== 'change', override, root });
}

/** What lies on the way is looked at, and so is the value itself where it is to be added or deleted; ++ looks at nothing. */
function refuseUnresolved(
  root: ConfigNode,
  steps: readonly string[],
  { key }: Override,
  at: ConfigNode,
): void {
  for (const index of steps.keys()) {
    const way = steps.slice(0, index + 1);
    if (isUnresolved(root, way))
      throw new ComposeError(
        `${key} cannot be overridden: ${way.join('.')} refers to a value that is not there`,
        at,
      );
  }
}

function swept({ start, end, source }: ConfigNode, text: string): ScalarNode {
  return {
    type: 'unknown',
    value: text,
    reason: 'the command sweeps over several values',
    start,
    end,
    ...(source && { source }),
  };
}

interface Context {
  readonly mayAdd: boolean;
  readonly override: Override;
  readonly root: ConfigNode;
}

function setAt<Node extends ConfigNode>(
  node: Node,
  [step, ...rest]: readonly string[],
  value: ConfigNode,
  context: Context,
): Node {
  if (step === undefined) return node;
  if (node.type === 'list') {
    const index = /^\d+$/.test(step) ? Number(step) : -1;
    const item = node.items[index];
    if (item === undefined) throw absent(context);
    const items = node.items.with(index, changed(item, rest, value, context));
    return { ...node, items };
  }
  if (node.type !== 'dict') throw absent(context);
  const entry = node.entries.get(step);
  const isOpen = context.mayAdd && node.isClosed !== true;
  if ((entry === undefined || entry.key.type !== 'str') && !isOpen) throw absent(context);
  const set = {
    key: rest.length > 0 && entry !== undefined ? entry.key : keyOf(step, value),
    name: step,
    value: changed(entry?.value, rest, value, context),
  };
  return { ...node, entries: new Map(node.entries).set(step, set) };
}

function changed(
  old: ConfigNode | undefined,
  rest: readonly string[],
  value: ConfigNode,
  context: Context,
): ConfigNode {
  if (rest.length === 0) return replaced(old, value, context);
  if (old !== undefined && !isScalar(old)) return setAt(old, rest, value, context);
  const { start, end, source } = value;
  const empty = { type: 'dict', entries: new Map(), start, end, ...(source && { source }) } as const;
  return setAt<ConfigNode>(empty, rest, value, context);
}

/** Mappings are merged, all else is replaced. */
function replaced(old: ConfigNode | undefined, value: ConfigNode, context: Context): ConfigNode {
  if (old === undefined) return value;
  if (isScalar(old) || isScalar(value)) return { ...value, overrode: old };
  if (old.type !== value.type)
    throw new ComposeError(
      `${context.override.key} is a ${old.type}, and the override gives a ${value.type}`,
      value,
    );
  if (old.type !== 'dict' || value.type !== 'dict') return { ...value, overrode: old };
  if (!context.mayAdd) refuseNew(old, value, context);
  return merged(old, value, context.root);
}

function refuseNew(old: ConfigNode, value: ConfigNode, context: Context): void {
  if (old.type !== 'dict' || value.type !== 'dict') return;
  for (const [name, entry] of value.entries) {
    const there = old.entries.get(name)?.value;
    if (there === undefined) throw absent(context);
    refuseNew(there, entry.value, context);
  }
}

function absent({ override: { key, written, value }, root }: Context): ComposeError {
  const node: ConfigNode = value ?? { type: 'NoneType', value: null, ...written };
  const { text } = written;
  const near = text.startsWith(`${key}=`) ? meantKey(root, stepsOf(key)) : undefined;
  const to = near === undefined ? undefined : near + text.slice(key.length);
  return new UnknownKey(
    `${key} cannot be overridden: the config has no such key`,
    node,
    `${to === undefined ? 'to add it' : `did you mean ${to}? To add it`}, write +${text}`,
    to === undefined ? undefined : { text, to },
  );
}

/** The key with its first unknown step in the spelling of one that is there, where all of it is there then. */
function meantKey(root: ConfigNode, steps: readonly string[]): string | undefined {
  const at = steps.findIndex((_, index) => nodeAt(root, steps.slice(0, index + 1)) === undefined);
  const parent = nodeAt(root, steps.slice(0, at));
  const near = parent?.type === 'dict' ? nearest(steps[at] ?? '', parent.entries.keys()) : undefined;
  const meant = near === undefined ? [] : steps.with(at, near);
  return near !== undefined && nodeAt(root, meant) !== undefined ? meant.join('.') : undefined;
}

/** An override of a key that the config does not have. */
export class UnknownKey extends ComposeError {}

function deleted(
  root: MutableDict,
  steps: readonly string[],
  { key, value }: Override,
  at: ConfigNode,
): MutableDict {
  const there = nodeAt(root, steps);
  if (there === undefined || there.type === 'NoneType')
    throw new ComposeError(`${key} cannot be deleted: it is not there`, at);
  if (value !== undefined && fingerprint(value) !== fingerprint(there))
    throw new ComposeError(`${key} cannot be deleted: its value is another one`, at);
  return without(root, steps);
}

function without<Node extends ConfigNode>(node: Node, [step = '', ...rest]: readonly string[]): Node {
  if (node.type === 'list') {
    const items =
      rest.length === 0
        ? node.items.filter((_, index) => index !== Number(step))
        : node.items.map((item, index) => (index === Number(step) ? without(item, rest) : item));
    return { ...node, items };
  }
  const entry = node.type === 'dict' ? node.entries.get(step) : undefined;
  if (node.type !== 'dict' || entry === undefined) return node;
  const entries = new Map(node.entries);
  if (rest.length === 0) entries.delete(step);
  else entries.set(step, { ...entry, value: without(entry.value, rest) });
  return { ...node, entries };
}
