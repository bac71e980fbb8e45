import type { BraceGroup, CompoundCommand, CompoundList, Redirected } from 'unbash';
import { type Field, givenArguments, type Piece, type ShellFolder, type Source, type Span } from './model.ts';

/** A variable: one word, or those of an array. */
export interface Value {
  readonly items: readonly Field[];
  readonly isArray: boolean;
  /** Of an associative array: the key of each item. */
  readonly keys?: readonly string[];
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
/** A variable that is not what its default says: what it is instead, and what the script takes it for elsewhere. */
interface Needed {
  readonly field: Field;
  readonly standard: Value | undefined;
}

/** What a condition says of a variable. */
export interface Learned {
  readonly name: string;
  readonly text: string;
  /** `${A:-b}`: it may be unset as well. */
  readonly hasDefault: boolean;
  /** Compared as a number. */
  readonly isNumber?: boolean;
}

type Refuted = ReadonlyMap<Value, Value | undefined>;
export type Stop = 'break' | 'continue' | 'return' | 'exit';

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
  /** Values that a condition around has made unknown, with what they are elsewhere: `undefined` where they are absent. */
  refuted: Refuted = new Map();
  /** What the environment must set for this way to be taken: other scripts that are started here see it. */
  needed: ReadonlyMap<string, Needed> = new Map();
  stop: Stop | undefined;
  /** Why a variable that is not listed may have any value, if not from the environment. */
  lost: string | undefined;
  /** `set -a`: whatever is set is exported. */
  exportsAll = false;
  /** `declare -i`: what these are set to is an expression. */
  integers: ReadonlySet<string> = new Set();
  /** What the first word of a command stands for, as far as the script has them expanded. */
  aliases: ReadonlyMap<string, Field> = new Map();
  expandsAliases = false;
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
    copy.needed = this.needed;
    copy.stop = this.stop;
    copy.lost = this.lost;
    copy.exportsAll = this.exportsAll;
    copy.integers = this.integers;
    copy.splitsOtherwise = this.splitsOtherwise;
    copy.aliases = this.aliases;
    copy.expandsAliases = this.expandsAliases;
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
  suppose(status: 'ok' | 'failed', at: Span): void {
    const { leaning } = this.outcome;
    this.status = status;
    if (leaning !== undefined && leaning.status !== status) this.refute(leaning.assumes, at);
  }

  /** Somebody sets one of these: until `undo`, whatever assumes that nobody does is unknown. */
  refute(names: ReadonlySet<string>, at: Span): void {
    const isRefuted = ({ assumes }: Field): boolean => assumes.some((name) => names.has(name));
    const refuted = new Map(this.refuted);
    const needed = new Map(this.needed);
    for (const name of names) {
      if (!/^[A-Za-z_]/.test(name)) continue;
      const standard = this.variables.get(name);
      needed.set(name, { field: unknownField(at), standard });
      if (this.variables.has(name) || this.lost !== undefined) continue;
      const value = { items: [unknownField(at)], isArray: false };
      this.variables.set(name, value);
      refuted.set(value, undefined);
    }
    for (const [name, before] of this.variables) {
      if (before?.items.some(isRefuted) !== true) continue;
      const items = before.items.map((item) => (isRefuted(item) ? unknownField(item.at) : item));
      const after = { ...before, items };
      this.variables.set(name, after);
      refuted.set(after, before);
    }
    this.refuted = refuted;
    this.needed = needed;
  }

  /** A condition says what a variable is whose text is not known: one of the environment, or that it must set. */
  learn({ name, text, hasDefault, isNumber }: Learned, at: Span): void {
    const before = this.variables.get(name);
    const needed = this.needed.get(name);
    const isFree = !hasDefault && !this.variables.has(name) && this.lost === undefined;
    const isRefuted = before !== undefined && this.refuted.has(before);
    // a word that is not a number has the same status, and 04 is the same number as 4
    const isOpen =
      before?.isArray === false && textOf(before.items[0]) === undefined && (isRefuted || isNumber !== true);
    if (!isFree && !isOpen) return;
    const field: Field = { pieces: [{ text, at }], isMany: false, at, assumes: [] };
    const after = { items: [field], isArray: false };
    const standard = isRefuted ? this.refuted.get(before) : before;
    this.variables.set(name, after);
    this.refuted = new Map([...this.refuted, [after, standard]]);
    if (isFree || needed !== undefined)
      this.needed = new Map([...this.needed, [name, { standard, ...needed, field }]]);
  }

  /** Behind a condition both of its sides go on with the defaults, but for what they have set. */
  undo(outer: Refuted): void {
    if (this.refuted === outer) return;
    for (const [name, value] of this.variables) {
      if (value === undefined || outer.has(value) || !this.refuted.has(value)) continue;
      const before = this.refuted.get(value);
      if (before === undefined) this.variables.delete(name);
      else this.variables.set(name, before);
    }
    this.refuted = outer;
  }

  /** What a program gets that is started here: what is exported, and what the environment must set for this way. */
  given(): Map<string, Field> {
    const values = new Map<string, Field>();
    for (const name of new Set([...this.exported, ...this.needed.keys()])) {
      const value = this.variables.get(name);
      const needed = this.needed.get(name);
      const [field] = value?.keys === undefined ? (value?.items ?? []) : [];
      const isAbsent = !this.variables.has(name);
      if (needed !== undefined && (isAbsent || value === needed.standard)) values.set(name, needed.field);
      else if (field?.assumes.some((each) => this.needed.has(each)) === true)
        values.set(name, unknownField(field.at));
      else if (field !== undefined) values.set(name, field);
    }
    return values;
  }

  set(name: string, value: Value): void {
    if (name === 'IFS') this.splitsOtherwise = true;
    if (this.exportsAll) this.exported.add(name);
    this.variables.set(name, value);
  }

  /** `A=text`: of an array it sets the first element. */
  setText(name: string, field: Field): void {
    const before = this.variables.get(name);
    if (before?.keys !== undefined) return this.set(name, withKey(before, '0', field));
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

/** An associative array in which one key has another value. */
export function withKey({ items, keys = [] }: Value, key: string, item: Field): Value {
  const at = keys.indexOf(key);
  if (at < 0) return { items: [...items, item], isArray: true, keys: [...keys, key] };
  return { items: items.with(at, item), isArray: true, keys };
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

export function unknownArguments(at: Span): Field {
  return { pieces: [{ text: undefined, unknown: givenArguments, at }], isMany: true, at, assumes: [] };
}
