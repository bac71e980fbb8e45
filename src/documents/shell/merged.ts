import { limits } from './limits.ts';
import type { Field, Span } from './model.ts';
import { type Stop, unknownArguments, unknownValue, type Value, World } from './world.ts';

/** States that differ in nothing are one; too many of them become one in which whatever differs is unknown. */
export function merged(worlds: readonly World[], at: Span): World[] {
  const distinct: World[] = [];
  for (const world of worlds) {
    const same = distinct.find((other) => isSame(world, other));
    if (same === undefined) distinct.push(world);
    else {
      if (same.status !== world.status) same.status = 'unknown';
      same.needed = common(same.needed, world.needed);
    }
  }
  return distinct.length <= limits.worlds ? distinct : collapsed(distinct, at);
}

/** What both ways need: where one of them goes with the default, so do both. */
function common(one: World['needed'], other: World['needed']): World['needed'] {
  return one === other
    ? one
    : new Map([...one].filter(([name, { field }]) => other.get(name)?.field === field));
}

function isSame(a: World, b: World): boolean {
  return (
    a.stop === b.stop &&
    a.lost === b.lost &&
    a.locals === b.locals &&
    a.arguments === b.arguments &&
    a.splitsOtherwise === b.splitsOtherwise &&
    a.exportsAll === b.exportsAll &&
    a.integers === b.integers &&
    a.aliases === b.aliases &&
    a.expandsAliases === b.expandsAliases &&
    a.directory.from === b.directory.from &&
    a.directory.path === b.directory.path &&
    a.exported.size === b.exported.size &&
    isSameMap(a.variables, b.variables) &&
    isSameMap(a.functions, b.functions) &&
    [...a.exported].every((name) => b.exported.has(name))
  );
}

function isSameMap<V>(a: ReadonlyMap<string, V>, b: ReadonlyMap<string, V>): boolean {
  return a.size === b.size && [...a].every(([name, value]) => b.has(name) && b.get(name) === value);
}

function collapsed(worlds: readonly World[], at: Span): World[] {
  const byStop = new Map<Stop | undefined, World[]>();
  for (const world of worlds) byStop.set(world.stop, [...(byStop.get(world.stop) ?? []), world]);
  return [...byStop.values()].map((some) => joined(some, at));
}

function joined(worlds: readonly World[], at: Span): World {
  const [first = new World(), ...others] = worlds;
  const world = first.clone();
  world.status = 'unknown';
  const names = new Set(worlds.flatMap(({ variables }) => [...variables.keys()]));
  const differing = [...names].filter((name) =>
    others.some(
      ({ variables }) =>
        variables.has(name) !== first.variables.has(name) ||
        variables.get(name) !== first.variables.get(name),
    ),
  );
  for (const name of differing)
    world.set(
      name,
      joinedValue(
        worlds.map(({ variables }) => variables.get(name)),
        at,
      ),
    );
  world.lost ??= others.find(({ lost }) => lost !== undefined)?.lost;
  world.exportsAll = worlds.every(({ exportsAll }) => exportsAll);
  world.integers = new Set(worlds.flatMap(({ integers }) => [...integers]));
  world.splitsOtherwise = worlds.some(({ splitsOtherwise }) => splitsOtherwise);
  for (const other of others) {
    world.needed = common(world.needed, other.needed);
    for (const [name, value] of other.functions)
      if (world.functions.get(name) !== value) world.functions.delete(name);
    for (const name of other.exported) world.exported.add(name);
    if (other.arguments !== first.arguments) world.arguments = [unknownArguments(at)];
    const { from, path } = other.directory;
    if (from !== first.directory.from || path !== first.directory.path)
      world.directory = { from: 'unknown', path: '' };
  }
  return world;
}

/** What arrays begin with in every state is known all the same. */
function joinedValue(values: readonly (Value | undefined)[], at: Span): Value {
  const unknown = unknownValue('many conditions set it', at);
  const [first, ...others] = values.map((value) =>
    value?.isArray === true && value.keys === undefined ? value.items : [],
  );
  const differs =
    first?.findIndex((item, index) => others.some((items) => !isSameField(items[index], item))) ?? 0;
  const known = first?.slice(0, differs < 0 ? first.length : differs) ?? [];
  return { ...unknown, items: [...known, ...unknown.items] };
}

/** The same words of the script, with the same values. */
function isSameField(one: Field | undefined, other: Field): boolean {
  if (one === other) return true;
  return (
    one?.isMany === other.isMany &&
    one.pieces.length === other.pieces.length &&
    one.pieces.every(({ text, at }, index) => {
      const piece = other.pieces[index];
      return text === piece?.text && at.start === piece?.at.start && at.source === piece.at.source;
    })
  );
}
