import { count } from '../../kernel/text.ts';
import { configRules } from '../rules/rules.ts';
import type { Finding } from '../../report/model.ts';
import type { Architecture, TensorGroup } from '../architecture/tensors.ts';
import { canonicalName } from './expected.ts';

/** Tensors of one kind, alike but for layer and expert, that a change of the config reshapes, adds or removes. */
interface ShapeChange {
  readonly name: string;
  readonly kind: keyof typeof told;
  /** As a person reads it: `[4, 8] → [8, 8]`. */
  readonly shapes: string;
  /** How many tensors. */
  readonly count: number;
}

/** Reshaped ones first: no checkpoint survives them, while a missing or needless tensor can be made or dropped. */
const told = {
  reshaped: { one: 'changes shape', many: 'change shape' },
  new: { one: 'is new', many: 'are new' },
  gone: { one: 'is gone', many: 'are gone' },
} as const;

const examples = 3;

/** Says that a change leaves checkpoints behind; `undefined` where they still load. */
export function shapeChangeFinding(
  file: string,
  before: Architecture,
  after: Architecture,
): Finding | undefined {
  // Most changes of a config change no tensor: to see that is far cheaper than to gather all of them.
  if (JSON.stringify(before.groups) === JSON.stringify(after.groups)) return undefined;
  const changes = shapeChanges(before, after);
  if (changes.length === 0) return undefined;
  const kinds = Object.entries(told).flatMap(([kind, { one, many }]) => {
    const n = changes.reduce((total, change) => total + (change.kind === kind ? change.count : 0), 0);
    return n === 0 ? [] : [{ kind, text: count(n, `tensor ${one}`, `tensors ${many}`) }];
  });
  const first = kinds
    .flatMap(({ kind }) => changes.filter((change) => change.kind === kind))
    .slice(0, examples)
    .map(({ name, shapes, count }) => `${name} ${shapes}${count > 1 ? ` (${count})` : ''}`);
  return configRules['checkpoints-will-not-load'].finding({
    file,
    message: `existing checkpoints will not load: ${kinds.map(({ text }) => text).join(', ')}: ${first.join('; ')}${changes.length > examples ? '; …' : ''}`,
    help: 'plan a conversion or a new training run, and say so in the pull request',
  });
}

interface Place {
  readonly name: string;
  readonly shape: readonly number[];
  readonly count: number;
}

/** Which tensors differ, gathered over the layers. */
function shapeChanges(before: Architecture, after: Architecture): ShapeChange[] {
  const [old, now] = [placesOf(before), placesOf(after)];
  const gathered = new Map<string, ShapeChange>();
  for (const place of new Set([...old.keys(), ...now.keys()])) {
    for (const change of changesAt(old.get(place), now.get(place))) {
      const key = `${change.kind} ${change.name} ${change.shapes}`;
      gathered.set(key, { ...change, count: change.count + (gathered.get(key)?.count ?? 0) });
    }
  }
  return [...gathered.values()];
}

/** Layer and name → the tensors there: one, or one an expert. */
function placesOf({ groups }: Architecture): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const group of groups) {
    const name = canonicalName(group.name);
    for (const layer of group.layers ?? ['']) places.set(`${layer} ${name}`, placeOf(name, group));
  }
  return places;
}

function placeOf(name: string, { shape, experts = 1 }: TensorGroup): Place {
  return { name: name.replaceAll(/\{[le]\}/g, '*'), shape, count: experts };
}

function changesAt(before: Place | undefined, after: Place | undefined): ShapeChange[] {
  const { name } = before ?? after ?? { name: '' };
  const [old, now] = [before?.count ?? 0, after?.count ?? 0];
  const [from, to] = [shapeText(before), shapeText(after)];
  const stay = from === to ? 0 : Math.min(old, now);
  const changes: ShapeChange[] = [
    { name, kind: 'reshaped', shapes: `${from} → ${to}`, count: stay },
    { name, kind: 'new', shapes: to, count: now - old },
    { name, kind: 'gone', shapes: from, count: old - now },
  ];
  return changes.filter(({ count }) => count > 0);
}

function shapeText(place: Place | undefined): string {
  return place === undefined ? '' : `[${place.shape.join(', ')}]`;
}
