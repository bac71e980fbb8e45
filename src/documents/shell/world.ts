import type { BraceGroup, CompoundCommand, CompoundList, Redirected } from 'unbash';
import { type Field, givenArguments, type Piece, type ShellFolder, type Source, type Span } from './model.ts';
import { limits } from './limits.ts';

/** A variable: one word, or those of an array. */
export interface Value {
  readonly items: readonly Field[];
  readonly isArray: boolean;
}

export interface ShellFunction {
  readonly body: CompoundCommand | Redirected | CompoundList | BraceGroup;
  readonly source: Source;
  readonly name: string;
}

export type Status = 'ok' | 'failed' | 'unknown';

/** What a condition gives. */
export interface Outcome {
  readonly status: Status;
  /** Where it is not known: what it gives where nobody sets the variables that it assumes. */
  readonly leaning?: { readonly status: Status; readonly assumes: ReadonlySet<string> } | undefined;
}
type Stop = 'break' | 'continue' | 'return' | 'exit';

/** One state in which the script may be: what the text says of variables, and where it goes on. */
export class World {
  /** `undefined`: it is known to be unset. */
  readonly variables = new Map<string, Value | undefined>();
  readonly functions = new Map<string, ShellFunction>();
  readonly exported = new Set<string>();
  /** Names that the function that runs has for itself; absent outside of one. */
  locals: ReadonlySet<string> | undefined;
  /** `undefined`: those of the script, which its caller gives. */
  arguments: readonly Field[] | undefined;
  directory: ShellFolder = { from: 'start', path: '' };
  private outcome: Outcome = { status: 'ok' };
  /** Values that a condition around has made unknown, with what they are elsewhere. */
  refuted: ReadonlyMap<Value, Value> = new Map();
  stop: Stop | undefined;
  /** Why a variable that is not listed may have any value, if not from the environment. */
  lost: string | undefined;
  /** Unquoted expansions are split at something else than white space. */
  splitsOtherwise = false;

  clone(): World {
    const copy = new World();
    for (const [name, value] of this.variables) copy.variables.set(name, value);
    for (const [name, value] of this.functions) copy.functions.set(name, value);
    for (const name of this.exported) copy.exported.add(name);
    copy.locals = this.locals;
    copy.arguments = this.arguments;
    copy.directory = this.directory;
    copy.outcome = this.outcome;
    copy.refuted = this.refuted;
    copy.stop = this.stop;
    copy.lost = this.lost;
    copy.splitsOtherwise = this.splitsOtherwise;
    return copy;
  }

  get status(): Status {
    return this.outcome.status;
  }

  set status(status: Status) {
    this.outcome = { status };
  }

  conclude(outcome: Outcome): void {
    this.outcome = outcome;
  }

  /** After `!`. */
  invert(): void {
    const { status, leaning } = this.outcome;
    this.outcome = {
      status: inverted(status),
      ...(leaning && { leaning: { ...leaning, status: inverted(leaning.status) } }),
    };
  }

  /** Takes one side of a condition: where that is not the side of defaults, somebody sets what it assumes. */
  suppose(status: 'ok' | 'failed'): void {
    const { leaning } = this.outcome;
    this.status = status;
    if (leaning !== undefined && leaning.status !== status) this.refute(leaning.assumes);
  }

  /** Somebody sets one of these: until `undo`, whatever assumes that nobody does is unknown. */
  refute(names: ReadonlySet<string>): void {
    const isRefuted = ({ assumes }: Field): boolean => assumes.some((name) => names.has(name));
    const refuted = new Map(this.refuted);
    for (const [name, before] of this.variables) {
      if (before?.items.some(isRefuted) !== true) continue;
      const items = before.items.map((item) => (isRefuted(item) ? unknownField(item.at) : item));
      const after = { ...before, items };
      this.variables.set(name, after);
      refuted.set(after, before);
    }
    this.refuted = refuted;
  }

  /** Behind a condition both of its sides go on with the defaults, but for what they have set. */
  undo(outer: ReadonlyMap<Value, Value>): void {
    if (this.refuted === outer) return;
    for (const [name, value] of this.variables) {
      const before = value === undefined || outer.has(value) ? undefined : this.refuted.get(value);
      if (before !== undefined) this.variables.set(name, before);
    }
    this.refuted = outer;
  }

  set(name: string, value: Value): void {
    if (name === 'IFS') this.splitsOtherwise = true;
    this.variables.set(name, value);
  }

  /** `A=text`: of an array it sets the first element. */
  setText(name: string, field: Field): void {
    const before = this.variables.get(name);
    if (before?.isArray !== true) return this.set(name, { items: [field], isArray: false });
    const [first, ...rest] = before.items;
    const items = first?.isMany === true ? [field, first] : [field, ...rest];
    this.set(name, { items, isArray: true });
  }

  makeLocal(name: string): void {
    if (this.locals?.has(name) === false) this.locals = new Set([...this.locals, name]);
  }

  /** A variable as it was in another state. */
  restore(name: string, before: World): void {
    if (before.variables.has(name)) this.variables.set(name, before.variables.get(name));
    else this.variables.delete(name);
  }

  setUnknown(names: Iterable<string>, unknown: string, at: Span): void {
    for (const name of names) this.set(name, unknownValue(unknown, at));
  }

  /** Something ran that may have set anything. */
  forget(reason: string): void {
    this.variables.clear();
    this.lost = reason;
  }
}

function unknownField(at: Span): Field {
  const unknown = 'a condition is true only where the environment sets it';
  return { pieces: [{ text: undefined, unknown, at }], isMany: false, at, assumes: [] };
}

export function inverted(status: Status): Status {
  if (status === 'unknown') return status;
  return status === 'ok' ? 'failed' : 'ok';
}

/** A word, an array, or unset: nothing is known of it. */
export function unknownValue(unknown: string, at: Span): Value {
  return {
    items: [{ pieces: [{ text: undefined, unknown, at }], isMany: true, at, assumes: [] }],
    isArray: true,
  };
}

/** Exactly known, and not only where the environment leaves it alone. */
export function certainText(field: Field | undefined): string | undefined {
  return field === undefined || field.isMany || field.assumes.length > 0
    ? undefined
    : knownText(field.pieces);
}

/** Of one word that is wholly known. */
export function textOf(field: Field | undefined): string | undefined {
  return field === undefined || field.isMany ? undefined : knownText(field.pieces);
}

export function knownText(pieces: readonly Piece[]): string | undefined {
  let text = '';
  for (const piece of pieces) {
    if (piece.text === undefined) return undefined;
    text += piece.text;
  }
  return text;
}

/** States that differ in nothing are one; too many of them become one in which whatever differs is unknown. */
export function merged(worlds: readonly World[], at: Span): World[] {
  const distinct: World[] = [];
  for (const world of worlds) {
    const same = distinct.find((other) => isSame(world, other));
    if (same === undefined) distinct.push(world);
    else if (same.status !== world.status) same.status = 'unknown';
  }
  return distinct.length <= limits.worlds ? distinct : collapsed(distinct, at);
}

function isSame(a: World, b: World): boolean {
  return (
    a.stop === b.stop &&
    a.lost === b.lost &&
    a.locals === b.locals &&
    a.arguments === b.arguments &&
    a.splitsOtherwise === b.splitsOtherwise &&
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
  world.splitsOtherwise = worlds.some(({ splitsOtherwise }) => splitsOtherwise);
  for (const other of others) {
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
  const [first, ...others] = values.map((value) => (value?.isArray === true ? value.items : []));
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

export function unknownArguments(at: Span): Field {
  return { pieces: [{ text: undefined, unknown: givenArguments, at }], isMany: true, at, assumes: [] };
}
