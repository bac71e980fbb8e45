import { configRules } from '../rules/rules.ts';
import type { Finding, Severity } from '../../report/model.ts';
import type { ConfigDocument } from '../../documents/document.ts';
import { type Constraints, isGuess, type Parameter, type Registry } from './registry.ts';

export interface RegistryChange {
  readonly path: string;
  readonly change: 'added' | 'removed' | 'widened' | 'narrowed' | 'reclassified' | 'changed';
  /** What is different, for a person. */
  readonly detail: string;
  readonly owner: string | undefined;
}

/** Parameters that were added, removed, or allow more or less than before. */
export function registryChanges(before: Registry, after: Registry): RegistryChange[] {
  const changes: RegistryChange[] = [];
  for (const [path, old] of before.parameters) {
    const now = after.parameters.get(path);
    if (now === undefined)
      changes.push({ path, change: 'removed', detail: 'no longer registered', owner: old.owner });
    else changes.push(...parameterChanges(old, now));
  }
  for (const [path, now] of after.parameters) {
    if (before.parameters.has(path)) continue;
    changes.push({ path, change: 'added', detail: `added, ${now.kind}`, owner: now.owner });
  }
  return changes;
}

/** Widened and removed need the owner's eye: they are warnings; the rest is reported. */
export function registryChangeFindings(
  changes: readonly RegistryChange[],
  document: ConfigDocument,
): Finding[] {
  return changes.map(({ path, change, detail, owner }) => {
    const severity: Severity =
      change === 'added' || change === 'narrowed' || change === 'changed' ? 'notice' : 'warning';
    const who = owner === undefined ? 'it has no owner' : `owner: ${owner}`;
    return configRules['registry-changed'].finding({
      severity,
      message: `this change alters the registry: ${path} is ${change} (${detail}; ${who})`,
      file: document.file,
      ...document.place(['parameters', path], 'key'),
      ...(severity === 'warning'
        ? { help: `have it approved by ${owner ?? 'the owners of the registry'}` }
        : {}),
    });
  });
}

function parameterChanges(before: Parameter, after: Parameter): RegistryChange[] {
  const owner = before.owner ?? after.owner;
  const { path } = after;
  const make = (change: RegistryChange['change'], detail: string): RegistryChange => ({
    path,
    change,
    detail,
    owner,
  });
  const differences = [...compare(before, after), ...compare(before.items, after.items)];
  const changes = differences.map(({ wider, detail }) => make(wider ? 'widened' : 'narrowed', detail));
  if (before.required && !after.required) changes.push(make('widened', 'no longer required'));
  if (!before.required && after.required) changes.push(make('narrowed', 'now required'));
  if (isGuess(after) && !isGuess(before)) changes.push(make('widened', 'another type only warns'));
  if (before.kind !== after.kind) changes.push(make('reclassified', `${before.kind} → ${after.kind}`));
  if (before.owner !== after.owner && before.owner !== undefined) {
    changes.push(make('reclassified', `owner ${before.owner} → ${after.owner ?? 'none'}`));
  }
  if (before.deprecated !== after.deprecated)
    changes.push(make('changed', after.deprecated ?? 'no longer deprecated'));
  return changes;
}

interface Difference {
  readonly wider: boolean;
  readonly detail: string;
}

const noConstraints: Constraints = { types: undefined };

function compare(before: Constraints = noConstraints, after: Constraints = noConstraints): Difference[] {
  return [
    ...bound('min', before.min, after.min, -1),
    ...bound('max', before.max, after.max, 1),
    ...bound('min-items', before.minItems, after.minItems, -1),
    ...bound('max-items', before.maxItems, after.maxItems, 1),
    ...choice('type', setOf(before.types), setOf(after.types)),
    ...choice('enum', setOf(before.enum), setOf(after.enum)),
    ...replaced('pattern', before.pattern?.source, after.pattern?.source),
    ...replaced('multiple-of', before.multipleOf, after.multipleOf),
  ];
}

/** `outward`: 1 when a greater bound allows more, -1 when a smaller one does. */
function bound(
  name: string,
  before: number | undefined,
  after: number | undefined,
  outward: 1 | -1,
): Difference[] {
  if (before === after) return [];
  const detail = `${name} ${before ?? 'none'} → ${after ?? 'none'}`;
  if (after === undefined) return [{ wider: true, detail }];
  return [{ wider: before !== undefined && (after - before) * outward > 0, detail }];
}

function setOf(values: Iterable<unknown> | undefined): ReadonlySet<string> | undefined {
  return values === undefined ? undefined : new Set([...values].map((value) => JSON.stringify(value)));
}

function choice(
  name: string,
  before: ReadonlySet<string> | undefined,
  after: ReadonlySet<string> | undefined,
): Difference[] {
  const text = (set: ReadonlySet<string> | undefined): string =>
    set === undefined ? 'any' : [...set].join(' | ');
  const detail = `${name} ${text(before)} → ${text(after)}`;
  if (before === undefined) return after === undefined ? [] : [{ wider: false, detail }];
  if (after === undefined) return [{ wider: true, detail }];
  if (![...after].every((value) => before.has(value))) return [{ wider: true, detail }];
  return after.size < before.size ? [{ wider: false, detail }] : [];
}

/** Whether a pattern or a divisor allows more cannot be determined: a change counts as wider unless it is new. */
function replaced(
  name: string,
  before: string | number | undefined,
  after: string | number | undefined,
): Difference[] {
  if (before === after) return [];
  return [{ wider: before !== undefined, detail: `${name} ${before ?? 'none'} → ${after ?? 'none'}` }];
}
